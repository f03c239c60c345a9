"""One Stretchbreak for each user, and a way to speak to it.

Two files in a folder of our own make it so. The lock says who is the one; the
system takes it back when a program dies, however it dies. The socket takes
questions: one line comes in, one answer goes out, and the line is closed.

The program that runs never waits for a client. One that sends half a line, or
does not read its answer, keeps one of a few places until a newer one needs it.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QDeadlineTimer, QLockFile, QThread
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from stretchbreak.runtime.ports.failures import AdapterError

LONGEST_MESSAGE = 64 * 1024
MOST_CLIENTS = 16

_RETRY_MS = 20
_CONNECTED = QLocalSocket.LocalSocketState.ConnectedState


class NoAnswerError(AdapterError):
    """The one that runs does not answer."""


class Instance:
    """Being the one that runs. Made by `claim`, given up by `close`."""

    def __init__(self, lock: QLockFile, server: QLocalServer) -> None:
        self._lock = lock
        self._server = server
        self._answer: Callable[[bytes], bytes] | None = None
        self._clients: list[QLocalSocket] = []
        server.newConnection.connect(self._welcome)

    @classmethod
    def claim(cls, folder: Path) -> "Instance | None":
        """Become the one that runs, unless there is one.

        Qt listens only where there is an application object already.

        Args:
            folder: For our two files alone; made if need be, and kept from
                other users.

        Raises:
            AdapterError: The folder cannot be used.
        """
        _make_private(folder)
        lock = _lock_in(folder)
        if not lock.tryLock(0):
            if lock.error() is QLockFile.LockError.LockFailedError:
                return None
            raise AdapterError(f"{folder} cannot be written to")
        address = _address_in(folder)
        server = QLocalServer()
        # With this, Qt also puts its socket in the place of a dead one's.
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(address):
            lock.unlock()
            why = f"{server.errorString()}; beyond 100 letters its path is too long"
            raise AdapterError(f"cannot listen at {address}: {why}")
        return cls(lock, server)

    def on_message(self, answer: Callable[[bytes], bytes]) -> None:
        """Have *answer* reply to each message; until then, they wait.

        Args:
            answer: Gets a line and returns a line, both without its end.
        """
        self._answer = answer
        for client in tuple(self._clients):
            self._hear(client)

    def close(self) -> None:
        """Stop being the one. The lock goes last, so that the next finds no trace."""
        for client in tuple(self._clients):
            client.abort()
        self._server.close()
        self._lock.unlock()

    def _welcome(self) -> None:
        while self._server.hasPendingConnections():
            client = self._server.nextPendingConnection()
            client.setReadBufferSize(LONGEST_MESSAGE + 1)
            client.readyRead.connect(partial(self._hear, client))
            client.disconnected.connect(partial(self._forget, client))
            self._clients.append(client)
            if len(self._clients) > MOST_CLIENTS:
                self._clients[0].abort()
            self._hear(client)

    def _hear(self, client: QLocalSocket) -> None:
        if self._answer is None or client not in self._clients:
            return
        if client.canReadLine():
            message = bytes(client.readLine().data()).removesuffix(b"\n")
            self._reply(client, self._answer, message)
        elif client.bytesAvailable() > LONGEST_MESSAGE:
            client.abort()

    def _reply(
        self, client: QLocalSocket, answer: Callable[[bytes], bytes], message: bytes
    ) -> None:
        try:
            reply = answer(message)
            if client in self._clients:  # not closed by what was asked
                client.write(reply + b"\n")
                client.flush()  # now: what was asked may end the program
        finally:
            client.disconnectFromServer()

    def _forget(self, client: QLocalSocket) -> None:
        if client in self._clients:
            self._clients.remove(client)
        client.deleteLater()


def ask(folder: Path, message: bytes, patience: timedelta) -> bytes | None:
    r"""Put *message* to the one that runs, and return its answer.

    This waits, and needs no event loop and no application object. A program
    that is just starting is waited for, and so is the end of one that is ending.

    Args:
        folder: Where `Instance.claim` was made.
        message: One line without its end; at most `LONGEST_MESSAGE`.
        patience: How long to wait altogether.

    Returns:
        The answer, None if none runs.

    Raises:
        NoAnswerError: There is one, and it gave no answer in time.
        ValueError: *message* is too long, or more than a line.
    """
    if b"\n" in message or len(message) >= LONGEST_MESSAGE:
        raise ValueError("a message is one line, and has a limit")
    deadline = QDeadlineTimer(patience // timedelta(milliseconds=1))
    while True:
        client = QLocalSocket()
        client.connectToServer(_address_in(folder))
        if client.waitForConnected(deadline.remainingTime()):
            reply = _converse(client, message, deadline)
            if reply is not None:
                return reply
        if not _is_claimed(folder):
            return None
        if deadline.hasExpired():
            raise NoAnswerError("Stretchbreak is running, but does not listen")
        QThread.msleep(_RETRY_MS)


def claim_or_ask(
    folder: Path, message: bytes, patience: timedelta
) -> "Instance | bytes":
    """Become the one that runs, or put *message* to it.

    Of any number that start at once, exactly one becomes it; and should that
    one be about to quit, this one takes its place.

    Returns:
        Either the claim, or the answer of the one that runs.

    Raises:
        AdapterError: As in `Instance.claim` and `ask`.
    """
    deadline = QDeadlineTimer(patience // timedelta(milliseconds=1))
    while True:
        claimed = Instance.claim(folder)
        if claimed is not None:
            return claimed
        with suppress(NoAnswerError):
            reply = ask(folder, message, _left(deadline))
            if reply is not None:
                return reply
        if deadline.hasExpired():
            raise NoAnswerError("Stretchbreak is running, but does not answer")


def _converse(
    client: QLocalSocket, message: bytes, deadline: QDeadlineTimer
) -> bytes | None:
    """Send *message*, and read until the other side hangs up.

    Returns:
        The answer; None if it hung up without a word, as one does that is ending.

    Raises:
        NoAnswerError: The answer did not come, or not to its end.
    """
    client.write(message + b"\n")
    reply = b""
    # Qt notices that the other side hung up only as the next wait begins.
    while client.state() is _CONNECTED and not deadline.hasExpired():
        client.waitForReadyRead(min(_RETRY_MS, deadline.remainingTime()))
        reply += bytes(client.readAll().data())
    if not reply and not deadline.hasExpired():
        return None
    if not reply.endswith(b"\n"):
        raise NoAnswerError("Stretchbreak is running, but does not answer")
    return reply.removesuffix(b"\n")


def _is_claimed(folder: Path) -> bool:
    """Return whether somebody holds the lock, by trying it for an instant.

    Whoever claims in that very instant is refused, and finds none to ask; that
    is why `claim_or_ask` tries again.
    """
    lock = _lock_in(folder)
    if lock.tryLock(0):
        lock.unlock()
        return False
    return lock.error() is QLockFile.LockError.LockFailedError


def _left(deadline: QDeadlineTimer) -> timedelta:
    return timedelta(milliseconds=deadline.remainingTime())


def _make_private(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise AdapterError(f"{folder} cannot be used: {error.strerror}") from error


def _lock_in(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / "lock"))
    lock.setStaleLockTime(0)  # never by its age, only by its owner's death
    return lock


def _address_in(folder: Path) -> str:
    if sys.platform == "win32":  # there it is a name among those of all users
        name = QCryptographicHash.hash(
            str(folder).encode(), QCryptographicHash.Algorithm.Sha256
        )
        address = f"stretchbreak-{name.toHex().toStdString()[:16]}"
    else:
        address = str(folder / "socket")
    return address
