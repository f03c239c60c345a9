"""Ends the program in good order when the system or the user asks it to.

Python runs a signal's handler only between two steps of its own code, and a
program that waits in Qt makes none. So the interpreter also writes the signal
to a socket that Qt listens to.
"""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

_SIGNALS = (signal.SIGTERM, signal.SIGINT)


class StopSignals(QObject):
    """Calls *stop*, from the event loop, on SIGTERM and SIGINT."""

    def __init__(self, stop: Callable[[], None]) -> None:
        super().__init__()
        self._stop = stop
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.settimeout(0)
        self._notifier = QSocketNotifier(
            self._read.fileno(), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._heard)
        signal.set_wakeup_fd(self._write.fileno())
        for number in _SIGNALS:
            signal.signal(number, _noted)

    def close(self) -> None:
        """Let the signals do again what they do by themselves."""
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _heard(self) -> None:
        heard = self._read.recv(64)
        if any(number in heard for number in _SIGNALS):
            self._stop()


def _noted(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: that there is a handler is what makes Python write the signal."""
