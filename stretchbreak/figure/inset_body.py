"""What a magnifier shows: the side of the trunk, the spine and the pelvis.

The pelvis is a plain bowl, and the vertebrae are a row of blocks.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stretchbreak.figure.body import HEM, HEM_EXTRA, Bone, Side
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.frame import blended
from stretchbreak.figure.inking import inked
from stretchbreak.figure.limb_parts import limb_parts
from stretchbreak.figure.outline import hull, hulls
from stretchbreak.figure.parts import CHEST, PELVIS, Part, limb_name
from stretchbreak.figure.shapes import Circle, Ink, Outline, Role, Shape, Tone
from stretchbreak.figure.skeleton import Skeleton
from stretchbreak.figure.trunk import Slice
from stretchbreak.figure.trunk_parts import trunk_parts
from stretchbreak.figure.vector import Vector, between, mix

_VERTEBRAE = (0.15, 0.245, 0.34, 0.435, 0.53, 0.625, 0.72, 0.815)
"""Heights of the blocks along the spine."""

_BLOCK_LONG, _BLOCK_DEEP = 0.0068, 0.0125
"""Half a block's length along the spine and its depth, without its rounding."""

_BLOCK_ROUNDING = 0.0032
_BLOCK_BACK = 0.34
"""How far behind the trunk's middle the blocks lie, in radii of the trunk."""

_BOWL, _BOWL_DEEP = 0.046, 0.058
"""Half the width of the bowl that stands for the pelvis, and its depth."""

_BOWL_EDGE = 0.006
"""The radius its corners are rounded with."""

_BOWL_UP = 0.022
"""How far headward of the hips its rim lies."""

_BOWL_OPEN = 0.012
"""Half the height of the opening: one looks into it a little."""

_BOWL_POINTS = 24
"""Its rim and its wall are drawn from so many points."""

_SHIRT_TO = 0.82
"""So far up the spine the shirt is drawn; the rest lies outside of the circle."""

_SMOOTH = 6
"""So many balls of the shirt are drawn between two slices of the trunk."""

_LINE = 0.0026
"""Width of the dark line round the bones."""


@dataclass(frozen=True, slots=True)
class Lens:
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


def flesh(body: Skeleton, lens: Lens) -> list[Shape]:
    """Return trunk and near thigh as they lie on the mat."""
    wanted = (PELVIS, limb_name(Side.RIGHT, Bone.THIGH))
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
    return inked([*parts, _shirt(body.trunk.slices, lens)], [], {})


def _shirt(slices: Sequence[Slice], lens: Lens) -> Part:
    """Return the shirt from the neck to the hem, without the corners of slices.

    So large, a hollow back must be an arch: slice by slice it would be a roof.
    """
    balls = [
        lens.ball(piece.center, piece.radius + HEM_EXTRA)
        for piece in reversed(slices)
        if HEM <= piece.height <= _SHIRT_TO
    ]
    circles = _smooth(balls)
    return Part(
        name=CHEST,
        circles=circles,
        ink=Ink(Role.SHIRT),
        opening=0.0,
        rim=(1.0,) * len(circles),
    )


def _smooth(balls: Sequence[Circle]) -> tuple[Circle, ...]:
    """Return a smooth run of balls that follows *balls* (a cubic B-spline)."""
    first, last = balls[0], balls[-1]
    padded = [first, first, *balls, last, last]
    return tuple(
        Circle(
            *(
                (
                    a * (1 - t) ** 3
                    + b * (3 * t**3 - 6 * t**2 + 4)
                    + c * (-3 * t**3 + 3 * t**2 + 3 * t + 1)
                    + d * t**3
                )
                / 6
                for a, b, c, d in zip(*padded[i : i + 4], strict=True)
            )
        )
        for i in range(len(padded) - 3)
        for t in (step / _SMOOTH for step in range(_SMOOTH))
    )


def bones(body: Skeleton, lens: Lens) -> list[Shape]:
    """Return the row of blocks and the bowl."""
    blocks = [_block(body.trunk.slices, height, lens) for height in _VERTEBRAE]
    pelvis, hips = body.trunk.pelvis, body.trunk.hips
    middle = hips + pelvis.up * _BOWL_UP

    def half_ring(deep: float, edge: float) -> list[Circle]:
        angles = (math.pi * i / _BOWL_POINTS for i in range(_BOWL_POINTS + 1))
        return [
            lens.ball(
                middle
                + pelvis.point(
                    up=-deep * math.sin(angle), front=_BOWL * math.cos(angle)
                ),
                edge,
            )
            for angle in angles
        ]

    wall = half_ring(_BOWL_DEEP, _BOWL_EDGE)
    rim = half_ring(_BOWL_OPEN, 0.0) + half_ring(-_BOWL_OPEN, 0.0)
    line = _LINE * lens.zoom
    outer = [[circle.grown(line) for circle in block] for block in blocks]
    outline = Ink(Role.BONE, Tone.OUTLINE)
    return [
        Shape(hulls(outer), outline),
        Shape(hulls(blocks), Ink(Role.BONE)),
        Shape(hulls([[c.grown(line) for c in part] for part in (wall, rim)]), outline),
        Shape((hull(wall),), Ink(Role.BONE)),
        Shape((hull([c.grown(line / 2) for c in rim]),), outline),
        Shape((hull(rim),), Ink(Role.BONE, Tone.SHADE)),
    ]


def _block(slices: Sequence[Slice], height: float, lens: Lens) -> list[Circle]:
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
