"""A session while it runs."""

from dataclasses import dataclass
from datetime import timedelta

from stretchbreak.core.moment import Moment
from stretchbreak.core.player import Player
from stretchbreak.core.prompt import Prompt


@dataclass(frozen=True, slots=True, kw_only=True)
class Underway:
    """A running session.

    Attributes:
        player: Where it stands.
        began: When it began.
        answered: The prompt that was due when it began, if any.
        back: When the screen was last unlocked, or the computer woke, on the
            steady clock.
    """

    player: Player
    began: Moment
    answered: Prompt | None
    back: timedelta = timedelta.min
