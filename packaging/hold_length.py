"""Measures one real 30-second hold of the running program, from outside.

    sh packaging/virtual-desktop.sh .venv/bin/python packaging/hold_length.py

Nothing is hurried. The program is asked over its socket what phase it is in,
and the time between the answers is taken with this script's own clock.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QThread
from real_program import LOOK_MS, answer_safety, new_home, phase, running, wait_until

from stretchbreak.cli.running import told
from stretchbreak.runtime.remote import Start

ROUTINE = """
name = "One hold"
about = "A single hold, to be measured."
warm_up = false
steps = [{ stretch = "lying-hamstring" }]
"""


def main() -> int:
    """Run the program, measure a hold and print its length."""
    with new_home() as home:
        prepare(home)
        with running():
            told(Start("one"))
            wait_until(lambda: phase() == "hold", "no hold comes")
            timer = QElapsedTimer()
            timer.start()
            while phase() == "hold":
                QThread.msleep(LOOK_MS)
            length_s = timer.nsecsElapsed() / 1e9
    print(f"A hold of 30 s took {length_s:.3f} s, give or take {LOOK_MS} ms.")
    return 0


def prepare(home: Path) -> None:
    """Answer the safety page, and write a routine of one hold."""
    answer_safety()
    routine = home / "data" / "routines" / "one.toml"
    routine.parent.mkdir(parents=True)
    routine.write_text(ROUTINE, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
