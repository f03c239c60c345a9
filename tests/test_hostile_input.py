"""Whatever comes in by the socket and the files: nothing crashes, nothing hangs.

All of it is random, from fixed seeds. The short form runs always; the long one,
with many times as much, is marked `long`.
"""

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from random import Random

import msgspec
import pytest

from stretchbreak.core import events
from stretchbreak.core.coach import Coach
from stretchbreak.core.feeling import Feeling
from stretchbreak.core.history import History
from stretchbreak.core.holds import By
from stretchbreak.core.pause import For
from stretchbreak.core.setting_values import read, write
from stretchbreak.core.settings import DEFAULTS, Settings
from stretchbreak.platforms.single_instance import LONGEST_MESSAGE
from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.runtime.remote import Quit, Request, understood
from stretchbreak.runtime.simulation import simulate
from stretchbreak.runtime.status import status
from stretchbreak.runtime.tagged import to_plain
from stretchbreak.runtime.timeline import entry
from stretchbreak.storage import scenario_file
from stretchbreak.storage.memory_file import MemoryFile, gap
from stretchbreak.storage.settings_file import SettingsFile
from stretchbreak.storage.toml_file import WrongFileError
from tests.support.day import known
from tests.support.fakes import HOUR, MINUTE, MORNING, Bench
from tests.support.mutations import junk, mutated, tree
from tests.support.programs import Program, wait_until

PATIENCE_S = 20.0
NOWHERE = "unix:path=/nonexistent/bus"
NOW = MORNING
LONGEST_DAY = timedelta(days=2)


def amounts(short: int, long: int) -> pytest.MarkDecorator:
    """Return the mark that runs a test with *short*, and marked long with *long*."""
    marked = pytest.param(long, marks=pytest.mark.long)
    return pytest.mark.parametrize("amount", [short, marked])


# The socket


MESSAGES = [
    b'{"type":"open"}',
    b'{"type":"start"}',
    b'{"type":"start","routine":"full","warm":true}',
    b'{"type":"status"}',
    b'{"type":"snooze","lasting":"5m"}',
    b'{"type":"skip"}',
    b'{"type":"walked"}',
    b'{"type":"pause","lasting":"1h30m"}',
    b'{"type":"pause","until":"14:30:00"}',
    b'{"type":"pause","tomorrow":true}',
    b'{"type":"resume"}',
    b'{"type":"change","settings":{"sitting_limit":"50m","strength":"gentle"}}',
    b'{"type":"change","settings":{"hours":["mon-fri 09:00-17:00"],"snooze":5}}',
    b'{"type":"change","settings":{"appointments":["mon-sun 09:00 morning"]}}',
    b'{"type":"quit"}',
]
WORDS = [
    *("open", "start", "status", "snooze", "pause", "resume", "change", "walk", "5m"),
    *("routine", "warm", "lasting", "until", "tomorrow", "settings", "10:00", "", "é"),
    *DEFAULTS,
]


def message(random: Random) -> bytes:
    """Return something to send: right, nearly right or rubbish; but not to quit."""
    while True:
        right = random.choice(MESSAGES)
        made = random.choice(
            [
                right,
                mutated(right, random),
                mutated(right, random),
                tree(random, WORDS),
                junk(random, LONGEST_MESSAGE + 9),
            ]
        )
        if not asks_to_quit(made.partition(b"\n")[0]):
            return made


def asks_to_quit(line: bytes) -> bool:
    with suppress(ValueError, RecursionError):
        return isinstance(msgspec.json.decode(line, type=Request), Quit)
    return False


class RunningApp:
    """The whole program, without a screen to be seen on, and its socket."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._socket = str(home / "run" / "socket")
        self.program = Program(
            *(sys.executable, "-m", "stretchbreak"),
            env={
                **os.environ,
                "STRETCHBREAK_HOME": str(home),
                "QT_QPA_PLATFORM": "offscreen",
                "DBUS_SESSION_BUS_ADDRESS": NOWHERE,
                "DBUS_SYSTEM_BUS_ADDRESS": NOWHERE,
            },
        )
        wait_until(self._listens, "the program does not answer")

    @contextmanager
    def connected(self) -> Iterator[socket.socket]:
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(PATIENCE_S)
            client.connect(self._socket)
            yield client

    def says(self, raw: bytes) -> bytes:
        """Send *raw*, say no more, and return all that comes back."""
        said = b""
        with self.connected() as client, suppress(ConnectionError):
            client.sendall(raw)
            client.shutdown(socket.SHUT_WR)
            while more := client.recv(65_536):
                said += more
        return said

    def answers(self) -> bool:
        reply = understood(self.says(b'{"type":"status"}\n'))
        return reply.error is None and reply.status is not None

    def ends(self) -> int:
        """Ask it to quit, and return its exit code."""
        assert understood(self.says(b'{"type":"quit"}\n')).error is None
        return self.program.wait()

    def bugs(self) -> list[str]:
        """Return what it has logged of its own bugs."""
        log = self._home / "log" / "stretchbreak.log"
        lines = log.read_text().splitlines() if log.exists() else []
        return [line for line in lines if "bug" in line or "Error" in line]

    def _listens(self) -> bool:
        assert self.program.running
        with suppress(OSError):
            return self.answers()
        return False


@pytest.fixture
def app(tmp_path: Path) -> Iterator[RunningApp]:
    running = RunningApp(tmp_path)
    with running.program:
        yield running


@amounts(400, 20_000)
def test_whatever_is_said_to_it_the_program_still_answers(
    app: RunningApp, amount: int
) -> None:
    random = Random(amount)  # noqa: S311 - the same each time, not a secret

    with ExitStack() as hanging:
        for number in range(amount):
            sent = message(random)
            ending = random.choice([b"\n", b"\n", b"\n", b"", b"\r\n", b"\n\n{}\n"])
            reply = app.says(sent + ending)
            if reply:  # one line, whatever was sent
                assert reply.count(b"\n") == 1
                understood(reply)
            else:
                assert len(sent) > LONGEST_MESSAGE or b"\n" not in sent + ending
            if number % 20 == 0:  # half a line, and then silence
                half = hanging.enter_context(app.connected())
                with suppress(ConnectionError):
                    half.sendall(sent.partition(b"\n")[0])
                assert app.answers()

    assert app.answers()
    assert app.ends() == 0
    assert app.bugs() == []


# The files


DAY = b"""
start = 2026-03-02T09:00:00
until = 2026-03-02T12:00:00
timezone = "Europe/Berlin"
rest_of_input = "none"

[settings]
sitting_limit = "45m"
stand_up = true
hours = ["mon-fri 09:00-11:30"]
appointments = ["mon 10:30 walk"]
snooze_limit = 2

[[input]]
from = "09:00:00"
to = "09:50:00"

[[input]]
from = "2026-03-02T10:00:00"
to = "2026-03-02T11:40:00"

[[event]]
at = "09:47:10"
do = "snooze"
minutes = 10

[[event]]
at = "10:01:00"
do = "start"
routine = "walk"

[[event]]
at = "10:10:00"
do = "pause"
for = "20m"

[[event]]
at = "10:40:00"
do = "clock_jump"
by = "+1h"

[[event]]
at = "10:45:00"
do = "set"
key = "strength"
value = "firm"

[[event]]
at = "10:50:00"
do = "quit"

[[event]]
at = "10:55:00"
do = "launch"
"""


@amounts(150, 5_000)
def test_a_scenario_is_lived_through_or_refused(tmp_path: Path, amount: int) -> None:
    random = Random(amount)  # noqa: S311 - as above
    file = tmp_path / "day.toml"
    lived = 0

    for _file in range(amount):
        file.write_bytes(mutated(DAY, random))
        try:
            scenario = scenario_file.load(file, known())
        except WrongFileError:
            continue
        if scenario.length > LONGEST_DAY:
            continue  # which only takes its time
        for at, effect in simulate(scenario, known()):
            entry(at, effect)
        lived += 1

    assert lived > amount / 50


SETTINGS = b"""
sitting_limit = "50m"
away_after = "2m"
hours = ["mon-fri 09:00-17:00", "sat 22:00-02:00"]
appointments = ["mon 10:30 walk"]
hold_programs = ["zoom"]
strength = "gentle"
snooze_limit = 0
stand_up = true

[unknown]
key = 1
"""


@amounts(150, 5_000)
def test_whatever_the_settings_file_says_there_are_settings(
    tmp_path: Path, amount: int
) -> None:
    random = Random(amount)  # noqa: S311 - as above
    path = tmp_path / "settings.toml"

    for _file in range(amount):
        path.write_bytes(random.choice([mutated(SETTINGS, random), junk(random, 999)]))
        file = SettingsFile(path)
        settings, lines = file.load(NOW)
        for name in DEFAULTS:
            value = getattr(settings, name)
            assert read(name, write(value)) == value
        assert all(line.isprintable() for line in lines)
        with suppress(AdapterError):
            file.save(Settings(snooze=7 * MINUTE))
            assert SettingsFile(path).load(NOW)[0].snooze == 7 * MINUTE
        for each in tmp_path.iterdir():
            each.unlink()


def states(tmp_path: Path) -> list[bytes]:
    """Return the state file as it is at different times of a day."""
    path = tmp_path / "states.json"
    file = MemoryFile(path=path, boot_id="this")
    found = []

    def keep(bench: Bench) -> None:
        file.save(bench.coach.memory())
        found.append(path.read_bytes())

    bench = Bench(appointments=["mon 10:30 walk"], stand_up=True)
    keep(bench)
    for minutes in (30, 20, 5):
        bench.passes(minutes * MINUTE)
        keep(bench)
    bench.engine.snooze()
    keep(bench)
    bench.passes(40 * MINUTE)
    keep(bench)
    bench.engine.hold_began(By.CALL)
    bench.passes(MINUTE)
    keep(bench)
    bench.leaves(2 * MINUTE)
    bench.engine.locked(certain=True)
    keep(bench)
    bench.engine.start("evening")
    bench.passes(6 * MINUTE)
    bench.engine.hurts()
    keep(bench)
    bench.engine.pause(For(HOUR))
    keep(bench)
    bench = Bench(appointments=["mon 10:30 walk"])
    bench.engine.hold_began(By.CALL)
    bench.passes(100 * MINUTE)
    keep(bench)
    path.unlink()
    return found


def begin_with(state: MemoryFile) -> bool:
    """Begin with what *state* says, as the program does; return whether it did."""
    saved, lines = state.load(NOW)
    if saved is None:
        assert all(line.isprintable() for line in lines)
        return False
    passed = gap(saved, boot_id="this", steady=9 * HOUR, utc=NOW)
    now = Bench().clock.now()
    at = type(now)(saved.memory.at.steady + passed, now.local)
    coach = Coach(
        Settings(appointments=("mon 10:30 walk",)), known(), History(), saved.memory
    )
    for event in (
        events.Launched(at, saved.memory, coach.settings, coach.history),
        events.InputRead(at, timedelta()),
        events.TimePassed(at),
        events.StartAsked(at),
        events.TimePassed(at.later(at.steady + HOUR)),
        events.FeelingSaid(at.later(at.steady + HOUR), Feeling.WORSE, ("walk",)),
    ):
        json.dumps(to_plain(event))
        for effect in coach.handle(event):
            entry(at.local, effect)
        status(coach.view(), "fake")
        coach.next_wake()
        state.save(coach.memory())
    return True


@amounts(150, 5_000)
def test_whatever_the_state_file_says_the_coach_begins(
    tmp_path: Path, amount: int
) -> None:
    random = Random(amount)  # noqa: S311 - as above
    right, begun = states(tmp_path), 0
    file = MemoryFile(path=tmp_path / "state.json", boot_id="this")

    for _file in range(amount):
        file.path.write_bytes(mutated(random.choice(right), random))
        begun += begin_with(file)
        for each in tmp_path.iterdir():
            each.unlink()

    assert begun > amount / 50


@amounts(2, 25)
def test_whatever_its_files_say_the_program_starts_and_answers(
    tmp_path: Path, amount: int
) -> None:
    random = Random(amount)  # noqa: S311 - as above
    right = states(tmp_path)

    for number in range(amount):
        home = tmp_path / str(number)
        files = {
            "config/settings.toml": mutated(SETTINGS, random),
            "state/state.json": mutated(random.choice(right), random),
            "data/history.sqlite3": junk(random, 9_999),
            "data/routines/own.toml": mutated(DAY, random),
            "log/journal.jsonl": junk(random, 9_999),
        }
        for name, content in files.items():
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            (home / name).write_bytes(content)
        app = RunningApp(home)
        with app.program:
            assert app.answers()
            assert app.ends() == 0
        assert app.bugs() == []
