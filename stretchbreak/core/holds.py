"""What keeps a due prompt back, and since when.

A hold never loses a prompt: it only delays it. Each kind remembers when it
began, so that the user can be told "held since 14:02: Do Not Disturb".
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from stretchbreak.core.moment import Moment
from stretchbreak.core.settings import Settings


class By(Enum):
    """The kinds of hold, by the names users and other programs see."""

    DND = "dnd"
    FULLSCREEN = "fullscreen"
    CALL = "call"
    INHIBITOR = "inhibitor"
    PROGRAM = "program"
    HOURS = "hours"
    PAUSED = "paused"
    AWAY = "away"
    SESSION = "session"


OUTSIDE = frozenset({By.DND, By.FULLSCREEN, By.CALL, By.INHIBITOR, By.PROGRAM})
"""The kinds that come from outside; each can be switched off."""
_ORDER = tuple(By)
AWAY = frozenset({By.AWAY})
SESSION = frozenset({By.SESSION})
PAUSED = frozenset({By.PAUSED})
HOURS = frozenset({By.HOURS})


@dataclass(frozen=True, slots=True)
class Held:
    """One hold in force.

    Attributes:
        by: Its kind.
        since: When that kind began, in local time.
        steady: The same instant on the steady clock.
    """

    by: By
    since: datetime
    steady: timedelta


def switched_on(settings: Settings) -> frozenset[By]:
    """Return the kinds of outside hold that *settings* let hold prompts back."""
    wanted = {
        By.DND: settings.hold_dnd,
        By.FULLSCREEN: settings.hold_fullscreen,
        By.CALL: settings.hold_call,
        By.INHIBITOR: settings.hold_inhibitor,
        By.PROGRAM: True,
    }
    return frozenset(by for by, on in wanted.items() if on)


def update(
    held: tuple[Held, ...], kinds: frozenset[By], at: Moment
) -> tuple[Held, ...]:
    """Return the holds in force when exactly *kinds* hold at *at*.

    Those that went on keep the time they began at.
    """
    going_on = [hold for hold in held if hold.by in kinds]
    new = kinds - {hold.by for hold in going_on}
    began = [Held(by, at.local, at.steady) for by in new]
    return tuple(sorted(going_on + began, key=lambda hold: _ORDER.index(hold.by)))
