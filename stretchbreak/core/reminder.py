"""The reminders: after how much sitting each asks, and for which routine.

Each counts from its own last reset, as a reading of the seat meter (see
`core.sitting`). A rest resets all; a finished session resets those whose own
routine is not longer; a skip resets those that were due.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import compress

from stretchbreak.core.settings import Settings

STRETCH = "stretch"
STAND_UP = "stand_up"
NAMES = (STRETCH, STAND_UP)
STAND_ROUTINE = "stand"
_NONE = timedelta()
MERGE = timedelta(minutes=2)
"""Two that fall due within this are one: the one with the longer routine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A rule: after this much sitting, offer a break.

    Attributes:
        name: What it is called in the timeline.
        after: The sitting time after which it falls due.
        routine: The routine it offers; None leaves it to `core.choice`.
    """

    name: str
    after: timedelta
    routine: str | None = None


Marks = Mapping[str, timedelta]
"""The seat meter's reading at each reminder's last reset."""


def every(settings: Settings) -> tuple[Reminder, ...]:
    """Return all reminders, switched on or not, the longest routine first."""
    return _every(settings.sitting_limit, settings.stand_up_after)


def reminders(settings: Settings) -> tuple[Reminder, ...]:
    """Return the reminders that *settings* ask for, the longest routine first."""
    wanted = (settings.stretch, settings.stand_up)
    return tuple(compress(every(settings), wanted))


def left(reminder: Reminder, marks: Marks, seated: timedelta) -> timedelta:
    """Return how much more sitting until *reminder* is due; zero when it is."""
    counted = seated - marks.get(reminder.name, _NONE)
    return max(reminder.after - counted, _NONE)


def wait(
    rules: Sequence[Reminder], index: int, marks: Marks, seated: timedelta
) -> timedelta:
    """Return how much more sitting until the rule at *index* may ask.

    Args:
        rules: All of them, the longest routine first.
        index: Which one; it waits for a longer one that is due soon after.
        marks: What they count from.
        seated: The seat meter.
    """
    own = left(rules[index], marks, seated)
    for rule in rules[:index]:
        longer = left(rule, marks, seated)
        if own < longer <= own + MERGE:
            return longer
    return own


def ready(
    rules: Sequence[Reminder], marks: Marks, seated: timedelta
) -> Reminder | None:
    """Return the rule of *rules* that asks now, or None.

    Args:
        rules: All of them, the longest routine first.
        marks: What they count from.
        seated: The seat meter.
    """
    for index, rule in enumerate(rules):
        if not wait(rules, index, marks, seated):
            return rule
    return None


def about_due(
    rules: Iterable[Reminder], marks: Marks, seated: timedelta
) -> tuple[Reminder, ...]:
    """Return those of *rules* that are due, or near enough to be one with it."""
    return tuple(rule for rule in rules if left(rule, marks, seated) <= MERGE)


def reset(marks: Marks, names: Iterable[str], seated: timedelta) -> Marks:
    """Return *marks* with *names* counting from *seated*."""
    return {**marks, **dict.fromkeys(names, seated)}


def not_above(marks: Marks, seated: timedelta) -> Marks:
    """Return *marks* with none above the seat meter.

    The meter goes back where sitting turns out to have been an absence; what
    was reset in between counts from the return.
    """
    if max(marks.values(), default=seated) <= seated:
        return marks
    return {name: min(mark, seated) for name, mark in marks.items()}


@lru_cache
def _every(sitting_limit: timedelta, stand_up_after: timedelta) -> tuple[Reminder, ...]:
    stand_up = Reminder(name=STAND_UP, after=stand_up_after, routine=STAND_ROUTINE)
    return Reminder(name=STRETCH, after=sitting_limit), stand_up
