"""What the coach remembers, while it changes.

The rules write it, event by event; `core.memory` is the same as a value, at
one moment, for whoever is outside.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta

from stretchbreak.core import sitting
from stretchbreak.core.day import Day
from stretchbreak.core.holds import AWAY, HOURS, PAUSED, SESSION, By, switched_on
from stretchbreak.core.memory import Memory
from stretchbreak.core.moment import Moment
from stretchbreak.core.pause import Pause
from stretchbreak.core.prompt import Prompt
from stretchbreak.core.reminder import NAMES, Marks
from stretchbreak.core.safety import Safety
from stretchbreak.core.whereabouts import Absent, InSession, Present, Sitting, seated_at
from stretchbreak.core.world import World


@dataclass(slots=True, kw_only=True)
class State:
    """What is remembered now; what each field means says `Memory`."""

    sitting: Sitting
    rested: timedelta
    marks: Marks
    prompt: Prompt | None
    pause: Pause | None
    closed: bool
    reached: Mapping[str, datetime]
    unanswered: Mapping[str, timedelta]
    safety: Safety
    resting: timedelta | None
    day: Day

    @classmethod
    def of(cls, memory: Memory) -> "State":
        """Return the state that goes on from *memory*."""
        return cls(**{each.name: getattr(memory, each.name) for each in fields(cls)})

    def memory(self, at: Moment) -> Memory:
        """Return what is remembered, true *at* this moment."""
        kept = {each.name: getattr(self, each.name) for each in fields(self)}
        return Memory(at=at, **kept)

    @property
    def counting(self) -> bool:
        """Whether reminders count at all at present."""
        return self.pause is None and not self.closed

    @property
    def present(self) -> bool:
        """Whether the user sits at the desk."""
        return isinstance(self.sitting.where, Present)

    @property
    def in_session(self) -> bool:
        """Whether a session runs."""
        return isinstance(self.sitting.where, InSession)

    def meter(self, now: timedelta) -> timedelta:
        """Return the seat meter."""
        return seated_at(self.sitting, now)

    def sitting_time(self, now: timedelta) -> timedelta:
        """Return the sitting time since the last rest; none where it is not counted."""
        if not self.counting:
            return timedelta()
        return max(self.meter(now) - self.rested, timedelta())

    def count_anew(self, meter: timedelta) -> None:
        """Let all counts be at zero from *meter*."""
        self.rested, self.marks = meter, dict.fromkeys(NAMES, meter)

    def await_input(self, now: timedelta) -> None:
        """Wait for the first real input; a session goes on."""
        if not self.in_session:
            # A rest would still end what is pending.
            nothing = self.prompt is None
            self.sitting = sitting.wait(self.sitting, now, rested=nothing)

    def withdraw(self) -> None:
        """Ask nothing any more; an appointment can still be answered."""
        asking, self.prompt = self.prompt, None
        if asking is not None and asking.appointment is not None:
            waiting = {asking.appointment: asking.deadline}
            self.unanswered = {**self.unanswered, **waiting}

    def take_over(self, wanted: Prompt) -> None:
        """Put *wanted* in the place of the prompt, for both."""
        reminder = self.prompt.reminder if self.prompt is not None else ""
        self.withdraw()
        self.prompt = replace(wanted, reminder=wanted.reminder or reminder)


def holding(state: State, world: World) -> frozenset[By]:
    """Return what holds the prompt of *state* back, as the world is."""
    asking, signals = state.prompt, world.signals
    kinds = signals & switched_on(world.settings) if signals else signals
    if isinstance(state.sitting.where, Absent):
        kinds |= AWAY
    if world.underway is not None:
        kinds |= SESSION
    if state.pause is not None:
        kinds |= PAUSED
    if state.closed and (asking is None or asking.appointment is None):
        kinds |= HOURS
    return kinds
