"""Outlines round circles.

Both kinds are exact: they are made of arcs of the circles and of the straight
lines that touch two of them. All run the same way round, so that overlapping
ones fill as one area.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from stretchbreak.figure.shapes import Arc, Circle, Outline

_FULL = 2 * math.pi
_TINY = 1e-9
_SAME_ANGLE = 1e-7

_END_STEPS = 10
"""A flat end is drawn from so many lines."""


def hull(circles: Sequence[Circle]) -> Outline:
    """Return the convex hull of *circles*.

    A line is rolled once round them: it turns on one circle until it touches
    the next.
    """
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
        for i, other in enumerate(circles):
            turn = _turn_to(circles[on], other, angle) if i != on else None
            if turn is None or turn >= sweep - _TINY:
                continue
            if turn < _SAME_ANGLE and i == previous:
                continue  # the line still touches where it came from
            sweep, following = turn, i
        arcs.append(_arc(circles[on], angle, sweep))
        angle, left = angle + sweep, left - sweep
        if following < 0:
            break
        previous, on = on, following
    return tuple(arcs)


def _turn_to(circle: Circle, other: Circle, angle: float) -> float | None:
    """Return how far a line touching *circle* at *angle* turns to touch *other*."""
    across, down = other.x - circle.x, other.y - circle.y
    distance = math.hypot(across, down)
    if distance <= abs(circle.radius - other.radius) + _TINY:
        return None  # one lies inside the other
    lean = math.acos((circle.radius - other.radius) / distance)
    return (math.atan2(down, across) - lean - angle) % _FULL


def hulls(groups: Sequence[Sequence[Circle]]) -> tuple[Outline, ...]:
    """Return one hull per group."""
    return tuple(hull(group) for group in groups)


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
    if len(circles) == 1:
        return (hull(circles),)
    sides = [_side(a, b) for a, b in pairwise(circles)]
    known = [side for side in sides if side is not None]
    if len(known) < len(sides):
        return tuple(hull(pair) for pair in pairwise(circles))
    there: list[Arc] = []
    back: list[Arc] = []
    for (right, left), (a, b) in zip(known, pairwise(circles), strict=True):
        there += [_touching(a, right), _touching(b, right)]
        back += [_touching(a, left), _touching(b, left)]
    return (
        (
            *there,
            *_end(circles, known[-1], opening),
            *reversed(back),
            _cap(circles[0], *reversed(known[0])),
        ),
    )


_Direction = tuple[float, float]


def _side(a: Circle, b: Circle) -> tuple[_Direction, _Direction] | None:
    """Return where the two lines touch that run along both circles.

    Each is told as the unit direction from a circle's center to where the line
    touches it; it is the same for both circles.
    """
    across, down = b.x - a.x, b.y - a.y
    distance = math.hypot(across, down)
    thinner = a.radius - b.radius
    if distance <= abs(thinner) * 1.02 + _TINY:
        return None
    ahead = thinner / distance  # cosine of the angle between the line and the way
    aside = math.sqrt(1 - ahead * ahead)
    across, down = across / distance, down / distance
    return (
        (across * ahead + down * aside, down * ahead - across * aside),
        (across * ahead - down * aside, down * ahead + across * aside),
    )


def _touching(circle: Circle, direction: _Direction) -> Arc:
    x, y = direction
    reach = circle.radius
    return Arc(circle.x + x * reach, circle.y + y * reach, 0.0, 0.0, 0.0)


def _end(
    circles: Sequence[Circle],
    side: tuple[_Direction, _Direction],
    opening: float | None,
) -> list[Arc]:
    """Return the end of a chain: round, or flat with an *opening*."""
    before, last = circles[-2:]
    if opening is None:
        return [_cap(last, *side)]
    (right_x, right_y), (left_x, left_y) = side
    length = math.hypot(last.x - before.x, last.y - before.y)
    ahead_x, ahead_y = (last.x - before.x) / length, (last.y - before.y) / length
    corners: list[Arc] = []
    for i in range(1, _END_STEPS):
        angle = math.pi * i / _END_STEPS
        right, reach = (1 + math.cos(angle)) / 2, math.sin(angle) * opening
        x = right_x * right + left_x * (1 - right) + ahead_x * reach
        y = right_y * right + left_y * (1 - right) + ahead_y * reach
        corners.append(
            Arc(last.x + x * last.radius, last.y + y * last.radius, 0.0, 0.0, 0.0)
        )
    return corners


def _cap(circle: Circle, start: _Direction, end: _Direction) -> Arc:
    """Return the arc round the end of a chain."""
    angle = math.atan2(start[1], start[0])
    sweep = (math.atan2(end[1], end[0]) - angle) % _FULL
    return _arc(circle, angle, sweep)


def _arc(circle: Circle, start: float, sweep: float) -> Arc:
    return Arc(circle.x, circle.y, circle.radius, start, sweep)


def polygon(points: Sequence[tuple[float, float]]) -> Outline:
    """Return the outline with these corners."""
    return tuple(Arc(x, y, 0.0, 0.0, 0.0) for x, y in points)
