"""Idle time from the X server, on a connection of our own.

The server counts the milliseconds since the last input, real or made by
XTEST, and wakes us when input returns: nothing is asked in between.
"""

import os
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal

from stretchbreak.platforms.idle.xcb import IdleCounter
from stretchbreak.platforms.ways import PassedOverError

WATCHES = timedelta(seconds=2)


def start() -> "X11IdleSource":
    """Connect to the X server.

    Raises:
        PassedOverError: This desktop is no X11 desktop, or an unusable one.
    """
    if os.environ.get("WAYLAND_DISPLAY"):
        # There an X server is XWayland, and sees only what its own windows get.
        raise PassedOverError("under Wayland an X server does not see all input")
    if not os.environ.get("DISPLAY"):
        raise PassedOverError("DISPLAY is not set")
    counter = IdleCounter()
    try:
        counter.announce_return(WATCHES)  # now, to know that this server can
        counter.hush()
    except PassedOverError:
        counter.close()
        raise
    return X11IdleSource(counter)


class X11IdleSource(QObject):
    """The X server's idle counter, as an idle source.

    Signals:
        returned: Input returned. Delivered through the event loop, so that
            nothing is called from within `idle_for`.
    """

    name = "x11"
    watches: timedelta | None = WATCHES

    returned = Signal()

    def __init__(self, counter: IdleCounter) -> None:
        super().__init__()
        self._counter = counter
        self._notifier: QSocketNotifier | None = None
        self._calls: list[Callable[[], None]] = []
        self._expected = False
        self.returned.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def idle_for(self) -> timedelta:
        """Return the time since the last input.

        Raises:
            SourceLostError: The X server has gone.
        """
        idle = self._counter.read()
        # Waiting for the answer has read whatever came before it, and the
        # notifier will not hear of that again.
        self._take_in()
        return idle

    def expect_return(self, *, expected: bool) -> None:
        """Say whether the return of input matters now.

        While somebody types with pauses, each would wake us for nothing.
        """
        if expected is self._expected or self._counter.lost:
            return
        self._expected = expected
        if expected:
            self._counter.announce_return(WATCHES)
        else:
            self._counter.hush()

    def on_return(self, call: Callable[[], None]) -> None:
        """Call *call* whenever input returns after `watches`.

        Only from here on is the event loop needed, so that a command that
        asks once needs none.
        """
        self._calls.append(call)
        if self._notifier is None and not self._counter.lost:
            self._notifier = QSocketNotifier(
                self._counter.descriptor, QSocketNotifier.Type.Read, self
            )
            self._notifier.activated.connect(self._take_in)
            self._take_in()

    def close(self) -> None:
        """Let go of the X server. Nothing is called afterwards."""
        self._calls.clear()
        self._stop_listening()
        self._counter.close()

    def _take_in(self) -> None:
        if self._counter.returns():
            self.returned.emit()
        if self._counter.lost:
            # A dead connection stays readable: listening on would never rest.
            self._stop_listening()

    def _stop_listening(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)

    def _tell(self) -> None:
        for call in tuple(self._calls):
            call()
