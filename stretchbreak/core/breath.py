"""How a calm breath goes: in for four seconds, out for six, and again.

A hold begins with a breath out, for that is how to move in. Nobody need keep to it:
it shows an easy pace, and that breathing goes on.
"""

import math
from collections.abc import Iterator
from datetime import timedelta
from enum import Enum

IN = timedelta(seconds=4)
OUT = timedelta(seconds=6)
FIRST = timedelta(seconds=5)
"""The first breath in comes so long into a hold: by then, the person has moved in."""


class Turn(Enum):
    """Where a breath turns."""

    IN = "in"
    OUT = "out"


def fullness(into: timedelta) -> float:
    """Return how full the lungs are, 0..1, so long into a hold."""
    if into < FIRST:
        return 0.0
    since = (into - FIRST) % (IN + OUT)
    share = since / IN if since < IN else 1 - (since - IN) / OUT
    return (1 - math.cos(math.pi * share)) / 2


def turns(length: timedelta) -> Iterator[tuple[timedelta, Turn]]:
    """Yield how long into a hold of *length* each breath begins, in or out."""
    at = FIRST
    while at < length:
        yield at, Turn.IN
        if at + IN < length:
            yield at + IN, Turn.OUT
        at += IN + OUT
