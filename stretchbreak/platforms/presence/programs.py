"""Programs from the user's list that run now."""

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from stretchbreak.core.settings import Settings
from stretchbreak.platforms.presence import command
from stretchbreak.platforms.ways import PassedOverError

_PROC = Path("/proc")

Names = Callable[[], Iterable[str]]
"""Returns the names of the programs that run, of some more than one."""


def start() -> "Programs":
    """Find out how programs are listed here.

    Raises:
        PassedOverError: There is no way.
    """
    if sys.platform == "win32":
        return Programs(_from_tasklist)
    if (_PROC / "self" / "comm").exists():
        return Programs(lambda: names_in(_PROC))
    if shutil.which("ps"):
        return Programs(_from_ps)
    raise PassedOverError("there is neither /proc nor ps here")


class Programs:
    """Compares what runs with the list; with an empty one nothing is looked at."""

    offers = "programs on your list, by their names"

    def __init__(self, names: Names) -> None:
        self._names = names

    def holds(self, settings: Settings) -> bool:
        """Return whether one of them runs.

        Raises:
            AdapterError: The programs cannot be listed.
        """
        wanted = {_plain(name) for name in settings.hold_programs}
        return bool(wanted) and any(_plain(name) in wanted for name in self._names())


def names_in(processes: Path) -> Iterator[str]:
    """Yield the names of what runs, from a folder such as /proc.

    A process has a name of at most 15 letters, which it may change, and the
    command that began it.
    """
    for process in processes.glob("[0-9]*"):
        try:
            yield (process / "comm").read_text(errors="replace").rstrip("\n")
            words = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:  # it has ended by now
            continue
        yield Path(words[0].decode(errors="replace")).name


def _from_ps() -> Iterator[str]:
    tool = shutil.which("ps") or "ps"
    return (
        Path(line).name for line in command.output(tool, "-axo", "comm=").split("\n")
    )


def _from_tasklist() -> Iterator[str]:
    tool = shutil.which("tasklist") or "tasklist"
    lines = command.output(tool, "/fo", "csv", "/nh").splitlines()
    return (line.split(",")[0].strip('"') for line in lines)


def _plain(name: str) -> str:
    return name.strip().casefold().removesuffix(".exe")
