"""Idle inhibitors, from systemd's logind (or elogind)."""

from stretchbreak.platforms.dbus import Place, system_bus
from stretchbreak.platforms.presence.followed import Followed, Say
from stretchbreak.platforms.ways import PassedOverError

_LOGIND = "org.freedesktop.login1"
_PLACE = Place(_LOGIND, "/org/freedesktop/login1", f"{_LOGIND}.Manager")


def start(say: Say) -> "LogindInhibitors":
    """Listen to logind.

    Raises:
        PassedOverError: It is not there.
    """
    return LogindInhibitors(say)


class LogindInhibitors:
    """Hears what is inhibited by anybody: a list of words between colons."""

    offers = "what keeps the computer from being idle, from logind"

    def __init__(self, say: Say) -> None:
        self._bus = system_bus()
        if not self._bus.has(_LOGIND):
            raise PassedOverError("logind is not there")
        self._followed = Followed(self._bus, _PLACE, _names_idle, say)
        self._followed.property_("BlockInhibited")

    def close(self) -> None:
        """Stop listening."""
        self._bus.close()


def _names_idle(blocked: object) -> bool:
    return isinstance(blocked, str) and "idle" in blocked.split(":")
