"""`stretchbreak simulate`: what would happen on such a day, by the real rules."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from stretchbreak.cli.outcome import DONE, CommandError
from stretchbreak.core.effects import Effect


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this verb takes to *parser*."""
    day = parser.add_mutually_exclusive_group(required=True)
    day.add_argument("file", nargs="?", metavar="FILE.toml", type=Path, help="the day")
    day.add_argument(
        "--from-journal",
        metavar="JOURNAL.jsonl",
        type=Path,
        help="replay what the program has written down itself",
    )
    parser.add_argument("--json", action="store_true", help="one object a line")


def run(arguments: argparse.Namespace) -> int:
    """Print the day's timeline and return the exit code."""
    from stretchbreak.runtime.timeline import entry, readable

    lived = (
        _simulated(arguments.file)
        if arguments.from_journal is None
        else _replayed(arguments.from_journal)
    )
    for at, effect in lived:
        line = entry(at, effect)
        if line is not None:
            print(json.dumps(line) if arguments.json else readable(line))
    return DONE


def _simulated(file: Path) -> Iterator[tuple[datetime, Effect]]:
    """Yield what would happen on the day in *file*."""
    from stretchbreak.runtime.simulation import simulate
    from stretchbreak.storage import routine_files, scenario_file
    from stretchbreak.storage.places import resources
    from stretchbreak.storage.toml_file import WrongFileError

    known = routine_files.load(resources())
    try:
        scenario = scenario_file.load(file, known)
    except WrongFileError as error:
        raise CommandError(f"{file}: {error}") from error
    yield from simulate(scenario, known)


def _replayed(file: Path) -> Iterator[tuple[datetime, Effect]]:
    """Yield what was decided on the days that the journal *file* tells of."""
    import os

    from stretchbreak.runtime.replay import NothingToReplayError, replay
    from stretchbreak.storage import routine_files
    from stretchbreak.storage.places import places, resources

    def say(what: str) -> None:
        print(f"stretchbreak: {file}: {what}", file=sys.stderr)

    known = routine_files.load(resources(), places(os.environ).data)
    try:
        with file.open("rb") as lines:
            yield from replay(lines, known, say)
    except OSError as error:
        raise CommandError(f"{file}: expected a file") from error
    except NothingToReplayError as error:
        raise CommandError(f"{file}: {error}") from error
