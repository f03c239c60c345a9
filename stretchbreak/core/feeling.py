"""How the back feels after sessions, what the user says of it, what follows.

    worse once                      the precautions; the next offer is walking
    worse twice running           } advice to see a professional, and walking
    three weeks without a better  } only until stretches are turned on again

What is said is a remark: it is kept beside the sessions and never changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from stretchbreak.core.moment import elapsed

LONG = timedelta(weeks=3)
"""So long without getting better wants somebody who can look at the back; ours.

The source says only: stop and ask a professional if pain persists or worsens.
"""


class Feeling(Enum):
    """How the back feels, compared with before the session."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Felt:
    """The user said how the back felt."""

    at: datetime
    feeling: Feeling


@dataclass(frozen=True, slots=True)
class FoundPainful:
    """The user said that a stretch had hurt."""

    at: datetime
    stretch: str


@dataclass(frozen=True, slots=True)
class FoundFine:
    """The user wants a stretch again that had hurt."""

    at: datetime
    stretch: str


@dataclass(frozen=True, slots=True)
class TurnedOn:
    """The user turned stretches on again after the advice to see somebody."""

    at: datetime


Remark = Felt | FoundPainful | FoundFine | TurnedOn


def wants_advice(felt: Sequence[Felt]) -> bool:
    """Return whether it is time to see a professional.

    Args:
        felt: What was said since the last "better", in order.
    """
    if not felt:
        return False
    worse = [each.feeling is Feeling.WORSE for each in felt[-2:]]
    return worse == [True, True] or elapsed(felt[0].at, felt[-1].at) >= LONG
