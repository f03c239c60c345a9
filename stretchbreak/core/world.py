"""What the rules must know beside the memory."""

from dataclasses import dataclass
from datetime import timedelta

from stretchbreak.core.history import History
from stretchbreak.core.holds import AWAY, By, Held, update
from stretchbreak.core.moment import Moment
from stretchbreak.core.routine import Catalogue
from stretchbreak.core.settings import Settings


@dataclass(slots=True, kw_only=True)
class World:
    """The world as it is now; the coach keeps it up to date, the rules read it.

    Attributes:
        now: The present moment.
        last_input: The last input, on the steady clock.
        back_since: When the user last came back, on the steady clock.
        clear_since: When the last hold ended, on the steady clock.
        changed: When what holds last changed, on the steady clock.
        holds: What holds prompts back.
        held: The same, each with when it began.
    """

    now: Moment
    settings: Settings
    catalogue: Catalogue
    history: History
    last_input: timedelta
    back_since: timedelta
    clear_since: timedelta
    changed: timedelta
    holds: frozenset[By] = frozenset()
    held: tuple[Held, ...] = ()

    @classmethod
    def at(
        cls, now: Moment, settings: Settings, catalogue: Catalogue, history: History
    ) -> "World":
        """Return a world that begins *now*, with nothing known to hold."""
        return cls(
            now=now,
            settings=settings,
            catalogue=catalogue,
            history=history,
            last_input=now.steady,
            back_since=now.steady,
            clear_since=now.steady,
            changed=now.steady,
        )

    def hold(self, kinds: frozenset[By]) -> None:
        """Let exactly *kinds* hold prompts back from now on."""
        if kinds == self.holds:
            return
        now = self.now.steady
        if not kinds:
            back_last = self.holds == AWAY
            self.clear_since = max(self.back_since, self.changed) if back_last else now
        self.changed = now
        self.held = update(self.held, kinds, self.now)
        self.holds = kinds
