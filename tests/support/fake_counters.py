"""A Mutter and a screen saver that count as they are told, for a private bus.

It is a program of its own, since the code under test waits for its answers:

    idle MS     nobody has touched anything for so long
    input       somebody does
    watches     say how many wait for that
    refuse      the screen saver does not count any more

It writes one line when it is ready, and answers each line with one.
"""

import sys

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVirtualObject

from tests.support.programs import Puppet

_MONITOR = "org.gnome.Mutter.IdleMonitor"
_CORE = "/org/gnome/Mutter/IdleMonitor/Core"
_SAVER = "org.freedesktop.ScreenSaver"
_SAVER_PATH = "/org/freedesktop/ScreenSaver"


class FakeCounters(Puppet):
    """The program, started on a bus."""

    def __init__(self, address: str) -> None:
        super().__init__(__name__, address)


class _Counters(QDBusVirtualObject):
    """Both objects."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self._bus = bus
        self._idle_ms = 0
        self._watches: list[int] = []
        self._next = 1
        self._counts = True

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        match message.member():
            case "GetIdletime":
                answer = message.createReply(self._idle_ms)
            case "AddUserActiveWatch":
                self._watches.append(self._next)
                answer = message.createReply(self._next)
                self._next += 1
            case "GetSessionIdleTime" if self._counts:
                answer = message.createReply(self._idle_ms // 1000)
            case member:
                answer = message.createErrorReply("org.example.No", f"no {member}")
        return connection.send(answer)

    def do(self, words: list[str]) -> str:
        match words:
            case ["idle", ms]:
                self._idle_ms = int(ms)
            case ["input"]:
                self._idle_ms = 0
                for watch in self._watches:
                    signal = QDBusMessage.createSignal(_CORE, _MONITOR, "WatchFired")
                    signal.setArguments([watch])
                    self._bus.send(signal)
                self._watches.clear()
            case ["watches"]:
                return str(len(self._watches))
            case ["refuse"]:
                self._counts = False
            case _:
                raise ValueError(f"unknown: {words}")
        return "done"


def main(address: str) -> None:
    """Be both on the bus at *address* until the input ends."""
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(address, "fake counters")
    counters = _Counters(bus)
    for path in (_CORE, _SAVER_PATH):
        assert bus.registerVirtualObject(path, counters)
    for name in (_MONITOR, _SAVER):
        assert bus.registerService(name)

    def take_line() -> None:
        line = sys.stdin.readline()
        if line:
            print(counters.do(line.split()), flush=True)  # noqa: T201 - it speaks
        else:
            app.quit()

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(take_line)
    print("ready", flush=True)  # noqa: T201 - it speaks
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
