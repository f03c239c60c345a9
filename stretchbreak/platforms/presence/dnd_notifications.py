"""Do Not Disturb, from the notification server: KDE Plasma and dunst say it.

Plasma adds the property `Inhibited` to org.freedesktop.Notifications, dunst an
interface of its own with the property `paused`.
"""

from stretchbreak.platforms.dbus import Place, session_bus
from stretchbreak.platforms.presence.followed import Followed, Say

_SERVER = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_PLASMA = Place(_SERVER, _PATH, _SERVER), "Inhibited"
_DUNST = Place(_SERVER, _PATH, "org.dunstproject.cmd0"), "paused"


def start(say: Say) -> "NotificationServer":
    """Listen to whatever notification server there is, or will be.

    Raises:
        PassedOverError: There is no session bus.
    """
    return NotificationServer(say)


class NotificationServer:
    """Hears the notification server, whichever of the two it is."""

    def __init__(self, say: Say) -> None:
        self._bus = session_bus()
        self._say = say
        self._on = {"plasma": False, "dunst": False}
        there = "now" if self._bus.has(_SERVER) else "once there is one"
        self.offers = f"Do Not Disturb of KDE Plasma and dunst, {there}"
        self._followed = [
            Followed(self._bus, place, _is_true, self._sayer(who)).property_(name)
            for who, (place, name) in (("plasma", _PLASMA), ("dunst", _DUNST))
        ]

    def close(self) -> None:
        """Stop listening."""
        self._bus.close()

    def _sayer(self, who: str) -> Say:
        def say(on: bool) -> None:  # noqa: FBT001 - the only thing there is to say
            self._on[who] = on
            self._say(any(self._on.values()))

        return say


def _is_true(value: object) -> bool:
    return value is True
