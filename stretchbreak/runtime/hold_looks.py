"""When to ask whether something outside holds a prompt back.

Some holds tell of themselves. Others, such as a microphone in use, must be
looked for, which takes some milliseconds: so they are looked for only at the
moment a prompt is about to appear, and while it is shown or held from then on,
slowly.
"""

import copy
from datetime import timedelta

from stretchbreak.core.coach import Coach
from stretchbreak.core.effects import PromptShown, Renudged
from stretchbreak.core.events import HoldBegan, HoldEnded, TimePassed
from stretchbreak.core.holds import By
from stretchbreak.core.moment import Moment
from stretchbreak.runtime.ports.desktop import HoldChecks

ASK_EVERY = timedelta(seconds=30)
"""How often it is asked again whether what held a prompt back still does."""


class HoldLooks:
    """Looks for holds when a prompt depends on them, and says what changed."""

    def __init__(self, checks: HoldChecks) -> None:
        self._checks = checks
        self._found: frozenset[By] = frozenset()
        self._asked: timedelta | None = None

    def changes(self, coach: Coach, now: Moment) -> tuple[HoldBegan | HoldEnded, ...]:
        """Look if it is time to, and return what began and what ended.

        Args:
            coach: Who has been told all that happened up to *now*, but not yet
                that time passed.
            now: The present moment.
        """
        found = self._look(coach, now)
        began = [HoldBegan(now, by) for by in By if by in found - self._found]
        ended = [HoldEnded(now, by) for by in By if by in self._found - found]
        self._found = found
        return (*began, *ended)

    def next_look(self, coach: Coach) -> timedelta | None:
        """Return when to look again, on the steady clock."""
        if self._asked is None or not self._depends(coach):
            return None
        return self._asked + ASK_EVERY

    def _look(self, coach: Coach, now: Moment) -> frozenset[By]:
        again = self.next_look(coach)
        if _about_to_show(coach, now) or (again is not None and now.steady >= again):
            self._asked = now.steady
            return self._checks.found(coach.settings)
        # Nobody looks while nothing is due, so what was found then is no news.
        return self._found if _due(coach) else frozenset()

    def _depends(self, coach: Coach) -> bool:
        """Return whether a prompt is shown, or is held by what was found."""
        view = coach.view()
        waits = view.prompt is not None or bool(self._found)
        return waits and view.seated and _due(coach)


def _due(coach: Coach) -> bool:
    view = coach.view()
    return view.due and not view.overdue


def _about_to_show(coach: Coach, now: Moment) -> bool:
    """Return whether *coach* will show something when told that time passed.

    A copy of it is asked, which decides for itself alone.
    """
    effects = copy.copy(coach).handle(TimePassed(now))
    return any(isinstance(effect, PromptShown | Renudged) for effect in effects)
