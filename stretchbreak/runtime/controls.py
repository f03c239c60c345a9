"""What the user can ask of the running program, from a window or a command.

The engine offers these; windows, the tray and the local socket all use the
same ones, so a button and a command can never mean different things.
"""

from datetime import timedelta
from typing import Protocol

from stretchbreak.core.cues import TRY_VOICE
from stretchbreak.core.feeling import Feeling
from stretchbreak.core.pause import PauseEnd
from stretchbreak.core.routine import Catalogue
from stretchbreak.core.safety import Safety
from stretchbreak.core.settings import Settings


class Controls(Protocol):
    """The user's wishes. Each returns why it cannot be met now, or None."""

    def start(self, routine: str | None = None, *, warm: bool = False) -> str | None:
        """Begin a session now; without *routine* the offered one.

        Args:
            routine: The id of a routine.
            warm: The user is warm already, so the warm-up is left out.
        """
        ...

    def snooze(self, duration: timedelta | None = None) -> str | None:
        """Ask again after *duration*, or after the usual snooze."""
        ...

    def skip(self) -> str | None:
        """Leave this break out."""
        ...

    def undo_skip(self) -> str | None:
        """Take the last skip back."""
        ...

    def walked(self) -> str | None:
        """Take it that the user has just walked."""
        ...

    def ask_anyway(self) -> str | None:
        """Show the held prompt now."""
        ...

    def pause(self, end: PauseEnd) -> str | None:
        """Switch reminders off until *end*."""
        ...

    def resume(self) -> str | None:
        """Switch reminders on again."""
        ...

    def toggle_session_pause(self) -> str | None:
        """Stop the session for a while, or go on with it."""
        ...

    def next_step(self) -> str | None:
        """Go to the next side or step of the session."""
        ...

    def previous_step(self) -> str | None:
        """Do this step again, or, pressed again at once, the one before."""
        ...

    def end_session(self) -> str | None:
        """End the session here."""
        ...

    def hurts(self) -> str | None:
        """Stop the session at once: something hurts."""
        ...

    def leave_out(self) -> str | None:
        """Go on without the stretch that hurt."""
        ...

    def try_easier(self) -> str | None:
        """Go on with the easier variant of the stretch that hurt."""
        ...

    def toggle_mute(self) -> str | None:
        """Switch the session's sound off, or on again."""
        ...

    def try_voice(self, words: str = TRY_VOICE.say) -> None:
        """Let the voice be heard, saying *words*."""
        ...

    def try_chime(self) -> None:
        """Let the chime be heard that ends a session."""
        ...

    def change_settings(self, settings: Settings) -> str | None:
        """Use *settings* from now on; return why they could not be kept."""
        ...

    def erase_history(self) -> str | None:
        """Delete every record for good; return why it could not be done."""
        ...

    def change_catalogue(self, catalogue: Catalogue) -> None:
        """Offer what is in *catalogue* from now on."""
        ...

    def answer_safety(self, safety: Safety) -> None:
        """Note the answer to the safety page."""
        ...

    def look_back(self, feeling: Feeling | None, painful: tuple[str, ...]) -> None:
        """Note how the back feels after the session, and which stretches hurt."""
        ...

    def find_fine(self, stretch: str) -> str | None:
        """Let a stretch that hurt be chosen again."""
        ...

    def refresh(self) -> None:
        """Bring what is shown up to date."""
        ...

    def open(self) -> None:
        """Bring the program to the front."""
        ...

    def quit(self) -> None:
        """End the program."""
        ...
