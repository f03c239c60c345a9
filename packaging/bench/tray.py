"""What the program costs in the background, in processor time and wake-ups.

    .venv/bin/python packaging/bench/tray.py [SECONDS]

On a virtual desktop with a window manager, a terminal, a tray and a session bus,
each for SECONDS (60): the desktop alone; the program with nobody typing; the program
while somebody types five keys a second. What the X server spends on the
program is what it spends more than alone; the typing itself costs it too, so
that is measured without the program as well.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QThread
from real_program import answer_safety, new_home

from tests.support.desktop import VirtualDesktop
from tests.support.running_app import App

KEYS_A_SECOND = 5
KEYS = ["a"] * KEYS_A_SECOND
SETTLED_S = 15
"""After its start a program tidies up for some seconds."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What the threads of a process have spent so far, each by its number.

    Attributes:
        cpu_s: Seconds on a processor.
        switches: How often it was taken off one.
    """

    cpu_s: Mapping[str, float]
    switches: Mapping[str, int]

    def since(self, before: "Spent") -> tuple[float, int]:
        """Return what was spent after *before*: seconds, and switches."""
        cpu_s = (s - before.cpu_s.get(t, 0.0) for t, s in self.cpu_s.items())
        switches = (n - before.switches.get(t, 0) for t, n in self.switches.items())
        return sum(cpu_s), sum(switches)


def spent(pid: int) -> Spent:
    """Read it off /proc: see proc(5), schedstat and status."""
    threads = list(Path(f"/proc/{pid}/task").iterdir())
    return Spent(
        {each.name: nanoseconds(each) / 1e9 for each in threads},
        {each.name: switches(each) for each in threads},
    )


def nanoseconds(thread: Path) -> int:
    """Return how long *thread* has run."""
    return int((thread / "schedstat").read_text().split()[0])


def switches(thread: Path) -> int:
    """Return how often *thread* was taken off a processor, willing or not."""
    lines = (thread / "status").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if "ctxt_switches" in line)


def measured(
    pids: list[int], desktop: VirtualDesktop, seconds: int, *, typing: bool
) -> list[tuple[float, int]]:
    """Return what each process spends in so many seconds."""
    before = [spent(pid) for pid in pids]
    for _second in range(seconds):
        if typing:
            desktop.xdotool("key", "--delay", str(1_000 // KEYS_A_SECOND), *KEYS)
        else:
            QThread.sleep(1)
    return [spent(pid).since(old) for pid, old in zip(pids, before, strict=True)]


def main() -> int:
    """Measure and print."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    with new_home() as home:
        desktop = VirtualDesktop(home, manager=True, tray=True, bus=True)
        desktop.start()
        try:
            report(desktop, home, seconds)
        finally:
            desktop.stop()
    return 0


def report(desktop: VirtualDesktop, home: Path, seconds: int) -> None:
    """Print what each costs, alone and with the program."""
    server = desktop.server.pid
    desktop.run("xterm")  # it is typed into
    QThread.sleep(SETTLED_S)
    alone = {
        typing: measured([server], desktop, seconds, typing=typing)[0][0]
        for typing in (False, True)
    }
    answer_safety()
    program = App(desktop, home).launch()
    QThread.sleep(SETTLED_S)
    print(f"in {seconds} s, on a virtual desktop:")
    for typing in (False, True):
        own, beside = measured([program.pid, server], desktop, seconds, typing=typing)
        more = beside[0] - alone[typing]
        what = f"typing {KEYS_A_SECOND} keys a second" if typing else "nobody typing"
        print(
            f"  {what:<24} program {own[0]:.4f} s, X server for it {more:+.4f} s, "
            f"{own[1]} context switches"
        )


if __name__ == "__main__":
    sys.exit(main())
