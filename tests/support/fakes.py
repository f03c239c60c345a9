"""Stand-ins for the outside, one for each port, and an engine among them.

    bench = Bench(sitting_limit="5m")
    bench.passes(5 * MINUTE)
    assert bench.engine.view().prompt is not None

Time passes only when a test says so. What can fail outside, fails here when
it is told to: set `fails` to the reason.
"""

import json
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from stretchbreak.core.coach import Coach
from stretchbreak.core.cues import Cue
from stretchbreak.core.effects import Notice
from stretchbreak.core.events import Event
from stretchbreak.core.feeling import Remark
from stretchbreak.core.history import History, Session, remember
from stretchbreak.core.holds import By, switched_on
from stretchbreak.core.memory import Memory, blank
from stretchbreak.core.moment import Moment, add
from stretchbreak.core.safety import Safety
from stretchbreak.core.setting_values import Plain, changed
from stretchbreak.core.settings import Settings
from stretchbreak.core.view import View
from stretchbreak.runtime import journal
from stretchbreak.runtime.engine import Engine
from stretchbreak.runtime.ports import Ports
from stretchbreak.runtime.ports.failures import AdapterError, SourceLostError
from stretchbreak.runtime.ports.sound import Timed
from stretchbreak.runtime.timeline import Entry
from tests.support.day import known

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
MORNING = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Europe/Berlin"))
"""A Monday."""
_MOST_WAKES = 10_000
Heard = tuple[timedelta, Cue]
"""Something that was to be heard, and when."""


class FakeClock:
    """Stands still until it is told that time passes."""

    def __init__(self, local: datetime = MORNING, steady: timedelta = HOUR) -> None:
        self._now = Moment(steady, local)
        self._asleep = timedelta()

    def now(self) -> Moment:
        return self._now

    def until(self, at: timedelta) -> timedelta:
        return max(at - self._now.steady, timedelta())

    def lasted(self, measured: timedelta) -> timedelta:
        return measured

    def pass_(self, duration: timedelta) -> None:
        self._now = self._now.later(self._now.steady + duration)

    def asleep(self) -> timedelta:
        return self._asleep

    def sleep(self, duration: timedelta) -> None:
        """Let the machine sleep for *duration*, and nobody say so."""
        self.pass_(duration)
        self._asleep += duration

    def set_wall(self, by: timedelta) -> None:
        """Let somebody set the wall clock, which the steady one ignores."""
        self._now = Moment(self._now.steady, add(self._now.local, by))


class FakeIdleSource:
    """Somebody who types all the time, until told to stop.

    Attributes:
        lost: The desktop no longer answers.
        closed: How often it was closed.
    """

    name = "fake"

    def __init__(self, clock: FakeClock, watches: timedelta | None = None) -> None:
        self.watches = watches
        self.lost = False
        self.closed = 0
        self._clock = clock
        self._last: timedelta | None = None
        self._calls: list[Callable[[], None]] = []
        self.expected = False

    def idle_for(self) -> timedelta:
        if self.lost:
            raise SourceLostError("the desktop has gone")
        if self._last is None:
            return timedelta()
        return self._clock.now().steady - self._last

    def on_return(self, call: Callable[[], None]) -> None:
        self._calls.append(call)

    def expect_return(self, *, expected: bool) -> None:
        self.expected = expected

    def close(self) -> None:
        self.closed += 1

    def stop_input(self, ago: timedelta = timedelta()) -> None:
        """Let the last input have been *ago*, and none follow."""
        self._last = self._clock.now().steady - ago

    def return_input(self) -> None:
        """Let the person type all the time again, and say so."""
        self._last = None
        for call in tuple(self._calls):
            call()


class FakeHolds:
    """What the desktop says when it is asked.

    Attributes:
        on: What holds prompts back.
        asked: How often it was asked.
    """

    def __init__(self) -> None:
        self.on: set[By] = set()
        self.asked = 0

    def found(self, settings: Settings) -> frozenset[By]:
        self.asked += 1
        return frozenset(self.on) & switched_on(settings)


class FakeScreen:
    """Keeps what it is shown.

    Attributes:
        views: All that was shown, in order.
        notices: What the user was told.
        silences: What the user was told of the sound.
        opened: How often the program was brought to the front.
        raised: How often the session was.
        paints_for: How long showing a view keeps everything else waiting.
        during: Called once, in the middle of the next showing.
    """

    def __init__(self, clock: FakeClock) -> None:
        self.views: list[View] = []
        self.notices: list[str] = []
        self.silences: list[str] = []
        self.opened = self.raised = 0
        self.paints_for = timedelta()
        self.during: Callable[[], object] | None = None
        self._clock = clock

    def show(self, view: View) -> None:
        self.views.append(view)
        call, self.during = self.during, None
        if call is not None:
            call()
        self._clock.pass_(self.paints_for)

    def open(self) -> None:
        self.opened += 1

    def raise_session(self) -> None:
        self.raised += 1

    def notice(self, what: Notice) -> None:
        self.notices.append(what.value)

    def tell(self, line: str) -> None:
        self.notices.append(line)

    def unheard(self, line: str) -> None:
        self.silences.append(line)


class FakeWaker:
    """Keeps the last delay asked for.

    Attributes:
        delay: How long it is to sleep; None means for ever.
        wakes_at: When that is over, on the steady clock.
    """

    def __init__(self, clock: FakeClock) -> None:
        self.delay: timedelta | None = None
        self.wakes_at: timedelta | None = None
        self._clock = clock

    def wake_in(self, delay: timedelta | None) -> None:
        self.delay = delay
        self.wakes_at = None if delay is None else self._clock.now().steady + delay


class _Store:
    """Something that may fail to write.

    Attributes:
        fails: Why writing fails; None while it does not.
    """

    def __init__(self) -> None:
        self.fails: str | None = None

    def _write(self) -> None:
        if self.fails is not None:
            raise AdapterError(self.fails)


class FakeHistoryStore(_Store):
    """Keeps sessions and rests.

    Attributes:
        sessions: All of them, in order.
        rests: When each began and ended.
        remarks: What was said of sessions, in order.
    """

    def __init__(self) -> None:
        super().__init__()
        self.sessions: list[Session] = []
        self.rests: list[tuple[datetime, datetime]] = []
        self.remarks: list[Remark] = []

    def erase(self) -> None:
        self._write()
        self.sessions, self.rests, self.remarks = [], [], []

    def add_session(self, session: Session) -> None:
        self._write()
        self.sessions.append(session)

    def add_rest(self, began: datetime, ended: datetime) -> None:
        self._write()
        self.rests.append((began, ended))

    def add_remark(self, remark: Remark) -> None:
        self._write()
        self.remarks.append(remark)

    def history(self) -> History:
        history = History()
        for session in self.sessions:
            history = remember(history, session)
        return history


class FakeAwake:
    """Keeps what was asked of the screen.

    Attributes:
        kept: Each change: whether it was to stay awake.
    """

    def __init__(self) -> None:
        self.kept: list[bool] = []

    def keep(self, *, awake: bool) -> None:
        if awake is not (self.kept[-1:] == [True]):
            self.kept.append(awake)


class FakeSettingsStore(_Store):
    """Keeps what was saved.

    Attributes:
        saved: All of it, in order.
    """

    def __init__(self) -> None:
        super().__init__()
        self.saved: list[Settings] = []

    def save(self, settings: Settings) -> None:
        self._write()
        self.saved.append(settings)


class FakeAutostart(_Store):
    """A login, and whether the program starts with it.

    Attributes:
        switched_on: Whether it does.
    """

    def __init__(self) -> None:
        super().__init__()
        self.switched_on = False

    def on(self) -> bool:
        self._write()
        return self.switched_on

    def switch_on(self) -> None:
        self._write()
        self.switched_on = True

    def switch_off(self) -> None:
        self._write()
        self.switched_on = False


class FakeRecords(_Store):
    """A history that can be written to a file.

    Attributes:
        exported: The files it was written to.
    """

    folder = Path("/home/anna/stretchbreak")

    def __init__(self) -> None:
        super().__init__()
        self.exported: list[Path] = []

    def export(self, file: Path) -> None:
        self._write()
        self.exported.append(file)


class FakeMemoryStore(_Store):
    """Keeps what was saved.

    Attributes:
        saved: All of it, in order.
    """

    def __init__(self) -> None:
        super().__init__()
        self.saved: list[Memory] = []

    def save(self, memory: Memory) -> None:
        self._write()
        self.saved.append(memory)


class FakeSound:
    """Keeps what was to be heard, and when.

    Attributes:
        begun: The settings of each beginning and each change, in order.
        scores: The words and chimes of each playing, each with its moment.
        ends: Whether each end was at once.
        tried: What was to be tried out, each with the settings.
    """

    def __init__(self, clock: FakeClock) -> None:
        self.begun: list[Settings] = []
        self.scores: list[list[Heard]] = []
        self.ends: list[bool] = []
        self.tried: list[tuple[Settings, Cue]] = []
        self._clock = clock
        self._calls: list[Callable[[str], None]] = []

    def on_news(self, call: Callable[[str], None]) -> None:
        self._calls.append(call)

    def begin(self, settings: Settings) -> None:
        self.begun.append(settings)

    def play(self, cues: Sequence[Timed]) -> None:
        now = self._clock.now().steady
        self.scores.append([(now + timed.wait, timed.cue) for timed in cues])

    def check(self) -> None:
        pass

    def try_out(self, settings: Settings, cue: Cue) -> None:
        self.tried.append((settings, cue))

    def end(self, *, at_once: bool) -> None:
        self.ends.append(at_once)

    def lacks(self, line: str) -> None:
        """Say what cannot be heard."""
        for call in tuple(self._calls):
            call(line)


class FakeJournal:
    """Keeps the lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, line: str) -> None:
        self.lines.append(line)

    def events(self, since: int = 0) -> list[Event]:
        """Return what happened, from line *since* on."""
        said = (journal.event(line) for line in self.lines[since:])
        return [event for event in said if event is not None]

    def decisions(self) -> list[Entry]:
        """Return what was decided."""
        plain = map(json.loads, self.lines)
        return [line[journal.DID] for line in plain if journal.DID in line]

    def kinds(self, since: int = 0) -> list[str]:
        """Return what kind of thing happened, from line *since* on."""
        return [type(event).__name__ for event in self.events(since)]


class Bench:
    """An engine with a fake outside; somebody has just begun to type.

    One made from another, *before*, goes on with the clock and the memory that the
    other left, as if that had been killed.

    Attributes:
        quits: How often the program was told to end.
    """

    def __init__(
        self,
        *,
        watches: timedelta | None = None,
        safety: Safety = Safety.CLEAR,
        make: type[Coach] = Coach,
        before: "Bench | None" = None,
        **settings: Plain,
    ) -> None:
        self.clock: FakeClock = FakeClock() if before is None else before.clock
        self.idle = FakeIdleSource(self.clock, watches)
        self.second_idle = FakeIdleSource(self.clock, watches)
        self.second_idle.name = "second"
        self.no_idle = FakeIdleSource(self.clock)
        self.no_idle.name = "fallback"
        self.awake = FakeAwake()
        self.holds = FakeHolds()
        self.screen = FakeScreen(self.clock)
        self.waker = FakeWaker(self.clock)
        self.history = FakeHistoryStore()
        self.settings = FakeSettingsStore()
        self.memory = FakeMemoryStore()
        self.journal = FakeJournal()
        self.sound = FakeSound(self.clock)
        self.quits = 0
        ports = Ports(
            clock=self.clock,
            idle=self.idle,
            awake=self.awake,
            other_idle=self._other_idle,
            holds=self.holds,
            history=self.history,
            settings=self.settings,
            memory=self.memory,
            journal=self.journal,
            sound=self.sound,
        )
        self.coach = make(
            changed(Settings(), settings),
            known(),
            self.history.history(),
            before.memory.saved[-1]
            if before is not None
            else blank(self.clock.now(), safety),
        )
        self.engine = Engine(self.coach, ports, self._quit)
        self.engine.begin(self.screen, self.waker)

    @property
    def now(self) -> timedelta:
        """The steady clock."""
        return self.clock.now().steady

    def passes(self, duration: timedelta) -> None:
        """Let *duration* pass, waking the engine as it asks for."""
        end = self.now + duration
        for _wake in range(_MOST_WAKES):
            at = self.waker.wakes_at
            if at is None or at > end:
                self.clock.pass_(self.clock.until(end))
                return
            self.clock.pass_(self.clock.until(at))
            self.engine.wake()
        raise AssertionError(f"the engine does not rest: woken {_MOST_WAKES} times")

    def leaves(self, duration: timedelta) -> None:
        """Let the person be away for *duration*, and then type again."""
        self.idle.stop_input()
        self.passes(duration)
        self.idle.return_input()

    def _other_idle(self, lost: frozenset[str]) -> FakeIdleSource:
        others = (self.second_idle, self.no_idle)
        return next(each for each in others if each.name not in lost)

    def _quit(self) -> None:
        self.quits += 1
