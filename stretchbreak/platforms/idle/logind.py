"""Idle time from logind: the last resort, since it knows only what it is told.

A desktop tells it that nobody is there after minutes of its own choice, if it
does at all; logind then knows since when.
"""

from datetime import timedelta

from stretchbreak.platforms.dbus import PROPERTIES, Bus, CallError, Place, system_bus
from stretchbreak.platforms.idle.asked import AskedIdleSource
from stretchbreak.platforms.session.logind import find_session
from stretchbreak.platforms.ways import PassedOverError
from stretchbreak.runtime.ports.failures import SourceLostError
from stretchbreak.runtime.system_clock import awake

_MICROSECOND = timedelta(microseconds=1)


def start() -> AskedIdleSource:
    """Find our session in logind.

    Raises:
        PassedOverError: Logind does not know it, or is not there.
    """
    bus = system_bus()
    try:
        session = find_session(bus)
        _idle_for(bus, session)
    except (CallError, SourceLostError) as error:
        raise PassedOverError(f"logind knows no session of ours: {error}") from error
    return AskedIdleSource("logind", lambda: _idle_for(bus, session))


def _idle_for(bus: Bus, session: Place) -> timedelta:
    if _read(bus, session, "IdleHint") is not True:
        return timedelta()
    since = _read(bus, session, "IdleSinceHintMonotonic")
    if not isinstance(since, int):
        raise SourceLostError(f"logind answers {since!r}")
    return max(awake() - since * _MICROSECOND, timedelta())


def _read(bus: Bus, session: Place, name: str) -> object:
    properties = Place(session.service, session.path, PROPERTIES)
    try:
        return bus.call(properties, "Get", session.interface, name)
    except CallError as error:
        raise SourceLostError(f"logind does not answer: {error}") from error
