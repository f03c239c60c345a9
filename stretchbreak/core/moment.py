"""Points in time, as the core sees them.

The core never asks what time it is; the caller says so. Every event carries
a `Moment`, which holds the two readings that must not be confused: `steady`
for "how long?" and `local` for "which day, which hour?".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Moment:
    """One instant, read from both clocks at once.

    Attributes:
        steady: Time since an arbitrary start. Never goes back and keeps
            counting while the computer sleeps.
        local: The wall clock, with its UTC offset. May jump: use it for
            calendar questions only, never for durations.
    """

    steady: timedelta
    local: datetime

    def later(self, steady: timedelta) -> "Moment":
        """Return the moment at *steady*, should nobody set the wall clock.

        Args:
            steady: A reading of the steady clock, usually after this one.
        """
        if steady == self.steady:
            return self
        return Moment(steady, add(self.local, steady - self.steady))


def add(local: datetime, duration: timedelta) -> datetime:
    """Return *local* plus *duration* of real time.

    Python adds to an aware datetime on the wall, which is an hour off across
    a change to or from summer time; going through UTC is not.
    """
    return (local.astimezone(UTC) + duration).astimezone(local.tzinfo)


def earliest(times: Iterable[timedelta | None]) -> timedelta | None:
    """Return the first of *times*, or None if there is none; None means never."""
    return min([time for time in times if time is not None], default=None)


def elapsed(start: datetime, end: datetime) -> timedelta:
    """Return the real time from *start* to *end*, two local times.

    Python compares datetimes of one zone on the wall; see `add`.
    """
    return end.astimezone(UTC) - start.astimezone(UTC)


def existing(wanted: datetime) -> datetime:
    """Return the moment that the local time *wanted* means.

    A time that a change to summer time skips means the first moment after
    it; one that comes twice means the first of the two.
    """
    before = wanted.replace(fold=0)
    shift = wanted.replace(fold=1).utcoffset()
    offset = before.utcoffset()
    if shift is None or offset is None or shift <= offset:
        return before
    # In a gap PEP 495 reads fold=0 with the offset before the change, so that
    # the clock time lies past the gap by as much as it lies into it.
    return _gap_end(before, shift - offset)


def _gap_end(inside: datetime, width: timedelta) -> datetime:
    minute = timedelta(minutes=1)
    probe = inside.replace(second=0, microsecond=0)
    steps = int(width / minute)
    for _step in range(steps + 1):
        probe += minute
        if probe.replace(fold=1).utcoffset() == probe.replace(fold=0).utcoffset():
            return probe
    raise ValueError(f"{inside} lies in a gap without an end")
