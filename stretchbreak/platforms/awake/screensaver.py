"""The screen saver that KDE, Xfce, MATE, Cinnamon and others have on the bus.

Idle Inhibition Service, freedesktop.org
"""

from jeepney import DBusAddress, Message, new_method_call

from stretchbreak.platforms.awake.inhibition import (
    APPLICATION,
    REASON,
    Inhibition,
    Request,
)

_NAME = "org.freedesktop.ScreenSaver"
_SAVER = DBusAddress("/org/freedesktop/ScreenSaver", _NAME, _NAME)


def start() -> Inhibition:
    """Ask the screen saver to stay away.

    Raises:
        PassedOverError: There is none.
    """
    return Inhibition(Request(_SAVER, "Inhibit", "ss", (APPLICATION, REASON), _release))


def _release(cookie: object) -> Message:
    return new_method_call(_SAVER, "UnInhibit", "u", (cookie,))
