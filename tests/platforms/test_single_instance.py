"""One program for each user, and what clients may do to it."""

import os
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from pytestqt.qtbot import QtBot

from stretchbreak.platforms.single_instance import (
    LONGEST_MESSAGE,
    MOST_CLIENTS,
    Instance,
    NoAnswerError,
    ask,
)
from stretchbreak.runtime.ports.failures import AdapterError
from tests.support.programs import Program

LONG = timedelta(seconds=20)  # only what never comes takes this long
LONG_MS = LONG // timedelta(milliseconds=1)
SHORT = timedelta(milliseconds=50)
PROJECT = Path(__file__).parents[2]

# Becomes the one and echoes until its input ends, or asks the one.
PROGRAM = """
import sys
from datetime import timedelta
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QSocketNotifier
from stretchbreak.platforms.single_instance import Instance, claim_or_ask

app = QCoreApplication([])
patience = timedelta(seconds=20)
print("ready", flush=True)
sys.stdin.readline()
got = claim_or_ask(Path(sys.argv[1]), b"hello", patience)
if isinstance(got, Instance):
    def answer(message):
        if message == b"quit":
            app.quit()
        return b"heard " + message
    got.on_message(answer)
    print("the one", flush=True)
    notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
    notifier.activated.connect(app.quit)
    app.exec()
    got.close()
else:
    print(got.decode(), flush=True)
"""

CLIENT = """
import sys
from datetime import timedelta
from pathlib import Path
from stretchbreak.platforms.single_instance import ask

message = sys.stdin.buffer.read()
answer = ask(Path(sys.argv[1]), message, timedelta(seconds=20))
assert answer is not None
sys.stdout.buffer.write(answer)
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a short name: that of a socket may have some 100 letters."""
    with tempfile.TemporaryDirectory(prefix="sb") as name:
        yield Path(name) / "run"


@pytest.fixture
def instance(folder: Path, qtbot: QtBot) -> Iterator[Instance]:  # noqa: ARG001 - an event loop is needed
    instance = Instance.claim(folder)
    assert instance is not None
    instance.on_message(lambda message: b"heard " + message)
    yield instance
    instance.close()


Asked = Callable[[bytes], bytes]


@pytest.fixture
def asked(folder: Path, qtbot: QtBot) -> Iterator[Asked]:
    """Asks as a client does, which waits, while our event loop goes round."""
    with ThreadPoolExecutor(1) as client:

        def ask_beside(message: bytes) -> bytes:
            answer = client.submit(ask_from_outside, folder, message)
            qtbot.waitUntil(answer.done, timeout=LONG_MS)
            return answer.result()

        yield ask_beside


def ask_from_outside(folder: Path, message: bytes) -> bytes:
    """Ask from another program, which has no application object either.

    A thread of ours would not do: QLocalSocket waits with Python's lock.
    """
    done = subprocess.run(  # noqa: S603 - a command of our own
        (sys.executable, "-c", CLIENT, str(folder)),
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        input=message,
        check=True,
        stdout=subprocess.PIPE,
    )
    return done.stdout


def raw_client(folder: Path, sends: bytes = b"") -> socket.socket:
    """Connect as somebody who does not follow our rules."""
    client = socket.socket(socket.AF_UNIX)
    client.settimeout(0)
    client.connect(str(folder / "socket"))
    client.send(sends)
    return client


def is_dropped(client: socket.socket) -> bool:
    try:
        return client.recv(1) == b""
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True


def test_there_is_only_one(folder: Path, instance: Instance) -> None:
    assert Instance.claim(folder) is None

    instance.close()
    heir = Instance.claim(folder)

    assert heir is not None
    heir.close()


def test_a_message_is_answered(instance: Instance, asked: Asked) -> None:
    assert asked(b"status") == b"heard status"
    instance.on_message(bytes.upper)
    assert asked(b"status") == b"STATUS"


@pytest.mark.usefixtures("instance")
def test_an_answer_may_be_empty_or_have_many_lines(asked: Asked) -> None:
    assert asked(b"") == b"heard "
    assert asked(b"\x00\xff\r\\n") == b"heard \x00\xff\r\\n"


def test_an_answer_may_be_long(instance: Instance, asked: Asked) -> None:
    long = b"line\n" * 200_000
    instance.on_message(lambda _message: long)

    assert asked(b"everything") == long


@pytest.mark.usefixtures("instance")
def test_a_message_has_a_limit(folder: Path, asked: Asked, qtbot: QtBot) -> None:
    longest = b"x" * (LONGEST_MESSAGE - 1)
    assert asked(longest) == b"heard " + longest
    with pytest.raises(ValueError, match="limit"):
        ask(folder, b"x" * LONGEST_MESSAGE, SHORT)
    with pytest.raises(ValueError, match="one line"):
        ask(folder, b"two\nlines", SHORT)

    endless = raw_client(folder)
    endless.settimeout(LONG.total_seconds())
    with ThreadPoolExecutor(1) as sender, endless:
        sent = sender.submit(_send_until_dropped, endless)
        qtbot.waitUntil(sent.done, timeout=LONG_MS)
        assert sent.result() < 100 * LONGEST_MESSAGE


def _send_until_dropped(client: socket.socket) -> int:
    sent = 0
    try:
        while True:
            sent += client.send(b"x" * LONGEST_MESSAGE)
    except ConnectionError:
        return sent


@pytest.mark.usefixtures("instance")
def test_half_a_message_holds_nobody_up(folder: Path, asked: Asked) -> None:
    with raw_client(folder, b"sta") as half:
        assert asked(b"status") == b"heard status"
        half.send(b"tus\nand more\n")
        assert asked(b"status") == b"heard status"
        assert half.recv(100) == b"heard status\n"
        assert is_dropped(half)


def test_one_line_is_answered_and_no_more(
    folder: Path, instance: Instance, asked: Asked
) -> None:
    heard: list[bytes] = []

    def answer(message: bytes) -> bytes:
        heard.append(message)
        return b"more than a socket holds " * 100_000

    instance.on_message(answer)
    with raw_client(folder, b"one\n") as chatty:
        asked(b"two")
        chatty.send(b"three\n")
        asked(b"four")

    assert heard == [b"one", b"two", b"four"]


@pytest.mark.usefixtures("instance")
def test_who_leaves_at_once_is_forgotten(folder: Path, asked: Asked) -> None:
    raw_client(folder).close()
    raw_client(folder, b"half a mess").close()
    raw_client(folder, b"does not wait for the answer\n").close()

    assert asked(b"status") == b"heard status"


@pytest.mark.usefixtures("instance")
def test_too_many_idlers_make_room_the_oldest_first(
    folder: Path, asked: Asked, qtbot: QtBot
) -> None:
    with ExitStack() as idlers:
        idle = [
            idlers.enter_context(raw_client(folder, b"..."))
            for _ in range(MOST_CLIENTS + 3)
        ]

        assert asked(b"status") == b"heard status"
        qtbot.waitUntil(lambda: all(map(is_dropped, idle[:4])), timeout=LONG_MS)
        assert not any(map(is_dropped, idle[4:]))


def test_messages_wait_for_a_program_that_is_starting(
    folder: Path, qtbot: QtBot
) -> None:
    instance = Instance.claim(folder)
    assert instance is not None
    with raw_client(folder, b"early\n") as early:
        with ThreadPoolExecutor(1) as other:
            second = other.submit(ask_from_outside, folder, b"second")
            qtbot.waitUntil(lambda: len(instance._clients) == 2, timeout=LONG_MS)
            instance.on_message(bytes.upper)
            qtbot.waitUntil(second.done, timeout=LONG_MS)

        assert second.result() == b"SECOND"
        assert early.recv(100) == b"EARLY\n"
    instance.close()


def test_the_answer_to_quit_arrives(folder: Path) -> None:
    with _program(folder) as program:
        program.say("go")
        assert program.line() == "the one"

        assert ask(folder, b"quit", LONG) == b"heard quit"
        assert program.wait() == 0
    assert ask(folder, b"status", LONG) is None


def test_closing_while_answering_is_survived(
    folder: Path, instance: Instance, qtbot: QtBot
) -> None:
    def close(_message: bytes) -> bytes:
        instance.close()
        return b"never sent"

    instance.on_message(close)
    with raw_client(folder, b"close\n") as client:
        qtbot.waitUntil(lambda: is_dropped(client), timeout=LONG_MS)


def test_where_none_runs_that_is_said_at_once(folder: Path) -> None:
    assert ask(folder, b"status", LONG) is None
    assert not folder.exists(), "asking leaves no trace"


def test_one_that_ends_before_it_answers_is_none(folder: Path) -> None:
    folder.mkdir()
    lock = QLockFile(str(folder / "lock"))
    assert lock.tryLock(0)
    with (
        socket.socket(socket.AF_UNIX) as server,
        ThreadPoolExecutor(1) as somebody,
    ):
        server.bind(str(folder / "socket"))
        server.listen()
        answer = somebody.submit(ask, folder, b"status", LONG)
        client, _address = server.accept()
        client.recv(LONGEST_MESSAGE)
        server.close()
        client.close()
        lock.unlock()

        assert answer.result() is None


@pytest.mark.usefixtures("instance")
def test_one_that_does_not_answer_is_an_error(folder: Path) -> None:
    with pytest.raises(NoAnswerError):  # its event loop is ours, and stands still
        ask(folder, b"status", SHORT)


@pytest.mark.usefixtures("instance")
def test_only_the_user_gets_at_it(folder: Path) -> None:
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "socket").stat().st_mode) == 0o700


def test_a_folder_that_was_open_to_others_is_closed(folder: Path) -> None:
    folder.mkdir(mode=0o755)
    instance = Instance.claim(folder)
    assert instance is not None
    instance.close()

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_is_an_error(folder: Path) -> None:
    folder.write_text("in the way")
    with pytest.raises(AdapterError, match="cannot be used"):
        Instance.claim(folder)

    too_long = folder.with_name("x" * 120)
    with pytest.raises(AdapterError, match="100 letters"):
        Instance.claim(too_long)
    assert ask(too_long, b"status", SHORT) is None


def test_what_a_killed_program_leaves_is_taken_over(folder: Path) -> None:
    with _program(folder) as killed:
        killed.say("go")
        assert killed.line() == "the one"
        killed.kill()
    assert {"lock", "socket"} <= {path.name for path in folder.iterdir()}

    assert ask(folder, b"status", LONG) is None
    instance = Instance.claim(folder)

    assert instance is not None
    instance.close()


def test_of_many_that_start_at_once_one_remains(folder: Path) -> None:
    """They start over the remains of one that was killed."""
    with _program(folder) as killed:
        killed.say("go")
        assert killed.line() == "the one"
        killed.kill()

    with ExitStack() as programs:
        many = [programs.enter_context(_program(folder)) for _ in range(5)]
        for each in many:
            each.say("go")
        said = sorted(each.line() for each in many)

    assert said == ["heard hello"] * 4 + ["the one"]


def test_asking_takes_no_window_toolkit() -> None:
    code = """
import sys
from stretchbreak.platforms import single_instance
print([name for name in sys.modules if name.startswith("PySide6.Qt")])
"""
    done = subprocess.run(  # noqa: S603 - a command of our own
        (sys.executable, "-c", code),
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        check=True,
        capture_output=True,
        text=True,
    )

    assert done.stdout.strip() == "['PySide6.QtCore', 'PySide6.QtNetwork']"


def _program(folder: Path) -> Program:
    """Start a program that is about to claim; it waits for a word to go."""
    env = os.environ | {"PYTHONPATH": str(PROJECT)}
    command = (sys.executable, "-c", PROGRAM, str(folder))
    program = Program(*command, env=env, talks=True)
    assert program.line() == "ready"
    return program
