"""The one door to D-Bus, through QtDBus.

What QtDBus can do from Python has limits, seen with PySide6 6.11:

* It sends text, flags and signed integers. Arguments of type `u` or `t`
  cannot be sent; look for a call that does without, or use jeepney, as
  `platforms.awake.inhibition` does.
* A slot that names the types of a signal ends the program when the signal
  brings a list instead of them. So each slot takes the whole QDBusMessage,
  and looks into it with `value_of`.
* QtDBus works in a thread of its own. To let go of a Python object at the end
  of a connection, that thread needs Python's lock, while `connectToBus` waits
  for the thread without giving the lock away: nothing ever moves again. So a
  connection once made is kept until the program ends; only what was listened
  to on it is given up.
* While we wait for that thread it also runs some Python, to see whether our
  receivers override a method of QObject. Should Python then look for garbage and
  find an old receiver, its end waits for us, who wait: nothing ever moves again
  either. So no garbage is looked for meanwhile; see `_tidy_later`.
"""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import SLOT, QObject
from PySide6.QtDBus import (
    QDBus,
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusServiceWatcher,
    QDBusVariant,
)

from stretchbreak.platforms.ways import PassedOverError
from stretchbreak.runtime.ports.failures import AdapterError

PROPERTIES = "org.freedesktop.DBus.Properties"

_SYSTEM_BUS = "unix:path=/var/run/dbus/system_bus_socket"  # by the specification
_PATIENCE_MS = 2_000


class CallError(AdapterError):
    """Somebody on the bus refused, or is not there; the message is theirs."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is on a bus.

    Attributes:
        service: The name of the program; for a signal, empty means anyone.
        path: The object in it; for a signal, empty means any.
        interface: The side of the object that is meant.
    """

    service: str
    path: str
    interface: str


_DAEMON = Place("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


def system_bus() -> "Bus":
    """Connect to the bus of the computer.

    Raises:
        PassedOverError: There is none.
    """
    return _connect("system", os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or _SYSTEM_BUS)


def session_bus() -> "Bus":
    """Connect to the bus of the user's session.

    Raises:
        PassedOverError: There is none. None is started for us either: a bus
            of our own would have nobody on it.
    """
    return _connect("session", session_address())


def session_address() -> str:
    """Return where the bus of the user's session is.

    Raises:
        PassedOverError: Nothing says so.
    """
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if not address and runtime:
        address = f"unix:path={runtime}/bus"
    if not address:
        raise PassedOverError("no session bus: DBUS_SESSION_BUS_ADDRESS is not set")
    return address


class Bus:
    """What one part of the program does on a bus."""

    def __init__(self, connection: QDBusConnection) -> None:
        self._connection = connection
        self._heard: list[tuple[str, str, str, str, QObject, str]] = []
        self._owners: list[QDBusServiceWatcher] = []

    def listen(self, place: Place, signal: str, receiver: QObject, slot: str) -> None:
        """Have *slot* of *receiver* called at each *signal* from *place*.

        Args:
            place: Where it comes from.
            signal: Its name.
            receiver: Whose slot it is; must be kept until `close`.
            slot: The name of a slot that takes a QDBusMessage.

        Raises:
            ValueError: *receiver* has no such slot.
        """
        heard = (
            *(place.service, place.path, place.interface, signal, receiver),
            _slot(slot),
        )
        with _tidy_later():
            heard_now = self._connection.connect(*heard)  # type: ignore[call-overload] # see _slot
        if not heard_now:
            raise ValueError(f"{receiver!r} cannot receive {signal} by {slot}")
        self._heard.append(heard)

    def call(self, place: Place, method: str, *given: str) -> object:
        """Call *method*, wait for its answer, and return its first value.

        Raises:
            CallError: No good answer came within two seconds.
        """
        reply = self._connection.call(
            _message(place, method, given), QDBus.CallMode.Block, _PATIENCE_MS
        )
        if reply.type() is not QDBusMessage.MessageType.ReplyMessage:
            raise CallError(reply.errorMessage())
        return value_of(reply)

    def call_later(
        self, place: Place, method: str, receiver: QObject, slot: str, *given: str
    ) -> None:
        """Call *method* without waiting.

        Nobody is started to answer: who is not there has nothing to tell.

        Args:
            place: Where it is.
            method: Its name.
            receiver: Whose slot it is.
            slot: The name of a slot that takes a QDBusMessage. It is called
                with a good answer only.
            given: The arguments.
        """
        message = _message(place, method, given)
        message.setAutoStartService(False)
        with _tidy_later():
            self._connection.callWithCallback(  # type: ignore[call-overload] # see _slot
                message, receiver, _slot(slot), _PATIENCE_MS
            )

    def read_later(self, place: Place, name: str, receiver: QObject, slot: str) -> None:
        """Read the property *name* without waiting, as `call_later` calls."""
        properties = replace(place, interface=PROPERTIES)
        self.call_later(properties, "Get", receiver, slot, place.interface, name)

    def has(self, service: str) -> bool:
        """Return whether a program goes by the name *service* now."""
        try:
            return self.call(_DAEMON, "NameHasOwner", service) is True
        except CallError:
            return False

    def watch_owner(
        self, service: str, came: Callable[[], None], went: Callable[[], None]
    ) -> None:
        """Call *came* and *went* when a program takes the name *service* or leaves."""
        with _tidy_later():
            watcher = QDBusServiceWatcher(service, self._connection)
            watcher.serviceRegistered.connect(came)
            watcher.serviceUnregistered.connect(went)
        self._owners.append(watcher)

    def close(self) -> None:
        """Listen no more. Slots may still get what has arrived already."""
        for watcher in self._owners:
            watcher.setWatchedServices([])
        self._owners.clear()
        with _tidy_later():
            for heard in self._heard:
                self._connection.disconnect(*heard)  # type: ignore[call-overload] # see _slot
        self._heard.clear()


def value_of(message: QDBusMessage) -> object:
    """Return the first value that *message* brings, None if it brings nothing.

    It may be of any type: whoever sent it chose.
    """
    for value in message.arguments():
        match value:
            case QDBusVariant():
                return value.variant()
            case QDBusObjectPath():
                return value.path()
            case _:
                return value
    return None


def _slot(name: str) -> str:
    """Name a slot as Qt does; what takes it declares bytes, but takes str only."""
    return SLOT(f"{name}(QDBusMessage)")


@contextmanager
def _tidy_later() -> Iterator[None]:
    """Have Python look for no garbage while QtDBus's own thread may run Python."""
    tidies = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if tidies:
            gc.enable()


def _connect(kind: str, address: str) -> Bus:
    name = f"stretchbreak {address}"  # by which QtDBus keeps it for us
    connection = QDBusConnection(name)
    if not connection.isConnected():
        QDBusConnection.disconnectFromBus(name)  # if it is one that broke
        connection = QDBusConnection.connectToBus(address, name)
    if not connection.isConnected():
        raise PassedOverError(f"no {kind} bus: {connection.lastError().message()}")
    return Bus(connection)


def _message(place: Place, method: str, given: tuple[str, ...]) -> QDBusMessage:
    message = QDBusMessage.createMethodCall(
        place.service, place.path, place.interface, method
    )
    message.setArguments(given)
    return message
