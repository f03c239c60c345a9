"""Starting with the user's login: each desktop has one way.

Switching on twice is the same as once, and so is switching off.
"""

import os
import sys
from pathlib import Path

from stretchbreak.platforms.autostart.macos import LaunchAgent
from stretchbreak.platforms.autostart.xdg import DesktopEntry
from stretchbreak.runtime.ports.desktop import Autostart

if sys.platform == "win32":
    from stretchbreak.platforms.autostart.windows import run_key


def autostart() -> Autostart:
    """Return this desktop's way."""
    if sys.platform == "win32":
        return run_key(program())
    if sys.platform == "darwin":
        return LaunchAgent(Path.home(), program())
    return DesktopEntry(os.environ, program())


def program() -> tuple[str, ...]:
    """Return the command that starts this very program again, with no window."""
    return (sys.executable, "-m", "stretchbreak", "--background")
