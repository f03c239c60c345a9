"""Cuts outlines off at a circle, so that nothing need be cut when they are painted.

Whatever lies outside is moved straight toward the middle, onto the circle. That
leaves everything inside as it was, however an outline winds.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import acos, atan2, ceil, cos, hypot, pi, sin, sqrt

from stretchbreak.figure.shapes import Arc, Circle, Outline

_OFF = 2e-5
"""An arc that is cut may be off by so much: the tenth of a pixel if a body height is
five thousand of them."""

_LEAST = 1e-6
"""What is turned by less, in radians, went there and back again."""

_KEPT = 64

_Point = tuple[float, float]


def clipped(outlines: Iterable[Outline], circle: Circle) -> tuple[Outline, ...]:
    """Return what of *outlines* lies inside *circle*; those outside are left out."""
    cut = [_clipped(outline, circle) for outline in outlines]
    return tuple([outline for outline in cut if outline])


@lru_cache(_KEPT)
def _clipped(outline: Outline, circle: Circle) -> Outline:
    if all(_holds(circle, arc) for arc in outline):
        return outline
    cut = _Cut(circle, _on(outline[-1], 1.0))
    for arc in outline:
        if _holds(circle, arc):
            cut.go(_on(arc, 0.0))
            cut.arcs.append(arc)
            cut.at = _on(arc, 1.0)
        else:
            for point in _points(arc):
                cut.go(point)
    only = cut.arcs[0]
    is_outside = len(cut.arcs) == 1 and only.radius > 0 and abs(only.sweep) < _LEAST
    return () if is_outside else tuple(cut.arcs)


def _holds(circle: Circle, arc: Arc) -> bool:
    """Return whether the whole circle that *arc* is of lies inside."""
    return hypot(arc.x - circle.x, arc.y - circle.y) + arc.radius <= circle.radius


def _on(arc: Arc, share: float) -> _Point:
    angle = arc.start + arc.sweep * share
    return arc.x + arc.radius * cos(angle), arc.y + arc.radius * sin(angle)


def _points(arc: Arc) -> Iterator[_Point]:
    """Yield points so near to each other that the lines between them are the arc."""
    steps = 0
    if arc.radius:
        widest = 2 * acos(max(0.0, 1 - _OFF / arc.radius))
        steps = ceil(abs(arc.sweep) / widest)
    return (_on(arc, i / max(1, steps)) for i in range(steps + 1))


class _Cut:
    """An outline that is being cut.

    Args:
        circle: Where it is cut.
        at: Where the line has come to, inside the circle or not.
    """

    def __init__(self, circle: Circle, at: _Point) -> None:
        self._circle = circle
        self.at = at
        self.arcs: list[Arc] = []

    def go(self, to: _Point) -> None:
        """Go on, straight."""
        start = self.at
        enters, leaves = _crossings(self._circle, start, to)
        if enters < leaves:
            if enters > 0:
                self._go_round(_between(start, to, enters))
            self.at = _between(start, to, leaves)
            self.arcs.append(Arc(*self.at, 0.0, 0.0, 0.0))
        if enters >= leaves or leaves < 1:
            self._go_round(to)
        self.at = to

    def _go_round(self, to: _Point) -> None:
        """Go on along the circle, as far as *to* is on its way round."""
        x, y, radius, _ = self._circle
        start = atan2(self.at[1] - y, self.at[0] - x)
        sweep = (atan2(to[1] - y, to[0] - x) - start + pi) % (2 * pi) - pi
        last = self.arcs[-1] if self.arcs else None
        if last and (last.x, last.y, last.radius) == (x, y, radius):
            self.arcs[-1] = last._replace(sweep=last.sweep + sweep)
        else:
            self.arcs.append(Arc(x, y, radius, start, sweep))
        self.at = to


def _crossings(circle: Circle, a: _Point, b: _Point) -> tuple[float, float]:
    """Return between which shares of the way from *a* to *b* it is inside.

    Both are 1 if it never is.
    """
    (ax, ay), (bx, by) = a, b
    x, y, radius, _ = circle
    across, down = bx - ax, by - ay
    square = across * across + down * down
    if not square:
        is_inside = hypot(ax - x, ay - y) <= radius
        return (0.0, 1.0) if is_inside else (1.0, 1.0)
    middle = ((x - ax) * across + (y - ay) * down) / square
    aside = (ax + across * middle - x) ** 2 + (ay + down * middle - y) ** 2
    if aside >= radius * radius:
        return 1.0, 1.0
    half = sqrt((radius * radius - aside) / square)
    enters, leaves = max(0.0, middle - half), min(1.0, middle + half)
    return (enters, leaves) if enters < leaves else (1.0, 1.0)


def _between(a: _Point, b: _Point, share: float) -> _Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
