"""A day that did not happen: a scenario, lived through by the real coach.

Time here is a number that jumps from one instant at which something can
happen to the next. All that this module adds to the coach is that clock and
the reading of the scenario's input.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from stretchbreak.core import events
from stretchbreak.core.coach import Coach
from stretchbreak.core.day import Lived
from stretchbreak.core.effects import Effect
from stretchbreak.core.history import History
from stretchbreak.core.holds import By
from stretchbreak.core.memory import Memory, blank
from stretchbreak.core.moment import Moment
from stretchbreak.core.routine import Catalogue
from stretchbreak.core.safety import Safety
from stretchbreak.core.settings import Settings

SECOND = timedelta(seconds=1)
"""The person's input comes once a second, at most."""

Make = Callable[[Moment], events.Event]
Told = tuple[datetime, Effect]
"""What is done, and when; that time is of a wall clock that nobody set."""


@dataclass(frozen=True, slots=True)
class Span:
    """Input without a pause longer than a second.

    Attributes:
        first: The first input, in time since the start.
        last: The last input.
    """

    first: timedelta
    last: timedelta


@dataclass(frozen=True, slots=True)
class Jump:
    """The wall clock alone is set by someone."""

    by: timedelta


@dataclass(frozen=True, slots=True)
class ChangeSetting:
    """The user changes some settings."""

    change: Callable[[Settings], Settings]


Answer = tuple[timedelta, Make]
"""How long after something was done the person does what."""

Deed = Make | Jump | ChangeSetting


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happens at a time since the start."""

    at: timedelta
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A day to live through.

    Attributes:
        start: When it begins, with its zone.
        length: How long it lasts.
        settings: The user's settings at the start.
        input: When the person typed or moved the mouse, in order.
        happenings: What else happened, in order.
        answer: What the person does about an effect, if anything.
    """

    start: datetime
    length: timedelta
    settings: Settings
    input: Sequence[Span]
    happenings: Sequence[Happening]
    answer: Callable[[Effect], Answer | None] = lambda _effect: None


def simulate(scenario: Scenario, catalogue: Catalogue) -> Iterator[Told]:
    """Yield what would happen on *scenario*'s day, each with its original time."""
    yield from _Life(scenario, catalogue).lived()


def line_of(scenario: Scenario, catalogue: Catalogue) -> Lived:
    """Return the line of the last day of *scenario*."""
    life = _Life(scenario, catalogue)
    deque(life.lived(), maxlen=0)
    return life.line()


class _Input:
    """All input of a day, as one who knows it sees it from `now`."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._firsts = [span.first for span in spans]
        self.go_to(timedelta())

    def go_to(self, now: timedelta) -> None:
        """Let it be *now* from here on."""
        self._now = now
        self._index = self._begun(now)

    def last(self) -> timedelta | None:
        """Return the time of the last input up to now, if there was any."""
        if self._index < 0:
            return None
        return min(self._spans[self._index].last, self._now)

    def first_since(self, then: timedelta) -> timedelta:
        """Return the time of the first input from *then* on, at latest now."""
        return min(self._from(then), self._now)

    def next_input(self) -> timedelta | None:
        """Return the time of the next input, if there is one."""
        later = self._from(self._now + SECOND)
        return later if later < timedelta.max else None

    def busy_until(self, pause: timedelta) -> timedelta:
        """Return until when input comes without a pause longer than *pause*.

        That is the last input, where it has come to an end.
        """
        index = self._index
        if index < 0:
            return timedelta()
        while index + 1 < len(self._spans):
            if self._firsts[index + 1] - self._spans[index].last > pause:
                break
            index += 1
        return self._spans[index].last

    def _from(self, then: timedelta) -> timedelta:
        """Return the time of the first input from *then* on."""
        index = self._begun(then)
        if index >= 0 and self._spans[index].last >= then:
            return then
        after = index + 1
        return self._firsts[after] if after < len(self._firsts) else timedelta.max

    def _begun(self, by: timedelta) -> int:
        """Return the index of the last span that began up to *by*, or -1."""
        return bisect_right(self._firsts, by) - 1


class _Life:
    """One run of a scenario."""

    def __init__(self, scenario: Scenario, catalogue: Catalogue) -> None:
        self._scenario = scenario
        self._catalogue = catalogue
        self._input = _Input(scenario.input)
        self._queue = deque(scenario.happenings)
        self._settings = scenario.settings
        self._began = scenario.start.astimezone(UTC)
        self._told: list[Told] = []
        self._wall = self._now = self._looked = timedelta()
        self._local = scenario.start
        self._at = self._moment()
        self._ended = self._asleep = False
        self._locked = False
        self._signals: set[By] = set()
        self._coach = self._launched(blank(self._at, Safety.CLEAR), History())

    def lived(self) -> Iterator[Told]:
        """Yield the effects of the whole day."""
        while self._now <= self._scenario.length:
            self._instant()
            yield from self._told
            self._told.clear()
            self._now = self._next()
            self._input.go_to(self._now)

    def line(self) -> Lived:
        """Return the line of the day, up to the end of the scenario."""
        self._now = self._scenario.length
        self._local = self._local_at(self._now)
        return Lived(self._coach.memory().day, self._moment())

    def _next(self) -> timedelta:
        """Return the next time at which something can happen."""
        next_ = self._scenario.length + SECOND
        if self._queue:
            next_ = min(next_, self._queue[0].at)
        wake = None if self._off else self._coach.next_wake(self._input)
        if wake is None:
            return next_
        if wake <= self._now:
            raise ValueError(f"at {self._now} the coach wants waking at {wake}")
        return min(next_, wake)

    def _instant(self) -> None:
        """Live through one instant: input, then what happens, then what falls due."""
        self._local = self._local_at(self._now)
        self._at = self._moment()
        last = None if self._off else self._input.last()
        if last is not None:
            busy_for = max(last - self._input.first_since(self._looked), timedelta())
            self._looked = self._now
            self._tell(events.InputRead(self._at, self._now - last, busy_for))
        while self._queue and self._queue[0].at == self._now:
            for deed in self._queue.popleft().deeds:
                self._do(deed)
        if not self._off:
            self._tell(events.TimePassed(self._at))

    def _do(self, deed: Deed) -> None:
        match deed:
            case Jump(by):
                self._wall += by
                self._at = self._moment()
            case ChangeSetting(change):
                self._settings = change(self._settings)
                self._happen(events.SettingsChanged(self._at, self._settings))
            case make:
                self._happen(make(self._at))

    def _happen(self, event: events.Event) -> None:
        """Let *event* happen to the machine, and to the coach unless it is off."""
        self._note(event)
        if isinstance(event, events.Launched):
            if not self._off:
                return  # a second launch brings the running one to the front
            coach = self._coach
            self._coach = self._launched(coach.memory(), coach.history)
            self._ended = self._asleep = False
        elif isinstance(event, events.Woke):
            self._asleep = False
        if self._off:
            return
        self._tell(event)
        if isinstance(event, events.Launched | events.Woke):
            self._tell_news()
        if isinstance(event, events.Unlocked | events.Woke) and not self._locked:
            self._tell(events.SessionContinued(self._at))
        self._ended = isinstance(event, events.Quit)
        self._asleep = isinstance(event, events.Suspended)

    @property
    def _off(self) -> bool:
        """Whether nothing of ours runs."""
        return self._ended or self._asleep

    def _note(self, event: events.Event) -> None:
        """Note what holds and whether the screen is locked, seen or not."""
        match event:
            case events.HoldBegan(_, by):
                self._signals.add(by)
            case events.HoldEnded(_, by):
                self._signals.discard(by)
            case events.Locked() | events.Unlocked():
                self._locked = isinstance(event, events.Locked)
            case _:
                pass

    def _tell_news(self) -> None:
        """Say all that may have changed while nothing of ours ran."""
        self._tell(events.SettingsChanged(self._at, self._settings))
        for by in By:
            make = events.HoldBegan if by in self._signals else events.HoldEnded
            self._tell(make(self._at, by))
        lock = events.Locked if self._locked else events.Unlocked
        self._tell(lock(self._at))

    def _tell(self, event: events.Event) -> None:
        for effect in self._coach.handle(event):
            self._told.append((self._local, effect))
            self._answer(effect)

    def _answer(self, effect: Effect) -> None:
        """Let the person do something about *effect*, after a while."""
        answer = self._scenario.answer(effect)
        if answer is not None:
            after, make = answer
            later = Happening(self._now + after, (make,))
            self._queue = deque(sorted((*self._queue, later), key=lambda h: h.at))

    def _launched(self, memory: Memory, history: History) -> Coach:
        return Coach(self._settings, self._catalogue, history, memory)

    def _moment(self) -> Moment:
        """Return the present moment, as the clocks of the machine show it."""
        set_by_hand = self._local_at(self._now + self._wall) if self._wall else None
        return Moment(self._now, set_by_hand or self._local)

    def _local_at(self, since: timedelta) -> datetime:
        """Return the local time that long after the start."""
        return (self._began + since).astimezone(self._scenario.start.tzinfo)
