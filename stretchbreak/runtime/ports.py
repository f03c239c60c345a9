"""What the engine needs from the outside, one small protocol each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from stretchbreak.core.cues import Cue
from stretchbreak.core.effects import Notice
from stretchbreak.core.feeling import Remark
from stretchbreak.core.history import Session
from stretchbreak.core.holds import By
from stretchbreak.core.memory import Memory
from stretchbreak.core.moment import Moment
from stretchbreak.core.routine import Catalogue, Routine, Stretch
from stretchbreak.core.settings import Settings
from stretchbreak.core.view import View


class AdapterError(Exception):
    """The outside failed us. The engine catches this, and nothing wider."""


class SourceLostError(AdapterError):
    """The desktop stopped answering."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One way of doing something on this desktop, and how it went.

    Attributes:
        way: Its name, such as `x11`.
        chosen: Whether it is the one in use.
        why: What it offers, or why it was passed over, in a few words.
    """

    way: str
    chosen: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """All routines and stretches, as they are on disk.

    Attributes:
        catalogue: What there is to do.
        own_routines: The ids of those that are the user's own.
        own_stretches: The same of stretches.
        faults: A line for each file that was left out.
    """

    catalogue: Catalogue
    own_routines: frozenset[str]
    own_stretches: frozenset[str]
    faults: tuple[str, ...] = ()


class RoutineStore(Protocol):
    """Keeps the user's own routines and stretches.

    Attributes:
        ours: The ids of the routines that come with the program.
    """

    ours: frozenset[str]

    @property
    def kept(self) -> Kept:
        """All there was when it was read last."""
        ...

    def load(self) -> Kept:
        """Read all there is now, ours and the user's own, and return it."""
        ...

    def free_id(self, name: str) -> str:
        """Return an id for a new routine of that *name*."""
        ...

    def free_stretch_id(self, name: str) -> str:
        """Return an id for a new stretch of that *name*."""
        ...

    def keep(self, what: Routine | Stretch) -> None:
        """Keep *what* in place of the one with its id; copy its picture.

        Raises:
            AdapterError: It cannot be kept; what was there before still is.
        """
        ...

    def remove(self, what: Routine | Stretch) -> None:
        """Remove what the user has of the id of *what*; ours comes back.

        Raises:
            AdapterError: It cannot be removed.
        """
        ...

    def read_in(self, file: Path) -> Routine | Stretch:
        """Return what *file* is, with an id and a name that are free.

        Raises:
            AdapterError: It is neither; the message has file, key and expectation.
        """
        ...

    def write_out(self, what: Routine | Stretch, file: Path) -> None:
        """Write *what* to *file*, wherever that is.

        Raises:
            AdapterError: It cannot be written.
        """
        ...


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


class IdleSource(Protocol):
    """Knows for how long the keyboard and mouse have been still.

    Attributes:
        name: What `doctor` and `status` call it.
        watches: After this long without input it says by itself when input
            returns; None when it must be asked.
    """

    name: str
    watches: timedelta | None

    def idle_for(self) -> timedelta:
        """Return the time since the last input.

        Raises:
            SourceLostError: The desktop stopped answering.
        """
        ...

    def on_return(self, call: Callable[[], None]) -> None:
        """Call *call* when input returns after `watches`, while it is expected."""
        ...

    def expect_return(self, *, expected: bool) -> None:
        """Say whether the return of input matters now; at first it does not."""
        ...

    def close(self) -> None:
        """Let go of the desktop. Nothing is called afterwards."""
        ...


class SessionListener(Protocol):
    """Is told of the desktop session's comings and goings."""

    def locked(self, *, certain: bool) -> None:
        """The screen was locked, or another user took the seat.

        Args:
            certain: It was said to be done; otherwise it was only wished for.
        """
        ...

    def unlocked(self) -> None:
        """The screen is this user's again."""
        ...

    def suspended(self) -> None:
        """The computer is about to sleep."""
        ...

    def woke(self) -> None:
        """The computer is awake again."""
        ...


class HoldListener(Protocol):
    """Is told of what may hold prompts back, by what tells of itself."""

    def hold_began(self, by: By) -> None:
        """Something began that may hold prompts back."""
        ...

    def hold_ended(self, by: By) -> None:
        """Something that may hold prompts back is over."""
        ...


class HoldChecks(Protocol):
    """Looks for what may hold prompts back and does not tell of itself."""

    def found(self, settings: Settings) -> frozenset[By]:
        """Return what holds prompts back now, of the kinds *settings* let count.

        It may take a tenth of a second, so ask only when a prompt depends on it.
        """
        ...


class Waker(Protocol):
    """Wakes the engine after a while."""

    def wake_in(self, delay: timedelta | None) -> None:
        """Wake once after *delay*, and not at the time set before; None: never."""
        ...


class Screen(Protocol):
    """Shows what there is to show."""

    def show(self, view: View) -> None:
        """Show *view*. Showing it twice changes nothing."""
        ...

    def open(self) -> None:
        """Bring to the front what the user most likely wants to see."""
        ...

    def raise_session(self) -> None:
        """Bring the running session's window to the front."""
        ...

    def notice(self, what: Notice) -> None:
        """Tell the user *what*, gently."""
        ...

    def tell(self, line: str) -> None:
        """Tell the user what went wrong, in a line of its own words."""
        ...

    def unheard(self, line: str) -> None:
        """Say in the session what cannot be heard and why; empty if all can."""
        ...


@dataclass(frozen=True, slots=True)
class Timed:
    """A cue, and how long a timer must run to its moments.

    Attributes:
        wait: Until its chime.
        words_wait: Until its words.
    """

    cue: Cue
    wait: timedelta
    words_wait: timedelta


class Sound(Protocol):
    """Makes a session heard. Never raises, and keeps nobody waiting."""

    def on_news(self, call: Callable[[str], None]) -> None:
        """Call *call* with what cannot be heard and why; empty if all can."""
        ...

    def begin(self, settings: Settings) -> None:
        """Get ready to sound as *settings* say, or sound so from now on."""
        ...

    def play(self, cues: Sequence[Timed]) -> None:
        """Be silent, and then let *cues* be heard instead of what was to come."""
        ...

    def check(self) -> None:
        """Look whether it still works; it is called now and then."""
        ...

    def try_out(self, settings: Settings, cue: Cue) -> None:
        """Let *cue* alone be heard, at once, as *settings* say, session or not."""
        ...

    def end(self, *, at_once: bool) -> None:
        """Let go of everything, *at_once* or after the last words."""
        ...


BODY, CLOSED, LOST = "default", "closed", "lost"
"""Answers beside the buttons': a click on the text, closing it, no server any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question for a notification.

    Attributes:
        title: What is said first.
        body: What is said below.
        answers: Each button's own name, and its text; `BODY` is the text itself.
        urgent: Whether it may be shown above what fills the screen.
    """

    title: str
    body: str
    answers: tuple[tuple[str, str], ...]
    urgent: bool = False


class Notifier(Protocol):
    """Asks by the desktop's own notifications."""

    def ask(self, question: Question, answered: Callable[[str], None]) -> bool:
        """Put *question* in place of the one before.

        Args:
            question: What is asked.
            answered: Called once, with the name of the answer.

        Returns:
            Whether it is shown, with its buttons; if not, nothing is.
        """
        ...

    def withdraw(self) -> None:
        """Take the question away, if it is still there."""
        ...


class HistoryStore(Protocol):
    """Keeps what was done, and never changes it."""

    def add_session(self, session: Session) -> None:
        """Keep *session*.

        Raises:
            AdapterError: It could not be written.
        """
        ...

    def add_rest(self, began: datetime, ended: datetime) -> None:
        """Keep a rest.

        Raises:
            AdapterError: It could not be written.
        """
        ...

    def add_remark(self, remark: Remark) -> None:
        """Keep what the user said of a session.

        Raises:
            AdapterError: It could not be written.
        """
        ...

    def erase(self) -> None:
        """Delete every record for good.

        Raises:
            AdapterError: They could not be deleted.
        """
        ...


class Records(Protocol):
    """What is kept of the user's doings, for the user to take along."""

    @property
    def folder(self) -> Path:
        """Where it is kept."""
        ...

    def export(self, file: Path) -> None:
        """Write it to *file*: JSON if it ends in .json, else a table.

        Raises:
            AdapterError: It could not be read or written.
        """
        ...


class Awake(Protocol):
    """Keeps the screen from going to sleep."""

    def keep(self, *, awake: bool) -> None:
        """Keep it awake from now on, or no longer; saying so again is harmless."""
        ...


class Autostart(Protocol):
    """Whether the program starts at login.

    All of it raises AdapterError where the desktop's own place for it cannot
    be read or written.
    """

    def on(self) -> bool:
        """Return whether it does."""
        ...

    def switch_on(self) -> None:
        """Start at every login from now on."""
        ...

    def switch_off(self) -> None:
        """Start at login no more."""
        ...


class SettingsStore(Protocol):
    """Keeps the user's settings."""

    def save(self, settings: Settings) -> None:
        """Keep *settings*.

        Raises:
            AdapterError: They could not be written.
        """
        ...


class MemoryStore(Protocol):
    """Keeps the coach's memory over a restart."""

    def save(self, memory: Memory) -> None:
        """Keep *memory*.

        Raises:
            AdapterError: It could not be written.
        """
        ...


class Journal(Protocol):
    """Keeps every event, one line each, so that a day can be replayed."""

    def write(self, line: str) -> None:
        """Keep *line*. Never raises: a lost line must not stop the program."""
        ...
