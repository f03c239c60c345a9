"""What can be heard of a session: chimes and words, each at its moment."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

LEAD = timedelta(seconds=0.5)
"""Words begin this long after the chime that announces them."""
LONG_LEAD = timedelta(seconds=1.2)
"""The same after the longest chime."""


class Chime(Enum):
    """The sounds there are; the value is the name of the file."""

    START = "start"
    HALF = "half"
    SWITCH = "switch"
    DONE = "done"
    WARNING = "warning"
    TICK = "tick"
    BREATH_IN = "breath-in"
    BREATH_OUT = "breath-out"


class Kind(Enum):
    """What a cue is about."""

    NEED = "need"
    NAME = "name"
    SAFETY = "safety"
    BREATHE_IN = "breathe-in"
    START = "start"
    RELEASE = "release"
    HALF = "half"
    COUNT = "count"
    SWITCH = "switch"
    REST = "rest"
    FINISH = "finish"
    DONE = "done"
    PAUSED = "paused"
    RESUMED = "resumed"
    BREATH = "breath"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Something to be heard.

    Attributes:
        at: Its moment on the steady clock.
        chime: The sound at that moment, if any.
        say: The words, if any.
        say_at: When the words begin.
    """

    at: timedelta
    kind: Kind
    chime: Chime | None
    say: str
    say_at: timedelta


def lead(chime: Chime | None) -> timedelta:
    """Return how long words wait for *chime*."""
    match chime:
        case None:
            return timedelta()
        case Chime.DONE:
            return LONG_LEAD
        case _:
            return LEAD


def cue(at: timedelta, kind: Kind, say: str = "", chime: Chime | None = None) -> Cue:
    """Return the cue of that *kind*, whose words follow its chime."""
    return Cue(at=at, kind=kind, chime=chime, say=say, say_at=at + lead(chime))


def count(at: timedelta, number: str) -> Cue:
    """Return a number of a countdown, which is heard together with its tick."""
    return Cue(at=at, kind=Kind.COUNT, chime=Chime.TICK, say=number, say_at=at)


TRY_VOICE = cue(timedelta(), Kind.START, "Breathe in. Breathe out slowly, and move in.")
TRY_CHIME = cue(timedelta(), Kind.DONE, chime=Chime.DONE)
