"""What can happen: one frozen class each. The shell makes them, the core reads them.

An event is true at its moment and never changes; a journal of them, replayed,
gives the same decisions again.
"""

from dataclasses import dataclass
from datetime import timedelta

from stretchbreak.core.catalogue_change import CatalogueChange
from stretchbreak.core.feeling import Feeling
from stretchbreak.core.history import History
from stretchbreak.core.holds import By
from stretchbreak.core.memory import Memory
from stretchbreak.core.moment import Moment
from stretchbreak.core.pause import PauseEnd
from stretchbreak.core.safety import Safety
from stretchbreak.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Launched:
    """The program started, and what the coach begins from is in it already.

    A journal is replayed from here, so there the event says what that was.

    Attributes:
        memory: What was kept over the restart.
        settings: The settings in force.
        history: What was done before.
    """

    at: Moment
    memory: Memory | None = None
    settings: Settings | None = None
    history: History | None = None


@dataclass(frozen=True, slots=True)
class Quit:
    """The program is about to end."""

    at: Moment


@dataclass(frozen=True, slots=True)
class InputRead:
    """The idle source was asked: the last input was *idle_for* ago.

    Attributes:
        busy_for: For so long before that one input is known to have come, too,
            never `away_after` apart. A real source knows only the last.
    """

    at: Moment
    idle_for: timedelta
    busy_for: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class TimePassed:
    """All that happened up to now has been said; now see what falls due."""

    at: Moment


@dataclass(frozen=True, slots=True)
class Locked:
    """The screen was locked, or another user took the seat."""

    at: Moment


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The screen is this user's again."""

    at: Moment


@dataclass(frozen=True, slots=True)
class Suspended:
    """The computer is about to sleep."""

    at: Moment


@dataclass(frozen=True, slots=True)
class Woke:
    """The computer is awake again."""

    at: Moment


@dataclass(frozen=True, slots=True)
class HoldBegan:
    """Something began that may hold prompts back."""

    at: Moment
    by: By


@dataclass(frozen=True, slots=True)
class HoldEnded:
    """Something that may hold prompts back is over."""

    at: Moment
    by: By


@dataclass(frozen=True, slots=True)
class StartAsked:
    """The user wants a session now; without a routine, the offered one."""

    at: Moment
    routine: str | None = None
    warm: bool = False


@dataclass(frozen=True, slots=True)
class SnoozeAsked:
    """The user wants to be asked again later."""

    at: Moment
    duration: timedelta | None = None


@dataclass(frozen=True, slots=True)
class SkipAsked:
    """The user does not want this break."""

    at: Moment


@dataclass(frozen=True, slots=True)
class SkipUndone:
    """The user takes the last skip back."""

    at: Moment


@dataclass(frozen=True, slots=True)
class WalkedSaid:
    """The user says that they just walked."""

    at: Moment


@dataclass(frozen=True, slots=True)
class AskAnywayAsked:
    """The user wants the held prompt now, whatever holds it."""

    at: Moment


@dataclass(frozen=True, slots=True)
class PauseAsked:
    """The user switches reminders off."""

    at: Moment
    end: PauseEnd


@dataclass(frozen=True, slots=True)
class ResumeAsked:
    """The user switches reminders on again."""

    at: Moment


@dataclass(frozen=True, slots=True)
class SessionPauseAsked:
    """The user stops the session for a while, or goes on with it."""

    at: Moment


@dataclass(frozen=True, slots=True)
class SessionContinued:
    """The session goes on as if no time had passed since it stopped."""

    at: Moment


@dataclass(frozen=True, slots=True)
class NextAsked:
    """The user wants the next side or step."""

    at: Moment


@dataclass(frozen=True, slots=True)
class PreviousAsked:
    """The user wants this step again, or the one before."""

    at: Moment


@dataclass(frozen=True, slots=True)
class EndAsked:
    """The user ends the session."""

    at: Moment


@dataclass(frozen=True, slots=True)
class HurtSaid:
    """The user says that it hurts."""

    at: Moment


@dataclass(frozen=True, slots=True)
class LeaveOutAsked:
    """After pain, the user leaves the stretch out and goes on."""

    at: Moment


@dataclass(frozen=True, slots=True)
class EasierAsked:
    """After pain, the user tries the easier variant."""

    at: Moment


@dataclass(frozen=True, slots=True)
class MuteAsked:
    """The user switches the session's sound off, or on again."""

    at: Moment


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """The user changed settings; these are all of them now."""

    at: Moment
    settings: Settings


@dataclass(frozen=True, slots=True)
class CatalogueChanged:
    """The user changed routines or stretches of their own."""

    at: Moment
    change: CatalogueChange


@dataclass(frozen=True, slots=True)
class SafetyAnswered:
    """The user answered the safety page."""

    at: Moment
    safety: Safety


@dataclass(frozen=True, slots=True)
class FeelingSaid:
    """The user looked back at the last session.

    Attributes:
        feeling: How the back feels; None is no answer.
        painful: The ids of the stretches that hurt.
    """

    at: Moment
    feeling: Feeling | None = None
    painful: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundFineSaid:
    """The user wants a stretch again that had hurt."""

    at: Moment
    stretch: str


@dataclass(frozen=True, slots=True)
class HistoryErased:
    """The user had all records deleted."""

    at: Moment


SessionEvent = (
    SessionPauseAsked
    | SessionContinued
    | NextAsked
    | PreviousAsked
    | HurtSaid
    | LeaveOutAsked
    | EasierAsked
    | MuteAsked
)
"""The wishes that concern a running session alone."""

Event = (
    Launched
    | Quit
    | InputRead
    | TimePassed
    | Locked
    | Unlocked
    | Suspended
    | Woke
    | HoldBegan
    | HoldEnded
    | StartAsked
    | SnoozeAsked
    | SkipAsked
    | SkipUndone
    | WalkedSaid
    | AskAnywayAsked
    | PauseAsked
    | ResumeAsked
    | SessionPauseAsked
    | SessionContinued
    | NextAsked
    | PreviousAsked
    | EndAsked
    | HurtSaid
    | LeaveOutAsked
    | EasierAsked
    | MuteAsked
    | SettingsChanged
    | CatalogueChanged
    | SafetyAnswered
    | FeelingSaid
    | FoundFineSaid
    | HistoryErased
)
