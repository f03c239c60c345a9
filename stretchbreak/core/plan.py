"""The timed plan of a session: every phase, in order, with its length.

A plan is made once, when a session is offered, from a routine's steps and the
user's settings. Totals are always computed from it, never written down.

    warm-up | get ready, hold, switch, get ready, hold | rest | ... | finish
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from stretchbreak.core.choices import Preset
from stretchbreak.core.routine import Kind, Place, Side, Step, Stretch
from stretchbreak.core.settings import Settings

FINISH = timedelta(seconds=15)
"""Rolling to the side and getting up without hurry; ours."""
HOLDS = {Preset.EASY: timedelta(seconds=20), Preset.STANDARD: timedelta(seconds=30)}
"""The source asks for 20 to 30 seconds, without bouncing."""


class Phase(Enum):
    """What the person does at one time in a session."""

    WARM_UP = "warm-up"
    MOVE = "move"
    GET_READY = "get-ready"
    HOLD = "hold"
    PRESS = "press"
    RELEASE = "release"
    SWITCH = "switch"
    REST = "rest"
    FINISH = "finish"
    RESUME = "resume"
    PAUSED = "paused"
    HURT = "hurt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One phase of the plan.

    Attributes:
        step: The index of the step it belongs to.
        rep: Which repetition, from 1; zero where there are none.
        set_up: The index, in the plan, of the segment that gets the person
            into this position; itself where there is none.
    """

    phase: Phase
    length: timedelta
    step: int
    side: Side | None = None
    rep: int = 0
    set_up: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A session, planned to the second.

    Attributes:
        routine: The id of the routine it was made from.
        steps: The stretches done, in order; the warm-up is the first of them.
        segments: Every phase in order.
    """

    routine: str
    steps: tuple[Stretch, ...]
    segments: tuple[Segment, ...]

    @property
    def total(self) -> timedelta:
        """How long it takes, pauses not counted."""
        return sum((s.length for s in self.segments), timedelta())

    @property
    def warm_up(self) -> timedelta:
        """How much of it is warming up."""
        warming = (s for s in self.segments if s.phase is Phase.WARM_UP)
        return sum((s.length for s in warming), timedelta())

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """What is stretched, in order; light movement is not."""
        return tuple(s for s in self.steps if s.kind is not Kind.MOVE)


def make(
    routine: str,
    steps: Sequence[tuple[Step, Stretch]],
    settings: Settings,
    warm_up: Stretch | None,
) -> Plan:
    """Return the plan of *steps*, after *warm_up* where there is one.

    Args:
        routine: The id of the routine the steps belong to.
        steps: What is done, in order, each with its stretch.
        settings: Lengths of holds, set-ups and the warm-up.
        warm_up: The movement to warm up with, for `settings.warm_up`.
    """
    stretches = [stretch for _step, stretch in steps]
    segments: list[Segment] = []
    if warm_up is not None:
        stretches.insert(0, warm_up)
        segments.append(_segment(segments, Phase.WARM_UP, settings.warm_up, 0))
    lying = False
    for index, (step, stretch) in enumerate(steps, len(stretches) - len(steps)):
        down = stretch.place is Place.FLOOR and not lying
        lying = lying or down
        ready = settings.lie_down if down else settings.get_ready
        _add_step(segments, step, stretch, index, settings, ready)
        if stretch.kind is not Kind.MOVE and index < len(stretches) - 1:
            rest = settings.rest_between
            segments.append(_segment(segments, Phase.REST, rest, index))
    if lying:
        last = len(stretches) - 1
        segments.append(_segment(segments, Phase.FINISH, FINISH, last))
    return Plan(routine=routine, steps=tuple(stretches), segments=tuple(segments))


def _segment(  # noqa: PLR0913 - private, and each is needed
    before: Sequence[Segment],
    phase: Phase,
    length: timedelta,
    step: int,
    *,
    side: Side | None = None,
    rep: int = 0,
    set_up: int | None = None,
) -> Segment:
    return Segment(
        phase=phase,
        length=length,
        step=step,
        side=side,
        rep=rep,
        set_up=len(before) if set_up is None else set_up,
    )


def _add_step(  # noqa: PLR0913, PLR0917 - private, and each is needed
    segments: list[Segment],
    step: Step,
    stretch: Stretch,
    index: int,
    settings: Settings,
    ready: timedelta,
) -> None:
    moving = stretch.kind is Kind.MOVE
    sides = step.sides if stretch.sided else (None,)
    for side in sides:
        set_up = len(segments)
        switching = side is not sides[0]
        if not moving:
            phase = Phase.SWITCH if switching else Phase.GET_READY
            length = settings.switch if switching else ready
            segments.append(_segment(segments, phase, length, index, side=side))
        for phase, length, rep in _work(step, stretch, settings):
            segments.append(
                _segment(
                    segments, phase, length, index, side=side, rep=rep, set_up=set_up
                )
            )


def _work(
    step: Step, stretch: Stretch, settings: Settings
) -> Iterator[tuple[Phase, timedelta, int]]:
    match stretch.kind:
        case Kind.MOVE:
            yield Phase.MOVE, step.lasting or settings.warm_up, 0
        case Kind.HOLD:
            yield Phase.HOLD, step.hold or HOLDS[settings.hold], 0
        case Kind.REPS:
            if stretch.reps is None:
                raise ValueError(f"{stretch.id} is of kind reps but has none")
            for rep in range(1, (step.times or stretch.reps.count) + 1):
                yield Phase.PRESS, step.press or stretch.reps.press, rep
                yield Phase.RELEASE, stretch.reps.release, rep
