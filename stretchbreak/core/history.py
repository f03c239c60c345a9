"""What was done, as far as the rules need to know it.

The store keeps every record; `History` is what the coach remembers of them:
when each stretch was last done, how many sessions there were today, what hurt
and how the back felt.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import Enum
from typing import assert_never

from stretchbreak.core.feeling import (
    Feeling,
    Felt,
    FoundFine,
    FoundPainful,
    Remark,
    TurnedOn,
)
from stretchbreak.core.moment import elapsed
from stretchbreak.core.pause import DAY_BEGINS

_KEPT = 50
"""Finished stretch sessions remembered; more than anybody does in a week."""


class Result(Enum):
    """How a session ended."""

    DONE = "done"
    PARTIAL = "partial"


class Outcome(Enum):
    """How one stretch of a session went."""

    DONE = "done"
    SKIPPED = "skipped"
    HURT = "hurt"


@dataclass(frozen=True, slots=True)
class Stretched:
    """One stretch of a session.

    Attributes:
        stretch: Its id.
        outcome: How it went.
        held: How long it was held on each side, the left one first; one
            length only where there are no sides.
    """

    stretch: str
    outcome: Outcome
    held: tuple[timedelta, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One run of a routine.

    Attributes:
        planned: How long it would have taken.
        spent: Time spent in it, pauses not counted.
        stretches: Each stretch of it, in order, and how it went.
    """

    routine: str
    began: datetime
    ended: datetime
    result: Result
    planned: timedelta
    spent: timedelta
    stretches: tuple[Stretched, ...]

    @property
    def stretched(self) -> bool:
        """Whether at least one stretch was done."""
        return any(each.outcome is Outcome.DONE for each in self.stretches)

    def those(self, outcome: Outcome) -> frozenset[str]:
        """The ids of the stretches that went so."""
        return frozenset(s.stretch for s in self.stretches if s.outcome is outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What the rules remember.

    Attributes:
        last_done: When each stretch was last done.
        stretched: When the latest finished stretch sessions ended.
        painful: Stretches that hurt; they are not chosen automatically.
        felt: How the back felt, since it last felt better.
        walk_next: It felt worse after the last session; the next is a walk.
    """

    last_done: Mapping[str, datetime] = field(default_factory=dict)
    stretched: tuple[datetime, ...] = ()
    painful: frozenset[str] = frozenset()
    felt: tuple[Felt, ...] = ()
    walk_next: bool = False


def remember(history: History, record: Session | Remark) -> History:
    """Return *history* with *record* taken in; records come in order."""
    match record:
        case Session():
            return _done(history, record)
        case Felt(feeling=Feeling.BETTER):
            return replace(history, felt=(), walk_next=False)
        case Felt(feeling=feeling):
            worse = feeling is Feeling.WORSE
            return replace(history, felt=(*history.felt, record), walk_next=worse)
        case FoundPainful(stretch=stretch):
            return replace(history, painful=history.painful | {stretch})
        case FoundFine(stretch=stretch):
            return replace(history, painful=history.painful - {stretch})
        case TurnedOn():
            return replace(history, felt=(), walk_next=False)
        case unreachable:
            assert_never(unreachable)


def _done(history: History, session: Session) -> History:
    done = dict.fromkeys(session.those(Outcome.DONE), session.ended)
    counts = session.stretched and session.result is Result.DONE
    return replace(
        history,
        last_done={**history.last_done, **done},
        stretched=(*history.stretched, session.ended)[-_KEPT:]
        if counts
        else history.stretched,
        painful=history.painful | session.those(Outcome.HURT),
        walk_next=history.walk_next and session.result is not Result.DONE,
    )


def sessions_today(history: History, now: datetime) -> int:
    """Return how many stretch sessions were finished since the day began."""
    return _since(history, _day(now), now)


def sessions_this_week(history: History, now: datetime) -> int:
    """Return how many stretch sessions were finished since Monday began."""
    day = _day(now)
    return _since(history, day - timedelta(days=day.weekday()), now)


def _day(now: datetime) -> date:
    """Return the day that *now* belongs to; the small hours to the one before."""
    day = now.date()
    return day if now.time() >= DAY_BEGINS else day - timedelta(days=1)


def _since(history: History, day: date, now: datetime) -> int:
    began = datetime.combine(day, DAY_BEGINS, now.tzinfo)
    return sum(elapsed(began, ended) >= timedelta() for ended in history.stretched)
