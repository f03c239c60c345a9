"""Locking, from the desktop's screen saver on the session bus.

On most desktops the same program locks the screen, and some of them tell
logind nothing.
"""

from PySide6.QtCore import QObject, Slot
from PySide6.QtDBus import QDBusMessage

from stretchbreak.platforms.dbus import Bus, Place, session_bus, value_of
from stretchbreak.platforms.session.news import News

_FREEDESKTOP = "org.freedesktop.ScreenSaver"
_GNOME = "org.gnome.ScreenSaver"
_SAVERS = (
    Place(_FREEDESKTOP, "/org/freedesktop/ScreenSaver", _FREEDESKTOP),
    Place(_FREEDESKTOP, "/ScreenSaver", _FREEDESKTOP),  # where some still have it
    Place(_GNOME, "/org/gnome/ScreenSaver", _GNOME),
)


def start(news: News) -> "ScreenSaverSource":
    """Listen to whatever screen saver there is, or will be.

    Raises:
        PassedOverError: There is no session bus.
    """
    return ScreenSaverSource(session_bus(), news)


class ScreenSaverSource(QObject):
    """Hears the screen saver come and go, and reports that as locking."""

    def __init__(self, bus: Bus, news: News) -> None:
        super().__init__()
        self._bus = bus
        self._news = news
        there = sorted({saver.service for saver in _SAVERS if bus.has(saver.service)})
        self.offers = f"lock: {', '.join(there) or 'no screen saver yet'}"
        for saver in _SAVERS:
            bus.listen(saver, "ActiveChanged", self, "change")
            bus.call_later(saver, "GetActive", self, "begin")

    def close(self) -> None:
        """Stop listening."""
        self._bus.close()

    @Slot(QDBusMessage)
    def change(self, signal: QDBusMessage) -> None:
        """Hear that the screen is being covered, or shown again."""
        active = value_of(signal)
        if isinstance(active, bool):
            self._news.lock(locked=active)

    @Slot(QDBusMessage)
    def begin(self, answer: QDBusMessage) -> None:
        """Take in how it stood when we came. Only "covered" is news."""
        if value_of(answer) is True:
            self._news.lock(locked=True)
