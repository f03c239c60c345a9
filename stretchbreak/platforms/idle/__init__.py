"""For how long nobody has touched the keyboard or the mouse.

The order of trial is the order below. A new source is one file beside this
one and one line here.
"""

from collections.abc import Collection

from stretchbreak.platforms.idle import (
    gnome,
    logind,
    macos,
    none,
    screensaver,
    wayland,
    windows,
    x11,
)
from stretchbreak.platforms.ways import Way, first_that_works
from stretchbreak.runtime.ports.desktop import IdleSource, Tried

_WAYS: tuple[Way[IdleSource], ...] = (
    Way("x11", "the X server counts, and says at once when input returns", x11.start),
    Way(
        "wayland", "the Wayland server says when input ends and returns", wayland.start
    ),
    Way("gnome", "Mutter counts, and says at once when input returns", gnome.start),
    Way("screensaver", "the screen saver counts, in seconds", screensaver.start),
    Way("windows", "Windows counts", windows.start),
    Way("macos", "macOS counts", macos.start),
    Way("logind", "only when the desktop calls you idle, if it does", logind.start),
)


def pick(without: Collection[str] = ()) -> tuple[IdleSource, tuple[Tried, ...]]:
    """Return the best idle source of this desktop, and how each one went.

    There always is one: where nothing works, the source `none` stands in.

    Args:
        without: The names of sources that were lost just now.
    """
    source, tried = first_that_works(way for way in _WAYS if way.name not in without)
    if source is not None:
        return source, tried
    why = "nothing tells idle time: only lock and suspend are noticed"
    return none.NoIdleSource(), (*tried, Tried("none", chosen=True, why=why))
