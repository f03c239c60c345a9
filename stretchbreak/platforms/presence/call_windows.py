"""A call on Windows: the microphone or camera in use, as its privacy page says.

Windows notes in the registry when each program last began and stopped using
them; one that uses them now has no stop.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from stretchbreak.core.settings import Settings
from stretchbreak.platforms.ways import only_on

_STORE = (
    r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore"
)
_STOP = "LastUsedTimeStop"

Stops = Callable[[str], Iterator[int]]
"""Returns when each program stopped using a capability; zero means it has not."""


def start() -> "WindowsCapabilities":
    """Get ready.

    Raises:
        PassedOverError: This is not Windows.
    """
    only_on("win32", "Windows")
    return WindowsCapabilities(_stops)


class WindowsCapabilities:
    """Asks who uses the microphone or the camera."""

    offers = "microphone or camera in use, as Windows' privacy page says"

    def __init__(self, stops: Stops) -> None:
        self._stops = stops

    def holds(self, _settings: Settings) -> bool:
        """Return whether anybody uses either."""
        return any(
            stop == 0
            for capability in ("microphone", "webcam")
            for stop in self._stops(capability)
        )


def _stops(capability: str) -> Iterator[int]:
    winreg: Any = import_module("winreg")  # elsewhere there is none
    root = winreg.HKEY_CURRENT_USER
    for above in (rf"{_STORE}\{capability}", rf"{_STORE}\{capability}\NonPackaged"):
        try:
            with winreg.OpenKey(root, above) as folder:
                count = winreg.QueryInfoKey(folder)[0]
                names = [winreg.EnumKey(folder, index) for index in range(count)]
        except OSError:  # nobody ever asked for it
            continue
        for name in names:
            try:
                with winreg.OpenKey(root, rf"{above}\{name}") as program:
                    yield int(winreg.QueryValueEx(program, _STOP)[0])
            except OSError:  # a program that never used it
                continue
