"""Windows: this thread says that the display is needed.

    SetThreadExecutionState, Win32 API, Microsoft Learn

Never run on Windows itself so far.
"""

import ctypes
from collections.abc import Callable

from stretchbreak.platforms.c_functions import declare
from stretchbreak.platforms.ways import PassedOverError, only_on

CONTINUOUS = 0x80000000  # ES_CONTINUOUS: until it is said otherwise
DISPLAY_REQUIRED = 0x00000002  # ES_DISPLAY_REQUIRED
SYSTEM_REQUIRED = 0x00000001  # ES_SYSTEM_REQUIRED

SetState = Callable[[int], int]
"""Takes the flags; returns the flags before, 0 if it refuses."""


class DisplayRequest:
    """The display, needed until it is closed.

    Raises:
        PassedOverError: Windows refuses.
    """

    def __init__(self, set_state: SetState) -> None:
        self._set_state = set_state
        if not set_state(CONTINUOUS | DISPLAY_REQUIRED | SYSTEM_REQUIRED):
            raise PassedOverError("Windows does not keep the display on")

    def close(self) -> None:
        """Need it no longer."""
        self._set_state(CONTINUOUS)


def start() -> DisplayRequest:
    """Ask Windows to keep the display on.

    Raises:
        PassedOverError: This is not Windows, or it refuses.
    """
    only_on("win32", "Windows")
    function = ctypes.CDLL("kernel32").SetThreadExecutionState
    return DisplayRequest(declare(function, ctypes.c_uint32, ctypes.c_uint32))
