"""How long the user has really been sitting.

    Present ---no sign of the user for away_after, lock, sleep---> Absent
       ^                                                             |
       +------------------- the first real input --------------------+

    Present, Absent ---session begins---> InSession ---it ends---> Absent

Time is kept on a seat meter that never starts anew: `seated_at` reads it, and
whoever counts from a rest or a reset keeps the reading it began at. The meter
goes back by itself where a gap in input turns out to be an absence, because
an absence is one from its first second.

A blip, such as a bumped desk, does not end an absence: the first input after
one only opens a burst, and the burst decides.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum
from typing import Protocol, assert_never

from stretchbreak.core.moment import earliest
from stretchbreak.core.settings import Settings

BLIP = timedelta(seconds=2)
"""Input for no longer than this may be a blip."""
BLIP_QUIET = timedelta(seconds=10)
"""It is one if no input follows for this long."""

LATE = timedelta(seconds=10)
"""A look this much later than asked for is still taken for a timely one.

Only the latest input is known, so of a late look nobody can say whether the
user was there all the time; after longer than this the machine itself was
not, and the gap counts as an absence.
"""


_SECOND = timedelta(seconds=1)
_NONE = timedelta()


class Foresight(Protocol):
    """Knows the input to come, which comes once a second while there is any."""

    def busy_until(self, pause: timedelta) -> timedelta:
        """Return until when input comes without a pause longer than *pause*.

        That is the last input, where it has come to an end.
        """
        ...

    def next_input(self) -> timedelta | None:
        """Return when the next input comes, or None if none does."""
        ...


class Bar(Enum):
    """What makes input count for nothing while it lasts."""

    LOCK = "lock"
    SLEEP = "sleep"
    QUIT = "quit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the settings say about being away.

    Attributes:
        away_after: No sign of the user for this long is an absence.
        rest_after: An absence of this length is a rest.
        watching_limit: A video stands for the user for this long.
    """

    away_after: timedelta
    rest_after: timedelta
    watching_limit: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """The user sits at the desk.

    Attributes:
        seated: The seat meter at `since`.
        since: When this stretch of sitting began, on the steady clock.
        last_input: The last input.
        last_sign: The last sign of the user: input, or the end of a video.
    """

    seated: timedelta
    since: timedelta
    last_input: timedelta
    last_sign: timedelta

    def seen(self, last: timedelta) -> "Present":
        """Return the same after an input at *last*."""
        return Present(
            seated=self.seated, since=self.since, last_input=last, last_sign=last
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """Input during an absence, of which it is not known yet if it is a blip."""

    first: timedelta
    last: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """The user is away.

    Attributes:
        seated: The seat meter, standing still.
        began: When the absence began, on the steady clock.
        last_sign: The last sign of the user, where the absence began later,
            with a lock; once away_after has passed since, it began there.
        deaf_until: Input up to then is older than the absence.
        burst: Input of which it is not known yet if it ends the absence.
        rested: Whether the absence has become a rest.
    """

    seated: timedelta
    began: timedelta
    last_sign: timedelta | None = None
    deaf_until: timedelta
    burst: Burst | None = None
    rested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InSession:
    """A session runs: neither sitting nor absence."""

    seated: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """The user's whereabouts at one instant; a change makes a new one.

    Attributes:
        where: At the desk, away, or in a session.
        bars: What keeps input from counting.
        watching: Whether another program keeps the screen awake.
    """

    where: Present | Absent | InSession
    bars: frozenset[Bar] = frozenset()
    watching: bool = False

    def at(self, where: Present | Absent | InSession) -> "Sitting":
        """Return the same with the user *where*."""
        return Sitting(where=where, bars=self.bars, watching=self.watching)


def away_rules(settings: Settings) -> Rules:
    """Return what *settings* say about being away."""
    return Rules(
        away_after=settings.away_after,
        rest_after=settings.rest_after,
        watching_limit=settings.watching_limit,
    )


def waiting(at: timedelta, seated: timedelta, *, rested: bool = False) -> Absent:
    """Return the state of waiting for the first real input after *at*.

    Args:
        at: Now, on the steady clock.
        seated: The seat meter.
        rested: Whether there is nothing left for a rest to end.
    """
    return Absent(seated=seated, began=at, deaf_until=at, rested=rested)


def seated_at(sitting: Sitting, now: timedelta) -> timedelta:
    """Return the seat meter at *now*."""
    where = sitting.where
    if isinstance(where, Present):
        return where.seated + max(now - where.since, _NONE)
    return where.seated


def away(sitting: Sitting) -> bool:
    """Return whether the user is away."""
    return isinstance(sitting.where, Absent)


def awaits_input(sitting: Sitting) -> bool:
    """Return whether the very next input changes something."""
    return isinstance(sitting.where, Absent) and not sitting.bars


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
            gone = sitting.at(_gone(here, sign))
            return saw_input(gone, last, rules)
        case Absent() as gone_:
            if sitting.bars or last <= gone_.deaf_until:
                return sitting
            after = _burst(gone_, last)
            if isinstance(after, Absent):
                after = _lengthened(after, last, rules)
            return sitting.at(after)
        case InSession():
            return sitting
        case unreachable:
            assert_never(unreachable)


def advance(sitting: Sitting, now: timedelta, rules: Rules) -> Sitting:
    """Return *sitting* as it stands at *now*, all input up to then being known."""
    where = sitting.where
    if isinstance(where, Present) and now >= _away_at(sitting, where, rules):
        where = _gone(where, _sign(sitting, where, now, rules))
    if isinstance(where, Absent):
        if where.burst is not None and now - where.burst.last >= BLIP_QUIET:
            where = replace(where, burst=None)
        where = _lengthened(where, now, rules)
        if where.burst is None and now - where.began >= rules.rest_after:
            where = replace(where, rested=True)
    return sitting if where is sitting.where else sitting.at(where)


def next_wake(sitting: Sitting, now: timedelta, rules: Rules) -> timedelta | None:
    """Return when `advance` may next change something, on the steady clock.

    An idle counter is exact when asked late, so one look at the end of
    away_after is enough; only an open burst is watched second by second.
    """
    match sitting.where:
        case Present() as here:
            return _away_at(sitting, here, rules)
        case Absent(burst=Burst()):
            return now + _SECOND
        case Absent() as gone:
            if gone.rested:
                return None
            rest = gone.began + rules.rest_after
            sign = gone.last_sign
            return rest if sign is None else min(rest, sign + rules.away_after)
        case InSession():
            return None
        case unreachable:
            assert_never(unreachable)


def foreseen_wake(
    sitting: Sitting, now: timedelta, rules: Rules, foresight: Foresight
) -> timedelta | None:
    """Return the same where the input to come is known, looks for it included."""
    match sitting.where:
        case Present() as here:
            last = foresight.busy_until(rules.away_after)
            later = here.seen(last) if last > here.last_input else here
            return _away_at(sitting, later, rules)
        case Absent(burst=Burst() as burst):
            until = foresight.busy_until(_SECOND)
            if until - burst.first > BLIP:
                return burst.first + BLIP + _SECOND
            if until > burst.last:
                return until
            return earliest((burst.last + BLIP_QUIET, foresight.next_input()))
        case Absent() | InSession():
            wake = next_wake(sitting, now, rules)
            waits = awaits_input(sitting)
            return earliest((wake, foresight.next_input())) if waits else wake
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


def rest_since(before: Sitting, after: Sitting, rules: Rules) -> timedelta | None:
    """Return when the rest began that became one between the two, or None.

    An absence becomes a rest with time, or, when the input that ended it was
    not certain at once, at the moment it becomes certain.
    """
    was, now = before.where, after.where
    known = isinstance(was, Absent) and was.rested
    if isinstance(now, Absent) and now.rested and not known:
        return now.began
    if isinstance(was, Absent) and isinstance(now, Present) and not known:
        return was.began if now.since - was.began >= rules.rest_after else None
    return None


def relaunched(
    sitting: Sitting, stopped: timedelta, now: timedelta, rules: Rules
) -> Sitting:
    """Return *sitting* when the program starts *now*, having stopped earlier.

    The program not running is an absence from the moment it stopped, whether
    it had the time to say so or not.
    """
    if isinstance(sitting.where, InSession):
        sitting = wait(sitting, stopped)
    gone = bar(sitting, Bar.QUIT, stopped, rules)
    return replace(unbar(gone, Bar.QUIT, now), bars=frozenset(), watching=False)


def begin_session(sitting: Sitting, now: timedelta) -> Sitting:
    """Return *sitting* when a session begins, ending any absence."""
    return sitting.at(InSession(seated=seated_at(sitting, now)))


def wait(sitting: Sitting, now: timedelta, *, rested: bool = False) -> Sitting:
    """Return *sitting* waiting for the first real input after *now*."""
    fresh = waiting(now, seated_at(sitting, now), rested=rested)
    return sitting.at(fresh)


def _sign(sitting: Sitting, here: Present, now: timedelta, rules: Rules) -> timedelta:
    """Return the last sign of the user up to *now*; a running video is one."""
    if not sitting.watching:
        return here.last_sign
    return max(here.last_sign, min(now, here.last_input + rules.watching_limit))


def _away_at(sitting: Sitting, here: Present, rules: Rules) -> timedelta:
    """Return when the user will count as away, should no sign come."""
    sign = here.last_sign
    if sitting.watching:
        sign = max(sign, here.last_input + rules.watching_limit)
    return sign + rules.away_after


def _gone(here: Present, sign: timedelta) -> Absent:
    """Return the absence that began with the last sign of the user."""
    seated = here.seated + (sign - here.since)
    return Absent(seated=seated, began=sign, deaf_until=sign)


def _lengthened(gone: Absent, now: timedelta, rules: Rules) -> Absent:
    """Return *gone*, begun at the last sign once that is away_after ago.

    A burst that may end it is no part of it, and a gap of just away_after still
    counts as sitting. A rest has ended that sitting, so nothing is taken from it.
    """
    if gone.last_sign is None or gone.rested:
        return gone
    gap = (now if gone.burst is None else gone.burst.first) - gone.last_sign
    if gap < rules.away_after or (gone.burst is not None and gap == rules.away_after):
        return gone
    back = gone.began - gone.last_sign
    return replace(
        gone, seated=gone.seated - back, began=gone.last_sign, last_sign=None
    )


def _burst(gone: Absent, last: timedelta) -> Absent | Present:
    """Return what *gone* becomes by an input at *last*."""
    burst = gone.burst
    if burst is None or last - burst.last >= BLIP_QUIET:
        return replace(gone, burst=Burst(first=last, last=last))
    if last - burst.first <= BLIP:
        return replace(gone, burst=replace(burst, last=last))
    return Present(
        seated=gone.seated, since=burst.first, last_input=last, last_sign=last
    )
