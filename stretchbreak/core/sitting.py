"""How long the user has really been sitting.

    Present ---no sign of the user for away_after, lock, sleep---> Absent
       ^                                                             |
       +------------------- the first real input --------------------+

    Present, Absent ---session begins---> InSession ---it ends---> Absent

Each function makes a new value of the old one; what the values mean is in
`core.whereabouts`, and what an absence is in `core.absence`.
"""

from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from stretchbreak.core.absence import BLIP_QUIET, gone, lengthened, touched
from stretchbreak.core.whereabouts import (
    Absent,
    Bar,
    Burst,
    InSession,
    Present,
    Rules,
    Sitting,
    seated_at,
    waiting,
)

LATE = timedelta(seconds=10)
"""A look this much later than asked for is still taken for a timely one.

Only the latest input is known, so of a late look nobody can say whether the
user was there all the time; after longer than this the machine itself was
not, and the gap counts as an absence.
"""

_SECOND = timedelta(seconds=1)


def saw_input(
    sitting: Sitting,
    last: timedelta,
    rules: Rules,
    busy_for: timedelta = timedelta(),
) -> Sitting:
    """Return *sitting* when the last input was at *last*.

    Args:
        sitting: As it was before.
        last: When that was, on the steady clock.
        rules: What the settings say.
        busy_for: For how long before that the user is known to have been there.
    """
    match sitting.where:
        case Present() as here:
            if last <= here.last_input:
                return sitting
            sign = _sign(sitting, here, last, rules)
            if last - busy_for - sign <= rules.away_after + LATE:
                return sitting.at(here.seen(last))
            return saw_input(sitting.at(gone(here, sign)), last, rules)
        case Absent() as away:
            if sitting.bars or last <= away.deaf_until:
                return sitting
            after = touched(away, last)
            if isinstance(after, Absent):
                after = lengthened(after, last, rules)
            return sitting.at(after)
        case InSession():
            return sitting
        case unreachable:
            assert_never(unreachable)


def advance(sitting: Sitting, now: timedelta, rules: Rules) -> Sitting:
    """Return *sitting* as it stands at *now*, all input up to then being known."""
    where = sitting.where
    if isinstance(where, Present) and now >= away_at(
        sitting, where, rules, where.last_input
    ):
        where = gone(where, _sign(sitting, where, now, rules))
    if isinstance(where, Absent):
        if where.burst is not None and now - where.burst.last >= BLIP_QUIET:
            where = replace(where, burst=None)
        where = lengthened(where, now, rules)
        long = now - where.began >= rules.rest_after
        if long and not where.rested and where.burst is None:
            where = replace(where, rested=True)
    return sitting if where is sitting.where else sitting.at(where)


def next_wake(sitting: Sitting, now: timedelta, rules: Rules) -> timedelta | None:
    """Return when `advance` may next change something, on the steady clock.

    An idle counter is exact when asked late, so one look at the end of
    away_after is enough; only an open burst is watched second by second.
    """
    match sitting.where:
        case Present() as here:
            return away_at(sitting, here, rules, here.last_input)
        case Absent(burst=Burst()):
            return now + _SECOND
        case Absent() as away:
            if away.rested:
                return None
            rest = away.began + rules.rest_after
            sign = away.last_sign
            return rest if sign is None else min(rest, sign + rules.away_after)
        case InSession():
            return None
        case unreachable:
            assert_never(unreachable)


def bar(sitting: Sitting, kind: Bar, now: timedelta, rules: Rules) -> Sitting:
    """Return *sitting* when *kind* begins at *now*: an absence from this moment."""
    where = sitting.where
    if isinstance(where, Present):
        where = Absent(
            seated=seated_at(sitting, now),
            began=now,
            last_sign=_sign(sitting, where, now, rules),
            deaf_until=now,
        )
    elif isinstance(where, Absent):
        where = replace(where, burst=None, deaf_until=now)
    return replace(sitting, where=where, bars=sitting.bars | {kind})


def unbar(sitting: Sitting, kind: Bar, now: timedelta) -> Sitting:
    """Return *sitting* when *kind* ends at *now*, which is itself no input."""
    where = sitting.where
    if isinstance(where, Absent):
        where = replace(where, deaf_until=now)
    return replace(sitting, where=where, bars=sitting.bars - {kind})


def watch(sitting: Sitting, now: timedelta, rules: Rules, *, on: bool) -> Sitting:
    """Return *sitting* when another program begins or stops keeping the screen on."""
    where = sitting.where
    if isinstance(where, Present) and not on:
        where = replace(where, last_sign=_sign(sitting, where, now, rules))
    return replace(sitting, where=where, watching=on)


def relaunched(
    sitting: Sitting, stopped: timedelta, now: timedelta, rules: Rules
) -> Sitting:
    """Return *sitting* when the program starts *now*, having stopped earlier.

    The program not running is an absence from the moment it stopped, whether
    it had the time to say so or not.
    """
    if isinstance(sitting.where, InSession):
        sitting = wait(sitting, stopped)
    stood_still = bar(sitting, Bar.QUIT, stopped, rules)
    return replace(unbar(stood_still, Bar.QUIT, now), bars=frozenset(), watching=False)


def begin_session(sitting: Sitting, now: timedelta) -> Sitting:
    """Return *sitting* when a session begins, ending any absence."""
    return sitting.at(InSession(seated=seated_at(sitting, now)))


def wait(sitting: Sitting, now: timedelta, *, rested: bool = False) -> Sitting:
    """Return *sitting* waiting for the first real input after *now*."""
    return sitting.at(waiting(now, seated_at(sitting, now), rested=rested))


def _sign(sitting: Sitting, here: Present, now: timedelta, rules: Rules) -> timedelta:
    """Return the last sign of the user up to *now*; a running video is one."""
    if not sitting.watching:
        return here.last_sign
    return max(here.last_sign, min(now, here.last_input + rules.watching_limit))


def away_at(
    sitting: Sitting, here: Present, rules: Rules, last: timedelta
) -> timedelta:
    """Return when the user will count as away, if the last input is at *last*."""
    known = last <= here.last_input
    sign = here.last_sign if known else last
    if sitting.watching:
        last_input = here.last_input if known else last
        sign = max(sign, last_input + rules.watching_limit)
    return sign + rules.away_after
