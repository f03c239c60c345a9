"""Whatever happens, in whatever order: what must hold on any day.

Each example is a list of things to do at a desk, lived through by the coach.
Limits are short so that much happens within an hour, and the nights on which
the clocks are set are among the days.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Self
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from stretchbreak.core import effects, events
from stretchbreak.core.holds import By, switched_on
from stretchbreak.core.pause import DAY_BEGINS, For, Until, UntilResumed
from stretchbreak.core.settings import Settings
from stretchbreak.core.sitting import BLIP, BLIP_QUIET
from stretchbreak.runtime.simulation import Happening, Jump, Scenario, Span, simulate
from tests.support.day import ZONE, Desk, Wish, known

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
ZERO = timedelta()
STARTS = ["2026-03-02T09:00", "2026-03-29T01:30", "2026-10-25T02:10"]
"""A Monday, and the nights of both changes of the clocks."""
QUICK = Settings(
    sitting_limit=5 * MINUTE,
    away_after=MINUTE,
    rest_after=2 * MINUTE,
    watching_limit=5 * MINUTE,
    renudge=MINUTE,
    snooze=MINUTE,
    snooze_limit=2,
    typing_cap=20 * SECOND,
)
HABITS = [QUICK, replace(QUICK, away_after=3 * MINUTE, rest_after=MINUTE)]
CHANGES = [
    replace(QUICK, sitting_limit=10 * MINUTE),
    replace(QUICK, hold_dnd=False),
    replace(QUICK, away_after=3 * MINUTE),
]
HOLDS = [By.DND, By.CALL, By.INHIBITOR]

Deed = Callable[[Desk], Desk]
"""Something that one does at a desk."""


WISHES: list[Wish] = [
    events.Locked,
    events.Unlocked,
    *(partial(events.HoldBegan, by=by) for by in HOLDS),
    *(partial(events.HoldEnded, by=by) for by in HOLDS),
    events.StartAsked,
    partial(events.StartAsked, routine="walk"),
    events.SnoozeAsked,
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
    events.EndAsked,
    *(partial(events.SettingsChanged, settings=habit) for habit in CHANGES),
]


def spells() -> st.SearchStrategy[int]:
    """Return lengths of time that make a difference here, in seconds."""
    near = [0, 1, 2, 3, 4, 9, 10, 11, 15, 59, 60, 61, 119, 120, 121, 300]
    return st.sampled_from(near) | st.integers(0, 400)


def deeds() -> st.SearchStrategy[list[Deed]]:
    """Return what one does in an hour or less."""
    return st.lists(
        st.one_of(
            spells().map(lambda spell: lambda desk: desk.types(spell)),
            spells().map(lambda spell: lambda desk: desk.waits(spell)),
            st.sampled_from(WISHES).map(lambda wish: lambda desk: desk.does(wish)),
            spells().map(lambda spell: lambda desk: desk.sleeps(spell)),
            spells().map(lambda spell: lambda desk: desk.restarts(spell)),
        ),
        min_size=1,
        max_size=20,
    )


def habits() -> st.SearchStrategy[Settings]:
    return st.sampled_from(HABITS)


def lived(desk: Desk, deeds: Sequence[Deed]) -> Desk:
    """Return *desk* after it sat limit long enough for a prompt, and *deeds*."""
    desk.types(290)
    for deed in deeds:
        deed(desk)
    return desk


class WatchedDesk(Desk):
    """A desk at which every second's promises are checked."""

    def __init__(self, start: str, habits: Settings) -> None:
        super().__init__(start, habits)
        self._shown = False
        self._holding: frozenset[By] = frozenset()
        self._told = 0
        self._before = (ZERO, ZERO)

    def does(self, *wishes: Wish) -> Self:
        super().does(*wishes)
        for wish in wishes:
            match wish(self.now):
                case events.HoldBegan(_, by):
                    self._holding |= {by}
                case events.HoldEnded(_, by):
                    self._holding -= {by}
                case _:
                    pass
        self._sitting_is_time_that_passed()
        asked_for = events.AskAnywayAsked in wishes
        self._one_prompt_at_a_time_and_none_while_it_is_held(asked_for=asked_for)
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
        self, *, asked_for: bool
    ) -> None:
        holding = self._holding & switched_on(self.coach.settings)
        new, self._told = self.effects[self._told :], len(self.effects)
        for _at, effect in new:
            if isinstance(effect, effects.PromptShown):
                assert not self._shown
                assert asked_for or (self.view.seated and not holding)
                assert (self.view.session, self.view.paused) == (None, None)
            if isinstance(effect, effects.PromptShown | effects.PromptHidden):
                self._shown = isinstance(effect, effects.PromptShown)
        assert self._shown is (self.view.prompt is not None)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(STARTS), habits(), deeds())
def test_sitting_is_never_more_than_passed_and_prompts_come_one_at_a_time(
    start: str, habits: Settings, deeds: list[Deed]
) -> None:
    lived(WatchedDesk(start, habits), deeds)


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(STARTS), habits(), deeds())
def test_the_coach_is_never_woken_too_late(
    start: str, habits: Settings, deeds: list[Deed]
) -> None:
    asked = lived(Desk(start, habits), deeds)
    every_second = lived(Desk(start, habits, eager=True), deeds)

    assert asked.effects == every_second.effects
    assert asked.view == every_second.view


@settings(max_examples=40, deadline=None)
@given(habits(), deeds())
def test_each_session_started_ends_once(habits: Settings, deeds: list[Deed]) -> None:
    desk = lived(Desk(settings=habits), deeds).restarts(0)

    kinds = (effects.SessionStarted, effects.SessionEnded)
    told = [type(effect) for _at, effect in desk.effects if isinstance(effect, kinds)]

    assert told == list(kinds) * (len(told) // 2)


@settings(max_examples=40, deadline=None)
@given(habits(), deeds())
def test_a_restart_in_no_time_loses_nothing(
    habits: Settings, deeds: list[Deed]
) -> None:
    desk = lived(Desk(settings=habits), deeds).does(events.EndAsked)
    before = desk.view

    after = desk.restarts(0).view

    kept = ("sitting", "paused", "due", "overdue", "snoozed_until", "safety")
    for each in kept:
        assert getattr(after, each) == getattr(before, each), each


# The same for a whole scenario, where a machine may be off


def happenings() -> st.SearchStrategy[list[Happening]]:
    """Return what happens in half an hour of any day, in order."""
    off = [events.Suspended, events.Woke, events.Quit, events.Launched]
    jumps = [Jump(timedelta(hours=1)), Jump(timedelta(hours=-1))]
    deeds = st.sampled_from([*WISHES, *off, *off, *jumps])
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


@settings(max_examples=10, deadline=None)
@given(st.sampled_from(STARTS), habits(), inputs(), happenings())
def test_a_scenario_looked_at_every_second_gives_the_same_timeline(
    start: str,
    habits: Settings,
    inputs: list[Span],
    happenings: list[Happening],
) -> None:
    def timeline(*more: Happening) -> list[tuple[datetime, effects.Effect]]:
        day = Scenario(
            start=datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(ZONE)),
            length=30 * MINUTE,
            settings=habits,
            input=inputs,
            happenings=sorted((*more, *happenings), key=lambda each: each.at),
        )
        return [
            (at, effect)
            for at, effect in simulate(day, known())
            if not isinstance(effect, effects.Refused)
        ]

    looks = (Happening(second * SECOND, ()) for second in range(1801))

    assert timeline() == timeline(*looks)
