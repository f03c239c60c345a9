"""A stretch of the user's own while it is put together.

Its instructions serve as the words of the session too: the first line while one
gets ready, the second in the hold. What a file says apart from them stays.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from enum import Enum

from stretchbreak.core.routine import Kind, Place, Reps, Stretch, even_moments

CAUTIONS = (
    "your back pain is acute or sharp, or spreads into a leg",
    "you were injured or operated on recently",
    "your pain stays or gets worse although you stretch",
)
"""Those that the source has for each of its stretches, to begin with."""
REPS = Reps(count=8, press=timedelta(seconds=5), release=timedelta(seconds=3))
"""As the source has them for the pelvic tilt."""


class Lack(Enum):
    """What a stretch cannot do without; its value says so."""

    NAME = "A stretch needs a name."
    INSTRUCTIONS = "Say in a line or two how it is done."
    CAUTIONS = "Say at least once when to ask a professional first."


def new() -> Stretch:
    """Return a stretch to begin with. It has no id and no words yet."""
    return Stretch(
        id="",
        name="",
        kind=Kind.HOLD,
        place=Place.FLOOR,
        sided=True,
        cold=False,
        set_up="",
        cue="",
        cues=("", ""),
        how_to=(),
        moments=(),
        targets=(),
        benefits=(),
        mistakes=(),
        cautions=CAUTIONS,
        easier="",
        sources=(),
        pose="",
    )


def instructed(stretch: Stretch, lines: Sequence[str]) -> Stretch:
    """Return *stretch* with *lines* as its instructions."""
    lines = tuple(lines)
    if lines == stretch.how_to or not lines:
        return replace(stretch, how_to=lines, moments=even_moments(len(lines)))
    own = {"", *stretch.how_to}  # what was taken from the lines goes with them
    set_up = lines[0] if stretch.set_up in own else stretch.set_up
    cue = lines[min(1, len(lines) - 1)] if stretch.cue in own else stretch.cue
    usual = stretch.cues == (stretch.set_up, stretch.cue)
    return replace(
        stretch,
        how_to=lines,
        moments=even_moments(len(lines)),
        set_up=set_up,
        cue=cue,
        cues=(set_up, cue) if usual else stretch.cues,
    )


def of_kind(stretch: Stretch, kind: Kind) -> Stretch:
    """Return *stretch* held or repeated, as *kind* says."""
    reps = (stretch.reps or REPS) if kind is Kind.REPS else None
    return replace(stretch, kind=kind, reps=reps)


def lack(stretch: Stretch) -> Lack | None:
    """Return what *stretch* still lacks, or None if it can be kept."""
    if not stretch.name.strip():
        return Lack.NAME
    if not stretch.how_to:
        return Lack.INSTRUCTIONS
    return None if stretch.cautions else Lack.CAUTIONS
