"""Idle time from the desktop's screen saver, in whole seconds, when asked."""

from datetime import timedelta
from functools import partial

from stretchbreak.platforms.dbus import Bus, CallError, Place, session_bus
from stretchbreak.platforms.idle.asked import AskedIdleSource
from stretchbreak.platforms.ways import PassedOverError
from stretchbreak.runtime.ports.failures import SourceLostError

_SAVER = "org.freedesktop.ScreenSaver"
_PATHS = ("/org/freedesktop/ScreenSaver", "/ScreenSaver")


def start() -> AskedIdleSource:
    """Find a screen saver that counts.

    Raises:
        PassedOverError: There is none.
    """
    bus = session_bus()
    if not bus.has(_SAVER):
        raise PassedOverError("no screen saver is on the session bus")
    why = ""
    for path in _PATHS:
        place = Place(_SAVER, path, _SAVER)
        try:
            _idle_for(bus, place)
        except SourceLostError as error:
            why = str(error)
        else:
            return AskedIdleSource("screensaver", partial(_idle_for, bus, place))
    raise PassedOverError(why)


def _idle_for(bus: Bus, place: Place) -> timedelta:
    try:
        idle = bus.call(place, "GetSessionIdleTime")
    except CallError as error:
        raise SourceLostError(f"the screen saver does not count: {error}") from error
    if not isinstance(idle, int):
        raise SourceLostError(f"the screen saver answers {idle!r}")
    return timedelta(seconds=idle)
