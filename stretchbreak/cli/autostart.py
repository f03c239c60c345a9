"""`stretchbreak autostart`: start with the user's login, or not."""

import argparse

from stretchbreak.cli.outcome import DONE, CommandError
from stretchbreak.runtime.ports.failures import AdapterError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this verb takes to *parser*."""
    parser.add_argument("what", choices=["on", "off", "status"])


def run(arguments: argparse.Namespace) -> int:
    """Switch it, or say how it is, and return the exit code.

    Raises:
        CommandError: The desktop's own place for it cannot be read or written.
    """
    from stretchbreak.platforms.autostart import autostart

    way = autostart()
    try:
        if arguments.what == "on":
            way.switch_on()
        elif arguments.what == "off":
            way.switch_off()
        print("on" if way.on() else "off")
    except AdapterError as error:
        raise CommandError(str(error)) from error
    return DONE
