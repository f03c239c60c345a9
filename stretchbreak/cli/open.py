"""`stretchbreak` alone: start, or bring the running one to the front."""

import argparse

from stretchbreak.runtime.remote import Open


def run(arguments: argparse.Namespace) -> int:
    """Run the program until it ends, or wake the running one."""
    from stretchbreak.app import run

    return run(Open(background=arguments.background))
