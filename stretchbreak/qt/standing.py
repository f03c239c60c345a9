"""The one thing to say about a view, where there is room for only one.

The tray icon and the dashboard show the same state, so it is read off the
view here, once. Several may be true together; the first in this list counts:

    session > paused > held > due > away > snoozed > counting
"""

from enum import Enum, auto

from stretchbreak.core.holds import By, Held
from stretchbreak.core.view import View

UNREMARKABLE = frozenset({By.PAUSED, By.AWAY, By.SESSION})
"""Holds that are states of their own, and not news."""


class Standing(Enum):
    """How things stand."""

    SESSION = auto()
    PAUSED = auto()
    HELD = auto()
    DUE = auto()
    AWAY = auto()
    SNOOZED = auto()
    COUNTING = auto()


def standing(view: View) -> Standing:  # noqa: PLR0911 - one a state
    """Return how things stand in *view*."""
    if view.session is not None:
        return Standing.SESSION
    if view.paused is not None:
        return Standing.PAUSED
    if holding(view):
        return Standing.HELD
    if view.due or view.overdue:
        return Standing.DUE
    if not view.seated:
        return Standing.AWAY
    if view.snoozed_until is not None:
        return Standing.SNOOZED
    return Standing.COUNTING


def holding(view: View) -> tuple[Held, ...]:
    """Return the holds that are worth telling the user about."""
    return tuple(held for held in view.held if held.by not in UNREMARKABLE)
