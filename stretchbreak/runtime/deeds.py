"""What the coach decided, done outside; and what is kept, kept.

What fails there is told to the user, and the program goes on without it.
"""

import logging
from collections.abc import Callable
from datetime import timedelta

from stretchbreak.core.effects import (
    Effect,
    Noticed,
    Remarked,
    RestEnded,
    SessionEnded,
    SessionRaised,
)
from stretchbreak.core.memory import Memory
from stretchbreak.runtime.ports.disk import HistoryStore, MemoryStore
from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.runtime.ports.screen import Screen

SAVE_EVERY = timedelta(seconds=55)
"""A program that is killed loses at most about a minute of sitting or of a session."""

_log = logging.getLogger(__name__)


class Deeds:
    """Does effects and saves the memory."""

    def __init__(self, history: HistoryStore, memory: MemoryStore) -> None:
        self._history = history
        self._memory = memory
        self._screen: Screen | None = None
        self._saved: timedelta | None = None
        self._unsaved: str | None = None

    def begin(self, screen: Screen) -> None:
        """Tell the user on *screen* from now on."""
        self._screen = screen

    def do(self, effect: Effect) -> None:
        """Do what *effect* asks for."""
        history, screen = self._history, self._screen
        match effect:
            case SessionEnded(session):
                self.attempt(lambda: history.add_session(session))
            case RestEnded(since, until):
                self.attempt(lambda: history.add_rest(since, until))
            case Remarked(remark):
                self.attempt(lambda: history.add_remark(remark))
            case SessionRaised() if screen is not None:
                screen.raise_session()
            case Noticed(what) if screen is not None:
                screen.notice(what)
            case _:  # the rest is seen in the view
                pass

    def keep(self, memory: Memory, *, urgent: bool) -> None:
        """Save *memory* when something happened, else about once a minute."""
        now = memory.at.steady
        if urgent or self._saved is None or now - self._saved >= SAVE_EVERY:
            self._unsaved = self.attempt(
                lambda: self._memory.save(memory), before=self._unsaved
            )
            self._saved = now

    def next_save(self) -> timedelta | None:
        """Return when to save next, on the steady clock; None before the first."""
        return None if self._saved is None else self._saved + SAVE_EVERY

    def attempt(
        self, deed: Callable[[], None], before: str | None = None
    ) -> str | None:
        """Do what may fail outside; the program goes on without it.

        Args:
            deed: What to do.
            before: Why the attempt before this one failed; told already.

        Returns:
            Why it failed, which the user is told, or None.
        """
        try:
            deed()
        except AdapterError as error:
            why = str(error)
        else:
            return None
        if why != before:
            _log.error("%s", why)
            if self._screen is not None:
                self._screen.tell(why)
        return why
