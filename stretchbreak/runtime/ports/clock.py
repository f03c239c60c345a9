"""What time it is."""

from datetime import timedelta
from typing import Protocol

from stretchbreak.core.moment import Moment


class Clock(Protocol):
    """Tells the time, and how long to wait for another."""

    def now(self) -> Moment:
        """Return the present moment."""
        ...

    def until(self, at: timedelta) -> timedelta:
        """Return how long a timer must run to end at *at*; never negative."""
        ...

    def asleep(self) -> timedelta:
        """Return how long the machine has slept, since an arbitrary start."""
        ...

    def lasted(self, measured: timedelta) -> timedelta:
        """Return how long *measured*, a time the machine measured, is on this clock."""
        ...
