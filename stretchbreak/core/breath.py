"""How a calm breath goes: in for four seconds, out for six, and again.

Nobody need keep to it: it shows an easy pace, and that breathing goes on.
"""

import math
from datetime import timedelta

IN = timedelta(seconds=4)
OUT = timedelta(seconds=6)


def fullness(since: timedelta) -> float:
    """Return how full the lungs are, 0..1, so long after the first breath began."""
    into = since % (IN + OUT)
    share = into / IN if into < IN else 1 - (into - IN) / OUT
    return (1 - math.cos(math.pi * share)) / 2
