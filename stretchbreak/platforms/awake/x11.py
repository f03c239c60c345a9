"""The X server's own screen saver and power saving, switched off meanwhile.

`XScreenSaverSuspend` of libXss holds for one connection and ends with it.

    Xscreensaver(3), MIT-SCREEN-SAVER extension 1.1
"""

import ctypes
import os

from stretchbreak.platforms.c_functions import declare
from stretchbreak.platforms.ways import PassedOverError


class _Calls:
    """The C functions, with their types.

    Raises:
        PassedOverError: The libraries are not installed.
    """

    def __init__(self) -> None:
        try:
            x11, saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
        except OSError as error:
            raise PassedOverError(f"the X server cannot be asked: {error}") from error
        at, number = ctypes.c_void_p, ctypes.c_int
        numbers = ctypes.POINTER(number)
        self.open = declare(x11.XOpenDisplay, at, ctypes.c_char_p)
        self.close = declare(x11.XCloseDisplay, number, at)
        self.flush = declare(x11.XFlush, number, at)
        self.version = declare(
            saver.XScreenSaverQueryVersion, number, at, numbers, numbers
        )
        self.suspend = declare(saver.XScreenSaverSuspend, None, at, number)


class Suspension:
    """The screen saver, suspended until it is closed.

    Raises:
        PassedOverError: The server cannot be reached, or has no such extension.
    """

    def __init__(self, calls: _Calls) -> None:
        self._calls = calls
        self._display: int | None = calls.open(None)
        if not self._display:
            raise PassedOverError("the X server cannot be reached")
        major, minor = ctypes.c_int(), ctypes.c_int()
        known = calls.version(self._display, ctypes.byref(major), ctypes.byref(minor))
        if not known or (major.value, minor.value) < (1, 1):
            self.close()
            raise PassedOverError("the X server's screen saver cannot be suspended")
        calls.suspend(self._display, 1)
        calls.flush(self._display)

    def close(self) -> None:
        """Let go of the server, which ends the suspension. Twice is harmless."""
        if self._display:
            self._calls.close(self._display)
            self._display = None


def start() -> Suspension:
    """Suspend the X server's screen saver.

    Raises:
        PassedOverError: There is no X server, or it has no such extension, or the
            library for it is not installed.
    """
    if not os.environ.get("DISPLAY"):
        raise PassedOverError("no X server: DISPLAY is not set")
    return Suspension(_Calls())
