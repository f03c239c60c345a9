"""What is heard before a hold: what comes, how, and what to do for pain.

    what you need, name, side, set-up ... if anything hurts ... breathe in

There is little time. What is too long for it leaves out what is least needed;
what to do for pain is never left out before the first hold.
"""

from collections.abc import Iterator
from datetime import timedelta

from stretchbreak.core import cue_words as words
from stretchbreak.core.choices import Pace
from stretchbreak.core.cues import Chime, Cue, Kind, cue, lead
from stretchbreak.core.plan import Phase, Plan, Segment
from stretchbreak.core.player import Player
from stretchbreak.core.routine import Place

STARTING = timedelta(seconds=2.75)
"""What makes the sound needs this long to get up when a session begins."""
BREATH = timedelta(seconds=2.5)
"""Drawing a breath before moving in: the last of getting ready, or a quarter."""
MOVING = {Phase.WARM_UP, Phase.MOVE}
WORKING = {Phase.HOLD, Phase.PRESS}


class GettingReady:
    """All set-ups of a run.

    Attributes:
        first_work: The index of the first hold or press, unless one is behind.
    """

    def __init__(self, run: Player, pace: Pace) -> None:
        self._run = run
        self._plan = run.plan
        self._pace = pace
        self.first_work = _first_work(run)
        self._set_up_warns, self._warm_up_warns = self._warning_place()

    def cues(self, index: int, at: timedelta) -> Iterator[Cue]:
        """Yield the cues of the set-up at *index*, which begins *at*."""
        begins, chime = self._begins(index)
        warns = index == self._set_up_warns
        room = self._room(index) - (self._warning_time() if warns else timedelta())
        said = words.fitting(self._lines(index), room, self._pace)
        kind = Kind.SWITCH if chime is Chime.SWITCH else Kind.NAME
        first = cue(at + begins, kind, " ".join(said), chime)
        yield first
        if warns:
            speaking = words.speaking_time(first.say, self._pace)
            yield _warning(first.say_at + speaking)
        length = self._plan.segments[index].length
        yield cue(at + length - _breath(length), Kind.BREATHE_IN, words.BREATHE_IN)

    def late_in_warm_up(self, index: int, ends: timedelta) -> Iterator[Cue]:
        """Yield what must be said in the warm-up at *index* before it *ends*."""
        if index == self._warm_up_warns:
            yield _warning(ends - self._warning_time())

    def easier(self, segment: Segment) -> bool:
        """Return whether this hurt before, and is done the easier way now."""
        stretch = self._plan.steps[segment.step]
        return segment.step in self._run.hurt and bool(stretch.easier)

    def _begins(self, index: int) -> tuple[timedelta, Chime | None]:
        """Return how long after its phase begins a set-up is heard, and how."""
        if index == 0:
            return STARTING, None
        if self._plan.segments[index].phase is Phase.SWITCH:
            return timedelta(), Chime.SWITCH
        after_moving = self._plan.segments[index - 1].phase in MOVING
        return timedelta(), Chime.DONE if after_moving else None

    def _lines(self, index: int) -> tuple[tuple[str, int], ...]:
        """Return what is said of a set-up; the less needed, the higher its number."""
        segment = self._plan.segments[index]
        stretch = self._plan.steps[segment.step]
        how = words.set_up(stretch, segment.side)
        if segment.phase is Phase.SWITCH and segment.side is not None:
            return (words.switch(segment.side), 1), (how, 2)
        name = words.name(stretch, segment.side)
        if self.easier(segment):  # the name is known by now, the way is not
            return (name, 2), (stretch.easier, 1)
        need = words.what_you_need(self._plan) if index == 0 else ""
        down = words.LIE_DOWN if _lies_down(self._plan, index) else ""
        return (need, 1), (down, 2), (name, 1), (how, 3)

    def _room(self, index: int) -> timedelta:
        """Return how long there is for a set-up's words."""
        length = self._plan.segments[index].length
        begins, chime = self._begins(index)
        return length - begins - lead(chime) - _breath(length)

    def _warning_time(self) -> timedelta:
        speaking = words.speaking_time(words.SAFETY, self._pace)
        return lead(Chime.WARNING) + speaking

    def _warning_place(self) -> tuple[int | None, int | None]:
        """Return which set-up, or else which warm-up, says what to do for pain.

        It is said before the first hold: while getting ready, where there is
        time for it; else at the end of a warm-up that was not skipped.
        """
        if self.first_work is None:
            return None, None
        place = self._plan.segments[self.first_work].set_up
        lines = self._lines(place)
        room = self._room(place) - self._warning_time()
        if len(words.fitting(lines, room, self._pace)) == sum(
            bool(t) for t, _r in lines
        ):
            return place, None
        before = place - 1
        moving = before >= 0 and self._plan.segments[before].phase in MOVING
        heard = self._run.index <= before or before in self._run.done
        return (None, before) if moving and heard else (place, None)


def _warning(at: timedelta) -> Cue:
    return cue(at, Kind.SAFETY, words.SAFETY, Chime.WARNING)


def _first_work(run: Player) -> int | None:
    """Return the index of the first hold or press, unless one is behind already."""
    segments = run.plan.segments
    if any(segments[index].phase in WORKING for index in run.times):
        return None
    ahead = range(run.index, len(segments))
    return next((i for i in ahead if segments[i].phase in WORKING), None)


def _lies_down(plan: Plan, index: int) -> bool:
    """Return whether the set-up at *index* is the first on the floor."""
    set_ups = (
        i
        for i, segment in enumerate(plan.segments)
        if segment.phase is Phase.GET_READY
        and plan.steps[segment.step].place is Place.FLOOR
    )
    return index == next(set_ups, None)


def _breath(length: timedelta) -> timedelta:
    return min(BREATH, length / 4)
