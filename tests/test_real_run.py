"""The main job, end to end, on a real desktop with real input.

An X server, a window manager, a tray and a session bus run for the test alone;
xdotool types and presses keys. Only the program's clock hurries.
"""

import json
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.desktop import VirtualDesktop
from tests.support.programs import Program, wait_until

PYTHON = sys.executable
SPEED = "60"
REMINDER = "Stretchbreak reminder"
SAFETY = "Before you stretch"


class Person:
    """Somebody at that desktop, with their work in front of them."""

    def __init__(self, desktop: VirtualDesktop) -> None:
        self._desktop = desktop
        self._work = desktop.run(PYTHON, "-m", "tests.support.entry", talks=True)
        self.typed = ""
        wait_until(lambda: self.sees("Work"), "the work's window does not appear")

    def sees(self, title: str) -> bool:
        """Whether a window of that title is on the screen."""
        return bool(self._windows(title))

    def looks_at(self) -> str:
        """The title of the window with the keyboard."""
        return self._desktop.xdotool("getactivewindow", "getwindowname")

    def turns_to(self, title: str) -> None:
        """Bring the window of that title to the front."""
        (window, *_others) = self._windows(title)
        self._desktop.xdotool("windowactivate", "--sync", window)

    def presses(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            self._desktop.xdotool("key", key)

    def types(self, text: str) -> None:
        """Type, and read on the screen what arrived at the work's window."""
        self._desktop.xdotool("type", "--delay", "20", text)
        self.typed += text

    def reads_own_work(self) -> str:
        """What stands in the work's window once all that was typed has arrived."""
        read = ""
        while len(read) < len(self.typed):
            read = self._work.line()
        return read

    def _windows(self, title: str) -> list[str]:
        found = self._desktop.xdotool_or_nothing(
            "search", "--onlyvisible", "--name", title
        )
        return found.split()


class App:
    """The program, hurried, with its files in a folder of its own."""

    def __init__(self, desktop: VirtualDesktop, home: Path) -> None:
        self._desktop = desktop
        self._home = home
        desktop.env["STRETCHBREAK_HOME"] = str(home)

    def launch(self) -> Program:
        """Start it, and wait until it answers."""
        program = self._desktop.run(PYTHON, "-m", "tests.support.hurried_app", SPEED)
        wait_until(self.answers, "the program does not answer")
        return program

    def does(self, *verb: str) -> int:
        """Run a command and return its exit code."""
        return self._desktop.run(PYTHON, "-m", "stretchbreak", *verb).wait()

    def answers(self) -> bool:
        return self.does("status") == 0

    def status(self) -> dict[str, Any]:
        """What `status --json` says."""
        asked = self._desktop.run(
            PYTHON, "-m", "stretchbreak", "status", "--json", talks=True
        )
        status: dict[str, Any] = json.loads(asked.line())
        return status

    def sessions(self) -> list[tuple[str, str]]:
        """Each recorded session's routine and result."""
        with sqlite3.connect(self._home / "data" / "history.sqlite3") as db:
            return db.execute("SELECT routine, result FROM sessions").fetchall()


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[VirtualDesktop]:
    with VirtualDesktop(tmp_path, manager=True, tray=True, bus=True) as desktop:
        yield desktop


@pytest.fixture
def app(desktop: VirtualDesktop, tmp_path: Path) -> App:
    return App(desktop, tmp_path / "stretchbreak")


@pytest.mark.desktop
def test_typing_leads_to_a_prompt_a_session_and_a_record(
    desktop: VirtualDesktop, app: App
) -> None:
    person = Person(desktop)
    app.does("settings", "set", "sitting_limit", "5m")
    app.does("settings", "set", "warm_up", "1m")
    app.launch()

    # The first run asks about safety; "none of these" is the third answer.
    wait_until(lambda: person.sees(SAFETY), "there is no safety page")
    person.turns_to(SAFETY)
    person.presses("Tab", "Down", "Down", "space", "Tab", "Return")
    wait_until(lambda: not person.sees(SAFETY), "the safety page stays")

    # Work goes on until the prompt comes, and while it is there.
    person.turns_to("Work")
    while not person.sees(REMINDER):
        person.types("work ")
    person.types("and not a key is lost")
    assert person.looks_at() == "Work"
    assert person.reads_own_work() == person.typed

    # A second launch gives the prompt the keyboard, and Enter is Start.
    assert app.does() == 0
    wait_until(lambda: person.looks_at() == REMINDER, "the prompt gets no keyboard")
    person.presses("Return")
    wait_until(lambda: app.status()["session"] is not None, "no session begins")
    assert not person.sees(REMINDER)
    wait_until(lambda: app.status()["session"] is None, "the session does not end")
    assert app.sessions() == [("short", "done")]

    # Back at work the next interval begins at zero.
    assert app.status()["sitting_s"] == 0
    person.turns_to("Work")
    person.types("again")
    wait_until(lambda: app.status()["sitting_s"] > 0, "no new interval begins")
    assert 0 < app.status()["next_prompt_s"] < 300
