"""Arguments that several verbs take."""

import argparse
from datetime import date, time, timedelta

from stretchbreak.core import durations


def duration(written: str) -> timedelta:
    """Return the duration *written*, for argparse.

    Raises:
        argparse.ArgumentTypeError: It is none.
    """
    try:
        return durations.parse(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def day(written: str) -> date:
    """Return the date *written*, for argparse.

    Raises:
        argparse.ArgumentTypeError: It is none.
    """
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        message = f"{written!r} is not a date such as 2026-03-02"
        raise argparse.ArgumentTypeError(message) from error


def clock(written: str) -> time:
    """Return the time of day *written*, for argparse.

    Raises:
        argparse.ArgumentTypeError: It is none.
    """
    hour, _, minute = written.partition(":")
    try:
        return time(int(hour), int(minute))
    except ValueError as error:
        message = f"{written!r} is not a time of day such as 14:30"
        raise argparse.ArgumentTypeError(message) from error
