"""Reminder hours day by day."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchbreak.core import appointment, clock_time, hours, weekdays
from stretchbreak.core.week import DAYS, lines, week
from tests.support.written import appointment_lines, hours_lines

HOUR = timedelta(hours=1)


def test_each_day_has_the_ranges_that_begin_on_it() -> None:
    these = week(("mon-fri 13:00-17:00", "mon,wed 09:00-12:00", "fri 22:00-06:00"))

    assert these[0] == ((9 * HOUR, 12 * HOUR), (13 * HOUR, 17 * HOUR))
    assert these[1] == ((13 * HOUR, 17 * HOUR),)
    assert these[4] == ((13 * HOUR, 17 * HOUR), (22 * HOUR, 30 * HOUR))
    assert these[5] == these[6] == ()


def test_the_same_range_on_many_days_is_one_line() -> None:
    office = ((9 * HOUR, 12 * HOUR), (13 * HOUR, 24 * HOUR))

    assert lines([office, office, (), office, (), (), ((22 * HOUR, 29 * HOUR),)]) == (
        "mon-tue,thu 09:00-12:00",
        "mon-tue,thu 13:00-24:00",
        "sun 22:00-05:00",
    )


def test_a_week_without_hours_has_no_lines() -> None:
    assert lines([()] * DAYS) == ()
    assert week(()) == ((),) * DAYS


@given(st.lists(hours_lines(), max_size=6).map(tuple))
def test_lines_of_a_week_mean_the_same_week(written: tuple[str, ...]) -> None:
    these = week(written)

    assert week(lines(these)) == these


@given(hours_lines())
def test_hours_are_written_as_they_are_read(line: str) -> None:
    assert hours.parse(hours.text(hours.parse(line))) == hours.parse(line)


@given(appointment_lines())
def test_appointments_are_written_as_they_are_read(line: str) -> None:
    said = appointment.parse(line)

    assert appointment.parse(appointment.text(said)) == said


@given(st.frozensets(st.integers(0, 6), min_size=1))
def test_days_are_written_as_they_are_read(days: frozenset[int]) -> None:
    assert weekdays.parse(weekdays.text(days)) == days


def test_no_days_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="no days; expected days such as"):
        weekdays.text(())


@given(st.integers(0, 24 * 60))
def test_a_time_of_day_is_written_as_it_is_read(minutes: int) -> None:
    since_midnight = timedelta(minutes=minutes)

    assert clock_time.parse(clock_time.text(since_midnight)) == since_midnight
