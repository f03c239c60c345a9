"""A magnifier: what happens inside the body, seen straight from the side.

It shows the same instant as the picture, somewhat exaggerated: the pelvis as a
plain bowl, the vertebrae as a row of blocks, and the gap between back and mat.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stretchbreak.figure.arrows import ArrowOutlines, arrow_outlines
from stretchbreak.figure.body import Bone, Side
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.frame import Turn, blended
from stretchbreak.figure.inking import inked
from stretchbreak.figure.key_pose import KeyPose
from stretchbreak.figure.limb_parts import limb_parts
from stretchbreak.figure.look import Build
from stretchbreak.figure.marks import Inset
from stretchbreak.figure.outline import chain, hull, hulls
from stretchbreak.figure.parts import CHEST, PELVIS, limb_name
from stretchbreak.figure.pose import PoseSequence, View
from stretchbreak.figure.shapes import Circle, Ink, Outline, Role, Shape, Tone
from stretchbreak.figure.skeleton import Skeleton, skeleton
from stretchbreak.figure.trunk import Slice
from stretchbreak.figure.trunk_parts import trunk_parts
from stretchbreak.figure.vector import Vector, between, mix

_RING = 0.006
"""Width of the ring round the magnifier."""

_POINTER, _POINTER_END = 0.0028, 0.009
"""Half the width of the line to the body, and the radius of the dot at its end."""

_HALO = 0.0022
"""How far the light edge goes that sets the line off from the body."""

_SIDE_VIEW = View(yaw=0.0, elevation=0.0)

_VERTEBRAE = (0.15, 0.245, 0.34, 0.435, 0.53, 0.625, 0.72, 0.815)
"""Heights of the blocks along the spine."""

_BLOCK_LONG, _BLOCK_DEEP = 0.0068, 0.0125
"""Half a block's length along the spine and its depth, without its rounding."""

_BLOCK_ROUNDING = 0.0032
_BLOCK_BACK = 0.34
"""How far behind the trunk's middle the blocks lie, in radii of the trunk."""

_BOWL = 0.047
"""Radius of the bowl that stands for the pelvis."""

_BOWL_EDGE = 0.0085
"""Half the thickness of its wall."""

_BOWL_UP = 0.012
"""How far headward of the hips its middle lies."""

_BOWL_FROM, _BOWL_TO, _BOWL_STEPS = 158.0, 382.0, 16
"""Where its wall starts and ends, in degrees: 90 headward, 180 back, 270 seat."""

_LINE = 0.0026
"""Width of the dark line round the bones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Magnifier:
    """What all frames of an inset share.

    Attributes:
        inset: What it shows.
        sequence: The stretch, exaggerated.
        lens: From where it is seen.
        pointer: The line to the body, drawn before the circle.
        halo: Its light edge.
        arrows: What shows the way to go inside.
    """

    inset: Inset
    sequence: PoseSequence
    lens: "_Lens"
    pointer: tuple[Outline, ...]
    halo: tuple[Outline, ...]
    arrows: tuple[ArrowOutlines, ...]

    @property
    def circle(self) -> Circle:
        """The magnifier with its ring."""
        return Circle(self.lens.x, self.lens.y, self.inset.radius + _RING, 0.0)


@dataclass(frozen=True, slots=True)
class _Lens:
    """Maps what a side camera sees into the circle.

    Attributes:
        camera: The side camera.
        x: Where the circle's middle is on the picture.
        y: The same.
        middle: What is seen there, on the side camera's picture.
        zoom: How much larger everything is.
    """

    camera: Camera
    x: float
    y: float
    middle: tuple[float, float]
    zoom: float

    def magnified(self, circle: Circle) -> Circle:
        """Return how a circle of the side camera's picture looks in the inset."""
        across, down = circle.x - self.middle[0], circle.y - self.middle[1]
        zoom = self.zoom
        x, y = self.x + across * zoom, self.y + down * zoom
        return Circle(x, y, circle.radius * zoom, circle.depth)

    def ball(self, center: Vector, radius: float) -> Circle:
        """Return how a ball looks in the inset."""
        return self.magnified(self.camera.circle(center, radius))

    def moved(self, outlines: Sequence[Outline]) -> tuple[Outline, ...]:
        """Return outlines of the side camera's picture as they look in the inset."""
        across = self.x - self.middle[0] * self.zoom
        down = self.y - self.middle[1] * self.zoom
        return tuple(
            tuple(
                arc._replace(
                    x=arc.x * self.zoom + across,
                    y=arc.y * self.zoom + down,
                    radius=arc.radius * self.zoom,
                )
                for arc in outline
            )
            for outline in outlines
        )


def magnifier(inset: Inset, sequence: PoseSequence, camera: Camera) -> Magnifier:
    """Return what all frames of *inset* share in the picture *camera* sees."""
    side = Camera.looking(_SIDE_VIEW, mirrored=camera.side < 0)
    x, y = camera.point(inset.at)
    lens = _Lens(side, x, y, side.point(inset.middle), inset.zoom)
    end_x, end_y = camera.point(inset.to)
    distance = math.hypot(end_x - x, end_y - y)
    share = inset.radius / distance
    edge = Circle(x + (end_x - x) * share, y + (end_y - y) * share, 0.0, 0.0)
    end = Circle(end_x, end_y, 0.0, 0.0)

    def pointer(wider: float) -> tuple[Outline, ...]:
        line = chain([edge.grown(_POINTER + wider), end.grown(_POINTER + wider)])
        return *line, hull([end.grown(_POINTER_END + wider)])

    arrows = (arrow_outlines(arrow, sequence, side) for arrow in inset.arrows)
    return Magnifier(
        inset=inset,
        sequence=replace(
            sequence, keys=tuple(_exaggerated(key, inset) for key in sequence.keys)
        ),
        lens=lens,
        pointer=pointer(0.0),
        halo=pointer(_HALO),
        arrows=tuple(
            ArrowOutlines(arrow.way, lens.moved(arrow.body), lens.moved(arrow.halo))
            for arrow in arrows
        ),
    )


def _exaggerated(key: KeyPose, inset: Inset) -> KeyPose:
    turn = key.pelvis
    pelvis = Turn(pitch=turn.pitch * inset.gain, side=turn.side, roll=turn.roll)
    return replace(key, pelvis=pelvis, arch=key.arch * inset.gain)


def inset_shapes(glass: Magnifier, at: float, build: Build) -> list[Shape]:
    """Return the magnifier at share *at* (0..1) of the stretch."""
    body = skeleton(glass.sequence, at, build=build)
    lens, inset = glass.lens, glass.inset
    circle = Circle(lens.x, lens.y, inset.radius, 0.0)
    inside = (hull([circle]),)
    ring = Ink(Role.PAPER, Tone.OUTLINE)
    content = [*_mat(lens, inset), *_flesh(body, lens), *_bones(body, lens)]
    return [
        Shape(glass.halo, Ink(Role.HALO)),
        Shape(glass.pointer, ring),
        Shape((hull([glass.circle]),), ring),
        Shape(inside, Ink(Role.PAPER)),
        *(replace(shape, within=inside) for shape in content),
    ]


def _mat(lens: _Lens, inset: Inset) -> list[Shape]:
    """Return the mat, cut straight: its top is the floor."""
    reach, thick = inset.radius / lens.zoom, 0.014
    slabs: list[Shape] = []
    for tone, top in ((Tone.SHADE, -thick), (Tone.LIGHT, 0.0)):
        bottom = top - thick if tone is Tone.LIGHT else top - 2 * reach
        corners = [
            lens.ball(inset.middle + Vector(x, 0, z - inset.middle.z), 0.0)
            for x in (-reach, reach)
            for z in (top, bottom)
        ]
        slabs.append(Shape((hull(corners),), Ink(Role.MAT, tone)))
    return slabs


def _flesh(body: Skeleton, lens: _Lens) -> list[Shape]:
    """Return trunk and near thigh as they lie on the mat."""
    wanted = (PELVIS, limb_name(Side.RIGHT, Bone.THIGH), CHEST)
    camera = lens.camera
    every = [*trunk_parts(body, camera), *limb_parts(body, Side.RIGHT, camera)]
    named = {part.name: part for part in every}
    parts = [
        replace(
            named[name],
            circles=tuple(map(lens.magnified, named[name].circles)),
            after=(),
        )
        for name in wanted
    ]
    return inked(parts, [], {})


def _bones(body: Skeleton, lens: _Lens) -> list[Shape]:
    """Return the row of blocks and the bowl."""
    blocks = [_block(body.trunk.slices, height, lens) for height in _VERTEBRAE]
    pelvis, hips = body.trunk.pelvis, body.trunk.hips
    middle = hips + pelvis.up * _BOWL_UP
    wall: list[Circle] = []
    for i in range(_BOWL_STEPS + 1):
        degrees = _BOWL_FROM + (_BOWL_TO - _BOWL_FROM) * i / _BOWL_STEPS
        angle = math.radians(degrees)
        off = pelvis.point(up=_BOWL * math.sin(angle), front=_BOWL * math.cos(angle))
        wall.append(lens.ball(middle + off, _BOWL_EDGE))
    line = _LINE * lens.zoom
    outer = [[circle.grown(line) for circle in block] for block in blocks]
    return [
        Shape(hulls(outer), Ink(Role.BONE, Tone.OUTLINE)),
        Shape(hulls(blocks), Ink(Role.BONE)),
        Shape((hull(wall),), Ink(Role.BONE, Tone.SHADE)),
        Shape(chain([c.grown(line) for c in wall]), Ink(Role.BONE, Tone.OUTLINE)),
        Shape(chain(wall), Ink(Role.BONE)),
    ]


def _block(slices: Sequence[Slice], height: float, lens: _Lens) -> list[Circle]:
    """Return the corners of the block at *height* along the spine."""
    above = next(i for i, piece in enumerate(slices) if piece.height >= height)
    low, high = slices[above - 1], slices[above]
    t = (height - low.height) / (high.height - low.height)
    frame, radius = blended(low.frame, high.frame, t), mix(low.radius, high.radius, t)
    middle = between(low.center, high.center, t)
    middle = middle - frame.front * (radius * _BLOCK_BACK)
    return [
        lens.ball(
            middle
            + frame.up * (_BLOCK_LONG * up)
            + frame.front * (_BLOCK_DEEP * front),
            _BLOCK_ROUNDING,
        )
        for up in (-1, 1)
        for front in (-1, 1)
    ]
