"""A scenario for `simulate`, read from its file and checked.

Clock times are on the start day unless a date is given, and on the clock as
it was set at the start, whatever a later `clock_jump` does to it.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct, field

from stretchbreak.core import durations, events
from stretchbreak.core.holds import By
from stretchbreak.core.moment import elapsed, existing
from stretchbreak.core.pause import DAY_BEGINS, For, PauseEnd, Until, UntilResumed
from stretchbreak.core.routine import Catalogue
from stretchbreak.core.setting_values import changed
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.simulation import (
    ChangeSetting,
    Deed,
    Happening,
    Jump,
    Scenario,
    Span,
)
from stretchbreak.storage.toml_file import WrongFileError, brief, read

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?")
_STAMP = "a local time such as 2026-03-02T09:00:00"
_YEARS = range(1970, 3000)
"""Those in which no sum of times leaves the calendar."""
_SNOOZE = range(1, 24 * 60 + 1)
_JUMP = re.compile(r"([+-])(.+)")
_SWITCHES = {
    "dnd": By.DND,
    "fullscreen": By.FULLSCREEN,
    "call": By.CALL,
    "inhibit": By.INHIBITOR,
}


# TOML has clock times and timestamps of its own, and people write them as text
# too. msgspec cannot tell these apart in a union, so times are checked below.
class _Input(Struct, frozen=True, forbid_unknown_fields=True):
    begins: Any = field(name="from")
    ends: Any = field(name="to")


class _Event(Struct, frozen=True, forbid_unknown_fields=True):
    at: Any
    do: str
    minutes: int | None = None
    routine: str | None = None
    lasting: str | int | None = field(name="for", default=None)
    until: Any = None
    by: str | None = None
    key: str | None = None
    value: str | int | bool | list[str] | None = None


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    start: Any
    until: Any
    timezone: str = "UTC"
    rest_of_input: Literal["none"] = "none"
    settings: dict[str, str | int | bool | list[str]] = {}
    input: tuple[_Input, ...] = ()
    event: tuple[_Event, ...] = ()


def load(file: Path, catalogue: Catalogue) -> Scenario:
    """Return the scenario that *file* describes.

    Raises:
        WrongFileError: It is no scenario; the message names the key and what
            was expected.
    """
    written = read(file, _File)
    return _Reader(written, catalogue).scenario()


class _Reader:
    """Turns one file's values into a scenario."""

    def __init__(self, written: _File, catalogue: Catalogue) -> None:
        self._written = written
        self._catalogue = catalogue
        try:
            self._zone = ZoneInfo(written.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise WrongFileError(
                f"expected a time zone such as Europe/Berlin, got "
                f"{brief(written.timezone)}",
                "timezone",
            ) from error
        self._start = self._local(_timestamp(written.start, "start", _STAMP))

    def scenario(self) -> Scenario:
        """Return the whole of it."""
        return Scenario(
            start=self._start,
            length=self._since("until", self._written.until),
            settings=self._settings(),
            input=tuple(self._merged()),
            happenings=tuple(self._happenings()),
        )

    def _settings(self) -> Settings:
        try:
            return changed(Settings(), self._written.settings)
        except ValueError as error:
            raise WrongFileError(str(error), "settings") from error

    def _merged(self) -> Iterator[Span]:
        """Yield the input in order, spans that touch made one."""
        spans = sorted(self._spans(), key=lambda span: span.first)
        for index, span in enumerate(spans):
            later = spans[index + 1 :]
            if later and later[0].first <= span.last:
                spans[index + 1] = Span(span.first, max(span.last, later[0].last))
            else:
                yield span

    def _spans(self) -> Iterator[Span]:
        for index, written in enumerate(self._written.input):
            key = f"input[{index}]"
            first = self._since(f"{key}.from", written.begins)
            last = self._since(f"{key}.to", written.ends)
            if last < first:
                raise WrongFileError("expected a time not before from", f"{key}.to")
            yield Span(first, last)

    def _happenings(self) -> list[Happening]:
        happenings = []
        for index, written in enumerate(self._written.event):
            key = f"event[{index}]"
            at = self._since(f"{key}.at", written.at)
            happenings.append(Happening(at, self._deeds(written, key)))
        return sorted(happenings, key=lambda happening: happening.at)

    def _deeds(self, event: _Event, key: str) -> tuple[Deed, ...]:
        if event.do in _PLAIN:
            return _PLAIN[event.do]
        name, _, state = event.do.rpartition("_")
        if name in _SWITCHES and state in {"on", "off"}:
            make = events.HoldBegan if state == "on" else events.HoldEnded
            return (partial(make, by=_SWITCHES[name]),)
        special = _SPECIAL.get(event.do)
        if special is None:
            known = ", ".join(sorted({*_PLAIN, *_SPECIAL, *_switch_words()}))
            raise WrongFileError(
                f"{brief(event.do)} is not known; expected one of {known}", f"{key}.do"
            )
        return (special(self, event, key),)

    def _start_asked(self, event: _Event, key: str) -> Deed:
        if event.routine is not None and event.routine not in self._catalogue.routines:
            known = ", ".join(sorted(self._catalogue.routines))
            raise WrongFileError(f"expected one of {known}", f"{key}.routine")
        return partial(events.StartAsked, routine=event.routine)

    def _snoozed(self, event: _Event, key: str) -> Deed:
        if event.minutes is None:
            return events.SnoozeAsked
        if event.minutes not in _SNOOZE:
            raise WrongFileError(
                f"expected a whole number from {_SNOOZE[0]} to {_SNOOZE[-1]}",
                f"{key}.minutes",
            )
        return partial(events.SnoozeAsked, duration=timedelta(minutes=event.minutes))

    def _paused(self, event: _Event, key: str) -> Deed:
        if event.lasting is not None and event.until is not None:
            raise WrongFileError("expected either for or until", key)
        end: PauseEnd = UntilResumed()
        if event.lasting is not None:
            end = For(_duration(event.lasting, f"{key}.for"))
        elif event.until == "tomorrow":
            end = Until(DAY_BEGINS)
        elif event.until is not None:
            end = Until(_clock(event.until, f"{key}.until"))
        return partial(events.PauseAsked, end=end)

    def _jumped(self, event: _Event, key: str) -> Deed:
        match = _JUMP.fullmatch(event.by or "")
        if match is None:
            raise WrongFileError('expected a length such as "+1h"', f"{key}.by")
        by = _duration(match[2], f"{key}.by")
        return Jump(by if match[1] == "+" else -by)

    def _set(self, event: _Event, key: str) -> Deed:
        if event.key is None or event.value is None:
            raise WrongFileError("expected both key and value", key)
        change = {event.key: event.value}
        try:
            changed(Settings(), change)
        except ValueError as error:
            raise WrongFileError(str(error), f"{key}.value") from error
        return ChangeSetting(lambda settings: changed(settings, change))

    def _since(self, key: str, written: object) -> timedelta:
        """Return how long after the start *written* is."""
        on_start_day = isinstance(written, time) or (
            isinstance(written, str) and _CLOCK.fullmatch(written)
        )
        stamp = (
            datetime.combine(self._start.date(), _clock(written, key))
            if on_start_day
            else _timestamp(written, key, f"HH:MM:SS or {_STAMP}")
        )
        since = elapsed(self._start, self._local(stamp))
        if since < timedelta():
            raise WrongFileError("expected a time not before start", key)
        return since

    def _local(self, written: datetime) -> datetime:
        if written.tzinfo is not None:
            return written.astimezone(self._zone)
        return existing(written.replace(tzinfo=self._zone))


def _timestamp(written: object, key: str, expected: str) -> datetime:
    if isinstance(written, str):
        with suppress(ValueError):  # said below
            written = datetime.fromisoformat(written)
    if not isinstance(written, datetime):
        raise WrongFileError(f"expected {expected}, got {brief(written)}", key)
    if written.year not in _YEARS:
        first, last = _YEARS[0], _YEARS[-1]
        raise WrongFileError(f"expected a year from {first} to {last}", key)
    return written


def _clock(written: object, key: str) -> time:
    if isinstance(written, time):
        return written
    match = _CLOCK.fullmatch(written) if isinstance(written, str) else None
    if match is None:
        raise WrongFileError(f"expected HH:MM, got {brief(written)}", key)
    hour, minute, second = (int(part or 0) for part in match.groups())
    return time(hour, minute, second)


def _duration(written: str | int, key: str) -> timedelta:
    try:
        return durations.parse(str(written))
    except ValueError as error:
        raise WrongFileError(f"expected {durations.EXPECTED}", key) from error


def _switch_words() -> Iterator[str]:
    for name in _SWITCHES:
        yield f"{name}_on"
        yield f"{name}_off"


_PLAIN: dict[str, tuple[Deed, ...]] = {
    "lock": (events.Locked,),
    "unlock": (events.Unlocked,),
    "suspend": (events.Suspended,),
    "wake": (events.Woke,),
    "quit": (events.Quit,),
    "launch": (events.Launched,),
    "skip": (events.SkipAsked,),
    "resume": (events.ResumeAsked,),
    "end_session": (events.EndAsked,),
    "hurts": (events.HurtSaid, events.LeaveOutAsked),
}
_SPECIAL: dict[str, Callable[[_Reader, _Event, str], Deed]] = {
    "start": _Reader._start_asked,  # noqa: SLF001 - one class's own table
    "snooze": _Reader._snoozed,  # noqa: SLF001 - as above
    "pause": _Reader._paused,  # noqa: SLF001 - as above
    "clock_jump": _Reader._jumped,  # noqa: SLF001 - as above
    "set": _Reader._set,  # noqa: SLF001 - as above
}
