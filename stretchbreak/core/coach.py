"""All the rules, behind one door.

    event ---> Coach.handle ---> effects     what to do, once
                    |
                    +--> Coach.view          what the screen should show
                    +--> Coach.next_wake     when to look again
                    +--> Coach.memory        what to keep over a restart

At one moment, first say what input was read, then what happened, then that
time passed. The coach only passes events on to the machine they concern;
rules belong in the machines.
"""

from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from stretchbreak.core import (
    answers,
    appointing,
    asking,
    choice,
    coaching,
    diary,
    events,
    remarks,
    session,
    showing,
    sitting,
)
from stretchbreak.core.absence import rest_since
from stretchbreak.core.catalogue_change import CatalogueChange, changed
from stretchbreak.core.effects import Effects, Refused
from stretchbreak.core.foresight import Foresight, foreseen_wake
from stretchbreak.core.history import History
from stretchbreak.core.holds import By
from stretchbreak.core.memory import Memory
from stretchbreak.core.moment import earliest
from stretchbreak.core.offering import offer_anew
from stretchbreak.core.player import Player
from stretchbreak.core.routine import Catalogue
from stretchbreak.core.settings import Settings
from stretchbreak.core.state import State, holding
from stretchbreak.core.view import PromptView, View
from stretchbreak.core.whereabouts import (
    Absent,
    Bar,
    Present,
    Sitting,
    awaits_input,
)
from stretchbreak.core.world import World


class Coach:
    """Watches one person sit. Owns all that changes in the core."""

    def __init__(
        self,
        settings: Settings,
        catalogue: Catalogue,
        history: History,
        memory: Memory,
    ) -> None:
        self._state = State.of(memory)
        self._world = World(memory.at, settings, catalogue, history)
        self._before_skip: Memory | None = None
        self._unfinished = memory.unfinished
        self._began = memory.at.steady

    def __copy__(self) -> "Coach":
        """Return a coach in the same state, which decides for itself alone."""
        twin = object.__new__(type(self))
        vars(twin).update(vars(self))
        twin._state, twin._world = copy(self._state), copy(self._world)
        return twin

    def handle(self, event: events.Event) -> Effects:
        """Take *event* into account and return what must be done about it."""
        self._world.now = event.at
        before = self._state.prompt
        effects = coaching.catch_up(self._state, self._world) + self._taken(event)
        self._look_at_holds()
        self._state.day = diary.after(self._state, self._world, effects, before)
        return effects

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._world.settings

    @property
    def catalogue(self) -> Catalogue:
        """What there is to do."""
        return self._world.catalogue

    @property
    def history(self) -> History:
        """What was done, as far as the rules remember it."""
        return self._world.history

    @property
    def run(self) -> Player | None:
        """The running session, if there is one."""
        return self._world.run

    def lengths(self) -> Mapping[str | None, timedelta]:
        """Return how long each routine would take now, and None: the suggested one."""
        state, world = self._state, self._world
        ids: tuple[str | None, ...] = (None, *world.catalogue.routines)
        offers = {id_: session.wanted(state, world, id_, warm=False) for id_ in ids}
        return {
            id_: choice.planned(wanted, world.catalogue, world.settings).total
            for id_, wanted in offers.items()
        }

    def memory(self) -> Memory:
        """Return what must be kept over a restart, also should we be killed now."""
        underway = self._world.underway
        if underway is not None:
            return session.if_killed(self._state, self._world, underway)
        kept = self._state.memory(self._world.now)
        if self._unfinished is not None:
            kept = replace(kept, unfinished=self._unfinished)
        return kept

    @property
    def settled(self) -> bool:
        """Whether `memory` tells all that matters from now on: nothing is under way."""
        where = self._state.sitting.where
        resting = isinstance(where, Absent) and where.rested and where.burst is None
        return (
            resting
            and not self._world.signals
            and self._state.prompt is None
            and self._world.underway is None
            and self._world.closing is None
            and self._unfinished is None
            and self._undoable() is None
        )

    def awaits_input(self) -> bool:
        """Return whether the very next input should be reported at once."""
        return awaits_input(self._state.sitting)

    def next_wake(self, foresight: Foresight | None = None) -> timedelta | None:
        """Return when time must next be said to pass, on the steady clock.

        Args:
            foresight: Where the future is known, nobody looks at a session
                meanwhile, and looks for input are part of the answer.
        """
        state, world, rules = self._state, self._world, self._world.away_rules
        now, seat, last_input = world.now.steady, state.sitting, world.last_input
        if foresight is None:
            sitting_wake = sitting.next_wake(seat, now, rules)
        else:
            sitting_wake = foreseen_wake(seat, now, rules, foresight)
            if state.prompt is not None:
                typing = foresight.busy_until(world.settings.typing_pause)
                last_input = max(last_input, typing)
        times = [
            sitting_wake,
            *asking.wakes(state, world, last_input),
            *appointing.wakes(state, world),
            *coaching.wakes(state, world, seen=foresight is None),
        ]
        return earliest(times)

    def view(self) -> View:
        """Return what the screen should show."""
        undoable = self._undoable() is not None
        return showing.view(self._state, self._world, skip_undo=undoable)

    def trial_prompt(self) -> PromptView:
        """Return how the stretch reminder asks, for the user to see it."""
        return showing.trial_prompt(self._state, self._world)

    def _taken(self, event: events.Event) -> Effects:  # noqa: C901, PLR0911, PLR0912 - one line an event
        state, world = self._state, self._world
        match event:
            case events.InputRead(_, idle_for, busy_for):
                return self._read(world.now.steady - idle_for, busy_for)
            case events.TimePassed():
                return self._fall_due()
            case events.Locked():
                return self._bar(Bar.LOCK)
            case events.Unlocked():
                return self._unbar(Bar.LOCK)
            case events.Suspended():
                return self._bar(Bar.SLEEP)
            case events.Woke():
                return self._unbar(Bar.SLEEP)
            case events.Launched():
                return self._launch()
            case events.Quit():
                return (*coaching.end(state, world), *self._bar(Bar.QUIT))
            case events.HoldBegan(_, by):
                return self._signal(world.signals | {by})
            case events.HoldEnded(_, by):
                return self._signal(world.signals - {by})
            case events.StartAsked(_, routine, warm):
                return coaching.start(state, world, routine, warm=warm)
            case events.SnoozeAsked(_, duration):
                return answers.snooze(state, world, duration)
            case events.SkipAsked():
                return self._skip()
            case events.SkipUndone():
                return self._undo_skip()
            case events.WalkedSaid():
                return answers.walked(state, world)
            case events.AskAnywayAsked():
                return answers.ask_anyway(state, world)
            case events.PauseAsked(_, end):
                coaching.forget_answered(world)
                return answers.pause(state, world, end)
            case events.ResumeAsked():
                return answers.resume(state, world)
            case events.SettingsChanged(_, settings):
                return self._change_settings(settings)
            case events.CatalogueChanged(_, change):
                return self._change_catalogue(change)
            case events.SafetyAnswered(_, safety):
                return remarks.answer_safety(state, world, safety)
            case events.FeelingSaid():
                return remarks.look_back(state, world, event)
            case events.FoundFineSaid(_, stretch):
                return remarks.find_fine(world, stretch)
            case events.HistoryErased():
                return self._forget()
            case events.EndAsked():
                return coaching.end(state, world) or (
                    Refused("No session is running."),
                )
            case (
                events.SessionPauseAsked()
                | events.SessionContinued()
                | events.NextAsked()
                | events.PreviousAsked()
                | events.HurtSaid()
                | events.LeaveOutAsked()
                | events.EasierAsked()
                | events.MuteAsked()
            ):
                return coaching.obey(state, world, event)
            case unreachable:
                assert_never(unreachable)

    def _read(self, last: timedelta, busy_for: timedelta) -> Effects:
        world, before = self._world, self._state.sitting
        after = sitting.saw_input(before, last, self._world.away_rules, busy_for)
        world.last_input = max(world.last_input, last)
        if isinstance(before.where, Present) or not isinstance(after.where, Present):
            return self._seat(after)
        world.back_since = after.where.since
        if world.closing is not None:
            world.closing = replace(world.closing, back=True)
        return self._seat(after) + asking.back(self._state, world)

    def _seat(self, after: Sitting) -> Effects:
        """Let the user's whereabouts be *after*, which may make a rest known."""
        before, self._state.sitting = self._state.sitting, after
        if after is before:
            return ()
        since = rest_since(before, after, self._world.away_rules)
        if since is None:
            return ()
        return asking.rest(self._state, self._world, since)

    def _fall_due(self) -> Effects:
        state, world = self._state, self._world
        now, effects = world.now.steady, self._look_at_calendar()
        effects += self._seat(
            sitting.advance(state.sitting, now, self._world.away_rules)
        )
        effects += coaching.advance(state, world)
        effects += appointing.advance(state, world)
        self._look_at_holds()
        effects += asking.advance(state, world)
        return effects + appointing.missed(state, world)

    def _look_at_calendar(self) -> Effects:
        state, world = self._state, self._world
        effects: Effects = ()
        if state.pause is not None and state.pause.over(world.now):
            effects = answers.pause_over(state, world)
        was_closed = state.closed
        effects += asking.look_at_hours(state, world)
        if state.closed and not was_closed:
            coaching.forget_answered(world)
        return effects

    def _change_settings(self, settings: Settings) -> Effects:
        before = self._world.settings
        self._world.use(settings)
        asking.change_settings(self._state, self._world, before)
        return ()

    def _change_catalogue(self, change: CatalogueChange) -> Effects:
        """Offer from what there is now; a running session keeps its plan."""
        self._world.catalogue = changed(self._world.catalogue, change)
        offer_anew(self._state, self._world)
        return ()

    def _launch(self) -> Effects:
        state, now = self._state, self._world.now.steady
        state.sitting = sitting.relaunched(
            state.sitting, self._began, now, self._world.away_rules
        )
        asking.relaunched(state, now)
        offer_anew(state, self._world)
        record, self._unfinished = self._unfinished, None
        return () if record is None else coaching.recorded(state, self._world, record)

    def _bar(self, bar: Bar) -> Effects:
        state, now = self._state, self._world.now.steady
        state.sitting = sitting.bar(state.sitting, bar, now, self._world.away_rules)
        return coaching.stop(state, self._world)

    def _unbar(self, bar: Bar) -> Effects:
        state, now = self._state, self._world.now.steady
        state.sitting = sitting.unbar(state.sitting, bar, now)
        coaching.back(self._world)
        return ()

    def _signal(self, signals: frozenset[By]) -> Effects:
        watching = By.INHIBITOR in signals
        if watching is not (By.INHIBITOR in self._world.signals):
            state, now = self._state, self._world.now.steady
            state.sitting = sitting.watch(
                state.sitting, now, self._world.away_rules, on=watching
            )
        self._world.signals = signals
        return ()

    def _forget(self) -> Effects:
        """Let nothing have been done; what is offered is chosen again."""
        self._world.history, self._world.closing = History(), None
        offer_anew(self._state, self._world)
        return ()

    def _skip(self) -> Effects:
        before = self.memory()
        effects = answers.skip(self._state, self._world)
        if self._state.prompt is not before.prompt:
            self._before_skip = before
        return effects

    def _undo_skip(self) -> Effects:
        before = self._undoable()
        if before is None:
            return (Refused("There is no skip to take back."),)
        self._before_skip = None
        return answers.undo_skip(self._state, self._world, before)

    def _undoable(self) -> Memory | None:
        before, now = self._before_skip, self._world.now.steady
        if before is None or not answers.undoable(self._state, before, now):
            return None
        return before

    def _look_at_holds(self) -> None:
        kinds = holding(self._state, self._world)
        if kinds != self._world.holds:
            self._world.hold(kinds)
