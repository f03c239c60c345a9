"""The user's wishes as events; `runtime.controls` says what they are."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import timedelta

from stretchbreak.core import events
from stretchbreak.core.feeling import Feeling
from stretchbreak.core.moment import Moment
from stretchbreak.core.pause import PauseEnd
from stretchbreak.core.safety import Safety

Make = Callable[[Moment], events.Event]
"""Makes an event, once it is said when."""


class Wishes(ABC):
    """Those wishes that are nothing but an event for the coach."""

    @abstractmethod
    def _happened(self, make: Make) -> str | None:
        """Let what *make* makes happen; return why it was refused, or None."""

    def start(self, routine: str | None = None, *, warm: bool = False) -> str | None:
        """Begin a session now."""
        return self._happened(lambda at: events.StartAsked(at, routine, warm))

    def snooze(self, duration: timedelta | None = None) -> str | None:
        """Ask again after *duration*, or after the usual snooze."""
        return self._happened(lambda at: events.SnoozeAsked(at, duration))

    def skip(self) -> str | None:
        """Leave this break out."""
        return self._happened(events.SkipAsked)

    def undo_skip(self) -> str | None:
        """Take the last skip back."""
        return self._happened(events.SkipUndone)

    def walked(self) -> str | None:
        """Take it that the user has just walked."""
        return self._happened(events.WalkedSaid)

    def ask_anyway(self) -> str | None:
        """Show the held prompt now."""
        return self._happened(events.AskAnywayAsked)

    def pause(self, end: PauseEnd) -> str | None:
        """Switch reminders off until *end*."""
        return self._happened(lambda at: events.PauseAsked(at, end))

    def resume(self) -> str | None:
        """Switch reminders on again."""
        return self._happened(events.ResumeAsked)

    def toggle_session_pause(self) -> str | None:
        """Stop the session for a while, or go on with it."""
        return self._happened(events.SessionPauseAsked)

    def next_step(self) -> str | None:
        """Go to the next side or step of the session."""
        return self._happened(events.NextAsked)

    def previous_step(self) -> str | None:
        """Do this step again, or the one before."""
        return self._happened(events.PreviousAsked)

    def end_session(self) -> str | None:
        """End the session here."""
        return self._happened(events.EndAsked)

    def hurts(self) -> str | None:
        """Stop the session at once: something hurts."""
        return self._happened(events.HurtSaid)

    def leave_out(self) -> str | None:
        """Go on without the stretch that hurt."""
        return self._happened(events.LeaveOutAsked)

    def try_easier(self) -> str | None:
        """Go on with the easier variant of the stretch that hurt."""
        return self._happened(events.EasierAsked)

    def toggle_mute(self) -> str | None:
        """Switch the session's sound off, or on again."""
        return self._happened(events.MuteAsked)

    def answer_safety(self, safety: Safety) -> None:
        """Note the answer to the safety page."""
        self._happened(lambda at: events.SafetyAnswered(at, safety))

    def look_back(self, feeling: Feeling | None, painful: tuple[str, ...]) -> None:
        """Note how the back feels after the session, and which stretches hurt."""
        self._happened(lambda at: events.FeelingSaid(at, feeling, painful))

    def find_fine(self, stretch: str) -> str | None:
        """Let a stretch that hurt be chosen again."""
        return self._happened(lambda at: events.FoundFineSaid(at, stretch))
