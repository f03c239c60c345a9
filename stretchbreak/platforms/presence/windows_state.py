"""What Windows says about whether this is a good moment for a notification."""

import ctypes
from collections.abc import Callable

from stretchbreak.platforms.ways import only_on
from stretchbreak.runtime.ports.failures import AdapterError

# QUERY_USER_NOTIFICATION_STATE, in shellapi.h
BUSY = 2
"""A program fills the screen."""
GAME = 3
"""A game fills the screen."""
PRESENTATION = 4
"""Presentation settings are on."""
QUIET = 6
"""The first hour after Windows was set up."""

State = Callable[[], int]


def reader() -> State:
    """Return what reads the state.

    Raises:
        PassedOverError: This is not Windows.
    """
    only_on("win32", "Windows")
    query = ctypes.CDLL("shell32").SHQueryUserNotificationState

    def read() -> int:
        state = ctypes.c_int()
        failed: int = query(ctypes.byref(state))
        if failed:
            raise AdapterError(f"SHQueryUserNotificationState fails: {failed}")
        return state.value

    return read
