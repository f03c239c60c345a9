"""A call on macOS: the default microphone in use, as Core Audio says."""

import ctypes
from collections.abc import Callable

from stretchbreak.core.settings import Settings
from stretchbreak.platforms.ways import only_on
from stretchbreak.runtime.ports.failures import AdapterError

_CORE_AUDIO = "/System/Library/Frameworks/CoreAudio.framework/CoreAudio"
# From CoreAudio/AudioHardware.h; Core Audio names things by four letters.
_SYSTEM = 1  # kAudioObjectSystemObject
_DEFAULT_INPUT = b"dIn "  # kAudioHardwarePropertyDefaultInputDevice
_RUNNING = b"gone"  # kAudioDevicePropertyDeviceIsRunningSomewhere
_GLOBAL = b"glob"  # kAudioObjectPropertyScopeGlobal

Read = Callable[[int, bytes], int]
"""Returns a number that an audio object has under four letters."""


def start() -> "MacMicrophone":
    """Load Core Audio.

    Raises:
        PassedOverError: This is not macOS.
    """
    only_on("darwin", "macOS")
    return MacMicrophone(_reader())


class MacMicrophone:
    """Asks whether anybody listens to the microphone."""

    offers = "microphone in use, as Core Audio says"

    def __init__(self, read: Read) -> None:
        self._read = read

    def holds(self, _settings: Settings) -> bool:
        """Return whether the default microphone is in use.

        Raises:
            AdapterError: Core Audio does not answer.
        """
        device = self._read(_SYSTEM, _DEFAULT_INPUT)
        return bool(device) and bool(self._read(device, _RUNNING))


class _Address(ctypes.Structure):
    """`AudioObjectPropertyAddress`."""

    _fields_ = (
        ("selector", ctypes.c_uint32),
        ("scope", ctypes.c_uint32),
        ("element", ctypes.c_uint32),
    )


def _reader() -> Read:
    get = ctypes.CDLL(_CORE_AUDIO).AudioObjectGetPropertyData

    def read(thing: int, name: bytes) -> int:
        address = _Address(_number(name), _number(_GLOBAL), 0)
        value, size = ctypes.c_uint32(), ctypes.c_uint32(4)
        failed: int = get(
            ctypes.c_uint32(thing),
            ctypes.byref(address),
            ctypes.c_uint32(0),
            None,
            ctypes.byref(size),
            ctypes.byref(value),
        )
        if failed:
            raise AdapterError(f"Core Audio refuses {name.decode()}: {failed}")
        return value.value

    return read


def _number(letters: bytes) -> int:
    return int.from_bytes(letters, "big")
