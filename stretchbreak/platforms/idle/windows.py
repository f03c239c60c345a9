"""Idle time on Windows."""

import ctypes
from collections.abc import Callable
from datetime import timedelta

from stretchbreak.platforms.idle.asked import AskedIdleSource
from stretchbreak.platforms.ways import only_on
from stretchbreak.runtime.ports.failures import SourceLostError

_MILLISECOND = timedelta(milliseconds=1)
_ROUND = 1 << 32
"""Both counters have 32 bits, and begin anew after seven weeks."""

Ticks = Callable[[], tuple[int, int]]
"""Returns the milliseconds since the start, now and at the last input."""


def start() -> AskedIdleSource:
    """Get ready.

    Raises:
        PassedOverError: This is not Windows.
    """
    only_on("win32", "Windows")
    ticks = _reader()
    return AskedIdleSource("windows", lambda: idle_for(ticks))


def idle_for(ticks: Ticks) -> timedelta:
    """Return the time since the last input, as *ticks* have it."""
    now, last = ticks()
    return (now - last) % _ROUND * _MILLISECOND


class _LastInputInfo(ctypes.Structure):
    """`LASTINPUTINFO`, in winuser.h."""

    _fields_ = (("size", ctypes.c_uint32), ("time", ctypes.c_uint32))


def _reader() -> Ticks:
    last_input = ctypes.CDLL("user32").GetLastInputInfo
    tick_count = ctypes.CDLL("kernel32").GetTickCount
    tick_count.restype = ctypes.c_uint32

    def read() -> tuple[int, int]:
        info = _LastInputInfo(ctypes.sizeof(_LastInputInfo), 0)
        if not last_input(ctypes.byref(info)):
            raise SourceLostError("GetLastInputInfo fails")
        now: int = tick_count()
        last: int = info.time
        return now, last

    return read
