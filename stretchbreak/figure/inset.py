"""A magnifier: what happens inside the body, seen straight from the side.

It shows the same instant as the picture, somewhat exaggerated: flesh and bones, and
the gap between back and mat.
"""

import math
from dataclasses import dataclass, replace

from stretchbreak.figure.arrows import ArrowOutlines, arrow_outlines
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.frame import Turn
from stretchbreak.figure.inset_body import Lens, bones, flesh
from stretchbreak.figure.key_pose import KeyPose
from stretchbreak.figure.look import Build
from stretchbreak.figure.marks import Inset
from stretchbreak.figure.outline import chain, hull
from stretchbreak.figure.pose import PoseSequence, View
from stretchbreak.figure.shapes import Circle, Ink, Outline, Role, Shape, Tone
from stretchbreak.figure.skeleton import skeleton
from stretchbreak.figure.vector import Vector

_RING = 0.006
"""Width of the ring round the magnifier."""

_POINTER, _POINTER_END = 0.0028, 0.009
"""Half the width of the line to the body, and the radius of the dot at its end."""

_HALO = 0.0022
"""How far the light edge goes that sets the line off from the body."""

_SIDE_VIEW = View(yaw=0.0, elevation=0.0)


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
    lens: Lens
    pointer: tuple[Outline, ...]
    halo: tuple[Outline, ...]
    arrows: tuple[ArrowOutlines, ...]

    @property
    def circle(self) -> Circle:
        """The magnifier with its ring."""
        return Circle(self.lens.x, self.lens.y, self.inset.radius + _RING, 0.0)


def magnifier(inset: Inset, sequence: PoseSequence, camera: Camera) -> Magnifier:
    """Return what all frames of *inset* share in the picture *camera* sees."""
    side = Camera.looking(_SIDE_VIEW, mirrored=camera.side < 0)
    x, y = camera.point(inset.at)
    lens = Lens(side, x, y, side.point(inset.middle), inset.zoom)
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
    content = [*_mat(lens, inset), *flesh(body, lens), *bones(body, lens)]
    return [
        Shape(glass.halo, Ink(Role.HALO)),
        Shape(glass.pointer, ring),
        Shape((hull([glass.circle]),), ring),
        Shape(inside, Ink(Role.PAPER)),
        *(replace(shape, within=inside) for shape in content),
    ]


def _mat(lens: Lens, inset: Inset) -> list[Shape]:
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
