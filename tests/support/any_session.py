"""Any session: somebody on the mat who presses anything at any time.

What was held is measured here by a second clock of the test's own, one that
only sees what the screen shows; the record must say the same.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import NamedTuple, Self

from hypothesis import strategies as st

from stretchbreak.core import effects, events
from stretchbreak.core.choices import Preset
from stretchbreak.core.coach import Coach
from stretchbreak.core.cues import Kind as CueKind
from stretchbreak.core.history import Outcome, Session
from stretchbreak.core.plan import Phase, Plan
from stretchbreak.core.player import ends_at
from stretchbreak.core.routine import Kind, Side
from stretchbreak.core.score import score
from stretchbreak.core.settings import Settings
from tests.support.day import Desk, Wish, known

SECOND = timedelta(seconds=1)
ZERO = timedelta()
HELD = {Phase.HOLD, Phase.PRESS}
STANDING = {Phase.PAUSED, Phase.HURT, Phase.RESUME}
"""What is no part of the plan: nothing of it goes by meanwhile."""
HASTY = Settings(
    hold=Preset.EASY,
    warm_up=60 * SECOND,
    lie_down=5 * SECOND,
    get_ready=3 * SECOND,
    switch=2 * SECOND,
)
HABITS = [Settings(), HASTY, replace(HASTY, sitting_limit=300 * SECOND)]
KEYS: list[Wish] = [
    events.SessionPauseAsked,
    events.SessionPauseAsked,
    events.SessionContinued,
    events.NextAsked,
    events.NextAsked,
    events.PreviousAsked,
    events.PreviousAsked,
    events.HurtSaid,
    events.HurtSaid,
    events.LeaveOutAsked,
    events.EasierAsked,
    events.MuteAsked,
    events.EndAsked,
    events.Locked,
    events.Unlocked,
    events.StartAsked,
    partial(events.StartAsked, routine="full", warm=True),
    events.FeelingSaid,
    partial(events.SettingsChanged, settings=HASTY),
]
SPELLS = [0, 0.4, 1, 2.9, 3, 3.1, 5, 20, 29.9, 30, 30.1, 45, 60, 299, 300, 301]
"""Lengths of time that make a difference in a session, in seconds."""


class Place(NamedTuple):
    """A side of one step of a plan."""

    step: int
    side: Side | None


class Mat(Desk):
    """A desk whose sessions are measured and checked, whatever is pressed.

    Attributes:
        records: Those of the sessions that ended.
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings=settings)
        self.records: list[Session] = []
        self._held: Counter[Place] = Counter()
        self._spent = 0
        self._plan: Plan | None = None
        self._seen = self.now.steady
        self._told = 0

    def does(self, *wishes: Wish) -> Self:
        self._measure()
        super().does(*wishes)
        self._check()
        self._is_heard_as_it_is_shown()
        return self

    def sleeps(self, seconds: float) -> Self:
        self.does(events.Suspended)
        self._now += timedelta(seconds=seconds)
        return self.does(events.Woke)

    def is_killed(self) -> Self:
        """End the program without a word, and start it anew at once."""
        before = self.coach
        self.coach = Coach(before.settings, known(), before.history, before.memory())
        return self.does(events.Launched)

    def is_left_alone(self) -> Self:
        """Let a session that runs go its way, and one that stands go on first."""
        view = self.view.session
        if view is None:
            return self
        if view.ends_at is None:
            self.does(events.SessionPauseAsked)
            view = self.view.session
        assert view is not None
        set_up = max(segment.length for segment in view.plan.segments)
        return self.waits((view.left + view.length + set_up) / SECOND)

    def _measure(self) -> None:
        """Count what went by since the last look, as the screen showed it."""
        passed = (self.now.steady - self._seen) // timedelta.resolution
        view, self._seen = self.view.session, self.now.steady
        if view is None or view.phase in STANDING:
            return
        self._spent += passed
        if view.phase in HELD:
            self._held[Place(view.step, view.side)] += passed

    def _check(self) -> None:
        new, self._told = self.effects[self._told :], len(self.effects)
        for _at, effect in new:
            match effect:
                case effects.SessionStarted():
                    assert self._plan is None, "one session at a time"
                    self._held.clear()
                    self._spent = 0
                case effects.SessionEnded(record):
                    self._agrees(record)
                    self.records.append(record)
                    self._plan = None
                case effects.PromptShown():
                    assert self.view.session is None, "nobody is asked on the mat"
                case _:
                    pass
        if self.view.session is not None:
            self._plan = self.view.session.plan

    def _agrees(self, record: Session) -> None:
        """Check *record* against what was seen."""
        plan = self._plan
        assert plan is not None, "what ends has begun, and ends once"
        assert record.spent == self._spent * timedelta.resolution
        steps = [i for i, s in enumerate(plan.steps) if s.kind is not Kind.MOVE]
        assert [plan.steps[i].id for i in steps] == [
            s.stretch for s in record.stretches
        ]
        for step, told in zip(steps, record.stretches, strict=True):
            full = asked_for(plan, step)
            held = [self._held[place] * timedelta.resolution for place in full]
            assert list(told.held) == held
            short = any(h < f for h, f in zip(held, full.values(), strict=True))
            assert not (short and told.outcome is Outcome.DONE), "skipped in silence"

    def _is_heard_as_it_is_shown(self) -> None:
        """Check that pain and mute are silence, and all else is heard to its end."""
        run, view = self.coach.run, self.view.session
        if run is None or view is None:
            return
        cues = score(run, self.coach.settings.pace)
        if view.muted or view.phase is Phase.HURT:
            assert cues == ()
        elif view.phase is Phase.PAUSED:
            assert [cue.kind for cue in cues] == [CueKind.PAUSED]
        else:
            assert (cues[-1].kind, cues[-1].at) == (CueKind.DONE, ends_at(run))


def asked_for(plan: Plan, step: int) -> dict[Place, timedelta]:
    """Return how long each side of *step* is to be held, in their order."""
    lengths: dict[Place, timedelta] = {}
    for segment in plan.segments:
        if segment.step == step and segment.phase in HELD:
            place = Place(step, segment.side)
            lengths[place] = lengths.get(place, ZERO) + segment.length
    return lengths


Press = Callable[[Mat], Desk]
"""Something that happens while somebody lies on the mat."""


class AnySession(NamedTuple):
    """A session: what is begun, and what happens in it."""

    settings: Settings
    routine: str
    presses: list[Press]

    def lived(self) -> Mat:
        """Return the mat after all that, and after it was left alone."""
        mat = Mat(self.settings).types(10)
        mat.does(partial(events.StartAsked, routine=self.routine))
        for press in self.presses:
            press(mat)
        return mat.is_left_alone()


def presses() -> st.SearchStrategy[Press]:
    spell = st.sampled_from(SPELLS) | st.integers(0, 3000).map(lambda tenth: tenth / 10)
    return st.one_of(
        spell.map(lambda seconds: lambda mat: mat.waits(seconds)),
        spell.map(lambda seconds: lambda mat: mat.waits(seconds)),
        st.sampled_from(KEYS).map(lambda key: lambda mat: mat.does(key)),
        st.sampled_from(KEYS).map(lambda key: lambda mat: mat.does(key)),
        spell.map(lambda seconds: lambda mat: mat.types(min(seconds, 20))),
        spell.map(lambda seconds: lambda mat: mat.sleeps(seconds)),
        st.just(lambda mat: mat.is_killed()),
    )


def sessions() -> st.SearchStrategy[AnySession]:
    """Return sessions; the warm-up is skipped first in many of them."""
    some = st.lists(presses(), min_size=1, max_size=25)
    skipped: list[Press] = [lambda mat: mat.does(events.NextAsked)]
    return st.builds(
        AnySession,
        st.sampled_from(HABITS),
        st.sampled_from(sorted(known().routines)),
        some | some.map(lambda presses: [*skipped, *presses]),
    )
