"""Keeping the screen awake while a session runs.

The first way that a desktop answers to is used, and the X server's own beside
it: some blank the screen by the one, some by the other. Each ends with our
process, so no crash leaves a screen awake.
"""

from typing import Protocol

from stretchbreak.platforms.awake import (
    gnome,
    macos,
    portal,
    screensaver,
    windows,
    x11,
)
from stretchbreak.platforms.ways import Way, first_that_works
from stretchbreak.runtime.ports.desktop import Tried


class Hold(Protocol):
    """The screen, kept awake in one way, until it is closed."""

    def close(self) -> None:
        """Let the screen sleep again."""
        ...


_DESKTOP: tuple[Way[Hold], ...] = (
    Way("windows", "the display is needed (untried)", windows.start),
    Way("macos", "the display stays on (untried)", macos.start),
    Way("screensaver", "asked of org.freedesktop.ScreenSaver", screensaver.start),
    Way("gnome", "asked of the GNOME session", gnome.start),
    Way("portal", "asked of the desktop portal", portal.start),
)
_X11: Way[Hold] = Way("x11", "the X server's own screen saver is off", x11.start)


class Awake:
    """Keeps the screen awake, or lets it sleep; meant to be told either often."""

    def __init__(self) -> None:
        self._holds: tuple[Hold, ...] = ()
        self._kept = False

    def keep(self, *, awake: bool) -> None:
        """Keep the screen awake from now on, or no longer."""
        if awake == self._kept:
            return
        self._kept = awake
        if awake:
            self._holds, _tried = hold()
            return
        for each in self._holds:
            each.close()
        self._holds = ()


def hold() -> tuple[tuple[Hold, ...], tuple[Tried, ...]]:
    """Keep the screen awake.

    Returns:
        What must be closed to let it sleep again, and how each way went.
    """
    desktop, tried = first_that_works(_DESKTOP)
    server, server_tried = first_that_works((_X11,))
    holds = tuple(each for each in (desktop, server) if each is not None)
    return holds, (*tried, *server_tried)
