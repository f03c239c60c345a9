"""`stretchbreak doctor`: which ways of this desktop are used, and why."""

import argparse
import json
from typing import TYPE_CHECKING

from stretchbreak.cli.outcome import DONE
from stretchbreak.core.holds import By
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.ports.desktop import Tried

if TYPE_CHECKING:
    from stretchbreak.platforms.presence import Presence

_ANSWERS_MS = 300
"""How long programs on the bus have to say how things stand."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this verb takes to *parser*."""
    parser.add_argument("--json", action="store_true", help="for other programs")


def run(arguments: argparse.Namespace) -> int:
    """Try each platform ability, print how it went and return the exit code."""
    found, holding = _found()
    if arguments.json:
        print(json.dumps({ability: _plain(tried) for ability, tried in found.items()}))
        return DONE
    for ability, tried in found.items():
        print(f"{ability}:")
        for way in tried:
            mark = "used       " if way.chosen else "passed over"
            print(f"  {way.way:<13} {mark}  {way.why}")
    print(f"Holding reminders back now: {', '.join(holding) or 'nothing'}")
    return DONE


def _found() -> tuple[dict[str, tuple[Tried, ...]], list[str]]:
    """Return how each way of each ability went, and what holds reminders back."""
    from PySide6.QtCore import QCoreApplication

    from stretchbreak.audio.child_process import COMMAND
    from stretchbreak.audio.probe import probe
    from stretchbreak.platforms import awake, idle, presence, session

    app = QCoreApplication.instance() or QCoreApplication([])
    source, idle_tried = idle.pick()
    source.close()
    watch, session_tried = session.watch(_Nobody())
    watch.close()
    present = presence.Presence()
    holding = _holding(present)
    present.close()
    kept, awake_tried = awake.hold()
    for each in kept:
        each.close()
    del app
    holds = {name: tuple(tried) for name, tried in presence.abilities(present.tried)}
    abilities = {
        "idle": idle_tried,
        "session": session_tried,
        **holds,
        "awake": awake_tried,
        "sound": probe(COMMAND),
    }
    return abilities, holding


def _holding(present: "Presence") -> list[str]:
    """Return what holds reminders back, once those who tell have had time to."""
    from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop

    answers = QDeadlineTimer(_ANSWERS_MS)
    while not answers.hasExpired():
        QCoreApplication.processEvents(
            QEventLoop.ProcessEventsFlag.AllEvents, answers.remainingTime()
        )
    found = present.told() | present.found(Settings())
    return [by.value for by in By if by in found]


def _plain(tried: tuple[Tried, ...]) -> list[dict[str, object]]:
    return [{"way": t.way, "chosen": t.chosen, "why": t.why} for t in tried]


class _Nobody:
    """Listens to the desktop session for as long as the doctor looks."""

    def locked(self, *, certain: bool) -> None:
        """Nothing follows."""

    def unlocked(self) -> None:
        """Nothing follows."""

    def suspended(self) -> None:
        """Nothing follows."""

    def woke(self) -> None:
        """Nothing follows."""
