"""The program on a virtual desktop, with its files in a folder of their own."""

import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

from tests.support.desktop import VirtualDesktop
from tests.support.programs import Program, wait_until


class App:
    """The whole program, real or with a hurried clock, and its commands."""

    def __init__(self, desktop: VirtualDesktop, home: Path) -> None:
        self._desktop = desktop
        self._home = home
        desktop.env["STRETCHBREAK_HOME"] = str(home)

    def launch(self, *, speed: int = 1) -> Program:
        """Start it, and wait until it answers.

        Args:
            speed: How many seconds a second is for its clock.
        """
        hurried = ("-m", "tests.support.hurried_app", str(speed))
        program = self._desktop.run(sys.executable, *hurried)
        wait_until(self.answers, "the program does not answer")
        return program

    def does(self, *verb: str) -> int:
        """Run a command and return its exit code."""
        return self._desktop.run(sys.executable, "-m", "stretchbreak", *verb).wait()

    def answers(self) -> bool:
        return self.does("status") == 0

    def says(self, *verb: str) -> str:
        """Run a command and return the first line of its output."""
        asked = self._desktop.run(
            sys.executable, "-m", "stretchbreak", *verb, talks=True
        )
        return asked.line()

    def status(self) -> dict[str, Any]:
        """What `status --json` says."""
        status: dict[str, Any] = json.loads(self.says("status", "--json"))
        return status

    def sessions(self) -> list[tuple[str, str]]:
        """Each recorded session's routine and result."""
        with sqlite3.connect(self._home / "data" / "history.sqlite3") as db:
            return db.execute("SELECT routine, result FROM sessions").fetchall()
