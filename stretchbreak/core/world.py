"""What the rules must know beside the memory."""

from stretchbreak.core.closing import Closing
from stretchbreak.core.history import History
from stretchbreak.core.holds import AWAY, By, Held, update
from stretchbreak.core.moment import Moment
from stretchbreak.core.player import Player
from stretchbreak.core.reminder import reminders
from stretchbreak.core.routine import Catalogue
from stretchbreak.core.settings import Settings
from stretchbreak.core.underway import Underway
from stretchbreak.core.whereabouts import away_rules


class World:
    """The world as it is now; the coach keeps it up to date, the rules read it.

    Attributes:
        now: The present moment.
        settings: Those in force, and what follows from them.
        away_rules: What they say about being away.
        reminders: What they ask for, the longest routine first.
        last_input: The last input, on the steady clock.
        back_since: When the user last came back, on the steady clock.
        clear_since: When the last hold ended, on the steady clock.
        signals: What was said from outside to hold prompts back.
        holds: What holds them back.
        held: The same, each with when it began.
        underway: The session that runs, if one does.
        closing: The session that can be looked back at, if there is one.
    """

    underway: Underway | None = None
    closing: Closing | None = None

    def __init__(
        self, now: Moment, settings: Settings, catalogue: Catalogue, history: History
    ) -> None:
        """Let the world begin *now*, with nothing known to hold."""
        self.now = now
        self.use(settings)
        self.catalogue = catalogue
        self.history = history
        self.last_input = self.back_since = self.clear_since = now.steady
        self.signals: frozenset[By] = frozenset()
        self.holds: frozenset[By] = frozenset()
        self.held: tuple[Held, ...] = ()
        self._changed = now.steady

    @property
    def run(self) -> Player | None:
        """Where the session stands that runs, if one does."""
        return None if self.underway is None else self.underway.player

    def use(self, settings: Settings) -> None:
        """Let *settings* be in force from now on."""
        self.settings = settings
        self.away_rules = away_rules(settings)
        self.reminders = reminders(settings)

    def hold(self, kinds: frozenset[By]) -> None:
        """Let exactly *kinds*, which are others than before, hold prompts back."""
        now = self.now.steady
        if not kinds:
            back_last = self.holds == AWAY
            self.clear_since = max(self.back_since, self._changed) if back_last else now
        self._changed = now
        self.held = update(self.held, kinds, self.now)
        self.holds = kinds
