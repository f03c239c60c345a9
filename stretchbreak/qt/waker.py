"""Wakes the engine: the only owner of a timer and the only user of APScheduler.

APScheduler keeps the list of what is to happen when; one QTimer, never armed
for longer than a minute, looks at that list in Qt's own thread:

    wake_in -> [job list] -> timer -> look -> wake -> wake_in ...

A job here only notes that it ran. `wake` is called after APScheduler has put
its list in order, because a job that arms itself anew from the inside would
be taken off the list afterwards.

Run dates are on the wall clock, which people set and which goes on while the
computer sleeps. So each look also compares it with the steady clock, and wakes
the engine, which knows better, when the two have come apart.
"""

import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from apscheduler.executors.debug import DebugExecutor
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.triggers.date import DateTrigger
from PySide6.QtCore import QObject, Qt, QTimer

LONGEST = timedelta(seconds=60)
"""The longest the timer is ever armed for: what a jump of the clock may cost."""
DRIFT = timedelta(seconds=1)
"""Clocks further apart than this mean a clock was set or the computer slept."""

_MILLISECOND = timedelta(milliseconds=1)
_NEXT_WAKE = "next wake"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Both clocks, read at once.

    Attributes:
        wall: The wall clock, in UTC.
        steady: The clock that nobody can set.
    """

    wall: datetime
    steady: timedelta


def drifted(before: Reading, after: Reading) -> bool:
    """Return whether the wall clock jumped between two readings."""
    walked = after.wall - before.wall
    return abs(walked - (after.steady - before.steady)) > DRIFT


def _read() -> Reading:
    return Reading(wall=datetime.now(UTC), steady=timedelta(seconds=time.monotonic()))


class _Scheduler(BaseScheduler):  # type: ignore[misc] # APScheduler ships no types
    """APScheduler without threads and without timers of its own.

    Its own QtScheduler starts a new timer at each change and stops none.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        logging.getLogger("apscheduler").setLevel(logging.WARNING)  # not each job
        super().__init__(
            timezone=UTC,
            executors={"default": DebugExecutor()},
            job_defaults={"misfire_grace_time": None, "coalesce": True},
        )

    def wakeup(self) -> None:
        """Tell the owner that the list of jobs has changed."""
        self._changed()

    def shutdown(self, wait: Any = True) -> None:  # noqa: FBT002 - APScheduler's own
        """Forget every job."""
        super().shutdown(wait)

    def run_due(self) -> None:
        """Run what is due, each job once however late it is."""
        self._process_jobs()

    def next_run(self) -> datetime | None:
        """Return when the next job is to run."""
        return min((job.next_run_time for job in self.get_jobs()), default=None)


class Waker(QObject):
    """Calls `wake` when its time has come, in the Qt thread."""

    def __init__(self, wake: Callable[[], None], parent: QObject | None = None) -> None:
        """Get ready; nothing is called before `wake_in`.

        Args:
            wake: Called at each wake-up; it usually ends with `wake_in`.
            parent: The owner, as Qt understands it.
        """
        super().__init__(parent)
        self._wake = wake
        self._due = False
        self._armed = _read()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._scheduler = _Scheduler(self._arm)
        self._scheduler.start()

    def wake_in(self, delay: timedelta | None) -> None:
        """Wake once, after *delay*, instead of whenever was said before.

        Args:
            delay: From now; past delays wake as soon as possible. None means
                not at all.
        """
        if not self._scheduler.running:
            return
        job = self._scheduler.get_job(_NEXT_WAKE)
        if delay is None:
            if job is not None:
                job.remove()
            self._arm()
        elif job is not None:
            job.modify(next_run_time=datetime.now(UTC) + delay)
        else:
            trigger = DateTrigger(datetime.now(UTC) + delay, UTC)
            self._scheduler.add_job(self._note_due, trigger, id=_NEXT_WAKE)

    def stop(self) -> None:
        """Forget everything. Nothing is called afterwards."""
        if self._scheduler.running:
            self._scheduler.shutdown()
        self._timer.stop()

    def _note_due(self) -> None:
        self._due = True

    def _look(self) -> None:
        jumped = drifted(self._armed, _read())
        self._due = False
        self._scheduler.run_due()
        if self._due or jumped:
            self.wake_in(LONGEST)  # in case waking fails and asks for nothing
            self._wake()
        else:
            self._arm()

    def _arm(self) -> None:
        self._armed = _read()
        due = self._scheduler.next_run()
        if due is None:
            self._timer.stop()
            return
        wait = min(max(due - self._armed.wall, timedelta()), LONGEST)
        self._timer.start(math.ceil(wait / _MILLISECOND))
