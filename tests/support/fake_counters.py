"""A Mutter and a screen saver that count as they are told, for a private bus.

It is a program of its own, since the code under test waits for its answers:

    idle MS     nobody has touched anything for so long
    input       somebody does
    watches     say how many wait for that
    refuse      the screen saver does not count any more

It answers each line with one.
"""

import sys

from PySide6.QtDBus import QDBusConnection, QDBusMessage

from tests.support.obedient import Obedient, obey, refusal
from tests.support.programs import Puppet

_MONITOR = "org.gnome.Mutter.IdleMonitor"
_CORE = "/org/gnome/Mutter/IdleMonitor/Core"
_SAVER = "org.freedesktop.ScreenSaver"
_SAVER_PATH = "/org/freedesktop/ScreenSaver"


class FakeCounters(Puppet):
    """The program, started on a bus."""

    def __init__(self, address: str) -> None:
        super().__init__(__name__, address)


class _Counters(Obedient):
    """Both objects."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__(bus)
        self._idle_ms = 0
        self._watches: list[int] = []
        self._next = 0
        self._counts = True

    def answer(self, message: QDBusMessage) -> QDBusMessage:
        match message.member():
            case "GetIdletime":
                return message.createReply(self._idle_ms)
            case "AddUserActiveWatch":
                self._next += 1
                self._watches.append(self._next)
                return message.createReply(self._next)
            case "GetSessionIdleTime" if self._counts:
                return message.createReply(self._idle_ms // 1000)
            case _:
                return refusal(message)

    def do(self, words: list[str]) -> str:
        match words:
            case ["idle", ms]:
                self._idle_ms = int(ms)
            case ["input"]:
                self._idle_ms = 0
                for watch in self._watches:
                    self.announce(_CORE, _MONITOR, "WatchFired", watch)
                self._watches.clear()
            case ["watches"]:
                return str(len(self._watches))
            case ["refuse"]:
                self._counts = False
            case _:
                raise ValueError(f"unknown: {words}")
        return "done"


if __name__ == "__main__":
    paths, names = (_CORE, _SAVER_PATH), (_MONITOR, _SAVER)
    obey(sys.argv[1], _Counters, paths=paths, names=names)
