"""How a calm breath goes: in, out a little longer, and again.

A hold begins with a breath out, for that is how to move in. Nobody need keep to it:
it shows an easy pace, and that breathing goes on.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

FIRST = timedelta(seconds=5)
"""The first breath in comes so long into a hold: by then, the person has moved in."""


class Turn(Enum):
    """Where a breath turns."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Breath:
    """One breath, over and over: how long it goes in, and how long out."""

    inward: timedelta = timedelta(seconds=4)
    outward: timedelta = timedelta(seconds=6)

    def fullness(self, into: timedelta) -> float:
        """Return how full the lungs are, 0..1, so long into a hold."""
        if into < FIRST:
            return 0.0
        since = (into - FIRST) % (self.inward + self.outward)
        if since < self.inward:
            share = since / self.inward
        else:
            share = 1 - (since - self.inward) / self.outward
        return (1 - math.cos(math.pi * share)) / 2

    def turns(self, length: timedelta) -> Iterator[tuple[timedelta, Turn]]:
        """Yield how long into a hold of *length* each breath begins, in or out."""
        at = FIRST
        while at < length:
            yield at, Turn.IN
            if at + self.inward < length:
                yield at + self.inward, Turn.OUT
            at += self.inward + self.outward
