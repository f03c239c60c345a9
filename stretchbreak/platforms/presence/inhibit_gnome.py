"""Idle inhibitors, from the session manager of GNOME, MATE and Cinnamon."""

from stretchbreak.platforms.dbus import Place, session_bus
from stretchbreak.platforms.presence.followed import Followed, Say
from stretchbreak.platforms.ways import PassedOverError

_MANAGER = "org.gnome.SessionManager"
_PLACE = Place(_MANAGER, "/org/gnome/SessionManager", _MANAGER)
_IDLE = 8  # "inhibit the session being marked as idle", of org.gnome.SessionManager


def start(say: Say) -> "SessionManager":
    """Listen to the session manager.

    Raises:
        PassedOverError: It is not there.
    """
    return SessionManager(say)


class SessionManager:
    """Hears which actions are inhibited."""

    offers = "what keeps the screen on, from the session manager"

    def __init__(self, say: Say) -> None:
        self._bus = session_bus()
        if not self._bus.has(_MANAGER):
            raise PassedOverError("no session manager of GNOME is on the bus")
        self._followed = Followed(self._bus, _PLACE, _keeps_awake, say)
        self._followed.property_("InhibitedActions")

    def close(self) -> None:
        """Stop listening."""
        self._bus.close()


def _keeps_awake(actions: object) -> bool:
    return isinstance(actions, int) and bool(actions & _IDLE)
