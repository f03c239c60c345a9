"""`stretchbreak start`: a session now."""

import argparse

from stretchbreak.runtime.remote import Start


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this verb takes to *parser*."""
    parser.add_argument(
        "routine", nargs="?", help="its name in `stretchbreak routines`"
    )
    parser.add_argument(
        "--warm", action="store_true", help="you are warm already: no warm-up"
    )


def run(arguments: argparse.Namespace) -> int:
    """Begin a session, starting the program if need be."""
    from stretchbreak.app import run

    return run(Start(arguments.routine, arguments.warm))
