"""A prompt that the user asked to see: as it really asks, but no answer counts.

It comes in the chosen strength, at its own place and with its own manners. What
an answer would do is told instead of done, so the sitting time, the snoozes and
the history know nothing of it.
"""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from stretchbreak.core.pause import PauseEnd
from stretchbreak.core.routine import Routine
from stretchbreak.core.settings import Settings
from stretchbreak.qt import wording
from stretchbreak.qt.prompter import Picture, Prompter
from stretchbreak.runtime.ports.notifier import Notifier
from stretchbreak.runtime.remote import Running


class Trial(QObject):
    """Shows a prompt for trial, and takes its answers in place of the program.

    Signals:
        answered: It was answered and is gone; carries what that would do
            otherwise, in words.

    Args:
        running: Knows how a prompt would ask now.
        notifier: Asks by the desktop's notifications.
        routines: What else can be started by name.
        picture: Finds the picture of a stretch by its pose's id.
    """

    answered = Signal(str)

    def __init__(
        self,
        running: Running,
        notifier: Notifier,
        routines: Sequence[Routine],
        picture: Picture,
    ) -> None:
        super().__init__()
        self._running = running
        self._shown = False
        self._prompter = Prompter(self, notifier, routines, picture)

    @property
    def shown(self) -> bool:
        """Whether it is on the screen."""
        return self._shown

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._running.settings

    def begin(self) -> None:
        """Show it; asked for again, it takes the keyboard."""
        if self._shown:
            self._prompter.take_keyboard()
        else:
            self._shown = True
            self._prompter.show(self._running.trial_prompt())

    def end(self) -> None:
        """Take it away, unanswered."""
        self._shown = False
        self._prompter.show(None)

    def take_keyboard(self) -> None:
        """Let it be answered with the keyboard."""
        self._prompter.take_keyboard()

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Show stills only, or let the picture move."""
        self._prompter.set_motion_reduced(reduced)

    def set_routines(self, routines: Sequence[Routine]) -> None:
        """Offer *routines* by name instead."""
        self._prompter.set_routines(routines)

    def close(self) -> None:
        """Take everything off the screen for good."""
        self._shown = False
        self._prompter.close()

    # The answers; see `stretchbreak.qt.prompter.Answers`.

    def start(self, _routine: str | None = None, /) -> None:
        """Tell that a session would begin."""
        self._tell("Start: the session would begin now.")

    def snooze(self, duration: timedelta | None = None, /) -> None:
        """Tell when it would ask again."""
        later = wording.spoken(duration or self.settings.snooze)
        self._tell(f"Snooze: it would ask again in {later}.")

    def skip(self) -> None:
        """Tell when it would ask again."""
        later = wording.spoken(self.settings.sitting_limit)
        self._tell(f"Not now: it would ask again after another {later} of sitting.")

    def walked(self) -> None:
        """Tell what a walk is good for."""
        self._tell("I just walked: the sitting time would start anew.")

    def pause(self, _end: PauseEnd, /) -> None:
        """Tell what a pause is."""
        self._tell("Pause: no reminder would come until the pause is over.")

    def _tell(self, line: str) -> None:
        self.end()
        self.answered.emit(line)
