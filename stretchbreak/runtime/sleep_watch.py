"""Notices that the computer slept although nobody said so.

The steady clock goes on while the computer sleeps, another stands still; how
far they have come apart is how long it has slept altogether. What a desktop
announces is believed first; this is for those that announce nothing, and for
an announcement that is never taken back.
"""

from datetime import timedelta

from stretchbreak.core.events import Suspended, Woke
from stretchbreak.core.moment import Moment
from stretchbreak.runtime.ports.clock import Clock

LEAST = timedelta(seconds=5)
"""Less is no sleep that matters, or the clocks' own inaccuracy."""
STRAY = timedelta(seconds=60)
"""Who has been awake for so long since sleep was announced does not sleep."""


class SleepWatch:
    """Compares the clocks at each turn."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._slept = clock.asleep()
        self._looked = clock.now().steady
        self._announced: timedelta | None = None

    def suspended(self) -> None:
        """Take in that sleep was announced."""
        self._announced = self._awake(self._clock.now())

    def woke(self) -> None:
        """Take in that waking was announced."""
        self._announced = None
        self._slept = self._clock.asleep()

    def missed(self, now: Moment) -> tuple[Suspended | Woke, ...]:
        """Return what was not announced since the last look.

        How long it slept is known, when it fell asleep is not: it is taken to
        have just woken, so that it was awake for as long as it really was.
        """
        slept = self._clock.asleep() - self._slept
        self._slept += slept
        before, self._looked = self._looked, now.steady
        if self._announced is not None:
            if self._awake(now) - self._announced < STRAY:
                return ()
            self._announced = None
            return (Woke(now),)
        if slept < LEAST:
            return ()
        return (Suspended(now.later(max(now.steady - slept, before))), Woke(now))

    def next_look(self) -> timedelta | None:
        """Return when to look again, on the steady clock."""
        return None if self._announced is None else self._looked + STRAY

    def _awake(self, now: Moment) -> timedelta:
        return now.steady - self._clock.asleep()
