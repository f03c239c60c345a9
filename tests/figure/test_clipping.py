"""Tests for stretchbreak.figure.clipping."""

import math
from itertools import pairwise

import pytest

from stretchbreak.figure.clipping import clipped
from stretchbreak.figure.outline import chain, hull, polygon
from stretchbreak.figure.shapes import Circle, Outline

GLASS = Circle(0.5, 0.5, 1.0, 0.0)
NEAR = 0.01

BENT = chain([Circle(x, y, 0.3, 0) for x, y in ((-1, 1), (0, 0), (1, 0), (2, 1.5))])
SOME = {
    "inside": hull([Circle(0.4, 0.5, 0.2, 0), Circle(0.8, 0.5, 0.1, 0)]),
    "half out": hull([Circle(0.4, 0.5, 0.2, 0), Circle(1.8, 0.5, 0.6, 0)]),
    "all round": hull([Circle(0.4, 0.4, 4.0, 0)]),
    "across": polygon([(-3, 0.4), (3, 0.2), (3, 0.6), (-3, 0.8)]),
    "in and out": polygon([(-3, 0), (3, 0), (3, 1), (2, 1), (2, 0.4), (-3, 0.4)]),
    "bent": BENT[0],
    "its corner": polygon([(3, 3), (0.5, 0.5), (3, -3)]),
}


@pytest.mark.parametrize("name", SOME)
def test_inside_the_circle_everything_is_as_it_was(name: str) -> None:
    outline = SOME[name]
    (cut,) = clipped([outline], GLASS)

    for place in _grid():
        is_near = any(math.dist(place, corner) < NEAR for corner in _corners(outline))
        if _inside(place) and not is_near:
            assert _winds(cut, place) == _winds(outline, place), place


@pytest.mark.parametrize("name", SOME)
def test_nothing_reaches_out_of_the_circle(name: str) -> None:
    (cut,) = clipped([SOME[name]], GLASS)

    reach = max(math.dist(corner, (GLASS.x, GLASS.y)) for corner in _corners(cut))
    assert reach <= GLASS.radius + 1e-9


@pytest.mark.parametrize(
    "outline", [hull([Circle(3, 0, 1, 0)]), polygon([(-3, 3), (3, 3), (3, 4)])]
)
def test_what_lies_outside_is_left_out(outline: Outline) -> None:
    assert clipped([outline], GLASS) == ()


def test_what_lies_inside_is_kept_as_it_is() -> None:
    assert clipped([SOME["inside"]], GLASS)[0] is SOME["inside"]


def _grid() -> list[tuple[float, float]]:
    return [(-0.5 + x / 7, -0.5 + y / 7) for x in range(15) for y in range(15)]


def _inside(place: tuple[float, float]) -> bool:
    return math.dist(place, (GLASS.x, GLASS.y)) < GLASS.radius - NEAR


def _corners(outline: Outline) -> list[tuple[float, float]]:
    """Return points close together all along *outline*'s arcs."""
    return [
        (
            arc.x + arc.radius * math.cos(arc.start + arc.sweep * i / 200),
            arc.y + arc.radius * math.sin(arc.start + arc.sweep * i / 200),
        )
        for arc in outline
        for i in range(201 if arc.radius else 1)
    ]


def _winds(outline: Outline, place: tuple[float, float]) -> int:
    """Return how often *outline* goes round *place*."""
    corners = _corners(outline)
    x, y = place
    angles = [math.atan2(cy - y, cx - x) for cx, cy in (*corners, corners[0])]
    turns = ((b - a + math.pi) % math.tau - math.pi for a, b in pairwise(angles))
    return round(sum(turns) / math.tau)
