"""A logind for a private bus, moved by hand.

It is a program of its own, since the code under test waits for its answers:

    sleep true|false      announce that the computer goes to sleep, or has woken
    lock|unlock ID        announce the wish to lock or unlock a session
    set ID NAME true|false    set a property of a session, and announce it
    silently ID NAME true|false    the same, naming the property only
    since ID MICROSECONDS    set when a session began to be idle
    read NUMBER           wait until properties were read so often altogether

It writes one line when it is ready, and answers each line with one.
"""

import sys

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusVariant,
    QDBusVirtualObject,
)

from tests.support.programs import Puppet

_LOGIND = "org.freedesktop.login1"
_ROOT = "/org/freedesktop/login1"
_MANAGER = f"{_LOGIND}.Manager"
_SESSION = f"{_LOGIND}.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"


class FakeLogind(Puppet):
    """The program, started on a bus.

    The session `auto` stands for is the first one.
    """

    def __init__(self, address: str, *sessions: str) -> None:
        super().__init__(__name__, address, *sessions)


class _Objects(QDBusVirtualObject):
    """Everything under logind's root."""

    def __init__(self, bus: QDBusConnection, sessions: list[str]) -> None:
        super().__init__()
        self._bus = bus
        self._sessions = {
            name: dict[str, object](
                LockedHint=False, Active=True, IdleHint=False, IdleSinceHintMonotonic=0
            )
            for name in sessions
        }
        self._reads = 0
        self._enough_reads: int | None = None

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        match message.member(), message.arguments():
            case "GetSession", [str(name)]:
                answer = self._find(message, name)
            case "Get", [str(of), str(name)] if of == _SESSION:
                session = self._sessions[message.path().rpartition("/")[2]]
                answer = message.createReply(QDBusVariant(session[name]))
                self._reads += 1
            case _:
                return False
        connection.send(answer)
        self._say_if_read_enough()
        return True

    def do(self, words: list[str]) -> None:
        match words:
            case ["read", number]:
                self._enough_reads = int(number)
                self._say_if_read_enough()
                return
            case ["sleep", flag]:
                self._send(_ROOT, _MANAGER, "PrepareForSleep", flag == "true")
            case ["lock" | "unlock" as wish, session]:
                self._send(_path(session), _SESSION, wish.title())
            case ["since", session, microseconds]:
                idle_since = "IdleSinceHintMonotonic"
                self._sessions[session][idle_since] = int(microseconds)
            case ["set" | "silently" as how, session, name, flag]:
                value = flag == "true"
                self._sessions[session][name] = value
                changed, without = {name: value}, ["Id"]
                if how == "silently":
                    changed, without = {}, [name]
                where = _path(session)
                self._send(
                    where, _PROPERTIES, "PropertiesChanged", _SESSION, changed, without
                )
            case _:
                raise ValueError(f"unknown: {words}")
        _say("done")

    def _say_if_read_enough(self) -> None:
        if self._enough_reads is not None and self._reads >= self._enough_reads:
            self._enough_reads = None
            _say("done")

    def _find(self, message: QDBusMessage, name: str) -> QDBusMessage:
        if name == "auto" and self._sessions:
            name = next(iter(self._sessions))
        if name not in self._sessions:
            return message.createErrorReply(
                f"{_LOGIND}.NoSuchSession", f"No session '{name}' known"
            )
        return message.createReply(QDBusObjectPath(_path(name)))

    def _send(self, path: str, interface: str, name: str, *arguments: object) -> None:
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(arguments)
        self._bus.send(message)


def _path(session: str) -> str:
    return f"{_ROOT}/session/{session}"


def _say(word: str) -> None:
    print(word, flush=True)  # noqa: T201 - this is how it speaks


def main(address: str, sessions: list[str]) -> None:
    """Be logind on the bus at *address* until the input ends."""
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(address, "fake logind")
    objects = _Objects(bus, sessions)
    below = QDBusConnection.VirtualObjectRegisterOption.SubPath
    assert bus.registerVirtualObject(_ROOT, objects, below)
    assert bus.registerService(_LOGIND)

    def take_line() -> None:
        line = sys.stdin.readline()
        if not line:
            app.quit()
            return
        objects.do(line.split())

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(take_line)
    _say("ready")
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
