"""Tests for stretchbreak.core.routine_draft."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given

from stretchbreak.core import choice, routine_draft
from stretchbreak.core.history import History
from stretchbreak.core.routine import (
    DOUBLE_KNEE,
    SINGLE_KNEE,
    TWIST,
    Disorder,
    Routine,
    Side,
    Step,
)
from stretchbreak.core.routine_draft import Draft, Fault, fault
from stretchbreak.core.settings import Settings
from tests.support.day import known
from tests.support.drafts import edits

SECOND = timedelta(seconds=1)
THREE = Routine(
    id="mine",
    name="Mine",
    about="My own.",
    warm_up=False,
    steps=(Step(stretch="a"), Step(stretch="b"), Step(stretch="c")),
)


def order(routine: Routine) -> str:
    return "".join(step.stretch for step in routine.steps)


def with_steps(*stretches: str) -> Routine:
    return replace(THREE, steps=tuple(Step(stretch=each) for each in stretches))


@pytest.mark.parametrize(
    ("which", "to", "left"),
    [(0, 2, "bca"), (2, 0, "cab"), (1, 1, "abc"), (0, -1, "abc"), (1, 9, "acb")],
)
def test_a_step_moves_to_another_place_and_never_past_the_ends(
    which: int, to: int, left: str
) -> None:
    assert order(routine_draft.moved(THREE, which, to)) == left


def test_a_stretch_is_added_where_it_is_wanted_or_last() -> None:
    assert order(routine_draft.added(THREE, "d")) == "abcd"
    assert order(routine_draft.added(THREE, "d", 1)) == "adbc"


def test_a_step_is_removed_or_changed_and_the_others_stay() -> None:
    longer = Step(stretch="b", hold=45 * SECOND)

    assert order(routine_draft.removed(THREE, 1)) == "ac"
    assert routine_draft.changed(THREE, 1, longer).steps == (
        THREE.steps[0],
        longer,
        THREE.steps[2],
    )


def test_what_was_chosen_automatically_has_steps_once_one_is_added() -> None:
    chosen = replace(THREE, steps=(), choose=2)

    routine = routine_draft.added(chosen, "a")

    assert (routine.choose, order(routine)) == (0, "a")


@pytest.mark.parametrize(
    ("routine", "wrong"),
    [
        (with_steps(SINGLE_KNEE, DOUBLE_KNEE), None),
        (with_steps(DOUBLE_KNEE, SINGLE_KNEE), Disorder.DOUBLE_KNEE_EARLY),
        (with_steps(TWIST, SINGLE_KNEE), Disorder.TWIST_FIRST),
        (with_steps("a"), Fault.UNKNOWN_STRETCH),
        (with_steps(), Fault.NO_STEPS),
        (replace(with_steps(SINGLE_KNEE), name=" "), Fault.NO_NAME),
        (replace(with_steps(SINGLE_KNEE), about=""), Fault.NO_ABOUT),
        (replace(THREE, steps=(), choose=2), None),
    ],
)
def test_what_is_wrong_is_named(
    routine: Routine, wrong: Fault | Disorder | None
) -> None:
    assert fault(routine, known()) is wrong


@pytest.mark.parametrize(
    "step",
    [
        Step(stretch=SINGLE_KNEE, hold=61 * SECOND),
        Step(stretch=SINGLE_KNEE, hold=timedelta()),
        Step(stretch=SINGLE_KNEE, times=3),
        Step(stretch=DOUBLE_KNEE, sides=(Side.LEFT,)),
        Step(stretch="pelvic-tilt", times=13),
        Step(stretch="pelvic-tilt", press=11 * SECOND),
        Step(stretch="walk", hold=SECOND),
    ],
)
def test_a_step_must_fit_its_stretch(step: Step) -> None:
    assert fault(replace(THREE, steps=(step,)), known()) is Fault.MISFIT


def test_the_total_is_computed_anew_with_each_edit() -> None:
    def total(routine: Routine) -> timedelta:
        return choice.plan_of(routine, known(), Settings(), History()).total

    both = with_steps(SINGLE_KNEE)
    left = routine_draft.changed(
        both, 0, Step(stretch=SINGLE_KNEE, hold=60 * SECOND, sides=(Side.LEFT,))
    )

    # Lying down 20, hold 30, switch 5, hold 30, getting up 15; then 20, 60, 15.
    assert total(both) == 100 * SECOND
    assert total(left) == 95 * SECOND
    warm = replace(left, warm_up=True)
    assert total(warm) == total(left) + Settings().warm_up


def test_a_routine_of_the_catalogue_is_as_long_as_it_is_offered() -> None:
    catalogue, settings = known(), Settings()
    for routine in catalogue.routines.values():
        offered = choice.offer(routine, catalogue, settings, History())
        planned = choice.planned(offered, catalogue, settings)
        assert choice.plan_of(routine, catalogue, settings, History()) == planned


@given(edits(known()))
def test_each_edit_can_be_taken_back_and_done_again(versions: list[Routine]) -> None:
    first, *later = versions
    draft = Draft(first)
    for version in later:
        draft = draft.edited(version)
    last, count = draft, len(draft.before)

    for _edit in range(count):
        draft = draft.undone()
    assert (draft.routine, draft.undone()) == (first, draft)

    for _edit in range(count):
        draft = draft.redone()
    assert draft == last == draft.redone()


@given(edits(known()))
def test_an_edit_after_undoing_leaves_nothing_to_redo(versions: list[Routine]) -> None:
    draft = Draft(versions[0])
    for version in versions:
        draft = draft.edited(version)

    other = draft.undone().edited(replace(versions[0], name="Other"))

    assert other.redone() == other


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Morning back", "morning-back"),
        ("  Tea & rest!  ", "tea-rest"),
        ("Früh", "früh"),
        ("!!", "routine"),
        ("Full", "full-3"),
    ],
)
def test_an_id_is_a_word_made_of_the_name(name: str, made: str) -> None:
    assert routine_draft.id_for(name, {"full", "full-2"}.__contains__) == made


def test_a_copy_has_a_name_of_its_own() -> None:
    assert routine_draft.copy_name("Full", {"Full", "Full 2"}.__contains__) == "Full 3"
