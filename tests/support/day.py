"""A day at the desk, told in the words of `simulate`, and what comes of it.

    day = Day("09:00", sitting_limit="45m")
    day.types("09:00:00", "09:50:00")
    day.does("09:47:10", "snooze", minutes=10)
    assert day.told("prompt", "snoozed") == [
        "09:46:00 prompt stretch",
        "09:47:10 snoozed 09:57:10",
    ]

`Day` goes through a scenario's file, so what a test does, a user can do too.
`Desk` is for what no timeline tells: the view, second by second.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, Self
from zoneinfo import ZoneInfo

import tomli_w

from stretchbreak.core import events
from stretchbreak.core.coach import Coach
from stretchbreak.core.effects import Effect
from stretchbreak.core.history import History
from stretchbreak.core.memory import blank
from stretchbreak.core.moment import Moment, add
from stretchbreak.core.safety import Safety
from stretchbreak.core.setting_values import Plain
from stretchbreak.core.settings import Settings
from stretchbreak.core.view import View
from stretchbreak.runtime.simulation import SECOND, Scenario, simulate
from stretchbreak.runtime.timeline import entry
from stretchbreak.storage import routine_files, scenario_file
from stretchbreak.storage.places import resources

Wish = Callable[[Moment], events.Event]
"""Something to happen, once it is said when."""
Told = tuple[timedelta, Effect]

MONDAY = "2026-03-02"
ZONE = "Europe/Berlin"
DEFAULTS = Settings()
_TELLING = ("reminder", "routine", "reason", "by", "from", "until", "result", "what")
"""The fields that say what kind of event it was; the first there is is told."""


@cache
def known() -> routine_files.Library:
    """Return the stretches and routines that the program comes with."""
    return routine_files.load(resources())


@cache
def _folder() -> "TemporaryDirectory[str]":
    """Return a folder for a day's file; to make one for each day takes long."""
    return TemporaryDirectory()


class Line(NamedTuple):
    """One line of a timeline: `time` is HH:MM:SS, with its date on later days."""

    time: str
    event: str
    fields: dict[str, Any]

    def __str__(self) -> str:
        said = next((self.fields[key] for key in _TELLING if key in self.fields), "")
        words = ",".join(said) if isinstance(said, list) else str(said)
        return f"{self.time} {self.event} {words}".strip()


class Day:
    """A day to be told, then lived through by the real coach."""

    def __init__(self, start: str, until: str = "18:00", **settings: Plain) -> None:
        self._start = _timestamp(start, MONDAY)
        self._until = _timestamp(until, self._start.date().isoformat())
        self._settings = settings
        self._input: list[dict[str, str]] = []
        self._events: list[dict[str, Any]] = []

    def types(self, first: str, last: str) -> Self:
        """Let the person type or move the mouse from *first* to *last*."""
        self._input.append({"from": first, "to": last})
        return self

    def does(self, at: str, do: str, **more: Any) -> Self:
        """Let *do* happen, in the words of a scenario's file."""
        fields = {name.rstrip("_"): value for name, value in more.items()}
        self._events.append({"at": at, "do": do, **fields})
        return self

    def scenario(self) -> Scenario:
        """Return the day as a scenario, by way of its file."""
        text = tomli_w.dumps(
            {
                "start": self._start,
                "until": self._until,
                "timezone": ZONE,
                "settings": self._settings,
                "input": self._input,
                "event": self._events,
            }
        )
        file = Path(_folder().name) / "day.toml"
        file.write_text(text, encoding="utf-8")
        return scenario_file.load(file, known())

    def timeline(self) -> list[Line]:
        """Return what would happen."""
        lived = simulate(self.scenario(), known())
        lines = (entry(at, effect) for at, effect in lived)
        return [self._line(dict(line)) for line in lines if line is not None]

    def told(self, *kinds: str) -> list[str]:
        """Return the timeline in short, or only its events of *kinds*."""
        lines = self.timeline()
        return [str(line) for line in lines if not kinds or line.event in kinds]

    def _line(self, fields: dict[str, Any]) -> Line:
        for key in {"at", "from", "until"} & {k for k, v in fields.items() if v}:
            fields[key] = self._short(fields[key])
        return Line(fields.pop("at"), fields.pop("event"), fields)

    def _short(self, timestamp: str) -> str:
        date, _, time = timestamp.partition("T")
        today = date == self._start.date().isoformat()
        return time if today else f"{date} {time}"


class Desk:
    """Somebody at a desk, and the coach that watches.

    Attributes:
        coach: The real one.
        effects: All it has wanted done, each with when.
        eager: The coach is called at each second, asked for or not.
    """

    def __init__(
        self,
        start: str = f"{MONDAY}T09:00",
        settings: Settings = DEFAULTS,
        *,
        eager: bool = False,
    ) -> None:
        self._start = datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(ZONE))
        self._now = timedelta()
        self._last: timedelta | None = None
        self.eager = eager
        self.coach = Coach(settings, known(), History(), blank(self.now, Safety.CLEAR))
        self.effects: list[Told] = []

    @property
    def now(self) -> Moment:
        """The present moment."""
        return Moment(self._now, add(self._start, self._now))

    @property
    def view(self) -> View:
        """What the screen shows."""
        return self.coach.view()

    def types(self, seconds: float) -> Self:
        """Let the person type from this second on, for *seconds*."""
        return self._pass(seconds, typing=True)

    def waits(self, seconds: float) -> Self:
        """Let time pass without input."""
        return self._pass(seconds, typing=False)

    def does(self, *wishes: Wish) -> Self:
        """Let all of *wishes* happen in this second."""
        for make in (*self._input_read(), *wishes, events.TimePassed):
            event = make(self.now)
            self.effects += [(self._now, did) for did in self.coach.handle(event)]
        return self

    def sleeps(self, seconds: float) -> Self:
        """Let the computer sleep; nothing of ours runs meanwhile."""
        self.effects += [
            (self._now, did) for did in self.coach.handle(events.Suspended(self.now))
        ]
        self._now += timedelta(seconds=seconds)
        return self.does(events.Woke)

    def restarts(self, seconds: float) -> Self:
        """End the program, and start it anew after *seconds*."""
        self.effects += [
            (self._now, did) for did in self.coach.handle(events.Quit(self.now))
        ]
        memory = self.coach.memory()
        self._now += timedelta(seconds=seconds)
        before = self.coach
        self.coach = Coach(before.settings, known(), before.history, memory)
        return self.does(events.Launched)

    def _input_read(self) -> list[Wish]:
        if self._last is None:
            return []
        return [partial(events.InputRead, idle_for=self._now - self._last)]

    def _pass(self, seconds: float, *, typing: bool) -> Self:
        if typing:
            self._last = self._now
            self.does()
        end = self._now + timedelta(seconds=seconds)
        while self._now < end:
            self._now = min(self._next(typing=typing), end)
            self._last = self._now if typing else self._last
            self.does()
        return self

    def _next(self, *, typing: bool) -> timedelta:
        second = self._now + SECOND
        if self.eager or (typing and self.coach.awaits_input()):
            return second
        wake = self.coach.next_wake()
        return timedelta.max if wake is None else wake


def _timestamp(written: str, day: str) -> datetime:
    return datetime.fromisoformat(written if "T" in written else f"{day}T{written}")
