"""Appointments: a routine at a clock time.

    "mon-fri 07:30 morning"   "sun 21:00 evening"

Each comes once a date. It asks like a reminder, but hours do not hold it, and
it is missed if it could not be asked, or was not answered, within two hours.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from stretchbreak.core import clock_time, weekdays
from stretchbreak.core.moment import elapsed

EXPECTED = "an appointment such as mon-fri 07:30 morning"
PATIENCE = timedelta(hours=2)
"""How long after its time an appointment can still be offered or answered."""
_DAY = timedelta(days=1)
_LOOK_BACK = 31
"""Days for which missed appointments are still counted after an absence."""
_PARTS = 3


@dataclass(frozen=True, slots=True)
class Appointment:
    """A routine at a time of day, on some days of the week.

    Attributes:
        days: The days, Monday being 0.
        time: The time of day, on the wall since midnight.
        routine: The routine's id.
    """

    days: frozenset[int]
    time: timedelta
    routine: str


@lru_cache
def parse(text: str) -> Appointment:
    """Return the appointment that *text* says.

    Raises:
        ValueError: It says none. The message says what was expected.
    """
    parts = text.split()
    if len(parts) != _PARTS:
        raise ValueError(f"{text!r} is not {EXPECTED}")
    since_midnight = clock_time.parse(parts[1])
    if since_midnight == _DAY:
        raise ValueError(f"{text!r} has no time of its day; expected {EXPECTED}")
    return Appointment(weekdays.parse(parts[0]), since_midnight, parts[2])


def text(appointment: Appointment) -> str:
    """Return *appointment* as `parse` reads it.

    Raises:
        ValueError: It has no days.
    """
    time = clock_time.text(appointment.time)
    return f"{weekdays.text(appointment.days)} {time} {appointment.routine}"


def renamed(texts: Iterable[str], old: str, new: str) -> tuple[str, ...]:
    """Return the appointments *texts* after the routine *old* was called *new*."""
    return tuple(
        " ".join([*text.split()[:-1], new]) if parse(text).routine == old else text
        for text in texts
    )


def between(text: str, after: datetime, until: datetime) -> Iterator[datetime]:
    """Yield when the appointment *text* came after *after* and up to *until*."""
    # It may have been another day where the user was then.
    since = after.astimezone(until.tzinfo).date()
    first = max(since, until.date() - _LOOK_BACK * _DAY)
    for step in range((until.date() - first).days + 1):
        at = _on(text, first + step * _DAY, until)
        if at is None:
            continue
        if elapsed(after, at) > timedelta() and elapsed(at, until) >= timedelta():
            yield at


def next_after(text: str, local: datetime) -> datetime:
    """Return when the appointment *text* next comes after *local*."""
    for step in range(9):
        at = _on(text, local.date() + step * _DAY, local)
        if at is not None and elapsed(local, at) > timedelta():
            return at
    raise ValueError(f"{text!r} never comes")


def _on(text: str, day: date, like: datetime) -> datetime | None:
    """Return when the appointment comes on *day*, or None if it does not."""
    appointment = parse(text)
    if day.weekday() not in appointment.days:
        return None
    return clock_time.on(day, appointment.time, like.tzinfo)
