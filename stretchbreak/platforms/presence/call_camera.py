"""A call: a camera in use, which is a /dev/video* that a program has open.

Only our own user's programs can be looked into, which are those that count.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from stretchbreak.core.settings import Settings
from stretchbreak.platforms.ways import PassedOverError

_DEVICES = Path("/dev")
_PROCESSES = Path("/proc")


def start() -> "Cameras":
    """Get ready.

    Raises:
        PassedOverError: This is not Linux.
    """
    if not (_PROCESSES / "self" / "fd").is_dir():
        raise PassedOverError("there is no /proc here")
    return Cameras(_DEVICES, _PROCESSES)


class Cameras:
    """Looks at which files are open.

    Args:
        devices: Where cameras are.
        processes: Where the processes are, as in /proc.
    """

    offers = "camera in use: an open /dev/video*"

    def __init__(self, devices: Path, processes: Path) -> None:
        self._prefix = str(devices / "video")
        self._devices = devices
        self._processes = processes

    def holds(self, _settings: Settings) -> bool:
        """Return whether a camera is in use; without one, nothing is looked into."""
        if next(self._devices.glob("video*"), None) is None:
            return False
        return any(name.startswith(self._prefix) for name in self._open_files())

    def _open_files(self) -> Iterator[str]:
        for process in self._processes.glob("[0-9]*"):
            try:
                with os.scandir(process / "fd") as files:
                    names = [file.path for file in files]
            except OSError:  # another user's, or gone by now
                continue
            for name in names:
                try:
                    yield str(Path(name).readlink())
                except OSError:  # closed by now
                    continue
