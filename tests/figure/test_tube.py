"""Tests for stretchbreak.figure.tube."""

import math
from collections.abc import Sequence

import pytest

from stretchbreak.figure.outline import hulls
from stretchbreak.figure.shapes import Circle, Outline
from stretchbreak.figure.tube import tube

Places = Sequence[tuple[float, float, float]]
"""Slices: x, y and radius."""

STRAIGHT = [(0.0, 0, 2), (3.0, 0, 2.5), (6.0, 0, 1.5)]
BENT = [(0.0, 0, 2), (3.0, 0, 2), (5.0, 1.5, 2), (6.0, 4, 1), (6.0, 7, 1)]
COLLAR = [(0.0, 0, 2), (3.0, 0, 2), (3.2, 0, 1)]
END_ON = [(0.0, 0, 2), (0.1, 0, 1), (6.0, 0, 1)]


def _row(places: Places, aside: float) -> list[Circle]:
    """Return slices at (x, y, radius), their two balls so far apart."""
    return [
        Circle(x + aside * sign / 3, y + aside * sign, radius, 0)
        for x, y, radius in places
        for sign in (-1, 1)
    ]


def _corners(outline: Outline) -> list[tuple[float, float]]:
    """Return points close together all along *outline*."""
    return [
        (
            arc.x + arc.radius * math.cos(arc.start + arc.sweep * i / 50),
            arc.y + arc.radius * math.sin(arc.start + arc.sweep * i / 50),
        )
        for arc in outline
        for i in range(51)
    ]


def _winds(outline: Outline, x: float, y: float) -> int:
    """Return how often *outline* runs round a point."""
    corners = _corners(outline)
    turned = 0.0
    for i, (ax, ay) in enumerate(corners):
        bx, by = corners[i - 1]
        before, after = math.atan2(by - y, bx - x), math.atan2(ay - y, ax - x)
        turned += math.remainder(after - before, math.tau)
    return round(turned / math.tau)


def _inside(outlines: tuple[Outline, ...], x: float, y: float) -> bool:
    return any(_winds(outline, x, y) > 0 for outline in outlines)


@pytest.mark.parametrize("aside", [0.0, 0.4, 1.5])
@pytest.mark.parametrize("places", [STRAIGHT, BENT, COLLAR])
def test_a_tube_is_one_line_round_all_that_the_hulls_fill(
    places: Places, aside: float
) -> None:
    circles = _row(places, aside)
    pairs = hulls([circles[i : i + 4] for i in range(0, len(circles) - 2, 2)])

    outlines = tube(circles)

    assert len(outlines) == 1
    assert all(
        _inside(outlines, x, y) == _inside(pairs, x, y)
        for x in (i * 0.813 - 4.1 for i in range(17))
        for y in (i * 0.791 - 4.3 for i in range(18))
    )


def test_slices_hidden_by_their_neighbours_fall_back_to_hulls() -> None:
    assert len(tube(_row(END_ON, 0.4))) == 2
