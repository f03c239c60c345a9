"""The outline of a row of slices, each of them two balls side by side.

It is exactly the area that the hulls of every two neighbouring slices fill
together, but one line all round: that is a quarter of the work to fill.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, product
from math import atan2, pi
from typing import NamedTuple

from stretchbreak.figure.outline import hulls, touching
from stretchbreak.figure.shapes import Arc, Circle, Outline

_FULL = 2 * pi
_BACKWARD = 1.5 * pi
"""No arc between two circles of a slice is as long: more is a rounding error."""

_TINY = 1e-9
_KEPT = 32

_Slice = tuple[Circle, Circle]


class _Line(NamedTuple):
    """A straight line from slice to slice, with both of them on its inner side.

    Attributes:
        start: The circle it touches first.
        end: The circle it touches last.
        angle: Where it touches both, in radians.
    """

    start: Circle
    end: Circle
    angle: float


def tube(circles: Sequence[Circle]) -> tuple[Outline, ...]:
    """Return the outline round slices, told as circles: the first two are one.

    A last slice that the one before it hides is left out, as a collar is. One hull
    for every two slices is left for a row seen so nearly end-on that others are.
    """
    return _tube(tuple(circles))


@lru_cache(_KEPT)
def _tube(circles: tuple[Circle, ...]) -> tuple[Outline, ...]:
    row = [_slice(*pair) for pair in zip(circles[::2], circles[1::2], strict=True)]
    if len(row) > 1 and _hides(row[-2], row[-1]):
        row.pop()
    lines: list[_Line] = []
    for a, b in pairwise((*row, *row[-2::-1])):
        line = _line(a, b)
        if line is None:
            return hulls([circles[i : i + 4] for i in range(0, len(circles) - 2, 2)])
        lines.append(line)
    ends = (0, len(row) - 1)
    turns = [
        _turn(lines[i - 1], line, is_end=i in ends) for i, line in enumerate(lines)
    ]
    return (tuple([arc for turn in turns for arc in turn]),)


def _hides(a: _Slice, b: _Slice) -> bool:
    """Return whether slice *a* hides slice *b*."""
    is_larger = a[0].radius >= b[0].radius
    return is_larger and (_line(a, b) is None or _line(b, a) is None)


def _slice(a: Circle, b: Circle) -> _Slice:
    """Return a slice; one circle counts twice if it hides the other."""
    if touching(a, b):
        return a, b
    larger = max(a, b, key=lambda circle: circle.radius)
    return larger, larger


def _line(a: _Slice, b: _Slice) -> _Line | None:
    """Return the line that runs along the right of two slices."""
    every = {*a, *b}
    for start, end in product(a, b):
        side = touching(start, end)
        if side is None:
            continue
        across, down, _, _ = side
        most = start.x * across + start.y * down + start.radius + _TINY
        if all(x * across + y * down + radius <= most for x, y, radius, _ in every):
            return _Line(start, end, atan2(down, across))
    return None


def _turn(before: _Line, after: _Line, *, is_end: bool) -> list[Arc]:
    """Return the way round a slice from one line to the next."""
    last, first = before.end, after.start
    start, end = before.angle, after.angle
    if not is_end and (end - start) % _FULL > pi:  # a hollow: the lines cross
        return [_arc(last, start, start), _arc(first, end, end)]
    side = touching(last, first)
    if side is None:
        return [Arc(last.x, last.y, last.radius, start, (end - start) % _FULL)]
    middle = atan2(side[1], side[0])
    return [_arc(last, start, middle), _arc(first, middle, end)]


def _arc(circle: Circle, start: float, end: float) -> Arc:
    sweep = (end - start) % _FULL
    if sweep > _BACKWARD:
        sweep = 0.0
    return Arc(circle.x, circle.y, circle.radius, start, sweep)
