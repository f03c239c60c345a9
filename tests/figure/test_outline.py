"""Tests for stretchbreak.figure.outline."""

import math
import random

import pytest

from stretchbreak.figure.outline import chain, hull
from stretchbreak.figure.shapes import Circle, Outline

SOME = [
    [Circle(0, 0, 1, 0)],
    [Circle(0, 0, 1, 0), Circle(5, 0, 1, 0)],
    [Circle(0, 0, 1, 0), Circle(5, 2, 0.2, 0)],
    [Circle(0, 0, 0.3, 0), Circle(-2, -3, 1, 0), Circle(4, 1, 0.5, 0)],
    [Circle(0, 0, 3, 0), Circle(0.5, 0, 1, 0)],  # one inside the other
    [Circle(x, y, 0, 0) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1), (0.5, 0.5))],
]


def _corners(outline: Outline) -> list[tuple[float, float]]:
    """Return points close together all along *outline*."""
    return [
        (
            arc.x + arc.radius * math.cos(arc.start + arc.sweep * i / 200),
            arc.y + arc.radius * math.sin(arc.start + arc.sweep * i / 200),
        )
        for arc in outline
        for i in range(201)
    ]


def _area(outline: Outline) -> float:
    """Return the area by the shoelace formula; its sign tells the way round."""
    corners = _corners(outline)
    following = corners[1:] + corners[:1]
    pairs = zip(corners, following, strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def _reach(outline: Outline, angle: float) -> float:
    """Return how far *outline* reaches in one direction."""
    return max(x * math.cos(angle) + y * math.sin(angle) for x, y in _corners(outline))


@pytest.mark.parametrize("circles", SOME)
def test_a_hull_reaches_exactly_as_far_as_its_circles(circles: list[Circle]) -> None:
    outline = hull(circles)

    for step in range(24):
        angle = step * math.tau / 24
        farthest = max(
            c.x * math.cos(angle) + c.y * math.sin(angle) + c.radius for c in circles
        )
        assert _reach(outline, angle) == pytest.approx(farthest, abs=1e-3)


def test_a_hull_of_many_circles_is_closed_once_round() -> None:
    dice = random.Random(7)  # noqa: S311 - test data, not a secret
    for _ in range(50):
        circles = [
            Circle(dice.random(), dice.random(), dice.random() / 3, 0)
            for _ in range(dice.randint(1, 12))
        ]
        turned = sum(arc.sweep for arc in hull(circles))
        assert turned == pytest.approx(math.tau)


def test_a_chain_of_two_is_their_hull() -> None:
    two = [Circle(1, 2, 1, 0), Circle(4, -1, 0.4, 0)]

    (outline,) = chain(two)

    assert _area(outline) == pytest.approx(_area(hull(two)), rel=1e-3)


def test_a_chain_may_bend_and_is_thinner_than_its_hull() -> None:
    bent = [Circle(0, 0, 1, 0), Circle(4, 0, 1, 0), Circle(8, 4, 1, 0)]

    (outline,) = chain(bent)

    parts = _area(hull(bent[:2])) + _area(hull(bent[1:])) - math.pi
    assert _area(outline) == pytest.approx(parts, rel=0.05)
    assert _area(outline) < _area(hull(bent))


def test_a_chain_seen_end_on_falls_back_to_hulls() -> None:
    hidden = [Circle(0, 0, 2, 0), Circle(0.1, 0, 1, 0), Circle(5, 0, 0.5, 0)]

    assert len(chain(hidden)) == 2


@pytest.mark.parametrize("circles", SOME)
def test_all_outlines_run_the_same_way_round(circles: list[Circle]) -> None:
    for outline in (hull(circles), *chain(circles)):
        assert _area(outline) >= 0
