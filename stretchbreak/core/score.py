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

from stretchbreak.core import breathing
from stretchbreak.core import cue_words as words
from stretchbreak.core.breath import Breath
from stretchbreak.core.choices import Pace
from stretchbreak.core.cues import Chime, Cue, Kind, count, cue, lead
from stretchbreak.core.getting_ready import MOVING, STARTING, WORKING, GettingReady
from stretchbreak.core.plan import Phase, Segment
from stretchbreak.core.player import RESUME, Player, Running, Stopped
from stretchbreak.core.routine import Stretch

LONG = timedelta(seconds=15)
"""What lasts as long as this has a half time and is counted down."""

_COUNTING = timedelta(seconds=len(words.COUNT))


def score(run: Player, pace: Pace, breath: Breath | None = None) -> tuple[Cue, ...]:
    """Return what is heard from the beginning of the present phase to the end.

    Nothing while the sound is off, and nothing after "that hurts".

    Args:
        run: Where the session stands.
        pace: How fast the voice speaks.
        breath: How the breath goes that a soft sound goes along with, if one does.
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
            return _Score(run, pace, breath).played(begun)
        case Running(ends_at, resuming):
            begun = ends_at + (resuming or timedelta()) - run.segment.length
            rest = _Score(run, pace, breath).played(begun)
            later = (cue for cue in rest if cue.at > ends_at)
            return (*_resumed(run.segment, ends_at), *later)
        case unreachable:
            assert_never(unreachable)


def _resumed(segment: Segment, ends_at: timedelta) -> tuple[Cue, ...]:
    posed = segment.phase not in MOVING
    back = words.BACK if posed else words.ON
    again = words.MOVE_IN if segment.phase is Phase.HOLD else ""
    return (
        cue(ends_at - RESUME, Kind.RESUMED, back, Chime.TICK),
        cue(ends_at, Kind.START, again, Chime.START),
    )


class _Score:
    """The cues of one run, phase by phase."""

    def __init__(self, run: Player, pace: Pace, breath: Breath | None) -> None:
        self._run = run
        self._breath = breath
        self._plan = run.plan
        self._pace = pace
        self._ready = GettingReady(run, pace)

    def played(self, begun: timedelta) -> tuple[Cue, ...]:
        """Return the cues from the present phase on, which began at *begun*."""
        cues: list[Cue] = []
        segments = self._plan.segments
        for index in (self._run.index, *self._run.ahead):
            cues += self._phase(index, begun)
            if self._breath is not None:
                cues += breathing.cues(segments[index], begun, self._breath)
            begun += segments[index].length
        holding = segments[-1].phase in WORKING
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
                yield from self._ready.cues(index, at)
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
        counting = at + segment.length - _COUNTING
        yield from self._ready.late_in_warm_up(index, counting)

    def _hold(self, index: int, at: timedelta) -> Iterator[Cue]:
        segment, stretch = self._part(index)
        second = self._plan.segments[segment.set_up].phase is Phase.SWITCH
        if self._ready.easier(segment):  # said while getting ready, if not now
            full = words.easier(stretch) if second else ""
        else:
            full = "" if second else words.hold(stretch, segment.side)
        room = segment.length / 2 - lead(Chime.START)
        fits = full and words.speaking_time(full, self._pace) <= room
        yield cue(at, Kind.START, full if fits else words.MOVE_IN, Chime.START)
        form = words.FORM if index == self._ready.first_work else ""
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

    def _part(self, index: int) -> tuple[Segment, Stretch]:
        segment = self._plan.segments[index]
        return segment, self._plan.steps[segment.step]
