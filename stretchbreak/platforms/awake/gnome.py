"""GNOME's session manager, which turns the screen off when nobody is active.

org.gnome.SessionManager, gnome-session
"""

from jeepney import DBusAddress, Message, new_method_call

from stretchbreak.platforms.awake.inhibition import (
    APPLICATION,
    IDLE,
    REASON,
    Inhibition,
    Request,
)

_NAME = "org.gnome.SessionManager"
_SESSION = DBusAddress("/org/gnome/SessionManager", _NAME, _NAME)
_NO_WINDOW = 0


def start() -> Inhibition:
    """Ask the session not to be called idle.

    Raises:
        PassedOverError: This is not GNOME.
    """
    arguments = (APPLICATION, _NO_WINDOW, REASON, IDLE)
    return Inhibition(Request(_SESSION, "Inhibit", "susu", arguments, _release))


def _release(cookie: object) -> Message:
    return new_method_call(_SESSION, "Uninhibit", "u", (cookie,))
