"""Times of day as people write them: `09:00`, `17:30`, `24:00`."""

import re
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from stretchbreak.core.moment import existing

EXPECTED = "a time such as 09:00"
_WRITTEN = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)
_DAY = timedelta(days=1)


def parse(text: str) -> timedelta:
    """Return the time of day *text*, as time on the wall since midnight.

    Raises:
        ValueError: It is none. The message says what was expected.
    """
    match = _WRITTEN.fullmatch(text)
    since = timedelta(hours=int(match[1]), minutes=int(match[2])) if match else None
    if match is None or since is None or since > _DAY or int(match[2]) > 59:  # noqa: PLR2004 - minutes
        raise ValueError(f"{text!r} is not {EXPECTED}")
    return since


def text(since_midnight: timedelta) -> str:
    """Return a time of day as `parse` reads it, to the minute: `09:00`, `24:00`."""
    hours, minutes = divmod(since_midnight // timedelta(minutes=1), 60)
    return f"{hours:02}:{minutes:02}"


@lru_cache(maxsize=256)
def on(day: date, since_midnight: timedelta, zone: tzinfo | None) -> datetime:
    """Return the local time *since_midnight* on *day*.

    A time that a change to summer time skips means the first moment after
    it; one that comes twice means the first of the two.
    """
    midnight = datetime.combine(day, time(), None)
    return existing((midnight + since_midnight).replace(tzinfo=zone))
