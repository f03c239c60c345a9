"""What the desktop tells, and what it does for the program."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from stretchbreak.core.holds import By
from stretchbreak.core.settings import Settings


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
