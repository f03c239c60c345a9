"""One inhibition on the session bus, for as long as a connection of its own.

It is asked for without waiting for the answer: a slow desktop must not hold up
a session. A desktop forgets whoever leaves the bus, also after a crash; before
we leave, we also take it back by the number in the answer, if there was one.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import open_dbus_connection

from stretchbreak.platforms.dbus import session_address
from stretchbreak.platforms.ways import PassedOverError

APPLICATION = "Stretchbreak"
REASON = "A stretch session is running"
IDLE = 8
"""The flag for "do not call the session idle", in GNOME and in the portal."""
_PATIENCE_S = 1.0
"""How long to wait for the bus itself, which answers within a millisecond."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Request:
    """How one kind of desktop is asked.

    Attributes:
        place: Who is asked.
        method: By which method.
        signature: The types of the arguments, in D-Bus's letters.
        arguments: The arguments.
        release: Makes the call that takes it back, given the answer.
    """

    place: DBusAddress
    method: str
    signature: str
    arguments: tuple[object, ...]
    release: Callable[[object], Message]


class Inhibition:
    """Something asked of the desktop, until it is closed.

    Raises:
        PassedOverError: There is no session bus, or nobody on it to ask.
    """

    def __init__(self, request: Request) -> None:
        self._request = request
        address = session_address()
        try:
            self._connection = open_dbus_connection(address)
            self._check_there(request.place.bus_name)
            self._serial = self._ask()
        except (OSError, ValueError, RuntimeError) as error:
            raise PassedOverError(f"no session bus: {error}") from error

    def close(self) -> None:
        """Take it back."""
        try:
            answer = self._answer()
            if answer is not None:
                self._connection.send(self._request.release(answer))
        except OSError as gone:
            _log.debug("The session bus has gone, and what was asked with it: %s", gone)
        self._connection.close()

    def _check_there(self, service: str | None) -> None:
        for names in (message_bus.ListNames(), message_bus.ListActivatableNames()):
            reply = self._connection.send_and_get_reply(names, timeout=_PATIENCE_S)
            if service in reply.body[0]:
                return
        self._connection.close()
        raise PassedOverError(f"nobody on the session bus is called {service}")

    def _ask(self) -> int:
        serial: int = next(self._connection.outgoing_serial)
        request = self._request
        call = new_method_call(
            request.place, request.method, request.signature, request.arguments
        )
        self._connection.send(call, serial=serial)
        return serial

    def _answer(self) -> object | None:
        """Return what came in answer so far; None if nothing did, or a refusal."""
        while True:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return None
            fields = message.header.fields
            if fields.get(HeaderFields.reply_serial) == self._serial:
                good = message.header.message_type is MessageType.method_return
                return message.body[0] if good else None
