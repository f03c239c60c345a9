"""What is said after a session: what was done, and what follows from worse."""

from typing import assert_never

from stretchbreak.core.history import Outcome, Result, Session, Stretched
from stretchbreak.qt.wording import short

GET_UP = "Take your time getting up: roll onto your side and push up with your arms."

ADVICE_TITLE = "About your back"


def title(session: Session) -> str:
    """Return how *session* went, in a word or two."""
    return "Well done." if session.result is Result.DONE else "Ended early."


def summary(session: Session) -> str:
    """Return what there was of *session*."""
    spent, planned = short(session.spent), short(session.planned)
    return spent if spent == planned else f"{spent} of {planned}"


def how(each: Stretched) -> str:
    """Return how one stretch went: `30 s left, 30 s right`."""
    match each.outcome:
        case Outcome.DONE:
            return _held(each)
        case Outcome.SKIPPED:
            held = _held(each)
            return f"broken off after {held}" if held else "left out"
        case Outcome.HURT:
            return "hurt; it will not be chosen for you again"
        case unreachable:
            assert_never(unreachable)


def _held(each: Stretched) -> str:
    if len(each.held) == 1:
        return short(each.held[0]) if each.held[0] else ""
    sides = zip(each.held, ("left", "right"), strict=False)
    return ", ".join(f"{short(held)} {side}" for held, side in sides if held)
