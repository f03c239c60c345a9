"""Idle inhibitors, from the power manager of KDE Plasma, Xfce and others."""

from stretchbreak.platforms.dbus import Place, session_bus
from stretchbreak.platforms.presence.followed import Followed, Say

_INHIBIT = "org.freedesktop.PowerManagement.Inhibit"
_SERVICE = "org.freedesktop.PowerManagement"
_PLACE = Place(_SERVICE, "/org/freedesktop/PowerManagement/Inhibit", _INHIBIT)


def start(say: Say) -> "PowerManager":
    """Listen to whatever power manager there is, or will be.

    Raises:
        PassedOverError: There is no session bus.
    """
    return PowerManager(say)


class PowerManager:
    """Hears whether anything keeps the computer from its idle actions."""

    def __init__(self, say: Say) -> None:
        self._bus = session_bus()
        there = "now" if self._bus.has(_SERVICE) else "once there is one"
        self.offers = f"what keeps the screen on, from the power manager, {there}"
        self._followed = Followed(self._bus, _PLACE, _is_true, say)
        self._followed.method("HasInhibit", signal="HasInhibitChanged")

    def close(self) -> None:
        """Stop listening."""
        self._bus.close()


def _is_true(value: object) -> bool:
    return value is True
