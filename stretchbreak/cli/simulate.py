"""`stretchbreak simulate`: what would happen on such a day, by the real rules."""

import argparse
import json
from pathlib import Path

from stretchbreak.cli.outcome import DONE, CommandError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this verb takes to *parser*."""
    parser.add_argument("file", metavar="FILE.toml", type=Path, help="the day")
    parser.add_argument("--json", action="store_true", help="one object a line")


def run(arguments: argparse.Namespace) -> int:
    """Print the day's timeline and return the exit code."""
    from stretchbreak.runtime.simulation import simulate
    from stretchbreak.runtime.timeline import entry, readable
    from stretchbreak.storage import routine_files, scenario_file
    from stretchbreak.storage.places import resources
    from stretchbreak.storage.toml_file import WrongFileError

    known = routine_files.load(resources())
    try:
        scenario = scenario_file.load(arguments.file, known)
    except WrongFileError as error:
        raise CommandError(f"{arguments.file}: {error}") from error
    for at, effect in simulate(scenario, known):
        line = entry(at, effect)
        if line is not None:
            print(json.dumps(line) if arguments.json else readable(line))
    return DONE
