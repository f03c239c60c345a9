"""`stretchbreak snooze`: put the shown reminder off."""

import argparse

from stretchbreak.cli.arguments import duration
from stretchbreak.cli.running import tell
from stretchbreak.core.durations import text
from stretchbreak.runtime.remote import Snooze


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this verb takes to *parser*."""
    parser.add_argument(
        "minutes", nargs="?", type=duration, help="or a duration such as 90s"
    )


def run(arguments: argparse.Namespace) -> int:
    """Tell the running program and return the exit code."""
    lasting = arguments.minutes
    return tell(Snooze(None if lasting is None else text(lasting)))
