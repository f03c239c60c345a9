"""What a day would look like with some settings: simulated, for the windows.

Somebody works through the user's reminder hours, or usual office hours, has
lunch, is there for each appointment, and takes every break that is offered.
The rules are the real ones; only the person is made up.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from stretchbreak.core import appointment, events, hours
from stretchbreak.core.day import Lived
from stretchbreak.core.effects import Effect, PromptShown
from stretchbreak.core.pause import DAY_BEGINS
from stretchbreak.core.routine import Catalogue
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.simulation import Answer, Scenario, Span, line_of

Presence = tuple[timedelta, timedelta]
"""From when until when somebody is at the desk, since midnight."""

OFFICE: Presence = (timedelta(hours=9), timedelta(hours=17, minutes=30))
LUNCH: Presence = (timedelta(hours=12, minutes=30), timedelta(hours=13, minutes=15))
_LUNCH_FROM = timedelta(hours=6)
"""Who works less than this, without a gap in the hours, has no lunch in them."""
_DAY = timedelta(days=1)
_DAWN = timedelta(hours=DAY_BEGINS.hour)
_BURST, _PAUSE = timedelta(seconds=20), timedelta(seconds=6)
"""Somebody types for a while and then looks for a while, long enough to be asked."""
_REACTION = timedelta(seconds=10)
_THERE_FOR = timedelta(minutes=2)
"""How long somebody is at the desk who comes for an appointment alone."""


def typical_day(settings: Settings, catalogue: Catalogue, today: date) -> Lived:
    """Return a working day with *settings*: *today*, or the next one that is.

    Args:
        settings: Those to be tried.
        catalogue: All routines there are.
        today: Where to begin to look for a working day.
    """
    day = _working_day(settings, today)
    present = _present(settings, day)
    start = present[0][0]
    length = present[-1][1] - start
    scenario = Scenario(
        start=datetime.combine(day, datetime.min.time(), UTC) + start,
        length=length,
        settings=settings,
        input=[span for each in present for span in _typing(*each, start)],
        happenings=(),
        answer=_takes_it,
    )
    return line_of(scenario, catalogue)


def _takes_it(effect: Effect) -> Answer | None:
    return (_REACTION, events.StartAsked) if isinstance(effect, PromptShown) else None


def _working_day(settings: Settings, today: date) -> date:
    days = {day for text in settings.hours for day in hours.parse(text).days}
    wanted = days or set(range(5))
    return next(d for d in _week(today) if d.weekday() in wanted)


def _week(today: date) -> Iterator[date]:
    return (today + step * _DAY for step in range(7))


def _present(settings: Settings, day: date) -> list[Presence]:
    """Return when somebody is at the desk on *day*, in order and apart."""
    weekday = day.weekday()
    ranges = sorted(
        (each.begins, min(each.ends, _DAY + _DAWN))
        for each in map(hours.parse, settings.hours)
        if weekday in each.days
    )
    visits = [
        (each.time, each.time + _THERE_FOR)
        for each in map(appointment.parse, settings.appointments)
        if weekday in each.days
    ]
    return _apart(sorted((*_with_lunch(ranges or [OFFICE]), *visits)))


def _apart(presences: list[Presence]) -> list[Presence]:
    apart: list[Presence] = []
    for begins, ends in presences:
        if apart and begins <= apart[-1][1]:
            first, last = apart.pop()
            apart.append((first, max(last, ends)))
        else:
            apart.append((begins, ends))
    return apart


def _with_lunch(ranges: list[Presence]) -> list[Presence]:
    (begins, ends), (noon, one) = ranges[0], LUNCH
    whole = len(ranges) == 1 and begins < noon and one < ends
    if not whole or ends - begins < _LUNCH_FROM:
        return ranges
    return [(begins, noon), (one, ends)]


def _typing(begins: timedelta, ends: timedelta, start: timedelta) -> Iterator[Span]:
    rhythm = _BURST + _PAUSE
    for step in range((ends - begins) // rhythm):
        first = begins - start + step * rhythm
        yield Span(first, first + _BURST)
