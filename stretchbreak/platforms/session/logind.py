"""Lock, user switch and suspend, from systemd's logind (or elogind)."""

import os

from PySide6.QtCore import QObject, Slot
from PySide6.QtDBus import QDBusMessage

from stretchbreak.platforms.dbus import (
    PROPERTIES,
    Bus,
    CallError,
    Place,
    system_bus,
    value_of,
)
from stretchbreak.platforms.session.news import News
from stretchbreak.platforms.ways import PassedOverError

_LOGIND = "org.freedesktop.login1"
_MANAGER = Place(_LOGIND, "/org/freedesktop/login1", f"{_LOGIND}.Manager")
_SESSION = f"{_LOGIND}.Session"

# What logind takes for "the caller's session, or else the one that shows the
# desktop of the caller's user". GetSessionByPID knows the first only, which is
# not enough for a program that the user's systemd started; and it takes a `u`.
_OURS = "auto"


def start(news: News) -> "LogindSource":
    """Listen to logind.

    Raises:
        PassedOverError: It is not there.
    """
    bus = system_bus()
    try:
        session = find_session(bus)
    except CallError as error:
        if not bus.has(_LOGIND):
            bus.close()
            raise PassedOverError(f"logind is not there: {error}") from error
        return LogindSource(bus, news, f"suspend, but not lock: {error}")
    source = LogindSource(bus, news, f"lock, user switch, suspend: {session.path}")
    source.follow(session)
    return source


def find_session(bus: Bus) -> Place:
    """Return our own session.

    The environment names it best; but a program that outlives its session, as
    in a terminal multiplexer, keeps the name of one that is gone.

    Raises:
        CallError: Logind knows of none, or is not there.
    """
    named = os.environ.get("XDG_SESSION_ID")
    if named:
        try:
            return _session(bus, named)
        except CallError:
            pass
    return _session(bus, _OURS)


def _session(bus: Bus, name: str) -> Place:
    path = bus.call(_MANAGER, "GetSession", name)
    return Place(_LOGIND, str(path), _SESSION)


class LogindSource(QObject):
    """Hears logind, and reports what concerns us.

    `Lock` and `Unlock` are wishes, which most screen lockers follow.
    `LockedHint` is what the desktop says it has done. Either may be missing.
    """

    def __init__(self, bus: Bus, news: News, offers: str) -> None:
        super().__init__()
        self.offers = offers
        self._bus = bus
        self._news = news
        self._session: Place | None = None
        self._hinted = False
        self._been_active = False
        self._switched_away = False
        self._shut = False
        bus.listen(_MANAGER, "PrepareForSleep", self, "sleep")

    def follow(self, session: Place) -> None:
        """Listen to *session*, and look up how it stands now."""
        self._session = session
        properties = Place(_LOGIND, session.path, PROPERTIES)
        self._bus.listen(session, "Lock", self, "lock")
        self._bus.listen(session, "Unlock", self, "unlock")
        self._bus.listen(properties, "PropertiesChanged", self, "changed")
        self._look_up(session)

    def close(self) -> None:
        """Stop listening."""
        self._session = None
        self._bus.close()

    @Slot(QDBusMessage)
    def sleep(self, signal: QDBusMessage) -> None:
        """Hear that the computer goes to sleep, or has woken."""
        begins = value_of(signal)
        if isinstance(begins, bool):
            self._news.sleep(begins=begins)

    @Slot(QDBusMessage)
    def lock(self, _signal: QDBusMessage) -> None:
        """Hear that the session is to be locked."""
        self._news.wish_lock()

    @Slot(QDBusMessage)
    def unlock(self, _signal: QDBusMessage) -> None:
        """Hear that the session is to be unlocked."""
        self._news.lock(locked=False)

    @Slot(QDBusMessage)
    def changed(self, signal: QDBusMessage) -> None:
        """Hear that something about the session is not what it was.

        What it is now is asked for rather than taken from the signal, which
        may just as well say only that it changed.
        """
        if self._session is not None and value_of(signal) == _SESSION:
            self._look_up(self._session)

    @Slot(QDBusMessage)
    def take_hint(self, answer: QDBusMessage) -> None:
        """Take in whether the desktop has locked the screen."""
        self._hinted = value_of(answer) is True
        self._report_change()

    @Slot(QDBusMessage)
    def take_active(self, answer: QDBusMessage) -> None:
        """Take in whether the session has the screen.

        One that never had it, such as a remote one, is not switched away from.
        """
        active = value_of(answer) is True
        self._been_active = self._been_active or active
        self._switched_away = self._been_active and not active
        self._report_change()

    def _look_up(self, session: Place) -> None:
        self._bus.read_later(session, "LockedHint", self, "take_hint")
        self._bus.read_later(session, "Active", self, "take_active")

    def _report_change(self) -> None:
        """Report only what is new: the same again must not undo a `Lock`."""
        shut = self._hinted or self._switched_away
        if shut != self._shut:
            self._shut = shut
            self._news.lock(locked=shut)
