"""`stretchbreak pause`: switch reminders off for a while."""

import argparse

from stretchbreak.cli.arguments import clock, duration
from stretchbreak.cli.running import tell
from stretchbreak.core.durations import text
from stretchbreak.runtime.remote import Pause


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this verb takes to *parser*."""
    parser.description = "Switch reminders off; without an end, until you resume."
    end = parser.add_mutually_exclusive_group()
    end.add_argument("lasting", nargs="?", metavar="FOR", type=duration, help="45m, 1h")
    end.add_argument("--until", metavar="HH:MM", type=clock, help="a time of day")
    end.add_argument("--until-tomorrow", action="store_true", help="until 04:00")


def run(arguments: argparse.Namespace) -> int:
    """Tell the running program and return the exit code."""
    lasting = arguments.lasting
    return tell(
        Pause(
            lasting=None if lasting is None else text(lasting),
            until=arguments.until,
            tomorrow=arguments.until_tomorrow,
        )
    )
