"""Tests for stretchbreak.qt.session_wording."""

from dataclasses import replace
from datetime import timedelta

import pytest

from stretchbreak.core.plan import Phase
from stretchbreak.core.routine import Side
from stretchbreak.qt import session_wording
from tests.support.views import (
    KNEE,
    MINUTE,
    SECOND,
    TILT,
    TWIST,
    WALK,
    a_plan,
    a_session,
    a_stretch,
)


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_a_title_and_says_what_to_do(phase: Phase) -> None:
    view = a_session(phase)

    assert session_wording.title(phase)
    assert session_wording.what_to_do(view)
    assert "!" not in session_wording.what_to_do(view) + session_wording.also(view)


def test_the_warm_up_says_how_to_move_and_what_comes_next() -> None:
    view = a_session(Phase.WARM_UP, step=0, side=None)

    assert session_wording.what_to_do(view) == WALK.cue
    assert session_wording.also(view) == f"Next: {KNEE.name}"


def test_getting_ready_is_the_set_up_and_ends_with_breathing_in() -> None:
    view = a_session(Phase.GET_READY)

    assert session_wording.what_to_do(view) == KNEE.set_up
    assert session_wording.also(view) == "Breathe in."


def test_a_hold_is_the_cue_and_a_slow_breath_out_without_bouncing() -> None:
    view = a_session(Phase.HOLD)

    assert session_wording.what_to_do(view) == KNEE.cue
    assert session_wording.also(view).startswith("Breathe out slowly as you move in.")
    assert "No bouncing" in session_wording.also(view)


def test_a_press_goes_with_the_breath_out_and_counts_the_repetition() -> None:
    view = a_session(Phase.PRESS, step=2, side=None, rep=3)

    assert session_wording.also(view).startswith("Breathe out.")
    assert session_wording.heading(view) == f"{TILT.name}, 3 of 8"


@pytest.mark.parametrize("side", Side)
def test_switching_names_the_other_side(side: Side) -> None:
    view = a_session(Phase.SWITCH, side=side)

    assert f"your {side.value} leg" in session_wording.what_to_do(view)


def test_switching_a_twist_speaks_of_the_knees() -> None:
    view = a_session(Phase.SWITCH, side=Side.RIGHT, step=3)

    assert "knees to the right" in session_wording.what_to_do(view)


def test_a_rest_is_no_stretch_and_says_what_comes_next() -> None:
    view = a_session(Phase.REST, side=None)

    assert session_wording.heading(view) == "Rest"
    assert session_wording.what_to_do(view).startswith("Let go")
    assert session_wording.also(view) == f"Next: {TILT.name}"


def test_the_finish_says_how_to_get_up() -> None:
    view = a_session(Phase.FINISH, side=None, step=5)

    assert session_wording.what_to_do(view) == "Roll to your side and push up slowly."
    assert session_wording.heading(view) == "Getting up"
    assert session_wording.step_of(view) == "All steps done"


def test_getting_up_stays_getting_up_while_paused() -> None:
    view = replace(a_session(Phase.PAUSED, side=None, step=5), upcoming=None)

    assert session_wording.heading(view) == "Getting up"


def test_a_pause_says_what_is_left() -> None:
    view = a_session(Phase.PAUSED, remaining=7 * SECOND)

    assert session_wording.also(view).startswith("7 seconds left here.")
    early = a_session(Phase.PAUSED, remaining=4 * MINUTE, length=5 * MINUTE)
    assert session_wording.also(early).startswith("4 minutes left here.")


def test_pain_means_letting_go_and_asking_a_professional() -> None:
    view = a_session(Phase.HURT)

    assert "Let go" in session_wording.what_to_do(view)
    advice = session_wording.also(view)
    assert "should never hurt" in advice
    assert all(word in advice for word in ("sharp", "down a leg", "does not pass"))
    assert "doctor or physiotherapist" in advice


def test_side_words_are_capitals_with_what_they_speak_of() -> None:
    seated = a_stretch("Seated twist")

    assert session_wording.side_words(KNEE, Side.LEFT) == ("", "LEFT", "leg")
    assert session_wording.side_words(TWIST, Side.RIGHT) == ("knees", "RIGHT", "")
    assert session_wording.side_words(seated, Side.LEFT) == ("turn", "LEFT", "")


def test_the_step_is_counted_from_one() -> None:
    assert session_wording.step_of(a_session(step=1)) == "Step 2 of 6"


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        (7 * MINUTE, "7 min left"),
        (6 * MINUTE + SECOND, "7 min left"),
        (MINUTE + SECOND, "2 min left"),
        (MINUTE, "Less than a minute left"),
        (timedelta(), "Less than a minute left"),
    ],
)
def test_what_is_left_is_told_in_minutes(duration: timedelta, words: str) -> None:
    assert session_wording.left(duration) == words


def test_leaving_out_the_last_stretch_goes_to_the_end() -> None:
    assert session_wording.without(a_session(step=1)) == f"Go on with: {TILT.name}"
    last = a_session(step=0, plan=a_plan(KNEE, warm_up=None))
    assert session_wording.without(last) == "Go on to the end."


def test_a_cue_without_a_full_stop_gets_one() -> None:
    short = replace(KNEE, cue="Pull gently")
    view = a_session(plan=a_plan(short, warm_up=None), step=0)

    assert session_wording.what_to_do(view) == "Pull gently."
