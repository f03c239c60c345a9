"""What is to be done, once: one frozen class each. The coach makes them.

Read in order they are also the timeline of a day; `simulate` prints them and
the engine turns them into windows, notifications and records.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from stretchbreak.core.choices import Strength
from stretchbreak.core.feeling import Remark
from stretchbreak.core.history import Session
from stretchbreak.core.holds import By


class Hidden(Enum):
    """Why a prompt went away."""

    HELD = "held"
    REST = "rest"
    ANSWERED = "answered"
    EXPIRED = "expired"
    REPLACED = "replaced"


class Notice(Enum):
    """What the user is told, gently."""

    PAUSE_OVER = "pause_over"
    HELD_LONG = "held"
    WORSE = "worse"
    """The back felt worse after a session."""
    SEE_SOMEBODY = "see_somebody"
    """Stretching does not do this back good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptShown:
    """A prompt appears.

    Attributes:
        appointment: The appointment that asks; None for a reminder.
    """

    reminder: str
    routine: str
    sitting: timedelta
    strength: Strength
    appointment: str | None = None


@dataclass(frozen=True, slots=True)
class Renudged:
    """The shown prompt is softly repeated."""

    reminder: str
    appointment: str | None = None


@dataclass(frozen=True, slots=True)
class PromptHidden:
    """The prompt goes away."""

    reason: Hidden


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A due prompt begins to be held."""

    by: tuple[By, ...]


@dataclass(frozen=True, slots=True)
class Released:
    """Nothing holds the due prompt any longer."""


@dataclass(frozen=True, slots=True)
class Rested:
    """An absence has become a rest.

    Attributes:
        since: When the absence began, in local time.
    """

    since: datetime


@dataclass(frozen=True, slots=True)
class RestEnded:
    """The user is back from a rest.

    Attributes:
        since: When the rest began, in local time.
        until: When it ended.
    """

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Snoozed:
    """The prompt will come back."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Skipped:
    """The user left this break out."""


@dataclass(frozen=True, slots=True)
class SessionStarted:
    """A session begins."""

    routine: str


@dataclass(frozen=True, slots=True)
class SessionRaised:
    """The session that runs already is wanted in front."""


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """A session is over, one way or another."""

    session: Session


@dataclass(frozen=True, slots=True)
class Remarked:
    """The user said something of a session that must be kept."""

    remark: Remark


@dataclass(frozen=True, slots=True)
class RemindersPaused:
    """Reminders are switched off; without `until`, until switched on again."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class RemindersResumed:
    """Reminders are switched on again."""


@dataclass(frozen=True, slots=True)
class AppointmentMissed:
    """An appointment could not be asked, or was not answered, in its time."""

    appointment: str


@dataclass(frozen=True, slots=True)
class Noticed:
    """The user should be told something."""

    what: Notice


@dataclass(frozen=True, slots=True)
class Refused:
    """A wish that cannot be met now. Nothing has changed."""

    why: str


Effect = (
    PromptShown
    | Renudged
    | PromptHidden
    | HeldBack
    | Released
    | Rested
    | RestEnded
    | Snoozed
    | Skipped
    | SessionStarted
    | SessionRaised
    | SessionEnded
    | Remarked
    | RemindersPaused
    | RemindersResumed
    | AppointmentMissed
    | Noticed
    | Refused
)

Effects = tuple[Effect, ...]
"""What is to be done, in order."""
