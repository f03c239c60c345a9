"""Reminders switched off until a time.

A pause for a length is a duration, so it ends on the steady clock; a pause
until a time of day ends by the wall clock, whatever happens to it meanwhile.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from stretchbreak.core.moment import Moment, elapsed, existing

DAY_BEGINS = time(4)
"""When "tomorrow" begins: who works past midnight is still in today."""


@dataclass(frozen=True, slots=True)
class For:
    """A pause for a length of time."""

    duration: timedelta


@dataclass(frozen=True, slots=True)
class Until:
    """A pause until the next time the wall clock shows *time*."""

    time: time


@dataclass(frozen=True, slots=True)
class UntilResumed:
    """A pause until the user ends it."""


PauseEnd = For | Until | UntilResumed


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A pause in force; without an end it lasts until the user ends it.

    Attributes:
        steady: When it ends on the steady clock, for a pause of a length.
        local: When it ends on the wall clock, for a pause until a time.
    """

    steady: timedelta | None = None
    local: datetime | None = None

    def over(self, at: Moment) -> bool:
        """Return whether the pause has ended by *at*."""
        if self.steady is not None:
            return at.steady >= self.steady
        return self.local is not None and elapsed(at.local, self.local) <= timedelta()

    def ends(self, at: Moment) -> Moment | None:
        """Return when it ends as reckoned at *at*, or None for no end."""
        if self.steady is not None:
            return at.later(self.steady)
        if self.local is not None:
            left = elapsed(at.local, self.local)
            return Moment(at.steady + left, self.local)
        return None


def begin(end: PauseEnd, at: Moment) -> Pause:
    """Return the pause that begins at *at* and lasts until *end*."""
    match end:
        case For(duration):
            return Pause(steady=at.steady + duration)
        case Until(clock):
            return Pause(local=next_time(clock, at.local))
        case UntilResumed():
            return Pause()


def next_time(clock: time, after: datetime) -> datetime:
    """Return the first local time later than *after* that shows *clock*."""
    for days in range(3):
        day = after.date() + timedelta(days=days)
        wanted = datetime.combine(day, clock, after.tzinfo)
        exact = existing(wanted)
        if elapsed(after, exact) > timedelta():
            return exact
    raise ValueError(f"no {clock} within three days of {after}")
