"""Tests for stretchbreak.core.library."""

from dataclasses import replace

from stretchbreak.core.library import Shelf, in_order, reaching, shelf
from stretchbreak.core.routine import Catalogue, Place, Routine, Step, Stretch
from tests.support.views import HAMSTRING, KNEE, TILT, TWIST, WALK, a_stretch

DESK = a_stretch("Seated twist", place=Place.CHAIR)


def a_catalogue(*stretches: Stretch, routines: dict[str, list[Stretch]]) -> Catalogue:
    return Catalogue(
        stretches={stretch.id: stretch for stretch in stretches},
        routines={
            name: Routine(
                id=name,
                name=name,
                about="",
                warm_up=False,
                steps=tuple(Step(stretch=stretch.id) for stretch in steps),
            )
            for name, steps in routines.items()
        },
    )


def test_a_stretch_stands_where_it_is_done() -> None:
    standing = replace(HAMSTRING, place=Place.STANDING)

    shelves = [shelf(stretch) for stretch in (KNEE, DESK, standing, WALK)]

    assert shelves == [Shelf.FLOOR, Shelf.DESK, Shelf.DESK, Shelf.WARM_UP]


def test_stretches_follow_one_another_as_in_the_longest_routine() -> None:
    catalogue = a_catalogue(
        *(WALK, DESK, HAMSTRING, TWIST, TILT, KNEE),
        routines={"two": [TWIST, KNEE], "three": [KNEE, TILT, TWIST]},
    )

    # No routine has the last one.
    assert in_order(catalogue) == [KNEE, TILT, TWIST, HAMSTRING, DESK, WALK]


def test_stretches_are_found_by_a_muscle_they_are_for() -> None:
    back = replace(TILT, targets=("deep core muscles",))

    assert reaching("glutes", [KNEE, back]) == [KNEE]
    assert reaching("hip flexors", [KNEE, back]) == []
