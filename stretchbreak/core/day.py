"""The line of today: where the user was, and what became of each prompt.

The rules never read it. It is kept so that anybody can be told afterwards why
a prompt came when it came, or why none did; `core.diary` writes it. All times
are readings of the steady clock, like the rest of the memory.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from stretchbreak.core.holds import By
from stretchbreak.core.moment import Moment, elapsed
from stretchbreak.core.pause import DAY_BEGINS

_DAY = timedelta(days=1)


class Was(Enum):
    """How it was for a while: the first three where, the others whether asked."""

    SITTING = "sitting"
    AWAY = "away"
    SESSION = "session"
    ON = "on"
    HELD = "held"
    PAUSED = "paused"
    CLOSED = "closed"
    """Outside the reminder hours."""


class Did(Enum):
    """What happened at one instant."""

    HELD = "held"
    RELEASED = "released"
    SHOWN = "shown"
    SNOOZED = "snoozed"
    SKIPPED = "skipped"
    UNANSWERED = "unanswered"
    """After its last repeat the prompt was closed."""
    SPARED = "spared"
    """A rest came before the due prompt was shown."""
    WALKED = "walked"
    DONE = "done"
    CUT_SHORT = "cut_short"


@dataclass(frozen=True, slots=True)
class Spell:
    """It was so from `began` until the next spell began."""

    was: Was
    began: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What happened at an instant.

    Attributes:
        due: When the prompt that it concerns fell due.
        by: What held it.
        until: When a snooze is over.
        anyway: The user wanted it shown, whatever held it.
        name: The appointment that asked, or the routine of a session.
    """

    at: timedelta
    did: Did
    due: timedelta | None = None
    by: tuple[By, ...] = ()
    until: timedelta | None = None
    anyway: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What is known of today.

    Attributes:
        seats: Where the user was, without a gap, in order.
        asked: Whether prompts could come, likewise.
        marks: What happened, in order.
    """

    seats: tuple[Spell, ...] = ()
    asked: tuple[Spell, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Lived:
    """A day, lived through up to `at`; its last spells last until then."""

    day: Day
    at: Moment

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What happened since the day began; the line may still know older ones."""
        dawn = began(self.at)
        return tuple(mark for mark in self.day.marks if mark.at >= dawn)


def began(now: Moment) -> timedelta:
    """Return when the day that *now* belongs to began, on the steady clock."""
    local: datetime = now.local
    date = local.date() if local.time() >= DAY_BEGINS else local.date() - _DAY
    dawn = datetime.combine(date, DAY_BEGINS, local.tzinfo)
    return now.steady - elapsed(dawn, local)
