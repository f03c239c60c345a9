"""`stretchbreak skip`: leave this break out."""

import argparse

from stretchbreak.cli.running import tell
from stretchbreak.runtime.remote import Skip


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Add what this verb takes to the parser: nothing."""


def run(_arguments: argparse.Namespace) -> int:
    """Tell the running program and return the exit code."""
    return tell(Skip())
