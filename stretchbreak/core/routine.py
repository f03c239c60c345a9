"""What a stretch and a routine are, and which orders of stretches are sound.

A routine is a list of steps, or a wish ("two stretches") that `core.choice`
turns into steps; `core.player` turns steps into a timed plan.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from stretchbreak.core.durations import text

SINGLE_KNEE = "single-knee-to-chest"
DOUBLE_KNEE = "double-knee-to-chest"
TWIST = "spinal-twist"

SHORTEST = timedelta(seconds=1)
LONGEST_MOVE = timedelta(hours=2)
LONGEST_HOLD = timedelta(minutes=1)
"""The source holds for 20 to 30 seconds; longer than this it nowhere asks for."""
LONGEST_STEP_PRESS = timedelta(seconds=10)
"""The source: press for 5 to 10 seconds, 8 to 12 times."""
MOST_TIMES = 12
LONGEST_PRESS = timedelta(minutes=1)
"""As a stretch itself may say it, not a step; a release is no longer either."""
MOST_REPS = 30


class Kind(Enum):
    """How the time of a step is spent."""

    MOVE = "move"
    """Light movement for a length of time, such as walking."""
    HOLD = "hold"
    """Getting into a position and staying there."""
    REPS = "reps"
    """A gentle press and release, several times over."""


class Side(Enum):
    """The side of the body being worked on."""

    LEFT = "left"
    RIGHT = "right"


class Place(Enum):
    """Where a step is done."""

    FLOOR = "floor"
    CHAIR = "chair"
    STANDING = "standing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a stretch's statements come from."""

    title: str
    publisher: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reps:
    """Repetitions of a press and a release.

    Attributes:
        count: How many presses.
        press: How long each is held.
        release: How long the rest after each is.
    """

    count: int
    press: timedelta
    release: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One exercise, with all that is said about it.

    Attributes:
        id: Its name in files and on the command line.
        name: Its name in the window.
        sided: Whether it is done once for each side of the body.
        cold: Whether it may be offered when the warm-up is cut short.
        set_up: How to get into position, in a dozen words.
        cue: What to do while holding, in a dozen words.
        cues: The same in three lines of a few words, for the printed sheet.
        spoken_set_up: The set-up in fewer words, as the voice says it, with
            {side} and {other} for the sides; where it is empty, `set_up`.
        spoken_hold: The same for the holding; where it is empty, `cue`.
        how_to: The instructions, a sentence or two each.
        moments: Which instant of the picture each of them shows: 0 its start,
            1 its hold.
        targets: The muscles its source names.
        easier: A gentler way to do it.
        cautions: When to ask a professional first.
        pose: The id of its picture.
        image: The file of the user's own picture of it; empty where there is none.
    """

    id: str
    name: str
    kind: Kind
    place: Place
    sided: bool
    cold: bool
    set_up: str
    cue: str
    cues: tuple[str, ...]
    how_to: tuple[str, ...]
    moments: tuple[float, ...]
    targets: tuple[str, ...]
    benefits: tuple[str, ...]
    mistakes: tuple[str, ...]
    cautions: tuple[str, ...]
    easier: str
    sources: tuple[Source, ...]
    pose: str
    spoken_set_up: str = ""
    spoken_hold: str = ""
    reps: Reps | None = None
    image: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A stretch's place in a routine.

    Attributes:
        stretch: The stretch's id.
        lasting: How long, for light movement only.
        hold: How long each side is held; else as the settings say.
        times: How often it is pressed; else as the stretch says.
        press: How long each press is held; else as the stretch says.
        sides: Which sides are done, of a stretch that has sides.
    """

    stretch: str
    lasting: timedelta | None = None
    hold: timedelta | None = None
    times: int | None = None
    press: timedelta | None = None
    sides: tuple[Side, ...] = (Side.LEFT, Side.RIGHT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """A sequence of steps, or a number of stretches to be chosen.

    Attributes:
        warm_up: Whether light movement comes first.
        steps: What is done, in order; empty when stretches are chosen.
        choose: How many stretches are chosen automatically; else zero.
        place: Where the chosen stretches are done; None leaves it to the
            settings.
    """

    id: str
    name: str
    about: str
    warm_up: bool
    steps: tuple[Step, ...] = ()
    choose: int = 0
    place: Place | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """All stretches and routines there are, each by its id.

    It is equal to itself alone, so that it can be a key.
    """

    stretches: Mapping[str, Stretch]
    routines: Mapping[str, Routine]


def even_moments(count: int) -> tuple[float, ...]:
    """Return *count* moments of a picture, evenly from its start to its end."""
    return tuple(i / max(1, count - 1) for i in range(count))


class Disorder(Enum):
    """An order of stretches that is not sound."""

    TWIST_FIRST = f"{TWIST} must not come first"
    DOUBLE_KNEE_EARLY = f"{DOUBLE_KNEE} must come after {SINGLE_KNEE}"


def order_fault(stretches: Sequence[str]) -> Disorder | None:
    """Return what is wrong with doing *stretches* in this order, or None.

    Both knees come only after one at a time, and the twist never first: each
    wants a back that has already moved.
    """
    if stretches and stretches[0] == TWIST:
        return Disorder.TWIST_FIRST
    if DOUBLE_KNEE in stretches:
        before = stretches[: stretches.index(DOUBLE_KNEE)]
        if SINGLE_KNEE not in before:
            return Disorder.DOUBLE_KNEE_EARLY
    return None


def step_fault(step: Step, stretch: Stretch) -> tuple[str, str] | None:
    """Return what in *step* does not fit *stretch*, or None.

    It is the name of what is wrong, and what was expected of it.
    """
    moves, holds = stretch.kind is Kind.MOVE, stretch.kind is Kind.HOLD
    repeats = stretch.kind is Kind.REPS
    one_side = None if step.sides == tuple(Side) else step.sides
    for name, value, fits, meant in (
        ("lasting", step.lasting, moves, "for light movement"),
        ("hold", step.hold, holds, "for a position that is held"),
        ("times", step.times, repeats, "for something repeated"),
        ("press", step.press, repeats, "for something repeated"),
        ("side", one_side, stretch.sided, "for a stretch with sides"),
    ):
        if value is not None and not fits:
            return name, f"expected only {meant}, which {stretch.id} is not"
    for name, length, longest in (
        ("lasting", step.lasting, LONGEST_MOVE),
        ("hold", step.hold, LONGEST_HOLD),
        ("press", step.press, LONGEST_STEP_PRESS),
    ):
        if length is not None and length > longest:
            return name, f"expected at most {text(longest)}"
        if length is not None and length < SHORTEST:
            return name, f"expected at least {text(SHORTEST)}"
    if step.times is not None and not 1 <= step.times <= MOST_TIMES:
        return "times", f"expected 1 to {MOST_TIMES}"
    return None
