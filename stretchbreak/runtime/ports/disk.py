"""What is kept on disk: what was done, settings, memory, and the journal."""

from datetime import datetime
from pathlib import Path
from typing import Protocol

from stretchbreak.core.feeling import Remark
from stretchbreak.core.history import Session
from stretchbreak.core.memory import Memory
from stretchbreak.core.settings import Settings


class HistoryStore(Protocol):
    """Keeps what was done, and never changes it."""

    def add_session(self, session: Session) -> None:
        """Keep *session*.

        Raises:
            AdapterError: It could not be written.
        """
        ...

    def add_rest(self, began: datetime, ended: datetime) -> None:
        """Keep a rest.

        Raises:
            AdapterError: It could not be written.
        """
        ...

    def add_remark(self, remark: Remark) -> None:
        """Keep what the user said of a session.

        Raises:
            AdapterError: It could not be written.
        """
        ...

    def erase(self) -> None:
        """Delete every record for good.

        Raises:
            AdapterError: They could not be deleted.
        """
        ...


class Records(Protocol):
    """What is kept of the user's doings, for the user to take along."""

    @property
    def folder(self) -> Path:
        """Where it is kept."""
        ...

    def export(self, file: Path) -> None:
        """Write it to *file*: JSON if it ends in .json, else a table.

        Raises:
            AdapterError: It could not be read or written.
        """
        ...


class SettingsStore(Protocol):
    """Keeps the user's settings."""

    def save(self, settings: Settings) -> None:
        """Keep *settings*.

        Raises:
            AdapterError: They could not be written.
        """
        ...


class MemoryStore(Protocol):
    """Keeps the coach's memory over a restart."""

    def save(self, memory: Memory) -> None:
        """Keep *memory*.

        Raises:
            AdapterError: It could not be written.
        """
        ...


class Journal(Protocol):
    """Keeps every event, one line each, so that a day can be replayed."""

    def write(self, line: str) -> None:
        """Keep *line*. Never raises: a lost line must not stop the program."""
        ...
