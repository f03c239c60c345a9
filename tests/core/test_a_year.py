"""A whole year at the office, its prompts reckoned by hand.

The person types from 9 to 12 and from 13 to 17, Monday to Friday, and leaves
out each break a second or two after it was asked. As there is no pause in the
typing, a prompt comes one minute, `typing_cap`, after it falls due; after each
answer 45 minutes of sitting count anew. In minutes since sitting down, in
either half of the day, prompts therefore come at

    46   92   138   184   230

and some seconds, of which the morning's 180 minutes hold three and the
afternoon's 240 all five: eight a day.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from stretchbreak.core import effects, events
from stretchbreak.core.moment import elapsed
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.simulation import Happening, Scenario, Span, simulate
from tests.support.day import ZONE, known

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
BEGINS = datetime(2026, 1, 1, tzinfo=ZoneInfo(ZONE))
YEAR = [date(2026, 1, 1) + step * DAY for step in range(365)]
WORKDAYS = [day for day in YEAR if day.weekday() < 5]
FRIDAYS = [day for day in WORKDAYS if day.weekday() == 4]
MORNING, AFTERNOON = (9, 12), (13, 17)
ASKED = (46, 92, 138, 184, 230)
HOURS = ("mon-fri 09:00-12:00", "mon-fri 13:00-17:00")


def since(day: date, hour: int, minutes: int = 0) -> timedelta:
    """Return the time from the year's beginning to *minutes* past *hour*."""
    at = datetime.combine(day, time(hour), BEGINS.tzinfo)
    return elapsed(BEGINS, at) + minutes * MINUTE


def worked() -> Iterator[Span]:
    """Yield the year's typing."""
    for day in WORKDAYS:
        for first, last in (MORNING, AFTERNOON):
            yield Span(since(day, first), since(day, last))


def skips() -> Iterator[Happening]:
    """Yield the answers: at 46:02, 92:03, 138:04, 184:05 and 230:06."""
    for day in WORKDAYS:
        for first, last in (MORNING, AFTERNOON):
            for count, minute in enumerate(ASKED, start=2):
                if minute < (last - first) * 60:
                    at = since(day, first, minute) + count * SECOND
                    yield Happening(at, (events.SkipAsked,))


def told(habits: Settings) -> Counter[str]:
    """Return how often each kind of effect came in the year."""
    year = Scenario(
        start=BEGINS,
        length=365 * DAY,
        settings=habits,
        input=list(worked()),
        happenings=list(skips()),
    )
    return Counter(_kind(effect) for _at, effect in simulate(year, known()))


def _kind(effect: effects.Effect) -> str:
    appointed = isinstance(effect, effects.PromptShown) and effect.appointment
    return "Appointment" if appointed else type(effect).__name__


def test_the_year_is_as_long_as_reckoned() -> None:
    assert (len(WORKDAYS), len(FRIDAYS)) == (261, 52)


def test_a_year_of_office_days_has_eight_prompts_a_day() -> None:
    counted = told(Settings())

    assert counted["PromptShown"] == counted["Skipped"] == len(WORKDAYS) * 8
    # One at noon and one in the evening.
    assert counted["Rested"] == len(WORKDAYS) * 2


@pytest.mark.long
def test_hours_that_are_the_offices_change_nothing() -> None:
    counted = told(Settings(hours=HOURS))

    # The rest that follows their end ends nothing any more.
    assert counted["PromptShown"] == counted["Skipped"] == len(WORKDAYS) * 8
    assert counted["Rested"] == 0


@pytest.mark.long
def test_an_appointment_takes_the_place_of_one_prompt_a_week() -> None:
    # It is asked at 181 minutes, and the reminder of 183 is answered with it.
    counted = told(Settings(appointments=("fri 16:00 full",)))

    assert counted["Appointment"] == len(FRIDAYS)
    assert counted["PromptShown"] == len(WORKDAYS) * 8 - len(FRIDAYS)
    assert counted["Skipped"] == len(WORKDAYS) * 8
