"""Do Not Disturb, from Xfce's settings: its notifications say it nowhere else."""

from stretchbreak.platforms.dbus import Place, session_bus
from stretchbreak.platforms.presence.followed import Followed, Say
from stretchbreak.platforms.ways import PassedOverError

_XFCONF = "org.xfce.Xfconf"
_PLACE = Place(_XFCONF, "/org/xfce/Xfconf", _XFCONF)
_WHERE = ("xfce4-notifyd", "/do-not-disturb")


def start(say: Say) -> "Xfconf":
    """Listen to Xfce's settings.

    Raises:
        PassedOverError: They are not there.
    """
    return Xfconf(say)


class Xfconf:
    """Hears of changed settings."""

    offers = "Do Not Disturb of Xfce"

    def __init__(self, say: Say) -> None:
        self._bus = session_bus()
        if not self._bus.has(_XFCONF):
            raise PassedOverError("this is not Xfce: its settings are not on the bus")
        self._followed = Followed(self._bus, _PLACE, _is_true, say)
        self._followed.method("GetProperty", *_WHERE, signal="PropertyChanged")

    def close(self) -> None:
        """Stop listening."""
        self._bus.close()


def _is_true(value: object) -> bool:
    return value is True
