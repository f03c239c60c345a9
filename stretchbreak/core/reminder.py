"""The reminders: after how much sitting each asks, and for which routine.

Each counts from its own last reset, as a reading of the seat meter (see
`core.sitting`). A rest resets all; a finished session resets those whose own
routine is not longer; a skip resets those that were due.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from stretchbreak.core.settings import Settings

STRETCH = "stretch"


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


def reminders(settings: Settings) -> tuple[Reminder, ...]:
    """Return the reminders that *settings* ask for."""
    return (Reminder(name=STRETCH, after=settings.sitting_limit),)


def left(reminder: Reminder, marks: Marks, seated: timedelta) -> timedelta:
    """Return how much more sitting until *reminder* is due; zero when it is."""
    counted = seated - marks.get(reminder.name, timedelta())
    return max(reminder.after - counted, timedelta())


def due(
    rules: Iterable[Reminder], marks: Marks, seated: timedelta
) -> tuple[Reminder, ...]:
    """Return those of *rules* that are due when the seat meter says *seated*."""
    return tuple(rule for rule in rules if not left(rule, marks, seated))


def reset(marks: Marks, names: Iterable[str], seated: timedelta) -> Marks:
    """Return *marks* with *names* counting from *seated*."""
    return {**marks, **dict.fromkeys(names, seated)}


def not_above(marks: Marks, seated: timedelta) -> Marks:
    """Return *marks* with none above the seat meter.

    The meter goes back where sitting turns out to have been an absence; what
    was reset in between counts from the return.
    """
    return {name: min(mark, seated) for name, mark in marks.items()}
