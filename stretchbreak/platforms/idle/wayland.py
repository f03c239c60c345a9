"""Idle time from the Wayland server, by ext-idle-notify-v1.

KDE Plasma since 5.27 and most others offer it, GNOME does not. The server does
not count for us: it says when nobody has touched anything for as long as we
name, and when somebody does again. So one notification is always there, a
coarse one, which says nothing while somebody types; a fine one is there only
while the return of input matters.

    expected   . . . c -- unknown --+-- idle ---resumed---> active --- idle ...
                                    +-- active (nobody said otherwise in time)

Version 2 can tell input apart from what a video does to keep the screen on;
with version 1 a video passes for input.
"""

import select
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal

from stretchbreak.platforms.wayland import Connection, words
from stretchbreak.platforms.ways import PassedOverError
from stretchbreak.runtime.ports.failures import SourceLostError
from stretchbreak.runtime.system_clock import steady

COARSE = timedelta(seconds=5)
FINE = timedelta(seconds=1)
WATCHES = timedelta(seconds=2)
"""Without input for so long, the fine notification has said so."""
DECIDED = timedelta(milliseconds=1_500)
"""So long after it was made, the fine notification has said so, or never will."""
BEFORE = timedelta(milliseconds=400)
"""What is not known yet counts as no input since before it was asked."""

_NOTIFIER = "ext_idle_notifier_v1"
_NOTIFY, _NOTIFY_INPUT = 1, 2  # requests of the notifier; the second since version 2
_DESTROY = 0  # a request of the notification
_IDLED, _RESUMED = 0, 1  # its events
_MILLISECOND = timedelta(milliseconds=1)

Now = Callable[[], timedelta]


def start() -> "WaylandIdleSource":
    """Connect to the Wayland server.

    Raises:
        PassedOverError: There is none, or it does not tell idle time.
    """
    server = Connection()
    try:
        return WaylandIdleSource(server, steady)
    except (PassedOverError, SourceLostError) as error:
        server.close()
        raise PassedOverError(str(error)) from error


class _Notification:
    """What the server says about one length of time without input.

    Attributes:
        since: When it was made, on the steady clock.
        idled: When it last said that nobody is there; None while somebody is.
        spoke: Whether it has ever said anything.
    """

    def __init__(
        self, server: Connection, request: bytes, opcode: int, notifier: int, now: Now
    ) -> None:
        self.since = now()
        self.idled: timedelta | None = None
        self.spoke = False
        self._server = server
        self._now = now
        self._id = server.new_object()
        server.on(self._id, _IDLED, self._take_idled)
        server.on(self._id, _RESUMED, self._take_resumed)
        server.send(notifier, opcode, words(self._id) + request)

    def end(self) -> None:
        """Have the server forget it."""
        self._server.send(self._id, _DESTROY)

    def _take_idled(self, _arguments: bytes) -> None:
        self.spoke, self.idled = True, self._now()

    def _take_resumed(self, _arguments: bytes) -> None:
        self.spoke, self.idled = True, None


class WaylandIdleSource(QObject):
    """Two notifications of the server, as an idle source.

    Signals:
        returned: Input returned. Delivered through the event loop, so that
            nothing is called from within `idle_for`.
    """

    name = "wayland"
    watches: timedelta | None = WATCHES

    returned = Signal()

    def __init__(self, server: Connection, now: Now) -> None:
        super().__init__()
        self._server = server
        self._now = now
        self._calls: list[Callable[[], None]] = []
        self._listening: QSocketNotifier | None = None
        self._notifier = server.bind(_NOTIFIER, 2)
        self._seat = server.bind("wl_seat", 1)
        version = server.version(_NOTIFIER)
        self._opcode = _NOTIFY if version == 1 else _NOTIFY_INPUT
        self._coarse = self._notify(COARSE)
        self._fine: _Notification | None = None
        self.returned.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        server.round_trip()  # now, to know that this server can

    def idle_for(self) -> timedelta:
        """Return the time since the last input, as far as it is known.

        Somebody who is there is taken to have just touched something, though
        it may be up to `COARSE` ago.

        Raises:
            SourceLostError: The server has gone.
        """
        self._take_in()
        if self._server.lost:
            raise SourceLostError("the Wayland server has gone")
        now, coarse = self._now(), self._coarse.idled
        long = now - coarse + COARSE if coarse is not None else timedelta()
        return long if self._fine is None else max(long, self._short(self._fine, now))

    def expect_return(self, *, expected: bool) -> None:
        """Say whether the return of input matters now."""
        if self._server.lost or expected is (self._fine is not None):
            return
        try:
            if self._fine is None:
                self._fine = self._notify(FINE)
            else:
                self._fine.end()
                self._fine = None
        except SourceLostError:
            self._stop_listening()  # whoever asks next is told

    def on_return(self, call: Callable[[], None]) -> None:
        """Call *call* whenever input returns after `watches`, while it is expected."""
        self._calls.append(call)
        if self._listening is None and not self._server.lost:
            self._listening = QSocketNotifier(
                self._server.descriptor, QSocketNotifier.Type.Read, self
            )
            self._listening.activated.connect(self._take_in)
            self._take_in()

    def close(self) -> None:
        """Let go of the server. Nothing is called afterwards."""
        self._calls.clear()
        self._stop_listening()
        self._server.close()

    def _short(self, fine: _Notification, now: timedelta) -> timedelta:
        if fine.idled is not None:
            return now - fine.idled + FINE
        if not fine.spoke and now - fine.since < DECIDED:
            return now - fine.since + BEFORE
        return timedelta()

    def _notify(self, after: timedelta) -> _Notification:
        request = words(after // _MILLISECOND, self._seat)
        return _Notification(
            self._server, request, self._opcode, self._notifier, self._now
        )

    def _take_in(self) -> None:
        """Read what has arrived, without waiting for more."""
        was_idle = self._fine is not None and self._fine.idled is not None
        try:
            while not self._server.lost and self._has_news():
                self._server.read()
        except SourceLostError:
            self._stop_listening()
        if was_idle and self._fine is not None and self._fine.idled is None:
            self.returned.emit()

    def _has_news(self) -> bool:
        return bool(select.select([self._server.descriptor], [], [], 0)[0])

    def _stop_listening(self) -> None:
        if self._listening is not None:
            self._listening.setEnabled(False)

    def _tell(self) -> None:
        for call in tuple(self._calls):
            call()
