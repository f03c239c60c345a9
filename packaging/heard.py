"""Records a real session of the running program and prints when it is heard.

    sh packaging/virtual-desktop.sh .venv/bin/python packaging/heard.py

The program plays to a sound server of its own that nobody hears. It is asked
over its socket what phase it is in; each change must be heard, and so must half
time and the countdown of a hold.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from hold_length import prepare
from PySide6.QtCore import QThread
from real_program import new_home, phase, running, wait_until

from stretchbreak.cli.running import told
from stretchbreak.runtime.remote import Start
from stretchbreak.runtime.system_clock import steady
from tests.support.ear import SOFT, Ear

LOOK_MS = 10
LATEST_S = 0.3
HOLD_S = 30
SET_UP = {"get-ready"}
"""What begins with words alone; the first of a session not at once."""


@dataclass(frozen=True, slots=True)
class Change:
    """A phase began.

    Attributes:
        phase: Its name; "end" after the last.
        at: When it was seen to begin, in seconds of the machine's steady clock.
    """

    phase: str
    at: float


def main() -> int:
    """Go through a session and print what was heard; return how much was not."""
    with Ear() as ear, new_home() as home:
        os.environ.update(ear.env)
        prepare(home)
        with running() as program:
            told(Start("one"))
            changes = session()
            loaded = "Multimedia" in Path(f"/proc/{program}/maps").read_text()
            last = changes[-1].at + 3
            wait_until(lambda: ear.heard_until(last), "the recording stands still")
            unheard = sum(not heard(ear, name, at) for name, at in moments(changes))
    print(f"The program itself {'HAS' if loaded else 'has not'} loaded Qt's audio.")
    return unheard + loaded


def session() -> list[Change]:
    """Return every change of phase until the session is over."""
    changes: list[Change] = []
    while (now := phase()) is not None or not changes:
        if now is not None and (not changes or changes[-1].phase != now):
            changes.append(Change(now, steady().total_seconds()))
        QThread.msleep(LOOK_MS)
    return [*changes, Change("end", steady().total_seconds())]


def moments(changes: list[Change]) -> list[tuple[str, float]]:
    """Return what must be heard and when: changes, half times and countdowns."""
    wanted = []
    for change in changes:
        if change.phase not in SET_UP:
            wanted.append((change.phase, change.at))
        if change.phase == "hold":
            wanted.append(("half time", change.at + HOLD_S / 2))
            wanted += [(f"{n} left", change.at + HOLD_S - n) for n in (3, 2, 1)]
    return wanted


def heard(ear: Ear, name: str, at: float) -> bool:
    """Print when what belongs to *at* was heard; return whether it was in time."""
    onset = ear.onset(at - LATEST_S, at + LATEST_S)
    quiet = ear.loudness(at - LATEST_S - 0.1, at - LATEST_S) < SOFT
    when = "NOT HEARD" if onset is None else f"{(onset - at) * 1000:5.0f} ms"
    print(f"{name:<10} {when}{'' if quiet else '  (words before it)'}")
    return onset is not None


if __name__ == "__main__":
    sys.exit(main())
