"""Where the user is, at one instant: at the desk, away, or in a session.

Time is kept on a seat meter that never starts anew: `seated_at` reads it, and
whoever counts from a rest or a reset keeps the reading it began at. The meter
goes back by itself where a gap in input turns out to be an absence, because
an absence is one from its first second.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from stretchbreak.core.settings import Settings

_NONE = timedelta()


class Bar(Enum):
    """What makes input count for nothing while it lasts."""

    LOCK = "lock"
    SLEEP = "sleep"
    QUIT = "quit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the settings say about being away.

    Attributes:
        away_after: No sign of the user for this long is an absence.
        rest_after: An absence of this length is a rest.
        watching_limit: A video stands for the user for this long.
    """

    away_after: timedelta
    rest_after: timedelta
    watching_limit: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """The user sits at the desk.

    Attributes:
        seated: The seat meter at `since`.
        since: When this stretch of sitting began, on the steady clock.
        last_input: The last input.
        last_sign: The last sign of the user: input, or the end of a video.
    """

    seated: timedelta
    since: timedelta
    last_input: timedelta
    last_sign: timedelta

    def seen(self, last: timedelta) -> "Present":
        """Return the same after an input at *last*."""
        return Present(
            seated=self.seated, since=self.since, last_input=last, last_sign=last
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """Input during an absence, of which it is not known yet if it is a blip."""

    first: timedelta
    last: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """The user is away.

    Attributes:
        seated: The seat meter, standing still.
        began: When the absence began, on the steady clock.
        last_sign: The last sign of the user, where the absence began later,
            with a lock; once away_after has passed since, it began there.
        deaf_until: Input up to then is older than the absence.
        burst: Input of which it is not known yet if it ends the absence.
        rested: Whether the absence has become a rest.
    """

    seated: timedelta
    began: timedelta
    last_sign: timedelta | None = None
    deaf_until: timedelta
    burst: Burst | None = None
    rested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InSession:
    """A session runs: neither sitting nor absence."""

    seated: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """The user's whereabouts at one instant; a change makes a new one.

    Attributes:
        where: At the desk, away, or in a session.
        bars: What keeps input from counting.
        watching: Whether another program keeps the screen awake.
    """

    where: Present | Absent | InSession
    bars: frozenset[Bar] = frozenset()
    watching: bool = False

    def at(self, where: Present | Absent | InSession) -> "Sitting":
        """Return the same with the user *where*."""
        return Sitting(where=where, bars=self.bars, watching=self.watching)


def away_rules(settings: Settings) -> Rules:
    """Return what *settings* say about being away."""
    return Rules(
        away_after=settings.away_after,
        rest_after=settings.rest_after,
        watching_limit=settings.watching_limit,
    )


def waiting(at: timedelta, seated: timedelta, *, rested: bool = False) -> Absent:
    """Return the state of waiting for the first real input after *at*.

    Args:
        at: Now, on the steady clock.
        seated: The seat meter.
        rested: Whether there is nothing left for a rest to end.
    """
    return Absent(seated=seated, began=at, deaf_until=at, rested=rested)


def seated_at(sitting: Sitting, now: timedelta) -> timedelta:
    """Return the seat meter at *now*."""
    where = sitting.where
    if isinstance(where, Present):
        return where.seated + max(now - where.since, _NONE)
    return where.seated


def awaits_input(sitting: Sitting) -> bool:
    """Return whether the very next input changes something."""
    return isinstance(sitting.where, Absent) and not sitting.bars
