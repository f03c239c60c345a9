"""What the rules must know beside the memory."""

from dataclasses import dataclass
from datetime import timedelta

from stretchbreak.core import sitting
from stretchbreak.core.history import History
from stretchbreak.core.holds import By, switched_on
from stretchbreak.core.memory import Memory
from stretchbreak.core.moment import Moment
from stretchbreak.core.routine import Catalogue
from stretchbreak.core.settings import Settings
from stretchbreak.core.sitting import Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The world as it is now.

    Attributes:
        now: The present moment.
        holds: What holds prompts back.
        clear_since: When the last hold ended, on the steady clock.
        back_since: When the user last came back, on the steady clock.
        last_input: The last input, on the steady clock.
    """

    now: Moment
    settings: Settings
    catalogue: Catalogue
    history: History
    holds: frozenset[By]
    clear_since: timedelta
    back_since: timedelta
    last_input: timedelta


def away_rules(settings: Settings) -> Rules:
    """Return what *settings* say about being away."""
    return Rules(
        away_after=settings.away_after,
        rest_after=settings.rest_after,
        watching_limit=settings.watching_limit,
    )


def holding(
    memory: Memory, settings: Settings, signals: frozenset[By], *, in_session: bool
) -> frozenset[By]:
    """Return what holds the prompt of *memory* back.

    Args:
        memory: What is asked, and whether reminders may come at all.
        settings: Which signals count.
        signals: What was said from outside.
        in_session: Whether a session runs.
    """
    asking = memory.prompt
    appointed = asking is not None and asking.appointment is not None
    kinds = signals & switched_on(settings) if signals else signals
    if sitting.away(memory.sitting):
        kinds |= {By.AWAY}
    if in_session:
        kinds |= {By.SESSION}
    if memory.pause is not None:
        kinds |= {By.PAUSED}
    if memory.closed and not appointed:
        kinds |= {By.HOURS}
    return kinds
