"""A small Wayland client: as much of the protocol as asking questions takes.

A message is the number of an object, then size and opcode in one word, then
the arguments. The objects are numbers that we choose; what the server calls
into being has a number that it chose. Nothing here shows or receives files.

The wire format is chapter 4 of the Wayland protocol's documentation; opcodes
are the places of requests and events in the protocols' XML files.
"""

import os
import socket
import struct
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from stretchbreak.platforms.ways import PassedOverError
from stretchbreak.runtime.ports.failures import SourceLostError

Take = Callable[[bytes], None]
"""Takes the arguments of an event, as they came."""

_PATIENCE = timedelta(seconds=2)
_DISPLAY, _REGISTRY = 1, 2
_SYNC, _GET_REGISTRY = 0, 1  # requests of wl_display
_ERROR, _DELETE_ID = 0, 1  # its events
_BIND = 0  # a request of wl_registry
_GLOBAL = 0  # its event
_DONE = 0  # the event of wl_callback
_HEAD = struct.Struct("=IHH")
_CHUNK = 65_536
_OURS = 0xFF00_0000
"""Numbers below are the client's to choose."""


class Connection:
    """A connection of our own to the Wayland server.

    Raises:
        PassedOverError: There is none, or it does not answer.
    """

    def __init__(self) -> None:
        self.lost = False
        self._unread = b""
        self._next = _REGISTRY + 1
        self._free: list[int] = []
        self._globals: dict[str, tuple[int, int]] = {}
        self._takers: dict[tuple[int, int], Take] = {}
        self._socket = _connected()
        self.on(_DISPLAY, _ERROR, self._refused)
        self.on(_DISPLAY, _DELETE_ID, self._deleted)
        self.on(_REGISTRY, _GLOBAL, self._offered)
        try:
            self.send(_DISPLAY, _GET_REGISTRY, words(_REGISTRY))
            self.round_trip()
        except SourceLostError as error:
            self.close()
            raise PassedOverError(str(error)) from error

    @property
    def descriptor(self) -> int:
        """The file descriptor that becomes readable when the server speaks."""
        return self._socket.fileno()

    def version(self, interface: str) -> int:
        """Return the newest version of *interface* on offer; zero for none."""
        return self._globals.get(interface, (0, 0))[1]

    def bind(self, interface: str, newest: int) -> int:
        """Return an object of *interface*, of version *newest* or older.

        Raises:
            PassedOverError: The server does not offer it.
            SourceLostError: The server has gone.
        """
        if interface not in self._globals:
            raise PassedOverError(f"the Wayland server does not offer {interface}")
        name, offered = self._globals[interface]
        made = self.new_object()
        version = min(offered, newest)
        request = words(name) + _text(interface) + words(version, made)
        self.send(_REGISTRY, _BIND, request)
        return made

    def new_object(self) -> int:
        """Return a number for an object that the next request makes.

        Numbers must be used without gaps, and a freed one can be used again.
        """
        if self._free:
            return self._free.pop()
        self._next += 1
        return self._next - 1

    def send(self, thing: int, opcode: int, arguments: bytes = b"") -> None:
        """Send a request to the object *thing*.

        Raises:
            SourceLostError: The server has gone.
        """
        head = _HEAD.pack(thing, opcode, _HEAD.size + len(arguments))
        try:
            self._socket.sendall(head + arguments)
        except OSError as error:
            self.lost = True
            raise SourceLostError(f"the Wayland server has gone: {error}") from error

    def on(self, thing: int, opcode: int, take: Take) -> None:
        """Have *take* called at each event *opcode* of the object *thing*."""
        self._takers[thing, opcode] = take

    def round_trip(self) -> None:
        """Wait until the server has answered all that was sent.

        Raises:
            SourceLostError: The server has gone, or takes longer than two seconds.
        """
        done = self.new_object()
        arrived: list[bytes] = []
        self.on(done, _DONE, arrived.append)
        self.send(_DISPLAY, _SYNC, words(done))
        while not arrived:
            self.read()

    def read(self) -> None:
        """Take in what has arrived; wait for it where nothing has.

        Raises:
            SourceLostError: The server has gone, or refused a request.
        """
        try:
            arrived = self._socket.recv(_CHUNK)
        except OSError as error:
            self.lost = True
            raise SourceLostError(f"the Wayland server is silent: {error}") from error
        if not arrived:
            self.lost = True
            raise SourceLostError("the Wayland server has gone")
        self._unread += arrived
        while len(self._unread) >= _HEAD.size:
            thing, opcode, size = _HEAD.unpack_from(self._unread)
            if len(self._unread) < size:
                return
            arguments = self._unread[_HEAD.size : size]
            self._unread = self._unread[max(size, _HEAD.size) :]
            take = self._takers.get((thing, opcode))
            if take is not None:
                take(arguments)

    def close(self) -> None:
        """Let go of the server. Closing twice is harmless."""
        self.lost = True
        self._takers.clear()
        self._socket.close()

    def _offered(self, arguments: bytes) -> None:
        (name,) = struct.unpack_from("=I", arguments)
        interface, rest = text(arguments[4:])
        (version,) = struct.unpack_from("=I", rest)
        self._globals.setdefault(interface, (name, version))

    def _deleted(self, arguments: bytes) -> None:
        (thing,) = struct.unpack("=I", arguments)
        if thing < _OURS:
            self._free.append(thing)
            for key in [key for key in self._takers if key[0] == thing]:
                del self._takers[key]

    def _refused(self, arguments: bytes) -> None:
        self.lost = True
        why, _rest = text(arguments[8:])
        raise SourceLostError(f"the Wayland server refuses: {why}")


def words(*numbers: int) -> bytes:
    """Return *numbers* as arguments."""
    return struct.pack(f"={len(numbers)}I", *numbers)


def text(arguments: bytes) -> tuple[str, bytes]:
    """Return the text that *arguments* begin with, and the rest of them."""
    (size,) = struct.unpack_from("=I", arguments)
    said = arguments[4 : 4 + size].rstrip(b"\0").decode(errors="replace")
    return said, arguments[4 + size + -size % 4 :]


def _text(said: str) -> bytes:
    raw = said.encode() + b"\0"
    return words(len(raw)) + raw + b"\0" * (-len(raw) % 4)


def _connected() -> socket.socket:
    named = os.environ.get("WAYLAND_DISPLAY")
    if not named:
        raise PassedOverError("WAYLAND_DISPLAY is not set")
    where = Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / named
    made = socket.socket(socket.AF_UNIX)
    made.settimeout(_PATIENCE.total_seconds())
    try:
        made.connect(str(where))
    except OSError as error:
        made.close()
        raise PassedOverError(f"no Wayland server at {where}: {error}") from error
    return made
