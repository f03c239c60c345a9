"""The real program, run as its users run it; what the scripts beside it share.

It gets files of its own, on which the safety page is answered.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, QThread

from stretchbreak.cli.outcome import CommandError
from stretchbreak.cli.running import told
from stretchbreak.core.day import Day
from stretchbreak.core.memory import blank
from stretchbreak.core.safety import Safety
from stretchbreak.runtime.remote import Status
from stretchbreak.runtime.system_clock import SystemClock, steady
from stretchbreak.storage import memory_file
from stretchbreak.storage.memory_file import MemoryFile
from stretchbreak.storage.places import places

ROOT = Path(__file__).resolve().parents[1]
LOOK_MS = 5
PATIENCE_S = 120


@contextmanager
def new_home() -> Iterator[Path]:
    """Have the program use new files, under a folder, while the block lasts."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["STRETCHBREAK_HOME"] = home
        yield Path(home)


@contextmanager
def running(module: str = "stretchbreak", *arguments: str) -> Iterator[int]:
    """Run the program, or *module* in its place, while the block lasts.

    Yields:
        The id of its process.
    """
    program = subprocess.Popen([sys.executable, "-m", module, *arguments], cwd=ROOT)  # noqa: S603 - our own
    try:
        wait_until(answers, "the program does not answer")
        yield program.pid
    finally:
        program.terminate()
        program.wait()


def answer_safety(tell: Callable[[timedelta], Day] = lambda _now: Day()) -> None:
    """Say, before the program starts, that nothing on the safety page applies.

    Args:
        tell: Says what the day was like before now, on the steady clock.
    """
    now = SystemClock(steady()).now()
    memory = replace(blank(now, Safety.CLEAR), day=tell(now.steady))
    where = places(os.environ)
    MemoryFile(path=where.memory, boot_id=memory_file.boot_id()).save(memory)


def command(*verb: str) -> str:
    """Run a command of ours, and return what it prints; no verb is the program's."""
    done = subprocess.run(  # noqa: S603 - our own
        [sys.executable, "-m", "stretchbreak", *verb],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout


def status() -> dict[str, Any]:
    """Return what the program says is going on."""
    return told(Status()).status or {}


def session() -> dict[str, Any] | None:
    """Return where the running session stands, or None without a session."""
    stands: dict[str, Any] | None = status()["session"]
    return stands


def phase() -> str | None:
    """Return the running session's phase, or None without a session."""
    stands = session()
    return None if stands is None else str(stands["phase"])


def answers() -> bool:
    """Return whether the program answers."""
    try:
        status()
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


def xdotool(*arguments: str) -> str:
    """Act as the person at the desk; return what xdotool says."""
    done = subprocess.run(  # noqa: S603 - a fixed program
        ["/usr/bin/xdotool", *arguments],
        check=False,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()
