"""The history: a database to which records are added and never changed.

Every call opens the database anew. There are a few in an hour at most, and so
nothing is left open that a crash, a backup or a home folder on another machine
could harm.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial, reduce
from pathlib import Path
from typing import TypeVar

from stretchbreak.core.feeling import Remark
from stretchbreak.core.history import History, Session, remember
from stretchbreak.core.moment import elapsed
from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.storage.broken_files import line, set_aside
from stretchbreak.storage.history_rows import (
    Rest,
    Row,
    remark_of,
    remark_row,
    rest_of,
    rest_row,
    session_of,
    session_row,
)
from stretchbreak.storage.places import make

T = TypeVar("T")

VERSION = 1
_PATIENCE = timedelta(milliseconds=500)
"""How long to wait for another program that uses the database."""
_TABLES = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    routine TEXT NOT NULL,
    began TEXT NOT NULL, -- local time with UTC offset, as everywhere here
    ended TEXT NOT NULL,
    result TEXT NOT NULL,
    planned_us INTEGER NOT NULL, -- microseconds
    spent_us INTEGER NOT NULL,
    stretches TEXT NOT NULL -- JSON: lists of stretch, outcome, microseconds by side
);
CREATE TABLE IF NOT EXISTS rests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    began TEXT NOT NULL,
    ended TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS remarks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    kind TEXT NOT NULL, -- felt, painful, fine or turned-on
    what TEXT NOT NULL -- better, same or worse; or the stretch
);
PRAGMA user_version = {VERSION};
COMMIT;
"""
_ADD_SESSION = """
INSERT INTO sessions (routine, began, ended, result, planned_us, spent_us, stretches)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_ADD_REST = "INSERT INTO rests (began, ended) VALUES (?, ?)"
_ADD_REMARK = "INSERT INTO remarks (at, kind, what) VALUES (?, ?, ?)"
_SESSIONS = """
SELECT routine, began, ended, result, planned_us, spent_us, stretches
FROM sessions ORDER BY id
"""
_REMARKS = "SELECT at, kind, what FROM remarks ORDER BY id"
_RESTS = "SELECT began, ended FROM rests ORDER BY id"
_OUTSIDE = {
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOLFS,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_READONLY,
}
"""SQLite's complaints that say nothing against the file itself."""
_log = logging.getLogger(__name__)


class _DamagedError(AdapterError):
    """The file is no database of ours, or no longer."""


class HistoryDb:
    """Keeps sessions, rests and remarks, each for good."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self, now: datetime) -> tuple[History, tuple[str, ...]]:
        """Return the history, and a line for the user about what is wrong.

        A damaged database is set aside, and a new one begun with the next
        record.

        Args:
            now: The local time, for the name of a file set aside.
        """
        if not self._path.exists():
            return History(), ()
        try:
            records, wrong = self._checked()
        except _DamagedError as error:
            instead, beside = "a new history is begun", ("-wal", "-shm")
            return History(), (set_aside(self._path, str(error), now, instead, beside),)
        except AdapterError as error:
            return History(), (f"{error}; what was done before is not taken in",)
        left = f"{wrong} of its records cannot be read and are left out"
        return _remembered(records), ((line(self._path, left),) if wrong else ())

    def history(self) -> History:
        """Return what the rules must remember of it all.

        Raises:
            AdapterError: It cannot be read.
        """
        sessions, remarks = self._read(_SESSIONS, session_of), self.remarks()
        return _remembered([*sessions, *remarks])

    def sessions(self, since: datetime) -> tuple[Session, ...]:
        """Return the sessions that ended at *since* or later, oldest first.

        Raises:
            AdapterError: They cannot be read.
        """
        every = self._read(_SESSIONS, session_of)
        return tuple(s for s in every if elapsed(since, s.ended) >= timedelta())

    def rests(self, since: datetime) -> tuple[Rest, ...]:
        """Return the beginnings and ends of rests that ended at *since* or later.

        Raises:
            AdapterError: They cannot be read.
        """
        every = self._read(_RESTS, rest_of)
        return tuple(rest for rest in every if elapsed(since, rest[1]) >= timedelta())

    def remarks(self) -> tuple[Remark, ...]:
        """Return all that the user said of sessions, oldest first.

        Raises:
            AdapterError: It cannot be read.
        """
        return tuple(self._read(_REMARKS, remark_of))

    def add_session(self, session: Session) -> None:
        """Keep *session*.

        Raises:
            AdapterError: It could not be written.
        """
        with self._opened() as db:
            db.execute(_ADD_SESSION, session_row(session))

    def add_rest(self, began: datetime, ended: datetime) -> None:
        """Keep a rest.

        Raises:
            AdapterError: It could not be written.
        """
        with self._opened() as db:
            db.execute(_ADD_REST, rest_row(began, ended))

    def add_remark(self, remark: Remark) -> None:
        """Keep what the user said.

        Raises:
            AdapterError: It could not be written.
        """
        with self._opened() as db:
            db.execute(_ADD_REMARK, remark_row(remark))

    def erase(self) -> None:
        """Delete every record for good.

        Raises:
            AdapterError: They could not be deleted.
        """
        with self._opened() as db:
            # Otherwise what is deleted could still be read in the file.
            db.execute("PRAGMA secure_delete = ON")
            for table in ("sessions", "rests", "remarks"):
                db.execute(f"DELETE FROM {table}")  # noqa: S608 - ours

    def _checked(self) -> tuple[list[Session | Remark], int]:
        with self._opened() as db:
            (verdict,) = db.execute("PRAGMA quick_check(1)").fetchone()
            if verdict != "ok":
                raise _DamagedError(verdict)
            sessions, wrong = _readable(db.execute(_SESSIONS), session_of)
            remarks, also_wrong = _readable(db.execute(_REMARKS), remark_of)
        return [*sessions, *remarks], wrong + also_wrong

    def _read(self, sql: str, read: Callable[[Row], T]) -> list[T]:
        if not self._path.exists():
            return []
        with self._opened() as db:
            records, wrong = _readable(db.execute(sql), read)
        if wrong:
            _log.warning("%s: %d of its records cannot be read", self._path, wrong)
        return records

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """Give the database, and keep what was added if all goes well."""
        make(self._path.parent)
        seconds = _PATIENCE.total_seconds()
        try:
            self._path.touch(mode=0o600)
            with closing(sqlite3.connect(self._path, timeout=seconds)) as db, db:
                _prepare(db)
                yield db
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
            if code & 0xFF not in _OUTSIDE:
                raise _DamagedError(str(error)) from error
            raise AdapterError(f"{self._path}: {error}") from error
        except UnicodeDecodeError as error:  # even SQLite's message was no text
            raise _DamagedError("expected text in UTF-8") from error
        except OSError as error:
            raise AdapterError(f"{self._path}: {error.strerror or error}") from error


def _prepare(db: sqlite3.Connection) -> None:
    # One wrong letter shall cost one record, not all.
    db.text_factory = partial(str, encoding="utf-8", errors="replace")
    db.execute("PRAGMA journal_mode = WAL")
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version == 0:
        db.executescript(_TABLES)
    elif version != VERSION:
        raise _DamagedError(f"expected version {VERSION}, got {version}")


def _readable(rows: sqlite3.Cursor, read: Callable[[Row], T]) -> tuple[list[T], int]:
    """Return what *read* makes of *rows*, and how many of them are wrong."""
    records: list[T] = []
    wrong = 0
    for row in rows:
        try:
            records.append(read(row))
        except (ValueError, TypeError, OverflowError, RecursionError):
            wrong += 1
    return records, wrong


def _remembered(records: Iterable[Session | Remark]) -> History:
    in_order = sorted(records, key=lambda each: _when(each).astimezone(UTC))
    return reduce(remember, in_order, History())


def _when(record: Session | Remark) -> datetime:
    return record.ended if isinstance(record, Session) else record.at
