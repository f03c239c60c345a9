"""Starting with the user's login: each desktop has one way.

Switching on twice is the same as once, and so is switching off.
"""

import os
import sys
from pathlib import Path
from typing import Protocol

from stretchbreak.platforms.autostart.macos import LaunchAgent
from stretchbreak.platforms.autostart.xdg import DesktopEntry

if sys.platform == "win32":
    from stretchbreak.platforms.autostart.windows import run_key


class Autostart(Protocol):
    """Whether the program starts at login.

    All of it raises AdapterError where the desktop's own place for it cannot
    be read or written.
    """

    def on(self) -> bool:
        """Return whether it does."""
        ...

    def switch_on(self) -> None:
        """Start at every login from now on."""
        ...

    def switch_off(self) -> None:
        """Start at login no more."""
        ...


def autostart() -> Autostart:
    """Return this desktop's way."""
    if sys.platform == "win32":
        return run_key(program())
    if sys.platform == "darwin":
        return LaunchAgent(Path.home(), program())
    return DesktopEntry(os.environ, program())


def program() -> tuple[str, ...]:
    """Return the command that starts this very program again."""
    return (sys.executable, "-m", "stretchbreak")
