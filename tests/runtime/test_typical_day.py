"""Tests for stretchbreak.runtime.typical_day."""

from datetime import date, timedelta

import pytest

from stretchbreak.core.day import Did, Lived, Was
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.typical_day import typical_day
from tests.support.day import known

MONDAY, SATURDAY = date(2026, 3, 2), date(2026, 3, 7)
MINUTE = timedelta(minutes=1)


def lived(today: date = MONDAY, **settings: object) -> Lived:
    return typical_day(Settings(**settings), known(), today)  # type: ignore[arg-type]


def clock(of: Lived, steady: timedelta) -> str:
    return f"{of.at.later(steady).local:%H:%M}"


def shown(of: Lived) -> list[str]:
    return [clock(of, m.at) for m in of.day.marks if m.did is Did.SHOWN]


def test_somebody_works_from_nine_to_half_past_five_and_takes_each_break() -> None:
    day = lived()

    assert shown(day)[:2] == ["09:45", "10:37"]
    assert sum(mark.did is Did.DONE for mark in day.day.marks) == len(shown(day))
    assert f"{day.at.local:%a %H:%M}" == "Mon 17:30"


def test_lunch_is_a_rest() -> None:
    day = lived()

    seats = [(clock(day, s.began), s.was) for s in day.day.seats]
    lunch = seats.index(("13:15", Was.SITTING))
    assert seats[lunch - 1] == ("12:29", Was.AWAY)


def test_a_longer_limit_asks_less_often() -> None:
    assert len(shown(lived(sitting_limit=90 * MINUTE))) < len(shown(lived()))


def test_the_reminder_hours_are_the_day_and_a_gap_in_them_is_lunch() -> None:
    day = lived(hours=("mon-fri 08:00-11:00", "mon-fri 12:00-16:00"))

    sitting = [clock(day, s.began) for s in day.day.seats if s.was is Was.SITTING]
    assert sitting[0] == "08:00"
    assert "12:00" in sitting
    assert f"{day.at.local:%H:%M}" == "16:00"


def test_an_appointment_is_kept() -> None:
    day = lived(appointments=("mon-fri 07:30 morning",))

    assert shown(day)[0] == "07:30"
    done = next(mark for mark in day.day.marks if mark.did is Did.DONE)
    assert done.name == "morning"


@pytest.mark.parametrize(
    ("hours", "day"), [((), "Mon"), (("sat,sun 10:00-14:00",), "Sat")]
)
def test_it_is_a_working_day(hours: tuple[str, ...], day: str) -> None:
    assert f"{lived(SATURDAY, hours=hours).at.local:%a}" == day


def test_hours_that_cross_midnight_end_with_the_day() -> None:
    day = lived(hours=("mon 22:00-06:00",))

    assert f"{day.at.local:%a %H:%M}" == "Tue 04:00"
    assert shown(day)[0] == "22:45"
