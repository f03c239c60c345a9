"""Lets a whole session of the real program pass at real speed, and touches nothing.

    sh packaging/virtual-desktop.sh .venv/bin/python packaging/whole_session.py \
        FOLDER [SETTING=VALUE...]

From Start to the record it takes about eight minutes, with `warm_up=1m` four.
The program is not even asked anything meanwhile: its window is photographed as each
phase should have begun, and when it really began is read from its journal afterwards.
The exit code tells how much went otherwise than planned.
"""

import json
import os
import sys
from collections.abc import Iterator
from datetime import timedelta
from itertools import accumulate
from pathlib import Path

from PySide6.QtCore import QThread
from PySide6.QtGui import QGuiApplication
from real_program import answer_safety, command, new_home, running, wait_until, xdotool

from stretchbreak.cli.running import told
from stretchbreak.core.coach import Coach
from stretchbreak.core.events import Event, Launched
from stretchbreak.core.history import History
from stretchbreak.core.memory import Memory
from stretchbreak.core.plan import Plan
from stretchbreak.core.settings import Settings
from stretchbreak.runtime import journal
from stretchbreak.runtime.remote import Start
from stretchbreak.runtime.system_clock import steady
from stretchbreak.storage import routine_files
from stretchbreak.storage.places import places, resources

ROUTINE = "short"
LATEST = timedelta(milliseconds=100)
"""A phase that begins later than this after its moment is late."""
PAINTED = timedelta(milliseconds=700)
"""So long after a phase should have begun, its picture is taken."""
OVER = timedelta(seconds=3)
_SECOND = timedelta(seconds=1)


def main() -> int:
    """Start a session, watch it pass, and print what became of it."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QGuiApplication([])
    with new_home():
        answer_safety()
        for setting in sys.argv[2:]:
            command("settings", "set", *setting.split("=", 1))
        with running():
            told(Start(ROUTINE))
            begun = steady()
            plan, _ = lived_through()
            watch(plan, begun, folder)
        unlike_plan = late() + misrecorded(plan)
    del app
    return unlike_plan


def watch(plan: Plan, begun: timedelta, folder: Path) -> None:
    """Take a picture of each phase of *plan*, and of what comes after the last."""
    for index, at in enumerate(moments(plan)):
        over = index == len(plan.segments)
        sleep_until(begun + at + (OVER if over else PAINTED))
        what = "over" if over else name(plan, index).replace(" ", "-")
        photograph(folder / f"{index:02}-{what}.png")


def late() -> int:
    """Print when each phase should have begun and did; return how many were late."""
    plan, real = lived_through()
    names = [*(name(plan, index) for index in range(len(plan.segments))), "over"]
    wrong = 0
    for index, (at, what) in enumerate(zip(moments(plan), names, strict=True)):
        after = real[index] - real[0] - at if index in real else None
        on_time = after is not None and after <= LATEST
        wrong += not on_time
        said = "never" if after is None else f"{after / _SECOND * 1000:+5.0f} ms"
        print(f"{at / _SECOND:6.0f} s  {what:<18} {said}{'' if on_time else '  LATE'}")
    return wrong


def misrecorded(plan: Plan) -> int:
    """Print the record of the session; return how much of it is not as it went."""
    kept = json.loads(command("history", "--json"))
    print(json.dumps(kept, indent=2))
    sessions = [each for each in kept if each["what"] == "session"]
    if len(sessions) != 1:
        return 1
    record = sessions[0]
    total = round(plan.total / _SECOND)
    done = [
        each["stretch"] for each in record["stretches"] if each["outcome"] == "done"
    ]
    wrong = (
        record["result"] != "done",
        record["planned_s"] != total,
        record["spent_s"] != total,
        done != [stretch.id for stretch in plan.stretches],
    )
    return sum(wrong)


def lived_through() -> tuple[Plan, dict[int, timedelta]]:
    """Return the plan of the session, and when the program noticed each phase begin.

    The moments are those of the steady clock, by the phases' indices; after the last
    comes the end. What the journal tells of is lived through again by the real rules.
    """
    lines = places(os.environ).journal.read_bytes().splitlines()
    told = [event for event in map(journal.event, lines) if event is not None]
    coach, plan = coach_at(told[0]), None
    began: dict[int, timedelta] = {}
    for event in told:
        coach.handle(event)
        run = coach.run
        if run is not None:
            plan = run.plan
            began.setdefault(run.index, event.at.steady)
        elif plan is not None:
            began.setdefault(len(plan.segments), event.at.steady)
    if plan is None:
        raise ValueError("there is no session in the journal")
    return plan, began


def coach_at(launch: Event) -> Coach:
    """Return the coach that began with *launch*."""
    match launch:
        case Launched(_, Memory() as memory, Settings() as settings, History() as past):
            return Coach(settings, routine_files.load(resources()), past, memory)
        case _:
            raise ValueError("the journal does not begin with a launch that says all")


def name(plan: Plan, index: int) -> str:
    """Return what the phase at *index* is called, with its side or repetition."""
    segment = plan.segments[index]
    side = "" if segment.side is None else f" {segment.side.value}"
    return f"{segment.phase.value}{side}{f' {segment.rep}' if segment.rep else ''}"


def moments(plan: Plan) -> Iterator[timedelta]:
    """Yield how long after Start each phase begins, and when all is over."""
    lengths = (segment.length for segment in plan.segments)
    return accumulate(lengths, initial=timedelta())


def photograph(file: Path) -> None:
    """Save a picture of the window that is there."""
    search = ("search", "--onlyvisible", "--name", "^Stretchbreak")
    wait_until(lambda: bool(xdotool(*search)), "there is no window")
    window = int(xdotool(*search).split()[-1])
    if not QGuiApplication.primaryScreen().grabWindow(window).save(str(file)):
        raise OSError(f"{file} cannot be written")


def sleep_until(at: timedelta) -> None:
    """Wait until the machine's steady clock says *at*."""
    left = at - steady()
    QThread.msleep(max(0, round(left / _SECOND * 1000)))


if __name__ == "__main__":
    sys.exit(main())
