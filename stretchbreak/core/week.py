"""Reminder hours day by day, as they are edited; `core.hours` says what they are."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from stretchbreak.core import hours
from stretchbreak.core.hours import Hours

DAYS = 7
Span = tuple[timedelta, timedelta]
"""When a range begins and ends, on the wall since its day's midnight.

One that crosses midnight ends after 24 hours.
"""
Week = tuple[tuple[Span, ...], ...]
"""The ranges that begin on each day, Monday first, each day's in order."""


def week(lines: Iterable[str]) -> Week:
    """Return what *lines*, written as `core.hours.parse` reads them, say.

    Raises:
        ValueError: One of them says no hours.
    """
    ranges = [hours.parse(line) for line in lines]
    return tuple(
        tuple(sorted({(r.begins, r.ends) for r in ranges if day in r.days}))
        for day in range(DAYS)
    )


def lines(spans: Sequence[Sequence[Span]]) -> tuple[str, ...]:
    """Return the fewest lines that say *spans*, which are those of each day."""
    days: dict[Span, set[int]] = {}
    for day, these in enumerate(spans):
        for span in these:
            days.setdefault(span, set()).add(day)
    ranges = [Hours(frozenset(on), *span) for span, on in days.items()]
    ranges.sort(key=lambda each: (min(each.days), each.begins, each.ends))
    return tuple(hours.text(each) for each in ranges)
