"""Idle time on macOS."""

import ctypes
import math
from collections.abc import Callable
from datetime import timedelta

from stretchbreak.platforms.idle.asked import AskedIdleSource
from stretchbreak.platforms.ways import only_on
from stretchbreak.runtime.ports.failures import SourceLostError

_FRAMEWORK = (
    "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
)
# From CoreGraphics/CGEventTypes.h.
_HARDWARE = 1  # kCGEventSourceStateHIDSystemState
_ANY_INPUT = 0xFFFF_FFFF  # kCGAnyInputEventType

Seconds = Callable[[], float]


def start() -> AskedIdleSource:
    """Get ready.

    Raises:
        PassedOverError: This is not macOS.
    """
    only_on("darwin", "macOS")
    seconds = _reader()
    return AskedIdleSource("macos", lambda: idle_for(seconds))


def idle_for(seconds: Seconds) -> timedelta:
    """Return the time since the last input, as *seconds* have it.

    Raises:
        SourceLostError: They say what cannot be.
    """
    said = seconds()
    if not math.isfinite(said):
        raise SourceLostError(f"macOS says that the last input was {said} s ago")
    return timedelta(seconds=max(said, 0.0))


def _reader() -> Seconds:
    function = ctypes.CDLL(_FRAMEWORK).CGEventSourceSecondsSinceLastEventType
    function.restype = ctypes.c_double
    function.argtypes = (ctypes.c_int32, ctypes.c_uint32)

    def read() -> float:
        said: float = function(_HARDWARE, _ANY_INPUT)
        return said

    return read
