"""A full-screen window on Wayland, where the server lists windows.

Sway, Hyprland, COSMIC and others do; GNOME and KDE Plasma tell no program.
"""

import struct

from stretchbreak.core.settings import Settings
from stretchbreak.platforms.wayland import Connection
from stretchbreak.platforms.ways import PassedOverError

_MANAGER = "zwlr_foreign_toplevel_manager_v1"
_NEWEST = 2  # the version since which a window says that it fills the screen
_TOPLEVEL = 0  # an event of the manager
_STATE = 4  # an event of a window
_ACTIVATED, _FULL_SCREEN = 2, 3


def start() -> "WlrootsFullScreen":
    """See whether the server lists windows.

    Raises:
        PassedOverError: It does not, or there is none.
    """
    server = Connection()
    try:
        if server.version(_MANAGER) < _NEWEST:
            raise PassedOverError("the Wayland server does not list windows")
    finally:
        server.close()
    return WlrootsFullScreen()


class WlrootsFullScreen:
    """Asks the Wayland server about all windows."""

    offers = "a full-screen window, from the Wayland server"

    def holds(self, _settings: Settings) -> bool:
        """Return whether the active window fills the screen.

        Raises:
            AdapterError: The server does not answer.
        """
        server = Connection()
        states: dict[int, set[int]] = {}

        def take_window(arguments: bytes) -> None:
            (window,) = struct.unpack("=I", arguments)
            server.on(window, _STATE, lambda a: states.update({window: _numbers(a)}))

        try:
            manager = server.bind(_MANAGER, _NEWEST)
            server.on(manager, _TOPLEVEL, take_window)
            server.round_trip()
        finally:
            server.close()
        return any({_ACTIVATED, _FULL_SCREEN} <= state for state in states.values())


def _numbers(array: bytes) -> set[int]:
    """Return what an argument of type array holds, after its size in bytes."""
    (size,) = struct.unpack_from("=I", array)
    return {each for (each,) in struct.iter_unpack("=I", array[4 : 4 + size])}
