"""The whole program on a hurried clock; all else about it is real.

Run as a program: `python -m tests.support.hurried_app SPEED [VERB ...]`. Only
the clock port is another: for it, a second of the machine is SPEED seconds.
"""

import sys
from datetime import timedelta

from stretchbreak.app import run
from stretchbreak.core.moment import Moment, add
from stretchbreak.runtime.remote import Open
from stretchbreak.runtime.system_clock import SystemClock


class HurriedClock:
    """The machine's clocks, going faster from the moment they are made."""

    def __init__(self, goes_on_from: timedelta, speed: float) -> None:
        self._real = SystemClock(goes_on_from)
        self._began = self._real.now()
        self._speed = speed

    def now(self) -> Moment:
        passed = (self._real.now().steady - self._began.steady) * self._speed
        return Moment(self._began.steady + passed, add(self._began.local, passed))

    def until(self, at: timedelta) -> timedelta:
        return max(at - self.now().steady, timedelta()) / self._speed

    def asleep(self) -> timedelta:
        return self._real.asleep() * self._speed

    def lasted(self, measured: timedelta) -> timedelta:
        return measured * self._speed


if __name__ == "__main__":
    speed = float(sys.argv[1])
    sys.exit(run(Open(), lambda goes_on: HurriedClock(goes_on, speed)))
