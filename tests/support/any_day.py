"""Any day at a desk, and what must hold on it.

Limits are short so that much happens within an hour, and the nights on which
the clocks are set are among the days.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise
from typing import NamedTuple, Self
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from stretchbreak.core import choice, effects, events, hours
from stretchbreak.core.absence import BLIP, BLIP_QUIET
from stretchbreak.core.feeling import Feeling
from stretchbreak.core.holds import By, switched_on
from stretchbreak.core.memory import Memory
from stretchbreak.core.moment import add
from stretchbreak.core.pause import DAY_BEGINS, For, Until, UntilResumed
from stretchbreak.core.prompt import Prompt
from stretchbreak.core.reminder import ready, reminders
from stretchbreak.core.safety import Safety, may_stretch
from stretchbreak.core.settings import Settings
from stretchbreak.core.whereabouts import Absent, seated_at
from stretchbreak.runtime.simulation import Happening, Jump, Scenario, Span
from stretchbreak.runtime.tagged import from_plain, to_plain
from tests.support.day import ZONE, Desk, Wish

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
ZERO = timedelta()
STARTS = ["2026-03-02T09:00", "2026-03-29T01:30", "2026-10-25T02:10"]
"""A Monday, and the nights of both changes of the clocks, on Sundays."""
QUICK = Settings(
    sitting_limit=5 * MINUTE,
    away_after=MINUTE,
    rest_after=2 * MINUTE,
    watching_limit=5 * MINUTE,
    renudge=MINUTE,
    snooze=MINUTE,
    snooze_limit=2,
    typing_cap=20 * SECOND,
    hold_limit=10 * MINUTE,
)
PARTS = replace(
    QUICK,
    hours=("mon 09:00-09:12", "mon 09:14-11:00", "sun 01:20-02:20", "sun 2:35-5:00"),
    stand_up=True,
    stand_up_after=150 * SECOND,
)
"""Two reminders, in hours that end and begin again."""
DATES = replace(
    QUICK,
    hours=("mon 09:06-09:20", "sat-sun 22:00-03:10"),
    appointments=("sun,mon 09:04 walk", "mon,sun 02:15 juggling", "sun 02:40 full"),
    stand_up=True,
    stand_up_after=200 * SECOND,
)
"""Two that fall due as one, and appointments within and outside the hours."""
HABITS = [QUICK, replace(QUICK, away_after=3 * MINUTE, rest_after=MINUTE), PARTS, DATES]
CHANGES = [
    replace(QUICK, sitting_limit=10 * MINUTE),
    replace(QUICK, hold_dnd=False, stand_up=True, stand_up_after=MINUTE),
    replace(QUICK, away_after=3 * MINUTE, appointments=("mon-sun 09:09 walk",)),
    replace(QUICK, stretch=False),
    replace(QUICK, stretch=False, stand_up=True, stand_up_after=MINUTE),
    PARTS,
    DATES,
]
HOLDS = [By.DND, By.CALL, By.INHIBITOR, By.PROGRAM]
HURT = ("single-knee-to-chest", "figure-four", "juggling")
"""What is said to have hurt; one is no stretch."""
JUMPS = [by * HOUR for by in (0.1, -0.1, 1, -1, 30, -30)]
WISHES: list[Wish] = [
    events.Locked,
    events.Unlocked,
    *(partial(events.HoldBegan, by=by) for by in HOLDS),
    *(partial(events.HoldEnded, by=by) for by in HOLDS),
    events.StartAsked,
    partial(events.StartAsked, routine="walk"),
    events.SnoozeAsked,
    partial(events.SnoozeAsked, duration=HOUR),
    events.SkipAsked,
    events.SkipUndone,
    events.WalkedSaid,
    events.AskAnywayAsked,
    partial(events.PauseAsked, end=For(100 * SECOND)),
    partial(events.PauseAsked, end=Until(DAY_BEGINS)),
    partial(events.PauseAsked, end=UntilResumed()),
    events.ResumeAsked,
    events.SessionPauseAsked,
    events.SessionContinued,
    events.NextAsked,
    events.PreviousAsked,
    events.HurtSaid,
    events.LeaveOutAsked,
    events.EasierAsked,
    events.MuteAsked,
    events.EndAsked,
    events.FeelingSaid,
    *(partial(events.FeelingSaid, feeling=each, painful=HURT) for each in Feeling),
    partial(events.FeelingSaid, feeling=Feeling.WORSE),
    *(partial(events.FoundFineSaid, stretch=stretch) for stretch in HURT),
    events.HistoryErased,
    partial(events.SafetyAnswered, safety=Safety.CLEAR),
    *(partial(events.SettingsChanged, settings=habit) for habit in CHANGES),
]
ON_THE_MAT: list[Wish] = [
    events.SessionPauseAsked,
    events.NextAsked,
    events.PreviousAsked,
    events.HurtSaid,
    events.Locked,
    events.EndAsked,
]
SPELLS = [0, 1, 2, 3, 4, 9, 10, 11, 15, 59, 60, 61, 119, 120, 121, 300]
"""Lengths of time that make a difference here, in seconds."""


class AnyDesk(Desk):
    """A desk whose wall clock may be set."""

    def jumps(self, by: timedelta) -> Self:
        """Set the wall clock alone."""
        self._start = add(self._start, by)
        return self.does()


Deed = Callable[[AnyDesk], Desk]
"""Something that one does at a desk."""


class WatchedDesk(AnyDesk):
    """A desk at which every second's promises are checked.

    Attributes:
        handled: How many events there were.
    """

    def __init__(self, start: str, habits: Settings) -> None:
        super().__init__(start, habits)
        self.handled = 0
        self._shown = False
        self._pending = False
        self._holding: frozenset[By] = frozenset()
        self._asking: Prompt | None = None
        self._answerable: set[str] = set()
        self._told = 0
        self._before = (ZERO, ZERO)

    def does(self, *wishes: Wish) -> Self:
        super().does(*wishes)
        made = [wish(self.now) for wish in wishes]
        self.handled += len(wishes) + 2
        for event in made:
            match event:
                case events.HoldBegan(_, by):
                    self._holding |= {by}
                case events.HoldEnded(_, by):
                    self._holding -= {by}
                case _:
                    pass
        new, self._told = self.effects[self._told :], len(self.effects)
        happened = [effect for _at, effect in new]
        self._sitting_is_time_that_passed()
        asked_for = events.AskAnywayAsked in wishes
        self._one_prompt_at_a_time_and_none_while_it_is_held(
            happened, asked_for=asked_for
        )
        changed = any(isinstance(event, events.SettingsChanged) for event in made)
        self._what_is_due_is_never_lost(happened, changed=changed)
        self._what_is_due_is_asked()
        self._nobody_is_offered_what_hurt()
        wake = self.coach.next_wake()
        assert wake is None or wake > self.now.steady
        return self

    def restarts(self, seconds: float) -> Self:
        self._shown, self._holding = False, frozenset()
        return super().restarts(seconds)

    def _sitting_is_time_that_passed(self) -> None:
        view = self.view
        sitting, then = self._before
        passed = self.now.steady - then
        # Of a return, the first seconds are known only when it is certain.
        assert ZERO <= view.sitting <= sitting + passed + BLIP + BLIP_QUIET
        assert view.sitting <= self.now.steady
        self._before = (view.sitting, self.now.steady)

    def _one_prompt_at_a_time_and_none_while_it_is_held(
        self, happened: list[effects.Effect], *, asked_for: bool
    ) -> None:
        holding = self._holding & switched_on(self.coach.settings)
        free = self.view.seated and not holding and not self.view.paused
        for effect in happened:
            if isinstance(effect, effects.PromptShown):
                assert not self._shown
                assert asked_for or (free and self.view.session is None)
                assert effect.appointment or (self._open and not self.view.paused)
            if isinstance(effect, effects.PromptShown | effects.PromptHidden):
                self._shown = isinstance(effect, effects.PromptShown)
        assert self._shown is (self.view.prompt is not None)

    def _what_is_due_is_never_lost(
        self, happened: list[effects.Effect], *, changed: bool
    ) -> None:
        view = self.view
        pending = view.due or view.snoozed_until is not None
        answerable = set(self.coach.memory().unanswered)
        if self._pending and not pending:
            settled = (effects.Rested, effects.Skipped, effects.AppointmentMissed)
            assert (
                changed
                or switched_off(self._asking, self.coach.settings)
                or any(isinstance(effect, settled) for effect in happened)
                or answerable > self._answerable
                or (view.session, view.paused, self._open) != (None, None, True)
                or (not view.seated and not view.sitting)
            )
        self._pending, self._answerable = pending, answerable
        self._asking = self.coach.memory().prompt

    def _what_is_due_is_asked(self) -> None:
        memory, rules = self.coach.memory(), reminders(self.coach.settings)
        if memory.pause is not None or memory.closed or self.view.session is not None:
            return
        meter = seated_at(memory.sitting, self.now.steady)
        rule = ready(rules, memory.marks, meter)
        assert rule is None or memory.prompt is not None
        if memory.prompt is not None and not memory.prompt.appointment:
            # None with a longer routine waits behind it.
            names = [each.name for each in rules]
            assert rule is None or names.index(rule.name) >= names.index(
                memory.prompt.reminder
            )

    def _nobody_is_offered_what_hurt(self) -> None:
        if self.view.prompt is None:
            return
        offer = self.view.prompt.offer
        stretches = {stretch.id for stretch in offer.stretches}
        assert may_stretch(self.view.safety) or not stretches
        if offer.routine == choice.SHORT:
            assert not stretches & self.coach.history.painful

    @property
    def _open(self) -> bool:
        return hours.open_at(self.coach.settings.hours, self.now.local)


class AnyDay(NamedTuple):
    """A day: where it begins, and what is done on it."""

    start: str
    habits: Settings
    deeds: list[Deed]

    def lived(self, desk: AnyDesk) -> AnyDesk:
        """Return *desk* after it was sat at nearly long enough, and the deeds."""
        desk.types(290)
        for deed in self.deeds:
            deed(desk)
        return desk

    def desk(self, *, eager: bool = False) -> AnyDesk:
        """Return a desk after the day."""
        return self.lived(AnyDesk(self.start, self.habits, eager=eager))

    def keeps_its_promises(self) -> None:
        self.lived(WatchedDesk(self.start, self.habits))

    def is_the_same_when_looked_at_every_second(self) -> None:
        asked, every_second = self.desk(), self.desk(eager=True)

        assert asked.effects == every_second.effects
        assert asked.view == every_second.view

    def ends_each_session_once(self) -> None:
        desk = self.desk().restarts(0)

        kinds = (effects.SessionStarted, effects.SessionEnded)
        told = [type(did) for _at, did in desk.effects if isinstance(did, kinds)]
        assert told == list(kinds) * (len(told) // 2)

    def has_a_line(self) -> None:
        """Check that what is kept of the day is one after the other, and not ahead."""
        desk = self.desk()
        day, now = desk.view.day, desk.now.steady
        for line in (day.seats, day.asked):
            began = [spell.began for spell in line]
            assert began == sorted(set(began))
            assert all(a.was is not b.was for a, b in pairwise(line))
            assert began[-1] <= now
        assert [m.at for m in day.marks] == sorted(m.at for m in day.marks)

    def loses_nothing_by_a_restart(self) -> None:
        desk = self.desk().does(events.EndAsked)
        before, memory = desk.view, desk.coach.memory()
        where = memory.sitting.where
        if isinstance(where, Absent) and where.burst is not None:
            return  # of what is not certain yet, the restart makes a blip
        kept = from_plain(json.loads(json.dumps(to_plain(memory))), Memory)
        assert kept == memory

        after = desk.restarts(0).view

        same = ["sitting", "paused", "safety"]
        asking = memory.prompt
        appointed = asking is not None and asking.appointment and asking.appeared
        if not appointed and not switched_off(asking, desk.coach.settings):
            same += ["due", "overdue", "snoozed_until"]
        for each in same:
            assert getattr(after, each) == getattr(before, each), each


def switched_off(asking: Prompt | None, habits: Settings) -> bool:
    """Return whether what asks is a reminder that *habits* do not ask for."""
    names = {rule.name for rule in reminders(habits)}
    return (
        asking is not None and not asking.appointment and asking.reminder not in names
    )


def spells() -> st.SearchStrategy[int]:
    return st.sampled_from(SPELLS) | st.integers(0, 400)


def sessions_looked_back_at() -> st.SearchStrategy[Deed]:
    """Return a session begun, something that is wished in it, and a look back."""
    starts = [
        partial(events.StartAsked, warm=True),
        partial(events.StartAsked, routine="evening", warm=True),
    ]

    def deed(begin: Wish, spell: int, wish: Wish, later: int, said: Wish) -> Deed:
        def live(desk: AnyDesk) -> Desk:
            desk.does(begin).waits(spell).does(wish).waits(later)
            return desk.does(events.EndAsked, said)

        return live

    said = [
        partial(events.FeelingSaid, feeling=feeling, painful=painful)
        for feeling in (None, *Feeling)
        for painful in ((), HURT)
    ]
    return st.builds(
        deed,
        st.sampled_from(starts),
        spells(),
        st.sampled_from(ON_THE_MAT),
        spells(),
        st.sampled_from(said),
    )


def deeds() -> st.SearchStrategy[Deed]:
    """Return something that is done in some minutes, or now and then in hours."""
    away = spells() | spells() | spells() | st.integers(3000, 9000)
    return st.one_of(
        spells().map(lambda spell: lambda desk: desk.types(spell)),
        spells().map(lambda spell: lambda desk: desk.waits(spell)),
        st.sampled_from(WISHES).map(lambda wish: lambda desk: desk.does(wish)),
        st.sampled_from(WISHES).map(lambda wish: lambda desk: desk.does(wish)),
        away.map(lambda spell: lambda desk: desk.sleeps(spell)),
        away.map(lambda spell: lambda desk: desk.restarts(spell)),
        st.sampled_from(JUMPS).map(lambda by: lambda desk: desk.jumps(by)),
        sessions_looked_back_at(),
    )


def days() -> st.SearchStrategy[AnyDay]:
    return st.builds(
        AnyDay,
        st.sampled_from(STARTS),
        st.sampled_from(HABITS),
        st.lists(deeds(), min_size=1, max_size=20),
    )


def happenings() -> st.SearchStrategy[list[Happening]]:
    """Return what happens in half an hour of any day, in order."""
    off = [events.Suspended, events.Woke, events.Quit, events.Launched]
    deeds = st.sampled_from([*WISHES, *off, *off, *map(Jump, JUMPS)])
    one = st.builds(
        lambda at, deed: Happening(at * SECOND, (deed,)), st.integers(0, 1800), deeds
    )
    return st.lists(one, max_size=15).map(
        lambda some: sorted(some, key=lambda happening: happening.at)
    )


def inputs() -> st.SearchStrategy[list[Span]]:
    """Return input with gaps, in order."""

    def spans(lengths: list[tuple[int, int]]) -> list[Span]:
        made, at = [], ZERO
        for gap, length in lengths:
            at += (gap + 2) * SECOND
            made.append(Span(at, at + length * SECOND))
            at += length * SECOND
        return made

    return st.lists(st.tuples(spells(), spells()), max_size=12).map(spans)


def scenarios() -> st.SearchStrategy[Scenario]:
    zone = ZoneInfo(ZONE)
    starts = [datetime.fromisoformat(start).replace(tzinfo=zone) for start in STARTS]
    return st.builds(
        Scenario,
        start=st.sampled_from(starts),
        length=st.just(30 * MINUTE),
        settings=st.sampled_from(HABITS),
        input=inputs(),
        happenings=happenings(),
    )
