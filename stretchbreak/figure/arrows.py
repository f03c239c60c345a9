"""Arrows that show the way to go: a tapered, curved shaft and a barbed head."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from stretchbreak.figure.camera import Camera
from stretchbreak.figure.marks import Arrow, DrawnArrow, FollowingArrow
from stretchbreak.figure.outline import chain, hulls
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.figure.shapes import Circle, Outline
from stretchbreak.figure.skeleton import skeleton
from stretchbreak.figure.vector import Vector, mix

_SHAFT = 0.020
"""Width of the shaft where it meets the head."""

_TAIL = 0.45
"""Width of the tail, as a share of that."""

_HEAD = 0.048
"""Length of the head."""

_ROUNDING = 0.003
"""Radius of the head's corners."""

_FOLLOWED = 9
"""So many places of a joint's path give its arrow."""

_SMOOTH = 12
"""So many points are drawn between two given ones."""

_HALO = 0.006
"""How far the light edge goes that sets an arrow off from what is behind it."""


@dataclass(frozen=True, slots=True)
class ArrowOutlines:
    """An arrow on the picture.

    Attributes:
        way: The index of the key pose its way starts from.
        body: The arrow itself.
        halo: The arrow with its light edge.
        lasts: Whether it shows all the way, and in the hold at its end.
    """

    way: int
    body: tuple[Outline, ...]
    halo: tuple[Outline, ...]
    lasts: bool = False


def _way(sequence: PoseSequence, arrow: Arrow) -> int:
    """Return the index of the key pose from which *arrow*'s way starts."""
    return (arrow.to_key - 1) % len(sequence.keys)


def _places(sequence: PoseSequence, arrow: Arrow) -> tuple[Vector, ...]:
    """Return the places *arrow* goes through, tail first."""
    match arrow:
        case DrawnArrow():
            return arrow.points
        case FollowingArrow():
            ways, way = sequence.ways, _way(sequence, arrow)
            places: list[Vector] = []
            for i in range(_FOLLOWED):
                share = mix(arrow.start, arrow.end, i / (_FOLLOWED - 1))
                body = skeleton(sequence, (way + share) / ways)
                places.append(body.joint(arrow.joint, arrow.outward) + arrow.offset)
            return tuple(places)
        case unreachable:
            assert_never(unreachable)


def arrow_outlines(
    arrow: Arrow, sequence: PoseSequence, camera: Camera
) -> ArrowOutlines:
    """Return *arrow* as the camera sees it."""
    line = camera.points(_smooth(_places(sequence, arrow)))
    cut = _index_before(line, _HEAD * arrow.size * 0.8)
    widest = _SHAFT * arrow.size / 2
    shaft = [
        Circle(x, y, widest * mix(_TAIL, 1, i / max(1, cut)), 0.0)
        for i, (x, y) in enumerate(line[: cut + 1])
    ]
    barbs = _head(line[-1], line[cut], arrow.size)

    def outlines(wider: float) -> tuple[Outline, ...]:
        head = [[circle.grown(wider) for circle in barb] for barb in barbs]
        return *hulls(head), *chain([circle.grown(wider) for circle in shaft])

    return ArrowOutlines(_way(sequence, arrow), outlines(0), outlines(_HALO))


def _head(
    tip: tuple[float, float], base: tuple[float, float], size: float
) -> list[list[Circle]]:
    """Return the two halves of the head, each from the tip over a barb to the base."""
    reach = math.hypot(tip[0] - base[0], tip[1] - base[1])
    across, down = (tip[0] - base[0]) / reach, (tip[1] - base[1]) / reach
    half, back = _HEAD * size * 0.56, _HEAD * size * 0.12

    def corner(x: float, y: float) -> Circle:
        return Circle(x, y, _ROUNDING * size, 0.0)

    return [
        [
            corner(*tip),
            corner(
                base[0] - down * half * sign - across * back,
                base[1] + across * half * sign - down * back,
            ),
            corner(*base),
        ]
        for sign in (1, -1)
    ]


def _index_before(line: Sequence[tuple[float, float]], length: float) -> int:
    """Return the index of the point about *length* before the end of *line*."""
    gone = 0.0
    for i in range(len(line) - 1, 0, -1):
        gone += math.hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1])
        if gone >= length:
            return i - 1
    return 0


def _smooth(places: Sequence[Vector]) -> list[Vector]:
    """Return a smooth line through *places* (Catmull-Rom)."""
    padded = [places[0], *places, places[-1]]
    line: list[Vector] = []
    for i in range(1, len(padded) - 2):
        before, start, end, after = padded[i - 1 : i + 3]
        for step in range(_SMOOTH):
            t = step / _SMOOTH
            line.append(
                start
                + (end - before) * (0.5 * t)
                + (before * 2 - start * 5 + end * 4 - after) * (0.5 * t**2)
                + (start * 3 - before - end * 3 + after) * (0.5 * t**3)
            )
    return [*line, places[-1]]
