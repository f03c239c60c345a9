"""The soft sound that goes along with the breath, for those who want one.

In a hold it keeps the pace that the picture shows; pressing is breathing out, and
letting go is breathing in.
"""

from collections.abc import Iterator
from datetime import timedelta

from stretchbreak.core.breath import Breath, Turn
from stretchbreak.core.cue_words import COUNT
from stretchbreak.core.cues import Chime, Cue, Kind, cue
from stretchbreak.core.plan import Phase, Segment

LAST = timedelta(seconds=len(COUNT))
"""At the end of a hold no breath begins: it is counted down."""

_CHIMES = {Turn.IN: Chime.BREATH_IN, Turn.OUT: Chime.BREATH_OUT}


def cues(segment: Segment, at: timedelta, breath: Breath) -> Iterator[Cue]:
    """Yield the breaths of *segment*, which begins *at*, each like *breath*."""
    match segment.phase:
        case Phase.HOLD:
            for into, turn in breath.turns(segment.length - LAST):
                yield _breath(at + into, turn)
        case Phase.PRESS:
            yield _breath(at, Turn.OUT)
        case Phase.RELEASE:
            yield _breath(at, Turn.IN)
        case _:
            pass


def _breath(at: timedelta, turn: Turn) -> Cue:
    return cue(at, Kind.BREATH, chime=_CHIMES[turn])
