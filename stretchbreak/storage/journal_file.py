"""The journal of events on disk: the newest few megabytes of it."""

import logging
import os
from pathlib import Path

from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.storage.places import make

SIZE = 2_000_000
"""How many bytes a file may have."""
FILES = 5
"""How many files there may be."""
_log = logging.getLogger(__name__)


class JournalFile:
    """Appends lines to a file, and begins a new one when that is full.

    `journal.jsonl` then becomes `journal.jsonl.1`, that one `journal.jsonl.2`
    and so on; the oldest is given up.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._failed = False

    def write(self, line: str) -> None:
        """Keep *line*. Never raises; the first failure is logged."""
        try:
            make(self._path.parent)
            self._append(line.encode("utf-8", "backslashreplace") + b"\n")
        except (AdapterError, OSError) as error:
            if not self._failed:
                _log.warning("%s: events are not kept: %s", self._path, error)
            self._failed = True

    def _append(self, written: bytes) -> None:
        size = self._path.stat().st_size if self._path.exists() else 0
        if size and size + len(written) > SIZE:
            self._turn()
        with os.fdopen(self._open(), "a+b") as stream:
            # After a crash or on a full disk the last line may be a half one.
            if stream.seek(0, os.SEEK_END):
                stream.seek(-1, os.SEEK_END)
                if stream.read() != b"\n":
                    written = b"\n" + written
            stream.write(written)

    def _open(self) -> int:
        return os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)

    def _turn(self) -> None:
        """Move each file on by one; the last takes the place of the oldest."""
        for number in range(FILES - 1, 0, -1):
            newer = self._numbered(number - 1)
            if newer.exists():
                newer.replace(self._numbered(number))

    def _numbered(self, number: int) -> Path:
        more = f".{number}" if number else ""
        return self._path.with_name(self._path.name + more)
