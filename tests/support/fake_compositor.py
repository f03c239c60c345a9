"""A Wayland server that offers a seat and tells of idleness, moved by hand.

It is a program of its own, since the code under test waits for its answers:

    idle MS     everybody who asked for MS milliseconds or less is told "idle"
    input       everybody who was told so is told "resumed"
    asked       say which notifications there are: opcode and milliseconds

It writes one line when it is ready, and answers each line with one.
"""

import selectors
import socket
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.support.programs import Puppet

_SEAT, _NOTIFIER = "wl_seat", "ext_idle_notifier_v1"


class FakeCompositor(Puppet):
    """The program, listening at a path.

    Args:
        path: Where.
        version: Of the idle notifier; zero for a server without one.
    """

    def __init__(self, path: Path, version: int) -> None:
        super().__init__(__name__, str(path), str(version))


class _Client:
    """One connection."""

    def __init__(self, connection: socket.socket, version: int) -> None:
        self.connection = connection
        self._version = version
        self._unread = b""
        self._kinds = {1: "wl_display", 2: "wl_registry"}
        self._notifications: dict[int, tuple[int, int, bool]] = {}

    def read(self) -> bool:
        """Do what was asked for; say whether the client is still there."""
        arrived = self.connection.recv(65_536)
        self._unread += arrived
        while len(self._unread) >= 8:
            thing, opcode, size = struct.unpack_from("=IHH", self._unread)
            if len(self._unread) < size:
                break
            body, self._unread = self._unread[8:size], self._unread[size:]
            self._do(thing, opcode, body)
        return bool(arrived)

    def idle(self, ms: int) -> None:
        for thing, (opcode, after, idle) in self._notifications.items():
            if after <= ms and not idle:
                self._notifications[thing] = (opcode, after, True)
                self._send(thing, 0)

    def input(self) -> None:
        for thing, (opcode, after, idle) in self._notifications.items():
            if idle:
                self._notifications[thing] = (opcode, after, False)
                self._send(thing, 1)

    def asked(self) -> Iterator[str]:
        for opcode, after, _idle in self._notifications.values():
            yield f"{opcode}:{after}"

    def _do(self, thing: int, opcode: int, body: bytes) -> None:
        match self._kinds.get(thing), opcode:
            case "wl_display", 0:  # sync
                (callback,) = struct.unpack("=I", body)
                self._send(callback, 0, struct.pack("=I", 0))
                self._send(1, 1, struct.pack("=I", callback))  # delete_id
            case "wl_display", 1:  # get_registry
                self._offer(1, _SEAT, 7)
                if self._version:
                    self._offer(2, _NOTIFIER, self._version)
            case "wl_registry", 0:  # bind
                (name,) = struct.unpack_from("=I", body)
                (made,) = struct.unpack_from("=I", body, len(body) - 4)
                self._kinds[made] = {1: _SEAT, 2: _NOTIFIER}[name]
            case "ext_idle_notifier_v1", 1 | 2:
                made, after, seat = struct.unpack("=III", body)
                assert self._kinds[seat] == _SEAT
                self._kinds[made] = "notification"
                self._notifications[made] = (opcode, after, False)
            case "notification", 0:
                del self._kinds[thing], self._notifications[thing]
                self._send(1, 1, struct.pack("=I", thing))
            case what:
                raise ValueError(f"unknown: {what}")

    def _offer(self, name: int, interface: str, version: int) -> None:
        text = interface.encode() + b"\0"
        text = struct.pack("=I", len(text)) + text + b"\0" * (-len(text) % 4)
        self._send(2, 0, struct.pack("=I", name) + text + struct.pack("=I", version))

    def _send(self, thing: int, opcode: int, body: bytes = b"") -> None:
        self.connection.sendall(
            struct.pack("=IHH", thing, opcode, 8 + len(body)) + body
        )


def main(path: str, version: int) -> None:
    """Be a Wayland server at *path* until the input ends."""
    clients: list[_Client] = []
    with selectors.DefaultSelector() as ready, socket.socket(socket.AF_UNIX) as door:
        door.bind(path)
        door.listen()
        ready.register(door, selectors.EVENT_READ, None)
        ready.register(sys.stdin, selectors.EVENT_READ, None)
        _say("ready")
        while True:
            for key, _mask in ready.select():
                if key.fileobj is door:
                    client = _Client(door.accept()[0], version)
                    clients.append(client)
                    ready.register(client.connection, selectors.EVENT_READ, client)
                elif isinstance(key.data, _Client):
                    if not key.data.read():
                        clients.remove(key.data)
                        ready.unregister(key.data.connection)
                elif not _obeyed(sys.stdin.readline().split(), clients):
                    return


def _obeyed(words: list[str], clients: list[_Client]) -> bool:
    answer = "done"
    match words:
        case ["idle", ms]:
            for client in clients:
                client.idle(int(ms))
        case ["input"]:
            for client in clients:
                client.input()
        case ["asked"]:
            answer = " ".join(each for client in clients for each in client.asked())
        case _:
            return False
    _say(answer)
    return True


def _say(word: str) -> None:
    print(word, flush=True)  # noqa: T201 - this is how it speaks


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
