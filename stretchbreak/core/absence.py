"""An absence: how it begins, what input does to it, and when it was a rest.

A blip, such as a bumped desk, does not end an absence: the first input after
one only opens a burst, and the burst decides.
"""

from dataclasses import replace
from datetime import timedelta

from stretchbreak.core.whereabouts import Absent, Burst, Present, Rules, Sitting

BLIP = timedelta(seconds=2)
"""Input for no longer than this may be a blip."""
BLIP_QUIET = timedelta(seconds=10)
"""It is one if no input follows for this long."""


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


def gone(here: Present, sign: timedelta) -> Absent:
    """Return the absence that began with the last sign of the user."""
    seated = here.seated + (sign - here.since)
    return Absent(seated=seated, began=sign, deaf_until=sign)


def lengthened(away: Absent, now: timedelta, rules: Rules) -> Absent:
    """Return *away*, begun at the last sign once that is away_after ago.

    A burst that may end it is no part of it, and a gap of just away_after still
    counts as sitting. A rest has ended that sitting, so nothing is taken from it.
    """
    if away.last_sign is None or away.rested:
        return away
    gap = (now if away.burst is None else away.burst.first) - away.last_sign
    if gap < rules.away_after or (away.burst is not None and gap == rules.away_after):
        return away
    back = away.began - away.last_sign
    return replace(
        away, seated=away.seated - back, began=away.last_sign, last_sign=None
    )


def touched(away: Absent, last: timedelta) -> Absent | Present:
    """Return what *away* becomes by an input at *last*."""
    burst = away.burst
    if burst is None or last - burst.last >= BLIP_QUIET:
        return replace(away, burst=Burst(first=last, last=last))
    if last - burst.first <= BLIP:
        return replace(away, burst=replace(burst, last=last))
    return Present(
        seated=away.seated, since=burst.first, last_input=last, last_sign=last
    )
