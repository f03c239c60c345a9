"""What a setting that is a choice can be; `core.settings` says which are."""

from enum import Enum


class Strength(Enum):
    """How a prompt asks."""

    GENTLE = "gentle"
    STANDARD = "standard"
    FIRM = "firm"


class Preset(Enum):
    """How long a position is held."""

    EASY = "easy"
    STANDARD = "standard"


class Where(Enum):
    """Where the user can stretch."""

    FLOOR = "floor"
    DESK = "desk"


class Appearance(Enum):
    """Whether windows are light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Movement(Enum):
    """Whether pictures move."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


class FigureLook(Enum):
    """Who shows the stretches."""

    MIA = "mia"
    SAM = "sam"
    ROSA = "rosa"
    PAUL = "paul"


class Pace(Enum):
    """How fast the voice speaks."""

    SLOW = "slow"
    NORMAL = "normal"
    FAST = "fast"


class Accent(Enum):
    """Which English the voice speaks; the value is its language's code."""

    SYSTEM = "system"
    BRITISH = "en-GB"
    AMERICAN = "en-US"
