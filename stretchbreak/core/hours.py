"""Reminder hours: when reminders may come at all.

    "mon-fri 09:00-12:00"   "mon,wed 13:00-17:30"   "fri 22:00-06:00"

A range that ends before it begins crosses midnight and belongs to the day it
starts on. No ranges at all mean always.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache

from stretchbreak.core import clock_time, weekdays
from stretchbreak.core.moment import elapsed

EXPECTED = "hours such as mon-fri 09:00-12:00"
_DAY = timedelta(days=1)
_AHEAD = 8
"""Days looked ahead for the next change: a week and the day it may end on."""


@dataclass(frozen=True, slots=True)
class Hours:
    """A range of the day, on some days of the week.

    Attributes:
        days: The days it starts on, Monday being 0.
        begins: When it begins, on the wall since midnight.
        ends: When it ends, likewise; past a day for the next morning.
    """

    days: frozenset[int]
    begins: timedelta
    ends: timedelta


@lru_cache
def parse(text: str) -> Hours:
    """Return the hours that *text* says.

    Raises:
        ValueError: It says none. The message says what was expected.
    """
    days, _, times = text.strip().partition(" ")
    first, dash, last = times.strip().partition("-")
    if not dash:
        raise ValueError(f"{text!r} are not {EXPECTED}")
    begins, ends = clock_time.parse(first), clock_time.parse(last)
    if begins in {ends, _DAY}:
        raise ValueError(f"{text!r} has no length; expected {EXPECTED}")
    if ends < begins:
        ends += _DAY
    return Hours(weekdays.parse(days), begins, ends)


def text(hours: Hours) -> str:
    """Return *hours* as `parse` reads them.

    Raises:
        ValueError: They have no days.
    """
    ends = hours.ends - _DAY if hours.ends > _DAY else hours.ends
    times = f"{clock_time.text(hours.begins)}-{clock_time.text(ends)}"
    return f"{weekdays.text(hours.days)} {times}"


def open_at(hours: tuple[str, ...], local: datetime) -> bool:
    """Return whether reminders may come at *local*."""
    return not hours or any(
        elapsed(begins, local) >= timedelta() < elapsed(local, ends)
        for begins, ends in _ranges(hours, local.date(), local.tzinfo)
    )


def next_change(hours: tuple[str, ...], local: datetime) -> timedelta | None:
    """Return how long after *local* hours next begin or end, or None for never."""
    if not hours:
        return None
    now_open = open_at(hours, local)
    bounds = {
        bound
        for span in _ranges(hours, local.date(), local.tzinfo)
        for bound in span
        if elapsed(local, bound) > timedelta()
    }
    waits = sorted((elapsed(local, bound), bound) for bound in bounds)
    return next(
        (wait for wait, bound in waits if open_at(hours, bound) is not now_open), None
    )


@lru_cache(maxsize=32)
def _ranges(
    hours: tuple[str, ...], day: date, zone: tzinfo | None
) -> tuple[tuple[datetime, datetime], ...]:
    """Return all ranges that matter on *day* and the week after it."""
    days = [day + step * _DAY for step in range(-1, _AHEAD + 1)]
    return tuple(
        (clock_time.on(each, span.begins, zone), _end(each, span.ends, zone))
        for span in map(parse, hours)
        for each in days
        if each.weekday() in span.days
    )


def _end(day: date, ends: timedelta, zone: tzinfo | None) -> datetime:
    later, since_midnight = divmod(ends, _DAY)
    return clock_time.on(day + later * _DAY, since_midnight, zone)
