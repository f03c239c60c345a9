"""How the picture moves in each phase of a session.

    warm-up      walks on and on
    get ready    shows the way in, slowly and over again: this is what comes
    hold         goes in once, stays and breathes
    press        goes in; release goes back
    paused       goes back, for whoever pauses lets go
    finish       rolls to the side and pushes up, once
    all others   stand still

The picture shows the right side; the left one is its mirror image, to which it
turns.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import assert_never

from stretchbreak.core.plan import Phase, Plan, Segment
from stretchbreak.core.routine import Side, Stretch
from stretchbreak.core.view import SessionView
from stretchbreak.qt.ways import STRIDE, WAY_BACK, WAY_IN

GETTING_UP = "getting-up"
"""The pose of the end, whatever was stretched last."""

_START, _HOLD = 0.0, 1.0


@dataclass(frozen=True, slots=True)
class Loop:
    """To go on and on, one round taking *lasting*."""

    lasting: timedelta


@dataclass(frozen=True, slots=True)
class Show:
    """To show the way in and back, over and over."""


@dataclass(frozen=True, slots=True)
class Move:
    """To go to *to*, 0 the start and 1 the hold, within *lasting*.

    There the body stands still, or, held for *breathes* by then, breathes. On the way
    back to the start no arrow points into the stretch again: the person lets go.
    """

    to: float
    lasting: timedelta
    breathes: timedelta | None = None


Motion = Loop | Show | Move


def motion(  # noqa: PLR0911 - one a phase
    view: SessionView, timer: timedelta, into: timedelta = WAY_IN
) -> Motion:
    """Return how the picture moves.

    Args:
        view: Where the session stands.
        timer: How long the phase takes from now.
        into: How long moving into the hold takes.
    """
    match view.phase:
        case Phase.WARM_UP | Phase.MOVE:
            return Loop(STRIDE)
        case Phase.GET_READY | Phase.SWITCH | Phase.RESUME:
            return Show()
        case Phase.HOLD:
            lasting = min(into, timer / 4)
            held = max(view.length - timer, timedelta())
            return Move(_HOLD, lasting, breathes=held + lasting)
        case Phase.PRESS:
            return Move(_HOLD, min(into, timer / 3))
        case Phase.FINISH:
            return Move(_HOLD, timer / 3)
        case Phase.RELEASE | Phase.REST | Phase.PAUSED:
            return Move(_START, min(WAY_BACK, timer / 2))
        case Phase.HURT:
            return Move(_START, timedelta())
        case unreachable:
            assert_never(unreachable)


def pose(view: SessionView) -> str:
    """Return the id of the pose that shows what is done."""
    return GETTING_UP if view.getting_up else _stretch(view).pose


def start(view: SessionView) -> float:
    """Return where a picture begins that has not been shown before."""
    in_it = view.phase in (Phase.HOLD, Phase.PRESS)
    return _HOLD if in_it and view.length - view.remaining > WAY_IN else _START


def mirrored(view: SessionView) -> bool:
    """Return whether the picture must be mirrored to show the view's side."""
    return view.side is Side.LEFT


def following(view: SessionView) -> tuple[str, bool] | None:
    """Return the next picture that is not this one: its pose, and whether mirrored.

    None where there is none any more.
    """
    pictures = [
        _picture(view.plan, segment)
        for segment in view.plan.segments
        # In a rest the picture of before stands still.
        if segment.phase is not Phase.REST and segment.step >= view.step
    ]
    now = (pose(view), mirrored(view))
    later = pictures[pictures.index(now) :] if now in pictures else []
    return next((picture for picture in later if picture != now), None)


def _picture(plan: Plan, segment: Segment) -> tuple[str, bool]:
    if segment.phase is Phase.FINISH:
        return GETTING_UP, False
    return plan.steps[segment.step].pose, segment.side is Side.LEFT


def _stretch(view: SessionView) -> Stretch:
    return view.plan.steps[view.step]
