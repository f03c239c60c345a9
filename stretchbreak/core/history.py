"""What was done, as far as the rules need to know it.

The store keeps every record; `History` is what the coach remembers of them:
when each stretch was last done and how many sessions there were today.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import Enum

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One run of a routine.

    Attributes:
        spent: Time spent in it, pauses not counted.
        stretches: Each stretch of it, in order, and how it went.
    """

    routine: str
    began: datetime
    ended: datetime
    result: Result
    spent: timedelta
    stretches: tuple[tuple[str, Outcome], ...]

    @property
    def stretched(self) -> bool:
        """Whether at least one stretch was done."""
        return any(outcome is Outcome.DONE for _id, outcome in self.stretches)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What the rules remember.

    Attributes:
        last_done: When each stretch was last done.
        stretched: When the latest finished stretch sessions ended.
        painful: Stretches that hurt; they are not chosen automatically.
    """

    last_done: Mapping[str, datetime] = field(default_factory=dict)
    stretched: tuple[datetime, ...] = ()
    painful: frozenset[str] = frozenset()


def remember(history: History, session: Session) -> History:
    """Return *history* with *session* taken in."""
    outcomes = dict(session.stretches)
    done = {s: session.ended for s, how in outcomes.items() if how is Outcome.DONE}
    hurt = {s for s, how in outcomes.items() if how is Outcome.HURT}
    counts = session.stretched and session.result is Result.DONE
    return replace(
        history,
        last_done={**history.last_done, **done},
        stretched=(*history.stretched, session.ended)[-_KEPT:]
        if counts
        else history.stretched,
        painful=history.painful | hurt,
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
