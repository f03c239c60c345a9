"""The wish for less movement, from the desktop portal's settings.

org.freedesktop.portal.Settings, XDG Desktop Portal: the key reduced-motion of
org.freedesktop.appearance is 1 where movement is not wanted.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtDBus import QDBusMessage, QDBusVariant

from stretchbreak.platforms.dbus import Bus, Place, session_bus, value_of

_SETTINGS = Place(
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
_KEY = ("org.freedesktop.appearance", "reduced-motion")
_REDUCED = 1


def start(told: Callable[[bool], None]) -> "PortalMotion":
    """Listen to the portal, if there is one or will be.

    Raises:
        PassedOverError: There is no session bus.
    """
    return PortalMotion(session_bus(), told)


class PortalMotion(QObject):
    """Tells what the portal says, and when it says something else."""

    def __init__(self, bus: Bus, told: Callable[[bool], None]) -> None:
        super().__init__()
        self._bus = bus
        self._told = told
        bus.listen(_SETTINGS, "SettingChanged", self, "change")
        bus.call_later(_SETTINGS, "Read", self, "begin", *_KEY)

    def close(self) -> None:
        """Stop listening."""
        self._bus.close()

    @Slot(QDBusMessage)
    def change(self, signal: QDBusMessage) -> None:
        """Hear that some setting has changed."""
        match signal.arguments():
            case [str() as group, str() as key, value] if (group, key) == _KEY:
                self._tell(value)

    @Slot(QDBusMessage)
    def begin(self, answer: QDBusMessage) -> None:
        """Hear how it stood when we asked."""
        self._tell(value_of(answer))

    def _tell(self, value: object) -> None:
        while isinstance(value, QDBusVariant):  # the portal wraps twice
            value = value.variant()
        if isinstance(value, int):
            self._told(value == _REDUCED)
