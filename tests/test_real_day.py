"""A day of anybody's: what the program did is what a replay of it says.

The desktop and the input are real; only the program's clock hurries. Which
keys and commands come, and in what order, is random, from a fixed seed; when
each comes is left to the machine, and differs each time. The journal must tell
the whole of it all the same.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.support.desktop import VirtualDesktop
from tests.support.person import Person
from tests.support.programs import wait_until
from tests.support.running_app import App

SPEED = 120
COMMANDS = [
    ("snooze",),
    ("snooze", "2"),
    ("skip",),
    ("walked",),
    ("pause", "5"),
    ("resume",),
    ("start",),
    ("start", "walk"),
    ("settings", "set", "sitting_limit", "6m"),
    ("settings", "set", "strength", "gentle"),
    ("settings", "set", "typing_pause", "2s"),
]


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[VirtualDesktop]:
    with VirtualDesktop(tmp_path, manager=True, tray=True, bus=True) as desktop:
        yield desktop


class Day:
    """What somebody does at that desktop, and what comes of it."""

    def __init__(self, desktop: VirtualDesktop, home: Path) -> None:
        self._desktop = desktop
        self._journal = home / "log" / "journal.jsonl"
        self._random = Random(20260302)  # noqa: S311 - a fixed day, not a secret
        self.app = App(desktop, home)
        self.person = Person(desktop)

    def works(self) -> None:
        """Type for a while."""
        self.person.turns_to("Work")
        for _word in range(self._random.randint(1, 6)):
            self.person.types("work")  # no key that means anything in a session

    def leaves(self) -> None:
        """Let time pass without input: a question to the program takes some."""
        for _look in range(self._random.randint(1, 9)):
            assert self.app.answers()

    def commands(self) -> None:
        """Ask for something; it may be refused."""
        assert self.app.does(*self._random.choice(COMMANDS)) in {0, 1}

    def works_until(self, come_true: Callable[[], bool]) -> None:
        """Type until *come_true* says so."""

        def worked() -> bool:
            self.works()
            return come_true()

        wait_until(worked, "nothing came of the work")

    def does_anything(self) -> None:
        """Do one of all that, whichever."""
        self._random.choice([self.works, self.works, self.leaves, self.commands])()

    def decided(self) -> list[dict[str, Any]]:
        """Return what the program has written that it did."""
        lines = map(json.loads, self._journal.read_text().splitlines())
        return [line["did"] for line in lines if "did" in line]

    def replayed(self) -> list[dict[str, Any]]:
        """Return what `simulate --from-journal` says that it did."""
        words = ("simulate", "--json", "--from-journal", str(self._journal))
        done = subprocess.run(  # noqa: S603 - ours
            (sys.executable, "-m", "stretchbreak", *words),
            env=self._desktop.env,
            check=True,
            capture_output=True,
            text=True,
        )
        assert done.stderr == ""
        return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.desktop
def test_a_replay_of_a_real_day_decides_the_same(
    desktop: VirtualDesktop, tmp_path: Path
) -> None:
    day = Day(desktop, tmp_path / "stretchbreak")
    app = day.app
    app.does("settings", "set", "sitting_limit", "5m")
    app.does("settings", "set", "warm_up", "1m")
    # Hurried as it is, a slow machine must not take work for an absence.
    app.does("settings", "set", "away_after", "5m")
    running = app.launch(speed=SPEED)
    day.person.answers_safety()

    # What every day has, whatever else comes.
    day.works_until(lambda: app.status()["due"])
    app.does("walked")
    wait_until(lambda: app.status()["sitting_s"] == 0, "the walk did not count")
    for _deed in range(20):
        day.does_anything()
    app.does("resume")
    app.does("start", "walk")
    wait_until(lambda: app.status()["session"] is None, "the session does not end")

    # The rest of the day, after the program was ended and started again.
    assert app.does("quit") == 0
    assert running.wait() == 0
    again = app.launch(speed=SPEED)
    for _deed in range(15):
        day.does_anything()
    assert app.does("quit") == 0
    assert again.wait() == 0

    decided = day.decided()
    assert {"prompt", "rest", "session_started", "session_ended"} <= {
        line["event"] for line in decided
    }
    assert day.replayed() == decided
