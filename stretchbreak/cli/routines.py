"""`stretchbreak routines`: what routines there are."""

import argparse

from stretchbreak.cli import listing

add_arguments = listing.add_arguments


def run(arguments: argparse.Namespace) -> int:
    """Print the routines, or one of them, and return the exit code."""
    return listing.show(arguments, "routine", listing.library().routines)
