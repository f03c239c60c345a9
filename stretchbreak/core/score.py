"""What is to be heard of a session, and when exactly.

    warm-up         what you need ..... half time ........ three, two, one
    get ready       name, side, set-up ... if it hurts ...... breathe in
    hold            breathe out slowly ... half time ..... three, two, one
    switch          let go, now the right side ............. breathe in

All of it follows from where the session stands, like the picture does. So
everything that is still to come can be handed over ahead of its time, and
nothing that keeps the program busy can delay it; a wish makes another score.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import assert_never

from stretchbreak.core import cue_words as words
from stretchbreak.core.cues import Chime, Cue, Kind, count, cue, lead
from stretchbreak.core.plan import Phase, Plan, Segment
from stretchbreak.core.player import RESUME, Player, Running, Stopped
from stretchbreak.core.routine import Place, Stretch
from stretchbreak.core.settings import Pace

STARTING = timedelta(seconds=2.75)
"""What makes the sound needs this long to get up when a session begins."""
BREATH = timedelta(seconds=2.5)
"""Drawing a breath before moving in: the last of getting ready, or a quarter."""
LONG = timedelta(seconds=15)
"""What lasts as long as this has a half time and is counted down."""

_COUNTING = timedelta(seconds=len(words.COUNT))
_MOVING = {Phase.WARM_UP, Phase.MOVE}
_WORKING = {Phase.HOLD, Phase.PRESS}


def score(run: Player, pace: Pace) -> tuple[Cue, ...]:
    """Return what is heard from the beginning of the present phase to the end.

    Nothing while the sound is off, and nothing after "that hurts".
    """
    if run.muted or run.over:
        return ()
    match run.state:
        case Stopped(hurt=True):
            return ()
        case Stopped(since):
            return (cue(since, Kind.PAUSED, words.PAUSED, Chime.TICK),)
        case Running(ends_at, None):
            begun = ends_at - run.segment.length
            return _Score(run, pace).played(begun)
        case Running(ends_at, resuming):
            begun = ends_at + (resuming or timedelta()) - run.segment.length
            rest = _Score(run, pace).played(begun)
            later = (cue for cue in rest if cue.at > ends_at)
            return (*_resumed(run.segment, ends_at), *later)
        case unreachable:
            assert_never(unreachable)


def _resumed(segment: Segment, ends_at: timedelta) -> tuple[Cue, ...]:
    posed = segment.phase not in _MOVING
    back = words.BACK if posed else words.ON
    again = words.MOVE_IN if segment.phase is Phase.HOLD else ""
    return (
        cue(ends_at - RESUME, Kind.RESUMED, back, Chime.TICK),
        cue(ends_at, Kind.START, again, Chime.START),
    )


class _Score:
    """The cues of one run, phase by phase."""

    def __init__(self, run: Player, pace: Pace) -> None:
        self._run = run
        self._plan = run.plan
        self._pace = pace
        self._first_work = _first_work(run)
        self._first_set_up, self._tail = self._safety_place()

    def played(self, begun: timedelta) -> tuple[Cue, ...]:
        """Return the cues from the present phase on, which began at *begun*."""
        cues: list[Cue] = []
        segments = self._plan.segments
        for index in range(self._run.index, len(segments)):
            cues += self._phase(index, begun)
            begun += segments[index].length
        holding = segments[-1].phase in _WORKING
        say = f"{words.LET_GO} {words.DONE}" if holding else words.DONE
        cues.append(cue(begun, Kind.DONE, say, Chime.DONE))
        return tuple(sorted(cues, key=lambda each: each.at))

    def _phase(self, index: int, at: timedelta) -> Iterator[Cue]:
        segment = self._plan.segments[index]
        stretch, side = self._plan.steps[segment.step], segment.side
        match segment.phase:
            case Phase.WARM_UP | Phase.MOVE:
                yield from self._move(index, at)
            case Phase.GET_READY | Phase.SWITCH:
                yield from self._set_up(index, at)
            case Phase.HOLD:
                yield from self._hold(index, at)
            case Phase.PRESS:
                say = words.PRESS if segment.rep > 1 else words.press(stretch, side)
                yield cue(at, Kind.START, say, Chime.START)
            case Phase.RELEASE:
                yield cue(at, Kind.RELEASE, words.RELEASE, Chime.TICK)
            case Phase.REST:
                yield cue(at, Kind.REST, words.REST, Chime.SWITCH)
            case Phase.FINISH:
                yield cue(at, Kind.FINISH, words.FINISH, Chime.SWITCH)
            case Phase.RESUME | Phase.PAUSED | Phase.HURT:
                pass  # no phase of a plan
            case unreachable:
                assert_never(unreachable)

    def _move(self, index: int, at: timedelta) -> Iterator[Cue]:
        segment, stretch = self._part(index)
        begins = at + STARTING if index == 0 else at
        need = words.what_you_need(self._plan) if index == 0 else ""
        say = " ".join(filter(None, (need, words.set_up(stretch, None))))
        yield cue(begins, Kind.NEED, say)
        yield from self._half_and_count(segment, at)
        if self._tail == index:
            end = at + segment.length - _COUNTING
            yield self._safety(end - self._safety_time())

    def _set_up(self, index: int, at: timedelta) -> Iterator[Cue]:
        begins, chime = self._set_up_begins(index)
        safety = index == self._first_set_up
        room = self._set_up_room(index) - (
            self._safety_time() if safety else timedelta()
        )
        said = words.fitting(self._set_up_lines(index), room, self._pace)
        kind = Kind.SWITCH if chime is Chime.SWITCH else Kind.NAME
        first = cue(at + begins, kind, " ".join(said), chime)
        yield first
        if safety:
            speaking = words.speaking_time(first.say, self._pace)
            yield self._safety(first.say_at + speaking)
        length = self._plan.segments[index].length
        yield cue(at + length - _breath(length), Kind.BREATHE_IN, words.BREATHE_IN)

    def _set_up_begins(self, index: int) -> tuple[timedelta, Chime | None]:
        """Return how long after its phase begins a set-up is heard, and how."""
        if index == 0:
            return STARTING, None
        before = self._plan.segments[index - 1].phase
        if self._plan.segments[index].phase is Phase.SWITCH:
            return timedelta(), Chime.SWITCH
        return timedelta(), Chime.DONE if before in _MOVING else None

    def _set_up_lines(self, index: int) -> tuple[tuple[str, int], ...]:
        """Return what is said of a set-up; the less needed, the higher its number."""
        segment, stretch = self._part(index)
        need = words.what_you_need(self._plan) if index == 0 else ""
        down = words.LIE_DOWN if _lies_down(self._plan, index) else ""
        name = words.name(stretch, segment.side)
        if segment.phase is Phase.SWITCH and segment.side is not None:
            name = words.switch(segment.side)
        return (need, 1), (down, 2), (name, 1), (words.set_up(stretch, segment.side), 3)

    def _set_up_room(self, index: int) -> timedelta:
        """Return how long there is for a set-up's words."""
        length = self._plan.segments[index].length
        begins, chime = self._set_up_begins(index)
        taken = begins + lead(chime) + _breath(length)
        return length - taken

    def _hold(self, index: int, at: timedelta) -> Iterator[Cue]:
        segment, stretch = self._part(index)
        again = self._plan.segments[segment.set_up].phase is Phase.SWITCH
        full = "" if again else words.hold(stretch, segment.side)
        room = segment.length / 2 - lead(Chime.START)
        fits = full and words.speaking_time(full, self._pace) <= room
        yield cue(at, Kind.START, full if fits else words.MOVE_IN, Chime.START)
        form = words.FORM if index == self._first_work else ""
        yield from self._half_and_count(segment, at, form)

    def _half_and_count(
        self, segment: Segment, at: timedelta, also: str = ""
    ) -> Iterator[Cue]:
        if segment.length < LONG:
            return
        lines = ((words.HALF, 0), (also, 1))
        room = segment.length / 2 - _COUNTING - lead(Chime.HALF)
        say = " ".join(words.fitting(lines, room, self._pace))
        yield cue(at + segment.length / 2, Kind.HALF, say, Chime.HALF)
        counted = at + segment.length - _COUNTING
        for second, number in enumerate(words.COUNT):
            yield count(counted + timedelta(seconds=second), number)

    def _safety(self, at: timedelta) -> Cue:
        return cue(at, Kind.SAFETY, words.SAFETY, Chime.WARNING)

    def _safety_time(self) -> timedelta:
        speaking = words.speaking_time(words.SAFETY, self._pace)
        return lead(Chime.WARNING) + speaking

    def _safety_place(self) -> tuple[int | None, int | None]:
        """Return which set-up, or else which warm-up, says what to do for pain.

        It is said before the first hold: while getting ready, where there is
        time for it; else at the end of a warm-up that was not skipped.
        """
        if self._first_work is None:
            return None, None
        place = self._plan.segments[self._first_work].set_up
        lines = self._set_up_lines(place)
        room = self._set_up_room(place) - self._safety_time()
        if words.fitting(lines, room, self._pace) == tuple(t for t, _r in lines if t):
            return place, None
        before = place - 1
        moving = before >= 0 and self._plan.segments[before].phase in _MOVING
        heard = self._run.index <= before or before in self._run.done
        return (None, before) if moving and heard else (place, None)

    def _part(self, index: int) -> tuple[Segment, Stretch]:
        segment = self._plan.segments[index]
        return segment, self._plan.steps[segment.step]


def _first_work(run: Player) -> int | None:
    """Return the index of the first hold or press, unless one is behind already."""
    segments = run.plan.segments
    if any(segments[index].phase in _WORKING for index in run.times):
        return None
    ahead = range(run.index, len(segments))
    return next((i for i in ahead if segments[i].phase in _WORKING), None)


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
