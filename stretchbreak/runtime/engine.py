"""Turns outside happenings into events, and effects into deeds.

    wish, signal, timer ---> turn ---> Coach ---> effects, view ---> ports
                              ^                                        |
                              +------------- waker, input <------------+

A turn says what input there was, what happened and that time passed, all at
one moment; then it does what the coach says, shows what there is to show and
sets the waker. Whatever happens during a turn waits for the next one.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from stretchbreak.core import events
from stretchbreak.core.catalogue_change import difference
from stretchbreak.core.coach import Coach
from stretchbreak.core.cues import TRY_CHIME, TRY_VOICE
from stretchbreak.core.day import Lived
from stretchbreak.core.effects import Effects, Refused
from stretchbreak.core.holds import By
from stretchbreak.core.routine import Catalogue
from stretchbreak.core.settings import Settings
from stretchbreak.core.view import PromptView, View
from stretchbreak.runtime import journal, lock_doubt
from stretchbreak.runtime.deeds import Deeds
from stretchbreak.runtime.hearing import Hearing
from stretchbreak.runtime.hold_looks import HoldLooks
from stretchbreak.runtime.input_watch import InputWatch
from stretchbreak.runtime.lock_doubt import LockDoubt
from stretchbreak.runtime.ports import Ports
from stretchbreak.runtime.ports.screen import Screen, Waker
from stretchbreak.runtime.sleep_watch import SleepWatch
from stretchbreak.runtime.typical_day import typical_day
from stretchbreak.runtime.wishes import Make, Wishes

MARK_EVERY = timedelta(hours=12)
"""So often, at a rest, the journal is told how everything stands: once a day."""
LOOK_EVERY = timedelta(seconds=2)
"""How often an idle source that cannot tell of input by itself is asked."""


class Engine(Wishes):
    """Owns the coach and the ports; the only caller of either.

    It meets the user's wishes (`runtime.controls`) and listens to the desktop
    session (`runtime.ports.desktop.SessionListener`).
    """

    def __init__(self, coach: Coach, ports: Ports, on_quit: Callable[[], None]) -> None:
        self._coach = coach
        self._ports = ports
        self._on_quit = on_quit
        self._hearing = Hearing(ports.sound, ports.clock)
        self._deeds = Deeds(ports.history, ports.memory)
        self._input = InputWatch(ports.idle, ports.other_idle)
        self._holds = HoldLooks(ports.holds)
        self._sleep = SleepWatch(ports.clock)
        self._doubt = LockDoubt()
        self._screen: Screen | None = None
        self._waker: Waker | None = None
        self._queue: deque[Make] = deque()
        self._turning = False
        self._marked = timedelta()
        self._over = False

    def begin(self, screen: Screen, waker: Waker) -> None:
        """Show on *screen* and be woken by *waker* from now on."""
        self._screen, self._waker = screen, waker
        self._deeds.begin(screen)
        self._input.begin(self._input_returned)
        self._ports.sound.on_news(screen.unheard)
        self._marked = self._ports.clock.now().steady
        for effect in self._tell(self._standing()):
            self._deeds.do(effect)
        self._turn()

    def wake(self) -> None:
        """Look what has fallen due. Called by the waker."""
        self._turn()

    def view(self) -> View:
        """Return what there is to show."""
        return self._coach.view()

    def trial_prompt(self) -> PromptView:
        """Return how a reminder asks, for the user to see it."""
        return self._coach.trial_prompt()

    @property
    def idle_source(self) -> str:
        """The name of the idle source in use."""
        return self._input.name

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._coach.settings

    def lengths(self) -> Mapping[str | None, timedelta]:
        """Return how long each routine would take now, and None: the suggested one."""
        return self._coach.lengths()

    def typical_day(self, settings: Settings) -> Lived:
        """Return what a working day would look like with *settings*."""
        today = self._ports.clock.now().local.date()
        return typical_day(settings, self._coach.catalogue, today)

    # What the user wishes beside `runtime.wishes`.

    def change_settings(self, settings: Settings) -> str | None:
        """Use *settings* from now on; return why they could not be kept."""
        unkept = self._deeds.attempt(lambda: self._ports.settings.save(settings))
        return self._happened(lambda at: events.SettingsChanged(at, settings)) or unkept

    def settings_found(self, settings: Settings) -> None:
        """Use *settings*, which were found in their file: it was changed outside."""
        if settings != self.settings:
            self._happened(lambda at: events.SettingsChanged(at, settings))

    def erase_history(self) -> str | None:
        """Delete every record for good; return why it could not be done."""
        unerased = self._deeds.attempt(self._ports.history.erase)
        return unerased or self._happened(events.HistoryErased)

    def try_voice(self, words: str = TRY_VOICE.say) -> None:
        """Let the voice be heard, saying *words*."""
        self._ports.sound.try_out(self.settings, replace(TRY_VOICE, say=words))

    def change_catalogue(self, catalogue: Catalogue) -> None:
        """Offer what is in *catalogue* from now on; a session keeps its plan."""
        change = difference(self._coach.catalogue, catalogue)
        self._happened(lambda at: events.CatalogueChanged(at, change))

    def try_chime(self) -> None:
        """Let the chime be heard that ends a session."""
        self._ports.sound.try_out(self.settings, TRY_CHIME)

    def refresh(self) -> None:
        """Bring what is shown up to date."""
        self._turn()

    def open(self) -> None:
        """Bring to the front what the user most likely wants to see."""
        self._turn()
        if self._screen is not None and not self._over:
            self._screen.open()

    def quit(self) -> None:
        """End the program: the session ends, all is kept, nothing is woken."""
        self._happened(events.Quit)

    # What the desktop session tells; see `runtime.ports.desktop.SessionListener`.

    def locked(self, *, certain: bool) -> None:
        """The screen was locked, or another user took the seat; perhaps only."""
        self._doubt.locked(self._ports.clock.now().steady, certain=certain)
        self._happened(events.Locked)

    def unlocked(self) -> None:
        """The screen is this user's again."""
        self._doubt.unlocked()
        self._happened(events.Unlocked)

    def suspended(self) -> None:
        """The computer is about to sleep."""
        self._sleep.suspended()
        self._happened(events.Suspended)

    def woke(self) -> None:
        """The computer is awake again."""
        self._happened(events.Woke)
        self._sleep.woke()

    def hold_began(self, by: By) -> None:
        """Something began that may hold prompts back."""
        self._happened(lambda at: events.HoldBegan(at, by))

    def hold_ended(self, by: By) -> None:
        """Something that may hold prompts back is over."""
        self._happened(lambda at: events.HoldEnded(at, by))

    def _input_returned(self) -> None:
        if self._look_every() is not None:
            self._turn()

    def _happened(self, make: Make) -> str | None:
        """Let what *make* makes happen; return why it was refused, or None."""
        if self._over:
            return "Stretchbreak is about to end."
        self._queue.append(make)
        effects = self._turn()
        return next((e.why for e in effects if isinstance(e, Refused)), None)

    def _turn(self) -> Effects:
        """Do one turn; during a turn, and after the end, do nothing."""
        if self._turning or self._over:
            return ()
        self._turning = True
        try:
            happened, run = bool(self._queue), self._coach.run
            effects = self._told()
            self._mark()
            for effect in effects:
                self._deeds.do(effect)
            changed = self._coach.run is not run
            urgent = happened or changed or bool(effects)
            self._deeds.keep(self._coach.memory(), urgent=urgent)
            self._show()
        finally:
            self._turning = False
            self._let_go_if_over()
        if self._queue:
            self._turn()
        return effects

    def _mark(self) -> None:
        """Now and then say how everything stands, for a replay to begin from."""
        now = self._ports.clock.now().steady
        if now - self._marked >= MARK_EVERY and self._coach.settled:
            self._marked = now
            self._ports.journal.write(journal.stood(self._standing()))

    def _standing(self) -> events.Launched:
        coach, now = self._coach, self._ports.clock.now()
        return events.Launched(now, coach.memory(), coach.settings, coach.history)

    def _let_go_if_over(self) -> None:
        if not self._over:
            return
        self._input.close()
        self._ports.awake.keep(awake=False)
        if self._waker is not None:
            self._waker.wake_in(None)
        self._on_quit()

    def _told(self) -> Effects:
        now = self._ports.clock.now()
        idle_for = self._ports.clock.lasted(self._input.idle_for())
        # First of all sleep: a counter of input may have stood still in it.
        happened: list[events.Event] = [*self._sleep.missed(now)]
        if self._doubt.works(now.steady, idle_for):
            happened.append(events.Unlocked(now))
        happened.append(events.InputRead(now, idle_for))
        makes, self._queue = self._queue, deque()
        effects: Effects = ()
        for event in (*happened, *(make(now) for make in makes)):
            effects += self._tell(event)
            if isinstance(event, events.Quit):
                self._over = True
                break
        else:
            for change in self._holds.changes(self._coach, now):
                effects += self._tell(change)
            effects += self._tell(events.TimePassed(now))
        coach = self._coach
        self._hearing.follow(coach.run, coach.settings, now.steady)
        return effects

    def _tell(self, event: events.Event) -> Effects:
        """Tell the coach *event*, and write down both it and what was decided."""
        write = self._ports.journal.write
        write(journal.line(event))
        effects = self._coach.handle(event)
        for effect in effects:
            decided = journal.decided(event.at.local, effect)
            if decided is not None:
                write(decided)
        return effects

    def _show(self) -> None:
        if self._screen is None or self._waker is None:
            return
        view = self._coach.view()
        self._screen.show(view)
        session = view.session
        self._ports.awake.keep(awake=session is not None and session.awake)
        running = session is not None and session.ends_at is not None
        self._waker.wake_in(self._next_look(counting=view.seated or running))

    def _next_look(self, *, counting: bool) -> timedelta | None:
        """Return how long the waker may sleep.

        Args:
            counting: Whether there is time that would be lost, were we killed.
        """
        clock = self._ports.clock
        looks = []
        wake = self._coach.next_wake()
        if wake is not None:
            looks.append(clock.until(wake))
        more = (
            self._deeds.next_save() if counting else None,
            self._holds.next_look(self._coach),
            self._sleep.next_look(),
            self._doubt.next_look(clock.now().steady),
        )
        looks += [clock.until(look) for look in more if look is not None]
        for_input = self._input.expect(self._look_every())
        if for_input is not None:
            looks.append(for_input)
        return min(looks, default=None)

    def _look_every(self) -> timedelta | None:
        """Return how often to look for input; None if the very next does not matter."""
        if self._coach.awaits_input():
            return LOOK_EVERY
        return lock_doubt.LOOK_EVERY if self._doubt.doubts else None
