"""What the voice says, and how long saying it takes.

The words are few: they must be over before the next are due. What a stretch
says itself is in its file, with {side} and {other} for the sides of the body.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from stretchbreak.core.choices import Pace
from stretchbreak.core.plan import Plan
from stretchbreak.core.routine import Place, Side, Stretch

WORDS_A_MINUTE = {Pace.SLOW: 120, Pace.NORMAL: 150, Pace.FAST: 180}
"""How fast a voice speaks; espeak-ng was measured to be a tenth faster than that."""
DRAWING_BREATH = timedelta(seconds=0.3)
"""What a voice takes beside the words, each time that it begins."""

SAFETY = "If anything hurts, let go at once. You need not touch the computer."
BREATHE_IN = "Breathe in."
MOVE_IN = "Breathe out slowly, and move in."
PRESS = "Breathe out, and press."
RELEASE = "Breathe in, let go."
HALF = "Half time."
FORM = "Proper form comes before depth."
COUNT = ("Three", "Two", "One")
REST = "Let go slowly, and rest."
FINISH = "Let go slowly. Roll to your side, and push up."
DONE = "All done."
LET_GO = "Let go slowly."
PAUSED = "Paused."
BACK = "Back into position."
ON = "And on."
LIE_DOWN = "Lie back."

_START = re.compile(r"(?:^|[.!?] )[a-z]")
"""The first letter of a sentence."""
_MINUTE = timedelta(minutes=1)


def speaking_time(text: str, pace: Pace) -> timedelta:
    """Return how long a voice takes to say *text*, at most."""
    words = len(text.replace("-", " ").split())
    return DRAWING_BREATH + words * _MINUTE / WORDS_A_MINUTE[pace]


def what_you_need(plan: Plan) -> str:
    """Return what must be at hand for *plan*; empty where nothing must."""
    places = {stretch.place for stretch in plan.stretches}
    things = ["a mat"] if Place.FLOOR in places else []
    things += ["a steady chair"] if Place.CHAIR in places else []
    return f"Have {', '.join(things)}, space, and the volume up." if places else ""


def name(stretch: Stretch, side: Side | None) -> str:
    """Return what comes, and on which side."""
    return f"{stretch.name}." if side is None else f"{stretch.name}, {side.value} side."


def switch(side: Side) -> str:
    """Return the way from the one side to *side*."""
    return f"{LET_GO} Now the {side.value} side."


def set_up(stretch: Stretch, side: Side | None) -> str:
    """Return how to get into position, in few words."""
    return _sided(stretch.spoken_set_up or stretch.set_up, side)


def hold(stretch: Stretch, side: Side | None) -> str:
    """Return how to move in, and what to do while holding."""
    return f"Breathe out slowly. {press(stretch, side)}"


def easier(stretch: Stretch) -> str:
    """Return how to move in the easier way."""
    return f"Breathe out slowly. {stretch.easier}"


def press(stretch: Stretch, side: Side | None) -> str:
    """Return what to do while holding or pressing."""
    return _sided(stretch.spoken_hold or stretch.cue, side)


def fitting(
    lines: Sequence[tuple[str, int]], room: timedelta, pace: Pace
) -> tuple[str, ...]:
    """Return those of *lines* that can be said within *room*, in their order.

    Args:
        lines: What is to be said, each with how easily it can be done without;
            what has zero is never left out.
        room: How long there is.
        pace: How fast the voice speaks.
    """
    kept = [(text, rank) for text, rank in lines if text]
    while speaking_time(" ".join(text for text, _rank in kept), pace) > room:
        least = max((rank for _text, rank in kept), default=0)
        if not least:
            break
        kept = [(text, rank) for text, rank in kept if rank < least]
    return tuple(text for text, _rank in kept)


def _sided(text: str, side: Side | None) -> str:
    if side is None:
        return text
    other = Side.LEFT if side is Side.RIGHT else Side.RIGHT
    said = text.replace("{side}", side.value).replace("{other}", other.value)
    return _START.sub(lambda first: first[0].upper(), said)
