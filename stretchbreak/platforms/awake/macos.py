"""macOS: a power assertion against the display going to sleep.

    IOPMAssertionCreateWithName, IOKit, Apple Developer

Never run on macOS itself so far.
"""

import ctypes
from typing import Protocol

from stretchbreak.platforms.c_functions import declare
from stretchbreak.platforms.ways import PassedOverError, only_on

NO_DISPLAY_SLEEP = "NoDisplaySleepAssertion"  # kIOPMAssertionTypeNoDisplaySleep
REASON = "A stretch session is running"
_ON = 255  # kIOPMAssertionLevelOn
_UTF8 = 0x08000100  # kCFStringEncodingUTF8
_SUCCESS = 0  # kIOReturnSuccess


class Power(Protocol):
    """The two calls of IOKit that it takes."""

    def create(self, kind: str, reason: str) -> int | None:
        """Return the number of a new assertion, None if it is refused."""
        ...

    def release(self, assertion: int) -> None:
        """Let go of it."""
        ...


class Assertion:
    """The display, kept on until it is closed.

    Raises:
        PassedOverError: macOS refuses.
    """

    def __init__(self, power: Power) -> None:
        self._power = power
        self._number = power.create(NO_DISPLAY_SLEEP, REASON)
        if self._number is None:
            raise PassedOverError("macOS does not keep the display on")

    def close(self) -> None:
        """Let go of it. Twice is harmless."""
        if self._number is not None:
            self._power.release(self._number)
            self._number = None


def start() -> Assertion:
    """Ask macOS to keep the display on.

    Raises:
        PassedOverError: This is not macOS, or it refuses.
    """
    only_on("darwin", "macOS")
    return Assertion(_IoKit())


class _IoKit:
    """IOKit, by ctypes."""

    def __init__(self) -> None:
        at, u32 = ctypes.c_void_p, ctypes.c_uint32
        iokit, foundation = _framework("IOKit"), _framework("CoreFoundation")
        self._make = declare(
            foundation.CFStringCreateWithCString, at, at, ctypes.c_char_p, u32
        )
        self._free = declare(foundation.CFRelease, None, at)
        self._create = declare(
            iokit.IOPMAssertionCreateWithName,
            *(ctypes.c_int, at, u32, at, ctypes.POINTER(u32)),
        )
        self._release = declare(iokit.IOPMAssertionRelease, ctypes.c_int, u32)

    def create(self, kind: str, reason: str) -> int | None:
        texts = [self._make(None, text.encode(), _UTF8) for text in (kind, reason)]
        number = ctypes.c_uint32()
        result = self._create(texts[0], _ON, texts[1], ctypes.byref(number))
        for text in texts:
            self._free(text)
        return number.value if result == _SUCCESS else None

    def release(self, assertion: int) -> None:
        self._release(assertion)


def _framework(name: str) -> ctypes.CDLL:
    return ctypes.CDLL(f"/System/Library/Frameworks/{name}.framework/{name}")
