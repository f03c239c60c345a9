"""The inside of a puppet on a private bus: objects that do as the input tells.

It writes one line when it is ready, and each thing it has done with one.
"""

import sys
from abc import abstractmethod
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVirtualObject

_BELOW_TOO = QDBusConnection.VirtualObjectRegisterOption.SubPath


class Obedient(QDBusVirtualObject):
    """One or more objects on a bus."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self._bus = bus

    @abstractmethod
    def answer(self, message: QDBusMessage) -> QDBusMessage:
        """Return the answer to a call."""

    @abstractmethod
    def do(self, words: list[str]) -> str | None:
        """Do as told and return what to say; None says nothing yet."""

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        return connection.send(self.answer(message))

    def announce(
        self, path: str, interface: str, signal: str, *arguments: object
    ) -> None:
        """Send a signal to everybody."""
        message = QDBusMessage.createSignal(path, interface, signal)
        message.setArguments(arguments)
        self._bus.send(message)


def refusal(message: QDBusMessage) -> QDBusMessage:
    """Return the answer to a call that nobody knows."""
    return message.createErrorReply("org.example.No", f"no {message.member()}")


def obey(
    address: str,
    make: Callable[[QDBusConnection], Obedient],
    *,
    paths: Sequence[str],
    names: Sequence[str],
) -> None:
    """Be what *make* makes, on the bus at *address*, until the input ends.

    Args:
        address: Of the bus.
        make: Makes the objects.
        paths: Where they are, and all below.
        names: Those taken on the bus.
    """
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(address, "puppet")
    objects = make(bus)
    for path in paths:
        assert bus.registerVirtualObject(path, objects, _BELOW_TOO)
    for name in names:
        assert bus.registerService(name)

    def take_line() -> None:
        line = sys.stdin.readline()
        if not line:
            app.quit()
        elif (said := objects.do(line.split())) is not None:
            say(said)

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(take_line)
    say("ready")
    app.exec()


def say(line: str) -> None:
    """Write *line* to the output."""
    print(line, flush=True)  # noqa: T201 - this is how it speaks
