"""Reads the two real clocks; the only module that may."""

import ctypes
import logging
import os
import time
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfoNotFoundError

from tzlocal import get_localzone

from stretchbreak.core.moment import Moment

_log = logging.getLogger(__name__)


def steady() -> timedelta:
    """Return the time since the machine started, its sleep included."""
    if hasattr(time, "CLOCK_BOOTTIME"):  # Linux
        return timedelta(seconds=time.clock_gettime(time.CLOCK_BOOTTIME))
    if hasattr(time, "CLOCK_UPTIME_RAW"):  # macOS, whose other clock goes on
        return timedelta(seconds=time.clock_gettime(time.CLOCK_MONOTONIC))
    return timedelta(seconds=time.monotonic())  # Windows counts sleep


def awake() -> timedelta:
    """Return the time since the machine started, its sleep left out."""
    if hasattr(time, "CLOCK_UPTIME_RAW"):  # macOS
        return timedelta(seconds=time.clock_gettime(time.CLOCK_UPTIME_RAW))
    if os.name == "nt":
        return _windows_awake()
    return timedelta(seconds=time.monotonic())


def utc() -> datetime:
    """Return the wall clock in UTC, which knows no summer time."""
    return datetime.now(UTC)


class SystemClock:
    """The machine's clocks, the steady one going on from an earlier reading."""

    def __init__(self, goes_on_from: timedelta = timedelta()) -> None:
        self._offset = goes_on_from - steady()
        self._zone = _zone()

    def now(self) -> Moment:
        """Return the present moment."""
        return Moment(
            steady() + self._offset, datetime.now(self._zone).astimezone(self._zone)
        )

    def until(self, at: timedelta) -> timedelta:
        """Return how long a timer must run to end at the steady time *at*."""
        return max(at - self.now().steady, timedelta())

    def asleep(self) -> timedelta:
        """Return how long the machine has slept since it started."""
        return steady() - awake()

    def lasted(self, measured: timedelta) -> timedelta:
        """Return *measured*: this clock goes as the machine's others do."""
        return measured


def _zone() -> tzinfo | None:
    """Return the zone we are in; None is the system's own, as it is at present."""
    try:
        return get_localzone()
    except ZoneInfoNotFoundError as error:
        _log.warning("The time zone is not known by name, only as it is now: %s", error)
        return None


def _windows_awake() -> timedelta:
    ticks = ctypes.c_uint64()  # of a ten-millionth of a second
    ctypes.CDLL("kernel32").QueryUnbiasedInterruptTime(ctypes.byref(ticks))
    return timedelta(microseconds=ticks.value / 10)
