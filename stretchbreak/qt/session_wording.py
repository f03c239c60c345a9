"""What a session says to the person on the mat.

Each phase has a title of one or two words, one line of what to do now in large
type, and often a quieter second line: mostly how to breathe.
"""

from datetime import timedelta
from typing import assert_never

from stretchbreak.core.plan import Phase
from stretchbreak.core.routine import TWIST, Kind, Place, Side, Stretch
from stretchbreak.core.view import SessionView
from stretchbreak.qt.wording import short, spoken

ADVICE_TITLE = "Let go now, and rest."
ADVICE = (
    "Stretching should never hurt: a mild pull is all you should feel. If the pain "
    "is sharp, runs down a leg or does not pass, leave stretching for now and ask "
    "a doctor or physiotherapist."
)

_TITLES = {
    Phase.WARM_UP: "Warm up",
    Phase.MOVE: "Move",
    Phase.GET_READY: "Get ready",
    Phase.HOLD: "Hold",
    Phase.PRESS: "Press",
    Phase.RELEASE: "Release",
    Phase.SWITCH: "Switch sides",
    Phase.REST: "Rest",
    Phase.FINISH: "Finish",
    Phase.RESUME: "Get ready",
    Phase.PAUSED: "Paused",
    Phase.HURT: "Stopped",
}
_MINUTE = timedelta(minutes=1)


def title(phase: Phase) -> str:
    """Return the name of *phase*, short enough to be read from afar."""
    return _TITLES[phase]


def what_to_do(view: SessionView) -> str:  # noqa: PLR0911 - one a phase
    """Return what to do now, in one line."""
    stretch = view.plan.steps[view.step]
    match view.phase:
        case Phase.WARM_UP | Phase.MOVE:
            return _sentence(stretch.cue) or "Walk or march, at an easy pace."
        case Phase.GET_READY | Phase.RESUME:
            return _sentence(stretch.set_up)
        case Phase.HOLD | Phase.PRESS:
            return _sentence(stretch.cue)
        case Phase.RELEASE:
            return "Let go, and let your back be soft."
        case Phase.SWITCH:
            return f"Let go slowly, then the other side: {_whose(view)}."
        case Phase.REST:
            return "Let go slowly, and let your body be soft."
        case Phase.FINISH:
            return "Roll to your side and push up slowly."
        case Phase.PAUSED:
            held = stretch.kind is not Kind.MOVE and not view.getting_up
            return f"{'Let go. ' if held else ''}Take your time. Space goes on."
        case Phase.HURT:
            return ADVICE_TITLE
        case unreachable:
            assert_never(unreachable)


def also(view: SessionView) -> str:  # noqa: PLR0911 - one a phase
    """Return the quieter second line; empty where there is nothing to add."""
    match view.phase:
        case Phase.WARM_UP | Phase.MOVE | Phase.REST:
            following = view.plan.steps[view.step + 1 : view.step + 2]
            return "".join(f"Next: {stretch.name}" for stretch in following)
        case Phase.GET_READY | Phase.SWITCH | Phase.RELEASE:
            return "Breathe in."
        case Phase.RESUME:
            return "Back into position, and breathe in."
        case Phase.HOLD:
            return "Breathe out slowly as you move in. No bouncing."
        case Phase.PRESS:
            return "Breathe out. Then breathe in, and let go."
        case Phase.FINISH:
            return "Stay there for a breath before you stand."
        case Phase.PAUSED:
            here = view.remaining
            left_here = spoken(here) if here >= 2 * _MINUTE else _seconds(here)
            return f"{left_here} left here. After 30 s of pause a hold starts over."
        case Phase.HURT:
            return ADVICE
        case unreachable:
            assert_never(unreachable)


def without(view: SessionView) -> str:
    """Return what comes when the present stretch is left out."""
    after = view.plan.steps[view.step + 1 :]
    return f"Go on with: {after[0].name}" if after else "Go on to the end."


def side_word(side: Side) -> str:
    """Return *side* in capitals, to be read from afar."""
    match side:
        case Side.LEFT:
            return "LEFT"
        case Side.RIGHT:
            return "RIGHT"
        case unreachable:
            assert_never(unreachable)


def side_words(stretch: Stretch, side: Side) -> tuple[str, str, str]:
    """Return the side word and what it speaks of, before it or after it."""
    word = side_word(side)
    if stretch.id == TWIST:
        return "knees", word, ""
    if "twist" in stretch.id:
        return "turn", word, ""
    return "", word, "leg"


def heading(view: SessionView) -> str:
    """Return the name of what is done, with the repetition where there are some.

    In a rest nothing is done: the stretch before is over, the next is yet to come.
    """
    if view.getting_up:
        return "Getting up"
    if view.phase is Phase.REST:
        return title(Phase.REST)
    stretch = view.plan.steps[view.step]
    times = repetition(view)
    return f"{stretch.name}, {times}" if times else stretch.name


def steps_done(view: SessionView) -> int:
    """Return how many steps are over: all of them once only getting up is left."""
    return len(view.plan.steps) if view.getting_up else view.step


def step_of(view: SessionView) -> str:
    """Return where the session stands: "Step 2 of 6"."""
    if view.getting_up:
        return "All steps done"
    return f"Step {view.step + 1} of {len(view.plan.steps)}"


def repetition(view: SessionView) -> str:
    """Return the repetition, "3 of 8"; empty where there are none."""
    stretch = view.plan.steps[view.step]
    if not view.rep or stretch.reps is None:
        return ""
    return f"{view.rep} of {stretch.reps.count}"


def left(duration: timedelta) -> str:
    """Return what is left of the session, in whole minutes until the last."""
    if duration <= _MINUTE:
        return "Less than a minute left"
    return f"{short(-(duration // -_MINUTE) * _MINUTE)} left"


def countdown(phase: Phase, remaining: timedelta) -> str:
    """Return the countdown in words, for those who hear the window."""
    return f"{title(phase)}, {_seconds(remaining)} left"


def _whose(view: SessionView) -> str:
    stretch = view.plan.steps[view.step]
    side = (view.side or Side.RIGHT).value
    if stretch.id == TWIST:
        return f"knees to the {side}"
    if stretch.place is Place.CHAIR and "twist" in stretch.id:
        return f"turn to the {side}"
    return f"your {side} leg"


def _seconds(duration: timedelta) -> str:
    seconds = max(0, -(duration // timedelta(seconds=-1)))
    return f"{seconds} second{'' if seconds == 1 else 's'}"


def _sentence(text: str) -> str:
    """Return *text* with a full stop, if it has none."""
    return text if not text or text[-1] in ".!?" else f"{text}."
