"""Durations as people write them: `90s`, `45m`, `1h30m`, `2h`.

A bare number is minutes. This is the only place that knows the notation; the
settings file, the command line and `simulate` all read durations here.
"""

import re
from datetime import timedelta

_WRITTEN = re.compile(
    r"(?:(?P<hours>\d{1,6})h)?(?:(?P<minutes>\d{1,6})m)?(?:(?P<seconds>\d{1,6})s)?",
    re.ASCII,
)
_BARE = re.compile(r"\d{1,6}", re.ASCII)
EXPECTED = "a duration such as 90s, 45m, 1h30m or 2h"


def parse(text: str) -> timedelta:
    """Return the duration that *text* says.

    Raises:
        ValueError: *text* is no duration, or is nothing at all. The message
            says what was expected.
    """
    written = text.strip().replace(" ", "")
    if _BARE.fullmatch(written):
        written += "m"
    match = _WRITTEN.fullmatch(written)
    if match is None or not written:
        raise ValueError(f"{text!r} is not {EXPECTED}")
    duration = timedelta(**{k: int(v) for k, v in match.groupdict("0").items()})
    if not duration:
        raise ValueError(f"{text!r} is no time at all; expected {EXPECTED}")
    return duration


def text(duration: timedelta) -> str:
    """Return *duration* as `parse` reads it, to the second: `1h30m`."""
    seconds = round(duration.total_seconds())
    parts = ((seconds // 3600, "h"), (seconds // 60 % 60, "m"), (seconds % 60, "s"))
    return "".join(f"{count}{unit}" for count, unit in parts if count) or "0s"
