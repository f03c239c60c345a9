"""Whatever happens, in whatever order: what must hold on any day.

Each example is a list of things to do at a desk, lived through by the coach.
The long form, `pytest -m long`, lives through many thousands of days, and
through some that do not end for long.
"""

from dataclasses import replace
from datetime import datetime
from random import Random

import pytest
from hypothesis import given, settings

from stretchbreak.core import effects
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.simulation import Happening, Scenario, simulate
from tests.support.any_day import (
    HABITS,
    SECOND,
    SPELLS,
    STARTS,
    WISHES,
    AnyDay,
    WatchedDesk,
    days,
    scenarios,
)
from tests.support.day import known

MILLION = 1_000_000


@settings(max_examples=30, deadline=None)
@given(days())
def test_every_promise_is_kept_in_every_second(day: AnyDay) -> None:
    day.keeps_its_promises()


@settings(max_examples=10, deadline=None)
@given(days())
def test_the_coach_is_never_woken_too_late(day: AnyDay) -> None:
    day.is_the_same_when_looked_at_every_second()


@settings(max_examples=30, deadline=None)
@given(days())
def test_each_session_started_ends_once(day: AnyDay) -> None:
    day.ends_each_session_once()


@settings(max_examples=30, deadline=None)
@given(days())
def test_a_restart_in_no_time_loses_nothing(day: AnyDay) -> None:
    day.loses_nothing_by_a_restart()


@settings(max_examples=20, deadline=None)
@given(days())
def test_the_line_of_the_day_goes_on_without_a_gap(day: AnyDay) -> None:
    day.has_a_line()


@pytest.mark.long
@settings(max_examples=5000, deadline=None)
@given(days())
def test_all_this_holds_on_many_thousand_days(day: AnyDay) -> None:
    day.keeps_its_promises()
    day.is_the_same_when_looked_at_every_second()
    day.ends_each_session_once()
    day.loses_nothing_by_a_restart()


@pytest.mark.long
@pytest.mark.parametrize("habits", HABITS, ids=["quick", "slow", "parts", "dates"])
def test_promises_are_kept_over_a_million_events(habits: Settings) -> None:
    chance = Random(1)  # noqa: S311 - no secret
    desk = WatchedDesk(STARTS[0], habits)

    while desk.handled < MILLION // len(HABITS):
        if chance.random() < 0.5:
            desk.does(chance.choice(WISHES))
        desk.types(chance.choice(SPELLS)).waits(chance.choice(SPELLS))


# The same for a whole scenario, where a machine may be off


def timeline(day: Scenario, *more: Happening) -> list[tuple[datetime, effects.Effect]]:
    """Return what happens on *day* when *more* does; refusals are no part of it."""
    both = sorted((*more, *day.happenings), key=lambda each: each.at)
    lived = simulate(replace(day, happenings=both), known())
    return [told for told in lived if not isinstance(told[1], effects.Refused)]


def is_the_same_when_looked_at_every_second(day: Scenario) -> None:
    looks = (Happening(second * SECOND, ()) for second in range(1801))

    assert timeline(day) == timeline(day, *looks)


@settings(max_examples=4, deadline=None)
@given(scenarios())
def test_a_scenario_looked_at_every_second_gives_the_same_timeline(
    day: Scenario,
) -> None:
    is_the_same_when_looked_at_every_second(day)


@pytest.mark.long
@settings(max_examples=1000, deadline=None)
@given(scenarios())
def test_a_thousand_scenarios_do(day: Scenario) -> None:
    is_the_same_when_looked_at_every_second(day)
