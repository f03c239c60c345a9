"""When to look at the user, where the input to come is known.

That is so on a day that did not happen, and nowhere else.
"""

from datetime import timedelta
from typing import Protocol, assert_never

from stretchbreak.core.absence import BLIP, BLIP_QUIET
from stretchbreak.core.moment import earliest
from stretchbreak.core.sitting import away_at, next_wake
from stretchbreak.core.whereabouts import (
    Absent,
    Burst,
    InSession,
    Present,
    Rules,
    Sitting,
    awaits_input,
)

_SECOND = timedelta(seconds=1)


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


def foreseen_wake(
    sitting: Sitting, now: timedelta, rules: Rules, foresight: Foresight
) -> timedelta | None:
    """Return when to look next, on the steady clock, looks for input included."""
    match sitting.where:
        case Present() as here:
            last = foresight.busy_until(rules.away_after)
            return away_at(sitting, here, rules, last)
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
