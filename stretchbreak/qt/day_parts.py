"""The line of a day as parts to be drawn, each with its words.

Functions only. A part is what can be pointed at: a stretch of sitting, an
absence, a session, a time without reminders, or one reminder.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from stretchbreak.core.day import Did, Lived, Mark, Spell, Was, began
from stretchbreak.core.moment import add, elapsed
from stretchbreak.qt import wording
from stretchbreak.qt.prompt_story import answer, held_by, story

_HOUR = timedelta(hours=1)
_SHOWN_AT_LEAST = 9 * _HOUR
"""A young day leaves room for the hours that usually follow."""
_WORTH_A_WORD = timedelta(seconds=30)
"""A session is followed by a moment's absence until the first key is pressed."""
_NAMES = {
    Was.SITTING: "Sitting",
    Was.AWAY: "Away",
    Was.SESSION: "Session",
    Was.HELD: "A reminder was held",
    Was.PAUSED: "Reminders were paused",
    Was.CLOSED: "Outside your reminder hours",
}


class Kind(Enum):
    """What a part is."""

    SITTING = auto()
    AWAY = auto()
    SESSION = auto()
    HELD = auto()
    PAUSED = auto()
    CLOSED = auto()
    REMINDER = auto()


_KINDS = {
    Was.SITTING: Kind.SITTING,
    Was.AWAY: Kind.AWAY,
    Was.SESSION: Kind.SESSION,
    Was.HELD: Kind.HELD,
    Was.PAUSED: Kind.PAUSED,
    Was.CLOSED: Kind.CLOSED,
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day, from `first` to `last` in local time, and its words."""

    kind: Kind
    first: datetime
    last: datetime
    words: str


def parts(lived: Lived, names: Mapping[str, str]) -> tuple[Part, ...]:
    """Return the parts of *lived*, in the order in which they began.

    Args:
        lived: A day so far.
        names: The names of the routines, by their ids.
    """
    spells = (*_spells(lived, lived.day.seats), *_spells(lived, lived.day.asked))
    there = [start for was, start, _end in spells if was in {Was.SITTING, Was.SESSION}]
    made = [
        _part(lived, names, was, (start, end))
        for was, start, end in spells
        if was is not Was.ON and (was is not Was.AWAY or _between(start, end, there))
    ]
    made += [_reminder(lived, mark) for mark in lived.marks if mark.did is Did.SHOWN]
    return tuple(sorted(made, key=lambda part: (part.first.timestamp(), part.last)))


def span(lived: Lived, shown: tuple[Part, ...]) -> tuple[datetime, datetime]:
    """Return from which full hour to which one *shown* is drawn."""
    there = [p.first for p in shown if p.kind not in {Kind.AWAY, Kind.CLOSED}]
    first = min(there, default=lived.at.local).replace(minute=0, second=0)
    first = first.replace(microsecond=0)
    hours = -(-elapsed(first, lived.at.local) // _HOUR)
    return first, add(first, max(hours * _HOUR, _SHOWN_AT_LEAST))


def summary(shown: tuple[Part, ...]) -> str:
    """Return *shown* in one line: how long, how often."""
    sat = sum((_length(p) for p in shown if p.kind is Kind.SITTING), timedelta())
    if not sat:
        return "Nothing yet today"
    count = {kind: sum(p.kind is kind for p in shown) for kind in Kind}
    longest = max(_length(p) for p in shown if p.kind is Kind.SITTING)
    told = [
        f"Sitting {wording.short(sat)}",
        f"at most {wording.short(longest)} at a time",
    ]
    told += [
        f"{number} {one if number == 1 else one + 's'}"
        for number, one in (
            (count[Kind.REMINDER], "reminder"),
            (count[Kind.SESSION], "break"),
        )
        if number
    ]
    return ", ".join(told)


def _spells(
    lived: Lived, line: tuple[Spell, ...]
) -> list[tuple[Was, timedelta, timedelta]]:
    """Return each spell of today, with its end."""
    dawn, at = began(lived.at), lived.at.steady
    ends = (*(later.began for later in line[1:]), at)
    return [
        (spell.was, max(spell.began, dawn), end)
        for spell, end in zip(line, ends, strict=False)
        if end > max(spell.began, dawn)
    ]


def _between(start: timedelta, end: timedelta, there: list[timedelta]) -> bool:
    """Return whether an absence is worth a word: the user went, and came back."""
    went, came = any(at < start for at in there), any(at >= end for at in there)
    return went and came and end - start >= _WORTH_A_WORD


def _part(
    lived: Lived, names: Mapping[str, str], was: Was, when: tuple[timedelta, timedelta]
) -> Part:
    start, end = when
    first, last = (lived.at.later(each).local for each in when)
    what, more = _NAMES[was], ""
    if was is Was.SESSION:
        ended = next(_ended(lived, start), None)
        if ended is not None:
            what = names.get(ended.name, what)
            more = "" if ended.did is Did.DONE else ", ended early"
    elif was is Was.HELD:
        by = next((held_by(m) for m in _marks(lived, Did.HELD) if m.at >= start), "")
        more = f": {by}" if by else ""
    lasted = wording.short(end - start)
    words = f"{what}, {first:%H:%M} to {last:%H:%M} ({lasted}){more}"
    return Part(_KINDS[was], first, last, words)


def _ended(lived: Lived, since: timedelta) -> Iterator[Mark]:
    return (m for m in _marks(lived, Did.DONE, Did.CUT_SHORT) if m.at > since)


def _marks(lived: Lived, *did: Did) -> Iterator[Mark]:
    return (mark for mark in lived.marks if mark.did in did)


def _reminder(lived: Lived, mark: Mark) -> Part:
    at = lived.at.later(mark.at).local
    words = f"{story(lived, mark)} {answer(lived, mark)}".strip()
    return Part(Kind.REMINDER, at, at, words)


def _length(part: Part) -> timedelta:
    return elapsed(part.first, part.last)
