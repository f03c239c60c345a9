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

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import assert_never

from stretchbreak.core import (
    appointing,
    asking,
    choice,
    events,
    holds,
    offering,
    player,
    session,
    sitting,
)
from stretchbreak.core.effects import Effect, Refused, SessionRaised
from stretchbreak.core.history import History, remember, sessions_this_week
from stretchbreak.core.holds import By
from stretchbreak.core.memory import Memory
from stretchbreak.core.player import Player
from stretchbreak.core.prompt import Stage
from stretchbreak.core.routine import Catalogue
from stretchbreak.core.settings import Settings
from stretchbreak.core.sitting import Absent, Bar, Foresight, Present
from stretchbreak.core.view import Paused, View, prompt_view, session_view
from stretchbreak.core.world import World, away_rules, holding

Effects = tuple[Effect, ...]


class Coach:
    """Watches one person sit. Holds the only mutable state of the core."""

    def __init__(
        self,
        settings: Settings,
        catalogue: Catalogue,
        history: History,
        memory: Memory,
    ) -> None:
        self._settings, self._rules = settings, away_rules(settings)
        self._catalogue = catalogue
        self._history = history
        self._memory = memory
        self._now = memory.at
        self._underway: session.Underway | None = None
        self._signals: frozenset[By] = frozenset()
        self._held: tuple[holds.Held, ...] = ()
        self._holding: frozenset[By] = frozenset()
        self._changed = self._clear_since = memory.at.steady
        self._back_since = self._last_input = memory.at.steady
        self._before_skip: Memory | None = None

    def handle(self, event: events.Event) -> Effects:
        """Take *event* into account and return what must be done about it."""
        self._now = event.at
        effects = self._caught_up() + self._taken(event)
        self._look_at_holds()
        return effects

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    @property
    def history(self) -> History:
        """What was done, as far as the rules remember it."""
        return self._history

    def memory(self) -> Memory:
        """Return what must be kept over a restart."""
        return replace(self._memory, at=self._now)

    def awaits_input(self) -> bool:
        """Return whether the very next input should be reported at once."""
        return sitting.awaits_input(self._memory.sitting)

    def next_wake(self, foresight: Foresight | None = None) -> timedelta | None:
        """Return when time must next be said to pass, on the steady clock.

        Args:
            foresight: Where the future is known, nobody looks at a session
                meanwhile, and looks for input are part of the answer.
        """
        now, seat, world = self._now.steady, self._memory.sitting, self._world()
        if foresight is None:
            sitting_wake = sitting.next_wake(seat, now, self._rules)
        else:
            sitting_wake = sitting.foreseen_wake(seat, now, self._rules, foresight)
            last = foresight.busy_until(self._settings.typing_pause)
            world = replace(world, last_input=max(world.last_input, last))
        times = [
            sitting_wake,
            asking.next_wake(self._memory, world),
            appointing.next_wake(self._memory, world),
        ]
        if self._underway is not None:
            run = self._underway.player
            seen = foresight is None
            times.append(player.next_wake(run) if seen else player.ends_at(run))
        return min((time for time in times if time is not None), default=None)

    def view(self) -> View:
        """Return what the screen should show."""
        memory, world = self._memory, self._world()
        now = self._now
        prompt = memory.prompt
        stage = prompt.stage if prompt is not None else None
        snoozed = stage in {Stage.SNOOZED, Stage.DELAYED}
        left, rule = asking.until_due(memory, world)
        coming = memory.counting or prompt is not None
        if prompt is not None:
            left = prompt.until - now.steady if snoozed else timedelta()
        ends = memory.pause.ends(now) if memory.pause is not None else None
        shown = prompt if stage is Stage.SHOWN else None
        return View(
            at=now,
            sitting=asking.sitting_time(memory, world),
            seated=isinstance(memory.sitting.where, Present),
            next_prompt=left if coming else None,
            progress=1 - min(left / rule.after, 1) if coming else 0.0,
            due=prompt is not None and not snoozed,
            overdue=stage is Stage.EXPIRED,
            snoozed_until=now.later(prompt.until).local
            if prompt is not None and snoozed
            else None,
            held=self._held if stage is Stage.HELD else (),
            paused=None
            if memory.pause is None
            else Paused(until=ends.local if ends is not None else None),
            skip_undo=self._undoable() is not None,
            prompt=None
            if shown is None
            else prompt_view(
                shown,
                choice.planned(shown.offer, self._catalogue, self._settings),
                self._settings,
            ),
            session=None
            if self._underway is None
            else session_view(self._underway.player, now.steady),
            safety=memory.safety,
            week_done=sessions_this_week(self._history, now.local),
            week_goal=self._settings.weekly_goal,
        )

    def _caught_up(self) -> Effects:
        """Let the phases of a session end that ended before this moment."""
        if self._underway is None:
            return ()
        before = self._now.steady - timedelta.resolution
        return self._played(player.advance(self._underway.player, before))

    def _taken(self, event: events.Event) -> Effects:  # noqa: C901, PLR0911, PLR0912 - one line an event
        match event:
            case events.InputRead(_, idle_for, busy_for):
                return self._read(self._now.steady - idle_for, busy_for)
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
                return (*self._end_session(), *self._bar(Bar.QUIT))
            case events.HoldBegan(_, by):
                return self._signal(self._signals | {by})
            case events.HoldEnded(_, by):
                return self._signal(self._signals - {by})
            case events.StartAsked(_, routine, warm):
                return self._start(routine, warm=warm)
            case events.SnoozeAsked(_, duration):
                return self._ask(partial(asking.snooze, duration=duration))
            case events.SkipAsked():
                return self._skip()
            case events.SkipUndone():
                return self._undo_skip()
            case events.WalkedSaid():
                return self._ask(asking.walked)
            case events.AskAnywayAsked():
                return self._ask(asking.ask_anyway)
            case events.PauseAsked(_, end):
                self._forget_answered()
                return self._ask(partial(asking.pause, end=end))
            case events.ResumeAsked():
                return self._ask(asking.resume)
            case events.SettingsChanged(_, settings):
                before = self._settings
                self._settings, self._rules = settings, away_rules(settings)
                return self._ask(partial(asking.change_settings, before=before))
            case events.SafetyAnswered(_, safety):
                memory = replace(self._memory, safety=safety)
                self._memory = offering.offer_anew(memory, self._world())
                return ()
            case events.EndAsked():
                return self._end_session() or (Refused("No session is running."),)
            case (
                events.SessionPauseAsked()
                | events.SessionContinued()
                | events.NextAsked()
                | events.PreviousAsked()
                | events.HurtSaid()
                | events.LeaveOutAsked()
                | events.EasierAsked()
            ):
                return self._play(event)
            case unreachable:
                assert_never(unreachable)

    def _play(self, event: events.SessionEvent) -> Effects:
        if self._underway is None:
            return (Refused("No session is running."),)
        run = session.obeyed(self._underway.player, event, self._now.steady)
        return self._played(run)

    def _played(self, run: Player) -> Effects:
        if self._underway is None:
            return ()
        self._underway = replace(self._underway, player=run)
        return self._end_session() if run.over else ()

    def _read(self, last: timedelta, busy_for: timedelta) -> Effects:
        before = self._memory.sitting
        after = sitting.saw_input(before, last, self._rules, busy_for)
        self._last_input = max(self._last_input, last)
        if after is not before:
            self._memory = replace(self._memory, sitting=after)
        if isinstance(before.where, Absent) and isinstance(after.where, Present):
            self._back_since = after.where.since
        return self._rest(sitting.rest_since(before, after, self._rules))

    def _fall_due(self) -> Effects:
        effects: Effects = ()
        if self._memory.pause is not None and self._memory.pause.over(self._now):
            effects += self._ask(asking.pause_over)
        effects += self._look_at_hours()
        before = self._memory.sitting
        after = sitting.advance(before, self._now.steady, self._rules)
        if after is not before:
            self._memory = replace(self._memory, sitting=after)
        effects += self._rest(sitting.rest_since(before, after, self._rules))
        if self._underway is not None:
            run = player.advance(self._underway.player, self._now.steady)
            effects += self._played(run)
        effects += self._ask(appointing.advance)
        self._look_at_holds()
        effects += self._ask(asking.advance)
        return effects + self._ask(appointing.missed)

    def _forget_answered(self) -> None:
        """What the running session answered is withdrawn: it will not come back."""
        if self._underway is not None:
            self._underway = replace(self._underway, answered=None)

    def _look_at_hours(self) -> Effects:
        was_closed = self._memory.closed
        effects = self._ask(asking.look_at_hours)
        if self._memory.closed and not was_closed:
            self._forget_answered()
        return effects

    def _ask(self, rule: Callable[[Memory, World], asking.Outcome]) -> Effects:
        self._memory, effects = rule(self._memory, self._world())
        return effects

    def _rest(self, since: timedelta | None) -> Effects:
        if since is None:
            return ()
        return self._ask(partial(asking.rest, since=since))

    def _launch(self) -> Effects:
        memory = self._memory
        now = self._now.steady
        seat = sitting.relaunched(memory.sitting, memory.at.steady, now, self._rules)
        memory = asking.relaunched(replace(memory, sitting=seat), now)
        self._memory = offering.offer_anew(memory, self._world())
        return ()

    def _bar(self, bar: Bar) -> Effects:
        now = self._now.steady
        seat = sitting.bar(self._memory.sitting, bar, now, self._rules)
        self._memory = replace(self._memory, sitting=seat)
        if self._underway is None:
            return ()
        return self._played(player.stop(self._underway.player, now))

    def _unbar(self, bar: Bar) -> Effects:
        seat = sitting.unbar(self._memory.sitting, bar, self._now.steady)
        self._memory = replace(self._memory, sitting=seat)
        return ()

    def _signal(self, signals: frozenset[By]) -> Effects:
        watching = By.INHIBITOR in signals
        if watching is not (By.INHIBITOR in self._signals):
            seat = sitting.watch(
                self._memory.sitting, self._now.steady, self._rules, on=watching
            )
            self._memory = replace(self._memory, sitting=seat)
        self._signals = signals
        return ()

    def _start(self, routine: str | None, *, warm: bool) -> Effects:
        if self._underway is not None:
            return (SessionRaised(),)
        why = session.refusal(self._memory, self._catalogue, routine)
        if why is not None:
            return (Refused(why),)
        world = self._world()
        chosen = session.wanted(self._memory, world, routine, warm=warm)
        self._memory, self._underway, effects = session.begin(
            self._memory, world, chosen
        )
        return effects

    def _end_session(self) -> Effects:
        if self._underway is None:
            return ()
        self._memory, effects, record = session.end(
            self._memory, self._world(), self._underway
        )
        self._underway = None
        self._history = remember(self._history, record)
        return effects

    def _skip(self) -> Effects:
        before = self.memory()
        effects = self._ask(asking.skip)
        if self._memory.prompt is not before.prompt:
            self._before_skip = before
        return effects

    def _undo_skip(self) -> Effects:
        before = self._undoable()
        if before is None:
            return (Refused("There is no skip to take back."),)
        self._before_skip = None
        return self._ask(partial(asking.undo_skip, before=before))

    def _undoable(self) -> Memory | None:
        before, now = self._before_skip, self._now.steady
        if before is None or not asking.undoable(self._memory, before, now):
            return None
        return before

    def _look_at_holds(self) -> None:
        in_session = self._underway is not None
        kinds = holding(
            self._memory, self._settings, self._signals, in_session=in_session
        )
        if kinds == self._holding:
            return
        if not kinds:
            back_last = self._holding == {By.AWAY}
            self._clear_since = (
                max(self._back_since, self._changed) if back_last else self._now.steady
            )
        self._changed = self._now.steady
        self._held = holds.update(self._held, kinds, self._now)
        self._holding = kinds

    def _world(self) -> World:
        return World(
            now=self._now,
            settings=self._settings,
            catalogue=self._catalogue,
            history=self._history,
            holds=self._holding,
            clear_since=self._clear_since,
            back_since=self._back_since,
            last_input=self._last_input,
        )
