"""Programs beside the tests: started, waited for, spoken with and ended."""

import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import IO, Self

from jeepney import message_bus
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtCore import QDeadlineTimer

_PATIENCE = timedelta(seconds=20)  # for what takes a tenth of a second
_LOOK_EVERY_S = 0.02
_PROJECT = Path(__file__).parents[2]


def wait_until(come_true: Callable[[], bool], otherwise: str) -> None:
    """Return once *come_true* says so.

    Raises:
        TimeoutError: It did not, in a time that is long for any machine; the
            message is *otherwise*.
    """
    deadline = _deadline()
    nothing = Event()
    while not come_true():
        if deadline.hasExpired():
            raise TimeoutError(otherwise)
        nothing.wait(_LOOK_EVERY_S)


def read_line(descriptor: int, who: str) -> str:
    """Wait for a line on *descriptor*, and return it without its end.

    It is read letter by letter, so that the next line stays where it is.

    Raises:
        TimeoutError: None came.
        EOFError: *who* has closed it.
    """
    deadline = _deadline()
    line = b""
    while not line.endswith(b"\n"):
        left_s = deadline.remainingTime() / 1_000
        if not select.select([descriptor], [], [], left_s)[0]:
            raise TimeoutError(f"{who} said only {line!r}")
        letter = os.read(descriptor, 1)
        if not letter:
            raise EOFError(f"{who} ended, saying {line!r}")
        line += letter
    return line.decode().removesuffix("\n")


def _deadline() -> QDeadlineTimer:
    return QDeadlineTimer(_PATIENCE // timedelta(milliseconds=1))


class Program:
    """A program, with all that it starts, while the `with` block lasts."""

    def __init__(
        self,
        *command: str,
        env: Mapping[str, str] | None = None,
        talks: bool = False,
        pass_fds: tuple[int, ...] = (),
        output: IO[str] | None = None,
    ) -> None:
        """Start *command*.

        Args:
            command: What to start, and its arguments.
            env: Its environment; ours if None.
            talks: Whether what it writes is read by `line`; else it goes where
                our own output goes.
            pass_fds: Open files to hand over.
            output: Where all goes that it writes, if it does not talk.
        """
        found = shutil.which(command[0])
        if found is None:
            raise FileNotFoundError(f"{command[0]} is missing: see packaging/test.sh")
        self.name = command[0]
        self._process = subprocess.Popen(  # noqa: S603 - a command of our own
            (*_dying_with_us(), found, *command[1:]),
            env=env,
            pass_fds=pass_fds,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE if talks else output,
            stderr=output,
            start_new_session=True,  # a group of its own, to be ended as a whole
        )

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process.poll() is None

    def say(self, line: str) -> None:
        """Write *line* to its input."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n".encode())
        self._process.stdin.flush()

    def line(self) -> str:
        """Wait for the next line of its output, and return it."""
        assert self._process.stdout is not None, f"{self.name} does not talk"
        return read_line(self._process.stdout.fileno(), self.name)

    def wait(self) -> int:
        """Wait for it to end by itself, and return its exit code."""
        return self._process.wait(_PATIENCE.total_seconds())

    def kill(self) -> None:
        """End it at once and without notice, as a crash would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it, and see that it is gone. Stopping twice is harmless."""
        try:
            self._end(signal.SIGTERM)
        except subprocess.TimeoutExpired:
            self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self.running:
            os.killpg(self.pid, how)
        self.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


class Puppet(Program):
    """A module of ours run as a program, which obeys: one line said, one answered.

    Args:
        module: Its full name.
        arguments: What it is begun with. It says a line when it is ready.
    """

    def __init__(self, module: str, *arguments: str) -> None:
        super().__init__(
            *(sys.executable, "-m", module, *arguments),
            env=os.environ | {"PYTHONPATH": str(_PROJECT)},
            talks=True,
        )
        self.line()

    def tell(self, *words: str) -> str:
        """Have it do something, and return what it says when it has."""
        self.say(" ".join(words))
        return self.line()


def _dying_with_us() -> tuple[str, ...]:
    """Return the start of a command that ends when we do, even if we are killed.

    Where there is no setpriv, only tests that come to their end clean up.
    """
    setpriv = shutil.which("setpriv")
    return (setpriv, "--pdeathsig", "KILL", "--") if setpriv else ()


class PrivateBus(Program):
    """A D-Bus of our own, with nobody on it yet.

    Attributes:
        address: How to reach it.
    """

    def __init__(self, env: Mapping[str, str] | None = None) -> None:
        super().__init__(
            *("dbus-daemon", "--session", "--nofork", "--print-address"),
            env=env,
            talks=True,
        )
        try:
            self.address = self.line()
        except BaseException:
            self.stop()
            raise


def on_bus(address: str, name: str) -> bool:
    """Return whether a program goes by *name* on the bus at *address*."""
    with open_dbus_connection(address) as bus:
        answer = bus.send_and_get_reply(message_bus.NameHasOwner(name))
    there: bool = answer.body[0]
    return there
