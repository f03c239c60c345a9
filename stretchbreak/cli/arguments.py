"""Arguments that several verbs take."""

import argparse
import math
import re
from datetime import date, time, timedelta

from stretchbreak.core import durations

SMALLEST, LARGEST = 72, 3840
"""Of a picture's sides, in pixels."""


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


def share(written: str) -> float:
    """Return the number from 0 to 1 that is *written*, for argparse.

    Raises:
        argparse.ArgumentTypeError: It is none.
    """
    try:
        number = float(written)
    except ValueError:
        number = math.nan
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"{written!r} is not a number from 0 to 1")
    return number


def size(written: str) -> tuple[int, int]:
    """Return the width and height, in pixels, that are *written*, for argparse.

    Raises:
        argparse.ArgumentTypeError: They are none, or the picture would be too
            small to tell what it shows, or larger than any screen.
    """
    found = re.fullmatch(
        r"([0-9]{1,5})[xX\N{MULTIPLICATION SIGN}]([0-9]{1,5})", written
    )
    width, height = (int(number) for number in found.groups()) if found else (0, 0)
    if min(width, height) < SMALLEST or max(width, height) > LARGEST:
        raise argparse.ArgumentTypeError(
            f"{written!r} is not a size such as 1200x800, "
            f"each of {SMALLEST} to {LARGEST} pixels"
        )
    return width, height
