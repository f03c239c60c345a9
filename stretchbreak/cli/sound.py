"""`stretchbreak sound`: the child process that makes the sound of a session."""

import argparse


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It takes none: all is said on its input."""


def run(_arguments: argparse.Namespace) -> int:
    """Make the sound that is ordered on the input, until that ends."""
    from stretchbreak.audio.child import run
    from stretchbreak.storage.places import resources

    return run(resources() / "sounds")
