"""What the coach keeps over a restart of the program.

A running session does not go on: quitting ends it. All times are readings of the
steady clock, which the shell makes go on where it stopped.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from stretchbreak.core.day import Day
from stretchbreak.core.history import Session
from stretchbreak.core.moment import Moment
from stretchbreak.core.pause import Pause
from stretchbreak.core.prompt import Prompt
from stretchbreak.core.safety import Safety
from stretchbreak.core.whereabouts import Sitting, waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """The coach's state at one moment.

    Attributes:
        at: When it was true.
        sitting: Where the user is.
        rested: The seat meter's reading at the last rest or session.
        marks: Its reading at each reminder's last reset.
        prompt: What is due, if anything.
        pause: Set while reminders are switched off.
        closed: Whether it is outside the reminder hours.
        reached: Up to when each appointment has been dealt with.
        unanswered: Appointments no longer asked, and when each is missed, on
            the steady clock.
        safety: What was said on the safety page.
        resting: When the absence began that has become a rest; None before it
            does, and without an absence.
        day: What is known of today.
        unfinished: The record of the session that ran, as it stood then; only
            a program that was killed finds one at its next start.
    """

    at: Moment
    sitting: Sitting
    rested: timedelta = timedelta()
    marks: Mapping[str, timedelta] = field(default_factory=dict)
    prompt: Prompt | None = None
    pause: Pause | None = None
    closed: bool = False
    reached: Mapping[str, datetime] = field(default_factory=dict)
    unanswered: Mapping[str, timedelta] = field(default_factory=dict)
    safety: Safety = Safety.UNANSWERED
    resting: timedelta | None = None
    day: Day = field(default_factory=Day)
    unfinished: Session | None = None


def blank(at: Moment, safety: Safety = Safety.UNANSWERED) -> Memory:
    """Return the memory of a program that never ran before *at*.

    Input at *at* itself counts already.
    """
    before = at.steady - timedelta.resolution
    where = waiting(before, timedelta(), rested=True)
    return Memory(at=at, sitting=Sitting(where=where), safety=safety)
