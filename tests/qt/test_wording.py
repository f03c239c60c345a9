"""Tests for stretchbreak.qt.wording."""

from dataclasses import replace
from datetime import timedelta

import pytest

from stretchbreak.core.plan import make
from stretchbreak.core.routine import Side, Step, Stretch
from stretchbreak.core.settings import Settings
from stretchbreak.qt import wording
from tests.support.views import (
    KNEE,
    MARCH,
    MINUTE,
    SECOND,
    TILT,
    a_plan,
    a_prompt,
    a_walk,
)


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        (45 * MINUTE, "45 minutes"),
        (MINUTE, "1 minute"),
        (80 * MINUTE, "1 hour 20 minutes"),
        (120 * MINUTE, "2 hours"),
        (61 * MINUTE, "1 hour 1 minute"),
        (44 * MINUTE + 50 * SECOND, "45 minutes"),
        (59 * SECOND, "less than a minute"),
        (timedelta(), "less than a minute"),
    ],
)
def test_a_duration_is_spoken_in_full_words(duration: timedelta, words: str) -> None:
    assert wording.spoken(duration) == words


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        (8 * MINUTE, "8 min"),
        (8 * MINUTE + 20 * SECOND, "8 min"),
        (80 * MINUTE, "1 h 20 min"),
        (60 * MINUTE, "1 h"),
        (30 * SECOND, "30 s"),
        (timedelta(seconds=59.7), "1 min"),
    ],
)
def test_a_duration_is_short_where_room_is_scarce(
    duration: timedelta, words: str
) -> None:
    assert wording.short(duration) == words


@pytest.mark.parametrize(
    ("seconds", "digits"),
    [
        (30, "30"),
        (29.999, "30"),
        (29.0, "29"),
        (0.001, "1"),
        (0, "0"),
        (-1, "0"),
        (99, "99"),
        (99.5, "1:40"),
        (300, "5:00"),
        (245, "4:05"),
    ],
)
def test_a_counter_rounds_up_so_that_zero_means_over(
    seconds: float, digits: str
) -> None:
    assert wording.clock(timedelta(seconds=seconds)) == digits


def test_the_question_says_how_long_one_has_been_sitting() -> None:
    question = wording.question(a_prompt(sitting=45 * MINUTE))

    assert question == "You have been sitting for 45 minutes."


def test_the_question_does_without_sitting_time_when_there_is_none() -> None:
    assert wording.question(a_prompt(sitting=timedelta())) == "It is time for a break."


def test_the_offer_names_warm_up_stretches_and_total() -> None:
    plan = a_plan(KNEE, TILT)

    assert wording.offer(plan) == "Walk 5 min, then two stretches: 8 min"


def test_the_offer_of_one_stretch_counts_it_as_one() -> None:
    assert wording.offer(a_plan(TILT)) == "Walk 5 min, then one stretch: 7 min"


def test_the_offer_says_when_the_warm_up_is_marching() -> None:
    offer = wording.offer(a_plan(TILT, warm_up=MARCH))

    assert offer == "March 5 min, then one stretch: 7 min"


def test_the_offer_without_warm_up_begins_with_the_stretches() -> None:
    assert wording.offer(a_plan(KNEE, TILT, warm_up=None)) == "Two stretches: 3 min"


@pytest.mark.parametrize(
    ("lasting", "offer"),
    [(2 * MINUTE, "Stand and walk: 2 min"), (30 * SECOND, "Stand and walk: 30 s")],
)
def test_the_offer_of_a_walk_is_to_stand_and_walk(
    lasting: timedelta, offer: str
) -> None:
    assert wording.offer(a_walk(lasting)) == offer


def test_many_stretches_are_counted_in_digits() -> None:
    assert "nine" not in wording.offer(a_plan(*[TILT] * 9))
    assert "then 9 stretches" in wording.offer(a_plan(*[TILT] * 9))


def test_a_dose_says_how_long_and_how_often() -> None:
    double = replace(KNEE, sided=False)
    plan = a_plan(KNEE, TILT, double)

    assert [wording.dose(plan, step) for step in range(4)] == [
        "5 min, to warm up",
        "Hold 30 s, left and right",
        "Press 5 s, 8 times",
        "Hold 30 s",
    ]
    assert wording.dose(a_walk(), 0) == "2 min"


@pytest.mark.parametrize(
    ("step", "stretch", "words"),
    [
        (Step(stretch="k", sides=(Side.LEFT,)), KNEE, "Hold 30 s, left only"),
        (
            Step(stretch="k", hold=45 * SECOND, sides=(Side.RIGHT, Side.LEFT)),
            KNEE,
            "Hold 45 s, right and left",
        ),
        (Step(stretch="t", times=1, press=8 * SECOND), TILT, "Press 8 s, once"),
    ],
)
def test_a_dose_is_as_the_step_says(step: Step, stretch: Stretch, words: str) -> None:
    plan = make("mine", [(step, stretch)], Settings(), None)

    assert wording.dose(plan, 0) == words
