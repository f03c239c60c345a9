"""Tests for stretchbreak.figure.body_map."""

import pytest

from stretchbreak.figure.body_map import MUSCLES, Seen, body
from stretchbreak.figure.scene import scene
from stretchbreak.figure.shapes import Role

OF_THE_FRONT = {"deep core muscles", "obliques", "hip flexors"}


def _marked(seen: Seen, *muscles: str) -> bool:
    shapes = scene(body(seen, muscles), at=1.0).shapes
    return any(shape.ink.role is Role.SPOT for shape in shapes)


@pytest.mark.parametrize("muscle", MUSCLES)
def test_a_muscle_is_seen_from_the_side_on_which_it_lies(muscle: str) -> None:
    in_front = muscle in OF_THE_FRONT

    assert _marked(Seen.FRONT, muscle) is in_front
    assert _marked(Seen.BACK, muscle) is not in_front


@pytest.mark.parametrize("muscle", MUSCLES)
def test_both_halves_of_the_body_are_marked_alike(muscle: str) -> None:
    seen = Seen.FRONT if muscle in OF_THE_FRONT else Seen.BACK
    marked = scene(body(seen, [muscle]), at=1.0).shapes
    arcs = [
        arc
        for shape in marked
        if shape.ink.role is Role.SPOT
        for line in shape.outlines
        for arc in line
    ]

    left = min(arc.x - arc.radius for arc in arcs)
    right = max(arc.x + arc.radius for arc in arcs)

    assert left == pytest.approx(-right, abs=0.01)


def test_what_is_no_muscle_it_knows_marks_nothing() -> None:
    assert not _marked(Seen.BACK, "patience")
    assert _marked(Seen.BACK, "patience", "glutes")
