"""The desktop portal, which also programs in a sandbox can ask.

org.freedesktop.portal.Inhibit and .Request, XDG Desktop Portal
"""

from jeepney import DBusAddress, Message, new_method_call

from stretchbreak.platforms.awake.inhibition import IDLE, REASON, Inhibition, Request

_NAME = "org.freedesktop.portal.Desktop"
_DESKTOP = DBusAddress(
    "/org/freedesktop/portal/desktop", _NAME, "org.freedesktop.portal.Inhibit"
)
_NO_WINDOW = ""


def start() -> Inhibition:
    """Ask the desktop not to be called idle.

    Raises:
        PassedOverError: There is no portal.
    """
    arguments = (_NO_WINDOW, IDLE, {"reason": ("s", REASON)})
    return Inhibition(Request(_DESKTOP, "Inhibit", "sua{sv}", arguments, _release))


def _release(handle: object) -> Message:
    request = DBusAddress(str(handle), _NAME, "org.freedesktop.portal.Request")
    return new_method_call(request, "Close")
