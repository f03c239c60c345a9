"""Outlines round circles.

Both kinds are exact: they are made of arcs of the circles and of the straight
lines that touch two of them. All run the same way round, so that overlapping
ones fill as one area.

The latest are kept: from one frame to the next a third of them stay the same,
and within a frame some are drawn twice.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import acos, atan2, cos, hypot, pi, sin, sqrt

from stretchbreak.figure.shapes import Arc, Circle, Outline

_FULL = 2 * pi
_TINY = 1e-9
_SAME_ANGLE = 1e-7
_STRAIGHT = 0.99
"""Above this cosine between its two lines, a circle of a chain gives one corner
between the two: the line is off by less than a thousandth of the radius."""

_KEPT = 512
"""So many outlines of each kind are kept: about those of two frames."""

_new = tuple.__new__

_END_STEPS = 10
"""A flat end is drawn from so many lines."""


def hull(circles: Sequence[Circle]) -> Outline:
    """Return the convex hull of *circles*.

    A line is rolled once round them: it turns on one circle until it touches
    the next.
    """
    return _hull(tuple(circles))


@lru_cache(_KEPT)
def _hull(circles: tuple[Circle, ...]) -> Outline:
    if len(circles) == len(("one", "other")):
        return _hull_of_two(*circles)
    on = max(
        range(len(circles)),
        key=lambda i: (circles[i].x + circles[i].radius, circles[i].radius),
    )
    arcs: list[Arc] = []
    previous = -1
    angle, left = 0.0, _FULL
    most = 2 * len(circles)  # a hull never has more; stops a rounding error
    while left > _TINY and len(arcs) < most:
        sweep, following = left, -1
        x, y, radius, _ = circles[on]
        for i, (other_x, other_y, other_radius, _) in enumerate(circles):
            across, down, thinner = other_x - x, other_y - y, radius - other_radius
            distance = hypot(across, down)
            if distance <= abs(thinner) + _TINY:
                continue  # it is the same circle, or one lies inside the other
            turn = (atan2(down, across) - acos(thinner / distance) - angle) % _FULL
            if turn >= sweep - _TINY:
                continue
            if turn < _SAME_ANGLE and i == previous:
                continue  # the line still touches where it came from
            sweep, following = turn, i
        arcs.append(Arc(x, y, radius, angle, sweep))
        angle, left = angle + sweep, left - sweep
        if following < 0:
            break
        previous, on = on, following
    return tuple(arcs)


def _hull_of_two(a: Circle, b: Circle) -> Outline:
    across, down, thinner = b.x - a.x, b.y - a.y, a.radius - b.radius
    distance = hypot(across, down)
    if distance <= abs(thinner) + _TINY:
        x, y, radius, _ = a if thinner > 0 else b
        return (Arc(x, y, radius, 0.0, _FULL),)
    way, lean = atan2(down, across), acos(thinner / distance)
    return (
        Arc(a.x, a.y, a.radius, way + lean, _FULL - 2 * lean),
        Arc(b.x, b.y, b.radius, way - lean, 2 * lean),
    )


def hulls(groups: Sequence[Sequence[Circle]]) -> tuple[Outline, ...]:
    """Return one hull per group."""
    return tuple(hull(group) for group in groups)


def widened(outlines: Sequence[Outline], by: float) -> tuple[Outline, ...]:
    """Return hulls as they were if all of their circles were larger by *by*."""
    return tuple([_widened(outline, by) for outline in outlines])


@lru_cache(_KEPT)
def _widened(outline: Outline, by: float) -> Outline:
    return tuple(
        [
            _new(Arc, (x, y, radius + by, start, sweep))
            for x, y, radius, start, sweep in outline
        ]
    )


def chain(
    circles: Sequence[Circle], opening: float | None = None
) -> tuple[Outline, ...]:
    """Return the outline of a nearly straight run of circles.

    With *opening* it ends flat, as a sleeve does: in half an ellipse that is this
    share as high as it is wide; without, it ends round.

    One line all round is quicker to fill than a hull for every two
    neighbours; that is left for runs seen so nearly end-on that one circle
    hides another.
    """
    return _chain(tuple(circles), opening)


@lru_cache(_KEPT)
def _chain(circles: tuple[Circle, ...], opening: float | None) -> tuple[Outline, ...]:
    if len(circles) == 1:
        return (hull(circles),)
    sides: list[Sides] = []
    for a, b in pairwise(circles):
        side = touching(a, b)
        if side is None:
            return tuple(_hull_of_two(*pair) for pair in pairwise(circles))
        sides.append(side)
    there: list[Arc] = []
    back: list[Arc] = []
    before = sides[0]
    for circle, after in zip(circles, (*sides, sides[-1]), strict=True):
        x, y, radius, _ = circle
        right_x, right_y, left_x, left_y = after
        old_right_x, old_right_y, old_left_x, old_left_y = before
        if right_x * old_right_x + right_y * old_right_y < _STRAIGHT:
            there.append(_corner(x + old_right_x * radius, y + old_right_y * radius))
        else:
            right_x, right_y = (right_x + old_right_x) / 2, (right_y + old_right_y) / 2
        there.append(_corner(x + right_x * radius, y + right_y * radius))
        if left_x * old_left_x + left_y * old_left_y < _STRAIGHT:
            back.append(_corner(x + old_left_x * radius, y + old_left_y * radius))
        else:
            left_x, left_y = (left_x + old_left_x) / 2, (left_y + old_left_y) / 2
        back.append(_corner(x + left_x * radius, y + left_y * radius))
        before = after
    right_x, right_y, left_x, left_y = sides[0]
    start = _cap(circles[0], (left_x, left_y), (right_x, right_y))
    right_x, right_y, left_x, left_y = sides[-1]
    end = _end(circles, (right_x, right_y), (left_x, left_y), opening)
    back.reverse()
    return ((*there, *end, *back, start),)


_Direction = tuple[float, float]
Sides = tuple[float, float, float, float]


def touching(a: Circle, b: Circle) -> Sides | None:
    """Return where the two lines touch that run along both circles.

    Each is told as the unit direction (x, y) from a circle's center to where
    the line touches it, which is the same for both circles; the right one
    first.
    """
    ax, ay, a_radius, _ = a
    bx, by, b_radius, _ = b
    across, down, thinner = bx - ax, by - ay, a_radius - b_radius
    distance = hypot(across, down)
    if distance <= abs(thinner) * 1.02 + _TINY:
        return None
    ahead = thinner / distance  # cosine of the angle between the line and the way
    aside = sqrt(1 - ahead * ahead) / distance
    ahead /= distance
    return (
        across * ahead + down * aside,
        down * ahead - across * aside,
        across * ahead - down * aside,
        down * ahead + across * aside,
    )


def _corner(x: float, y: float) -> Arc:
    return _new(Arc, (x, y, 0.0, 0.0, 0.0))


def _end(
    circles: Sequence[Circle],
    right_side: _Direction,
    left_side: _Direction,
    opening: float | None,
) -> list[Arc]:
    """Return the end of a chain: round, or flat with an *opening*."""
    before, last = circles[-2:]
    if opening is None:
        return [_cap(last, right_side, left_side)]
    (right_x, right_y), (left_x, left_y) = right_side, left_side
    length = hypot(last.x - before.x, last.y - before.y)
    ahead_x, ahead_y = (last.x - before.x) / length, (last.y - before.y) / length
    corners: list[Arc] = []
    for i in range(1, _END_STEPS):
        angle = pi * i / _END_STEPS
        right, reach = (1 + cos(angle)) / 2, sin(angle) * opening
        x = right_x * right + left_x * (1 - right) + ahead_x * reach
        y = right_y * right + left_y * (1 - right) + ahead_y * reach
        corners.append(_corner(last.x + x * last.radius, last.y + y * last.radius))
    return corners


def _cap(circle: Circle, start: _Direction, end: _Direction) -> Arc:
    """Return the arc round the end of a chain."""
    angle = atan2(start[1], start[0])
    sweep = (atan2(end[1], end[0]) - angle) % _FULL
    return Arc(circle.x, circle.y, circle.radius, angle, sweep)


def polygon(points: Sequence[tuple[float, float]]) -> Outline:
    """Return the outline with these corners."""
    return tuple(Arc(x, y, 0.0, 0.0, 0.0) for x, y in points)
