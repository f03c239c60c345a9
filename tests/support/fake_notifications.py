"""A notification server for a private bus, with the user's hand on it.

It is a program of its own, since the code under test waits for its answers:

    abilities WORD ...    what it can do; `actions` from the beginning
    shown                 say what is on the screen, as JSON
    press KEY             press a button, or the text itself
    dismiss               close it by hand
    expire                let it go by itself
    inhibit true|false    begin or end Do Not Disturb, as KDE Plasma says it

It answers each line with one.
"""

import json
import sys

from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant

from tests.support.obedient import Obedient, obey, refusal
from tests.support.programs import Puppet

_SERVER = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_PROPERTIES = "org.freedesktop.DBus.Properties"


class FakeNotifications(Puppet):
    """The program, started on a bus."""

    def __init__(self, address: str) -> None:
        super().__init__(__name__, address)


class _Server(Obedient):
    """The server's only object."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__(bus)
        self._abilities = ["actions", "body", "body-markup"]
        self._shown: dict[int, dict[str, object]] = {}
        self._next = 1
        self._inhibited = False

    def answer(self, message: QDBusMessage) -> QDBusMessage:
        match message.member(), message.arguments():
            case "Get", [_, "Inhibited"]:
                answer = message.createReply(QDBusVariant(self._inhibited))
            case "GetCapabilities", []:
                answer = message.createReply()
                answer.setArguments([self._abilities])
            case "Notify", [_, _, _, title, body, actions, _, timeout]:
                self._shown[self._next] = {
                    "title": title,
                    "body": body,
                    "actions": actions,
                    "timeout": timeout,
                    "signature": message.signature(),
                }
                answer = message.createReply(self._next)
                self._next += 1
            case "CloseNotification", [shown]:
                self._shown.pop(shown, None)
                answer = message.createReply()
            case _:
                answer = refusal(message)
        return answer

    def do(self, words: list[str]) -> str:
        match words:
            case ["abilities", *abilities]:
                self._abilities = abilities
            case ["shown"]:
                return json.dumps(list(self._shown.values()))
            case ["press", key]:
                (shown,) = self._shown
                self._say("ActionInvoked", shown, key)
                self._close(2)
            case ["dismiss"]:
                self._close(2)
            case ["expire"]:
                self._close(1)
            case ["inhibit", flag]:
                self._inhibited = flag == "true"
                changed = {"Inhibited": self._inhibited}
                self._say("PropertiesChanged", _SERVER, changed, [""], by=_PROPERTIES)
            case _:
                raise ValueError(f"unknown: {words}")
        return "done"

    def _close(self, why: int) -> None:
        (shown,) = self._shown
        self._say("NotificationClosed", shown, why)
        self._shown.clear()

    def _say(self, signal: str, *arguments: object, by: str = _SERVER) -> None:
        self.announce(_PATH, by, signal, *arguments)


if __name__ == "__main__":
    obey(sys.argv[1], _Server, paths=[_PATH], names=[_SERVER])
