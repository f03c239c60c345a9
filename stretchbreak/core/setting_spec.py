"""What is known of a setting beside its name and default; `core.settings` has them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Group(Enum):
    """The pages of the settings window, in order."""

    REMINDERS = "Reminders"
    HOURS = "Hours and appointments"
    POLITE = "When not to interrupt"
    SITTING = "Sitting and breaks"
    ROUTINE = "Stretching"
    SOUND = "Voice and sound"
    LOOK = "Look"
    DATA = "Data"
    ABOUT = "About"


class Level(Enum):
    """Who a setting is for."""

    BASIC = "basic"
    """Shown to everybody, on the first page; at most twelve."""
    ADVANCED = "advanced"


@dataclass(frozen=True, slots=True)
class Spec:
    """What must be known to show, read and check one setting.

    Attributes:
        label: The words in front of the control.
        hint: A sentence below it, where one helps.
        part: The heading it stands under within its group; empty for none.
        needs: The switch without which it means nothing; empty for none.
        also: Other words by which people look for it.
        unit: What is written behind a number.
        low: The least allowed value, for numbers and durations.
        high: The greatest allowed value.
        check: Raises ValueError for what is no line of a list.
    """

    group: Group
    label: str
    level: Level
    hint: str = ""
    part: str = ""
    needs: str = ""
    also: str = ""
    unit: str = ""
    low: Any = None
    high: Any = None
    check: Callable[[str], object] | None = None
