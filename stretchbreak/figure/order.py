"""Which part is drawn before which.

Where two parts overlap on the picture, the farther one is drawn first. Some
pairs are settled beforehand (a hand goes over the limb it holds, a sleeve over
its arm), because depths alone would flicker there.
"""

from collections.abc import Sequence
from math import sqrt

from stretchbreak.figure.parts import Part
from stretchbreak.figure.shapes import Bounds, Circle

_UNDECIDED = 1e-9


def drawing_order(parts: Sequence[Part]) -> list[Part]:
    """Return *parts* in the order to draw them, farthest first.

    If the parts overlap in a ring (A over B over C over A), the settled pairs
    are kept and the farthest part of the ring goes first.
    """
    named = {part.name: part for part in parts}
    settled = _settled(named)
    earlier = {name: set(names) for name, names in settled.items()}
    boxes = {name: box_of(part.circles) for name, part in named.items()}
    samples = {name: _samples(part) for name, part in named.items()}
    for i, a in enumerate(parts):
        for b in parts[i + 1 :]:
            if a.name in settled[b.name] or b.name in settled[a.name]:
                continue
            box, other = boxes[a.name], boxes[b.name]
            if not overlapping(box, other):
                continue
            nearer = _how_much_nearer(
                _touching(other, samples[a.name]), _touching(box, samples[b.name])
            )
            if nearer > _UNDECIDED:
                earlier[a.name].add(b.name)
            elif nearer < -_UNDECIDED:
                earlier[b.name].add(a.name)
    return [named[name] for name in _sorted(named, earlier, settled)]


def _settled(named: dict[str, Part]) -> dict[str, set[str]]:
    """Return for every part the names of those that must come before it."""
    settled: dict[str, set[str]] = {name: set() for name in named}
    for part in named.values():
        settled[part.name].update(name for name in part.after if name in named)
        for name in part.before:
            if name in named:
                settled[name].add(part.name)
    return settled


def _sorted(
    named: dict[str, Part], earlier: dict[str, set[str]], settled: dict[str, set[str]]
) -> list[str]:
    depth = {
        name: sum(circle.depth for circle in part.circles) / len(part.circles)
        for name, part in named.items()
    }
    left = set(named)
    order: list[str] = []
    while left:
        ready = [name for name in left if not earlier[name] & left]
        if not ready:
            ready = [name for name in left if not settled[name] & left] or list(left)
        farthest = max(ready, key=lambda name: (depth[name], name))
        order.append(farthest)
        left.remove(farthest)
    return order


def _samples(part: Part) -> Sequence[Circle]:
    """Return enough circles of *part* to compare depths; chains have plenty."""
    return part.circles[::2] if part.is_run and not part.finished else part.circles


def _touching(box: Bounds, circles: Sequence[Circle]) -> list[Circle]:
    """Return those of *circles* that reach into *box*."""
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    return [
        circle
        for circle in circles
        if circle.x + circle.radius > left
        and circle.x - circle.radius < right
        and circle.y + circle.radius > top
        and circle.y - circle.radius < bottom
    ]


def _how_much_nearer(a: Sequence[Circle], b: Sequence[Circle]) -> float:
    """Return a vote: + if *a* lies before *b* where they overlap, - if behind."""
    vote = 0.0
    for ax, ay, a_radius, a_depth in a:
        for bx, by, b_radius, b_depth in b:
            across, down, reach = ax - bx, ay - by, a_radius + b_radius
            apart = across * across + down * down
            if apart < reach * reach:
                vote += (reach - sqrt(apart)) * (b_depth - a_depth)
    return vote


def box_of(circles: Sequence[Circle]) -> Bounds:
    """Return the box round *circles*."""
    return Bounds(
        min(circle.x - circle.radius for circle in circles),
        min(circle.y - circle.radius for circle in circles),
        max(circle.x + circle.radius for circle in circles),
        max(circle.y + circle.radius for circle in circles),
    )


def overlapping(a: Bounds, b: Bounds) -> bool:
    """Return whether two boxes share any area."""
    return (
        a.left <= b.right
        and b.left <= a.right
        and a.top <= b.bottom
        and b.top <= a.bottom
    )
