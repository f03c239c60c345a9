"""Measures one real 30-second hold of the running program, from outside.

    sh packaging/virtual-desktop.sh .venv/bin/python packaging/hold_length.py

Nothing is hurried. The program is asked over its socket what phase it is in,
and the time between the answers is taken with this script's own clock.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QThread

from stretchbreak.cli.outcome import CommandError
from stretchbreak.cli.running import told
from stretchbreak.core.memory import blank
from stretchbreak.core.safety import Safety
from stretchbreak.runtime.remote import Start, Status
from stretchbreak.runtime.system_clock import SystemClock, steady
from stretchbreak.storage import memory_file
from stretchbreak.storage.memory_file import MemoryFile
from stretchbreak.storage.places import places

ROUTINE = """
name = "One hold"
about = "A single hold, to be measured."
warm_up = false
steps = [{ stretch = "lying-hamstring" }]
"""
LOOK_MS = 5
PATIENCE_S = 120


def main() -> int:
    """Run the program, measure a hold and print its length."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["STRETCHBREAK_HOME"] = home
        prepare(Path(home))
        running = subprocess.Popen([sys.executable, "-m", "stretchbreak"])
        try:
            wait_until(answers, "the program does not answer")
            told(Start("one"))
            wait_until(lambda: phase() == "hold", "no hold comes")
            timer = QElapsedTimer()
            timer.start()
            while phase() == "hold":
                QThread.msleep(LOOK_MS)
            length_s = timer.nsecsElapsed() / 1e9
        finally:
            running.terminate()
            running.wait()
    print(f"A hold of 30 s took {length_s:.3f} s, give or take {LOOK_MS} ms.")
    return 0


def prepare(home: Path) -> None:
    """Answer the safety page, and write a routine of one hold."""
    now = SystemClock(steady()).now()
    memory = blank(now, Safety.CLEAR)
    where = places(os.environ)
    MemoryFile(path=where.memory, boot_id=memory_file.boot_id()).save(memory)
    routine = home / "data" / "routines" / "one.toml"
    routine.parent.mkdir(parents=True)
    routine.write_text(ROUTINE, encoding="utf-8")


def phase() -> str | None:
    """Return the running session's phase, or None without a session."""
    status = told(Status()).status or {}
    session = status["session"]
    return None if session is None else str(session["phase"])


def answers() -> bool:
    """Return whether the program answers."""
    try:
        told(Status())
    except CommandError:
        return False
    return True


def wait_until(come_true: Callable[[], bool], otherwise: str) -> None:
    """Return once *come_true* says so; raise TimeoutError if it never does."""
    timer = QElapsedTimer()
    timer.start()
    while not come_true():
        if timer.hasExpired(PATIENCE_S * 1000):
            raise TimeoutError(otherwise)
        QThread.msleep(LOOK_MS)


if __name__ == "__main__":
    sys.exit(main())
