"""Idle time from Mutter, which is GNOME's window manager, over D-Bus.

It counts since the last input and tells when the next one comes: nothing is
asked in between. Of its watches only the one for the next input can be set
from here: the other takes a type that QtDBus cannot send.
"""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, Slot
from PySide6.QtDBus import QDBusMessage

from stretchbreak.platforms.dbus import Bus, CallError, Place, session_bus, value_of
from stretchbreak.platforms.ways import PassedOverError
from stretchbreak.runtime.ports.failures import SourceLostError

WATCHES = timedelta(seconds=2)
_MONITOR = "org.gnome.Mutter.IdleMonitor"
_PLACE = Place(_MONITOR, "/org/gnome/Mutter/IdleMonitor/Core", _MONITOR)
_MILLISECOND = timedelta(milliseconds=1)


def start() -> "GnomeIdleSource":
    """Find Mutter.

    Raises:
        PassedOverError: It is not there, or does not count.
    """
    bus = session_bus()
    if not bus.has(_MONITOR):
        raise PassedOverError("Mutter is not on the session bus")
    source = GnomeIdleSource(bus)
    try:
        source.idle_for()
    except SourceLostError as error:
        source.close()
        raise PassedOverError(str(error)) from error
    return source


class GnomeIdleSource(QObject):
    """Mutter's counter and its watch, as an idle source."""

    name = "gnome"
    watches: timedelta | None = WATCHES

    def __init__(self, bus: Bus) -> None:
        super().__init__()
        self._bus = bus
        self._calls: list[Callable[[], None]] = []
        self._expected = False
        self._watch: object = None
        bus.listen(_PLACE, "WatchFired", self, "fired")

    def idle_for(self) -> timedelta:
        """Return the time since the last input.

        Raises:
            SourceLostError: Mutter does not answer.
        """
        try:
            idle = self._bus.call(_PLACE, "GetIdletime")
        except CallError as error:
            raise SourceLostError(f"Mutter does not answer: {error}") from error
        if not isinstance(idle, int):
            raise SourceLostError(f"Mutter answers {idle!r}")
        return idle * _MILLISECOND

    def expect_return(self, *, expected: bool) -> None:
        """Say whether the return of input matters now.

        The watch is for the very next input, and for that one alone. So it is
        set again at each call, once there has been none for `watches`.
        """
        self._expected = expected
        try:
            if expected and self._watch is None and self.idle_for() >= WATCHES:
                self._watch = self._bus.call(_PLACE, "AddUserActiveWatch")
        except (CallError, SourceLostError):
            self._watch = None  # whoever asks for the idle time is told

    def on_return(self, call: Callable[[], None]) -> None:
        """Call *call* whenever input returns after `watches`, while it is expected."""
        self._calls.append(call)

    def close(self) -> None:
        """Let go of Mutter. Nothing is called afterwards."""
        self._calls.clear()
        self._bus.close()

    @Slot(QDBusMessage)
    def fired(self, signal: QDBusMessage) -> None:
        """Hear that a watch has seen what it was set for; it is gone then."""
        if self._watch is None or value_of(signal) != self._watch:
            return
        self._watch = None
        if self._expected:
            for call in tuple(self._calls):
                call()
