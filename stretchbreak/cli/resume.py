"""`stretchbreak resume`: switch reminders on again."""

import argparse

from stretchbreak.cli.running import tell
from stretchbreak.runtime.remote import Resume


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Add what this verb takes to the parser: nothing."""


def run(_arguments: argparse.Namespace) -> int:
    """Tell the running program and return the exit code."""
    return tell(Resume())
