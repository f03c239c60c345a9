"""A logind for a private bus, moved by hand.

It is a program of its own, since the code under test waits for its answers:

    sleep true|false      announce that the computer goes to sleep, or has woken
    lock|unlock ID        announce the wish to lock or unlock a session
    set ID NAME true|false    set a property of a session, and announce it
    silently ID NAME true|false    the same, naming the property only
    since ID MICROSECONDS    set when a session began to be idle
    read NUMBER           wait until properties were read so often altogether

It answers each line with one.
"""

import sys
from functools import partial

from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusVariant,
)

from tests.support.obedient import Obedient, obey, refusal, say
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


class _Objects(Obedient):
    """Everything under logind's root."""

    def __init__(self, bus: QDBusConnection, sessions: list[str]) -> None:
        super().__init__(bus)
        self._sessions = {
            name: dict[str, object](
                LockedHint=False, Active=True, IdleHint=False, IdleSinceHintMonotonic=0
            )
            for name in sessions
        }
        self._reads = 0
        self._enough_reads: int | None = None

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        sent = super().handleMessage(message, connection)
        if self._enough_reads is not None and self._reads >= self._enough_reads:
            self._enough_reads = None
            say("done")
        return sent

    def answer(self, message: QDBusMessage) -> QDBusMessage:
        match message.member(), message.arguments():
            case "GetSession", [str(name)]:
                return self._find(message, name)
            case "Get", [str(of), str(name)] if of == _SESSION:
                session = self._sessions[message.path().rpartition("/")[2]]
                self._reads += 1
                return message.createReply(QDBusVariant(session[name]))
            case _:
                return refusal(message)

    def do(self, words: list[str]) -> str | None:
        match words:
            case ["read", number] if self._reads < int(number):
                self._enough_reads = int(number)
                return None
            case ["read", _]:
                pass
            case ["sleep", flag]:
                self.announce(_ROOT, _MANAGER, "PrepareForSleep", flag == "true")
            case ["lock" | "unlock" as wish, session]:
                self.announce(_path(session), _SESSION, wish.title())
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
                self.announce(
                    where, _PROPERTIES, "PropertiesChanged", _SESSION, changed, without
                )
            case _:
                raise ValueError(f"unknown: {words}")
        return "done"

    def _find(self, message: QDBusMessage, name: str) -> QDBusMessage:
        if name == "auto" and self._sessions:
            name = next(iter(self._sessions))
        if name not in self._sessions:
            return message.createErrorReply(
                f"{_LOGIND}.NoSuchSession", f"No session '{name}' known"
            )
        return message.createReply(QDBusObjectPath(_path(name)))


def _path(session: str) -> str:
    return f"{_ROOT}/session/{session}"


if __name__ == "__main__":
    address, *sessions = sys.argv[1:]
    make = partial(_Objects, sessions=sessions)
    obey(address, make, paths=[_ROOT], names=[_LOGIND])
