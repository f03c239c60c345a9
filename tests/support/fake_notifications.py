"""A notification server for a private bus, with the user's hand on it.

It is a program of its own, since the code under test waits for its answers:

    abilities WORD ...    what it can do; `actions` from the beginning
    shown                 say what is on the screen, as JSON
    press KEY             press a button, or the text itself
    dismiss               close it by hand
    expire                let it go by itself
    inhibit true|false    begin or end Do Not Disturb, as KDE Plasma says it

It writes one line when it is ready, and answers each line with one.
"""

import json
import sys

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusVariant,
    QDBusVirtualObject,
)

from tests.support.programs import Puppet

_SERVER = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_PROPERTIES = "org.freedesktop.DBus.Properties"


class FakeNotifications(Puppet):
    """The program, started on a bus."""

    def __init__(self, address: str) -> None:
        super().__init__(__name__, address)


class _Server(QDBusVirtualObject):
    """The server's only object."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self._bus = bus
        self._abilities = ["actions", "body", "body-markup"]
        self._shown: dict[int, dict[str, object]] = {}
        self._next = 1
        self._inhibited = False

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
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
                answer = message.createErrorReply("org.example.No", message.member())
        return connection.send(answer)

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
        message = QDBusMessage.createSignal(_PATH, by, signal)
        message.setArguments(arguments)
        self._bus.send(message)


def main(address: str) -> None:
    """Be the server on the bus at *address* until the input ends."""
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(address, "fake notifications")
    server = _Server(bus)
    assert bus.registerVirtualObject(_PATH, server)
    assert bus.registerService(_SERVER)

    def take_line() -> None:
        line = sys.stdin.readline()
        if line:
            print(server.do(line.split()), flush=True)  # noqa: T201 - it speaks
        else:
            app.quit()

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(take_line)
    print("ready", flush=True)  # noqa: T201 - it speaks
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
