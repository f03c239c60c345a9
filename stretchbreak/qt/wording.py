"""Values put into plain words, for all windows.

Functions only: the same value always reads the same. What is said while a
session runs is in `stretchbreak.qt.session_wording`.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import assert_never

from stretchbreak.core.effects import Notice
from stretchbreak.core.plan import Phase, Plan
from stretchbreak.core.routine import Stretch
from stretchbreak.core.view import PromptView

_MINUTE = timedelta(minutes=1)
WORSE = (
    "Your back feels worse after stretching. Leave it alone for now; the next break "
    "is a walk. Stop and ask a doctor or physiotherapist if the pain is sharp, runs "
    "into a leg, stays or gets worse. The safety notes say when help is needed at once."
)
SEE_SOMEBODY = (
    "Please see a doctor or physiotherapist before you stretch again: your back has "
    "felt worse twice running, or has not felt better for three weeks. Until you turn "
    "stretches on again in the safety notes, Stretchbreak only offers walking."
)
"""After the source: stop and seek advice where pain persists or worsens."""
_WORK = {Phase.WARM_UP, Phase.MOVE, Phase.HOLD, Phase.PRESS}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")


def spoken(duration: timedelta) -> str:
    """Return *duration* in full words: "45 minutes", "1 hour 20 minutes"."""
    if duration < _MINUTE:
        return "less than a minute"
    hours, minutes = divmod(round(duration / _MINUTE), 60)
    parts = (_counted(hours, "hour"), _counted(minutes, "minute"))
    return " ".join(part for part in parts if part)


def short(duration: timedelta) -> str:
    """Return *duration* where room is scarce: "30 s", "8 min", "1 h 20 min"."""
    seconds = round(duration.total_seconds())
    if seconds < 60:  # noqa: PLR2004 - a minute
        return f"{seconds} s"
    hours, minutes = divmod(round(duration / _MINUTE), 60)
    parts = (f"{hours} h" if hours else "", f"{minutes} min" if minutes else "")
    return " ".join(part for part in parts if part)


def clock(duration: timedelta) -> str:
    """Return *duration* as a counter shows it: "42", or "4:05" above 99 seconds.

    It rounds up, so that zero is only shown when nothing is left.
    """
    seconds = max(0, -(duration // timedelta(seconds=-1)))
    if seconds <= 99:  # noqa: PLR2004 - what two digits can show
        return str(seconds)
    return f"{seconds // 60}:{seconds % 60:02}"


def question(prompt: PromptView) -> str:
    """Return in one line why the prompt came."""
    if prompt.sitting < _MINUTE:
        return "It is time for a break."
    return f"You have been sitting for {spoken(prompt.sitting)}."


def offer(plan: Plan) -> str:
    """Return in one line what Start begins, and how long it takes."""
    count = len(plan.stretches)
    if not count:
        what = _movement(plan.steps)
    elif plan.warm_up:
        walk = f"{_warm_up_verb(plan.steps[0])} {short(plan.warm_up)}"
        what = f"{walk}, then {stretches(count)}"
    else:
        what = stretches(count).capitalize()
    return f"{what}: {short(plan.total)}"


def dose(plan: Plan, index: int) -> str:
    """Return how long, how often and on which sides the step at *index* is done."""
    work = [s for s in plan.segments if s.step == index and s.phase in _WORK]
    length = short(work[0].length)
    sides = dict.fromkeys(s.side.value for s in work if s.side is not None)
    where = " and ".join(sides) + (" only" if len(sides) == 1 else "")
    match work[0].phase:
        case Phase.WARM_UP:
            what = f"{length}, to warm up"
        case Phase.HOLD:
            what = f"Hold {length}"
        case Phase.PRESS:
            what = f"Press {length}, {_times(work[-1].rep)}"
        case _:
            what = length
    return f"{what}, {where}" if where else what


def _counted(count: int, unit: str) -> str:
    if not count:
        return ""
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def stretches(count: int) -> str:
    """Return how many stretches: "two stretches"."""
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{number} stretch" if count == 1 else f"{number} stretches"


def _movement(steps: Sequence[Stretch]) -> str:
    marching = steps and all("march" in step.id for step in steps)
    return "March in place" if marching else "Stand and walk"


def _warm_up_verb(stretch: Stretch) -> str:
    return "March" if "march" in stretch.id else "Walk"


def notice(what: Notice) -> str:
    """Return *what* in words."""
    match what:
        case Notice.PAUSE_OVER:
            return "The pause is over. Reminders are on again."
        case Notice.HELD_LONG:
            return "A reminder has been waiting for a long time. Time to move a little?"
        case Notice.WORSE:
            return WORSE
        case Notice.SEE_SOMEBODY:
            return SEE_SOMEBODY
        case unreachable:
            assert_never(unreachable)
