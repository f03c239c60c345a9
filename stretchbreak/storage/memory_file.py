"""The file of what the coach keeps over a restart of the program.

Durations come from the steady clock, which starts anew with the computer. So
the file says which start of the computer it belongs to, and the time in UTC
for the case that there was another since.
"""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from stretchbreak.core import appointment
from stretchbreak.core.memory import Memory
from stretchbreak.runtime.tagged import from_plain, to_plain
from stretchbreak.storage import atomic
from stretchbreak.storage.broken_files import set_aside

VERSION = 1
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A memory and when it was true.

    Attributes:
        boot_id: Names that start of the computer; empty where none is known.
        steady: The computer's own steady clock then.
        utc: The time then.
    """

    memory: Memory
    boot_id: str
    steady: timedelta
    utc: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryFile:
    """Loads and saves the memory.

    Attributes:
        path: The file.
        boot_id: Names this start of the computer; see `boot_id`.
        ahead: How far the memory's steady clock is ahead of the computer's,
            since it goes on over a restart.
    """

    path: Path
    boot_id: str
    ahead: timedelta = timedelta()

    def load(self, now: datetime) -> tuple[Saved | None, tuple[str, ...]]:
        """Return what was saved, and a line for the user if it is lost.

        A file that cannot be read is set aside.

        Args:
            now: The local time, for the name of a file set aside.
        """
        try:
            return _read(self.path.read_bytes()), ()
        except FileNotFoundError:
            return None, ()
        except OSError as error:
            why = f"cannot be read: {error.strerror or error}"
        except ValueError as error:
            why = str(error)
        instead = "the sitting time starts at zero, and the safety page comes again"
        return None, (set_aside(self.path, why, now, instead),)

    def save(self, memory: Memory) -> None:
        """Keep *memory*.

        Raises:
            AdapterError: It could not be written; the file is as it was.
        """
        saved = Saved(
            memory=memory,
            boot_id=self.boot_id,
            steady=memory.at.steady - self.ahead,
            utc=memory.at.local.astimezone(UTC),
        )
        plain = {"version": VERSION, "saved": to_plain(saved)}
        atomic.write(self.path, json.dumps(plain, indent=1).encode())

    def going_on(self, saved: Saved, gap: timedelta, steady: timedelta) -> "MemoryFile":
        """Return the file to save to when *saved* goes on after a gap.

        Args:
            saved: What was loaded.
            gap: For how long the program was not running; see `gap`.
            steady: The computer's own steady clock now, at the end of the gap.
        """
        return replace(self, ahead=saved.memory.at.steady + gap - steady)


def gap(saved: Saved, *, boot_id: str, steady: timedelta, utc: datetime) -> timedelta:
    """Return for how long the program was not running.

    Args:
        saved: What it saved last.
        boot_id: Names this start of the computer.
        steady: The computer's own steady clock now.
        utc: The time now.
    """
    same = bool(boot_id) and boot_id == saved.boot_id
    passed = steady - saved.steady if same else utc - saved.utc
    return max(passed, timedelta())


def boot_id() -> str:
    """Return the name of this start of the computer; empty where it has none."""
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _read(content: bytes) -> Saved:
    try:
        plain = json.loads(content)
    except RecursionError as error:
        raise ValueError("expected JSON, not nested so deeply") from error
    except ValueError as error:
        raise ValueError(f"expected JSON: {error}") from error
    version = plain.get("version") if isinstance(plain, dict) else None
    if version != VERSION:
        raise ValueError(f"version: expected {VERSION}")
    saved: Saved = from_plain(plain.get("saved"), Saved)
    asking = saved.memory.prompt
    if asking is not None and asking.appointment is not None:
        appointment.parse(asking.appointment)  # refuses what is none
    return saved
