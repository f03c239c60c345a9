"""The sound of the breath, beside everything else that is heard."""

from stretchbreak.core.breath import Breath, Turn
from stretchbreak.core.breathing import LAST
from stretchbreak.core.choices import Pace
from stretchbreak.core.cues import Chime, Cue, Kind
from stretchbreak.core.plan import Phase
from stretchbreak.core.player import Player
from stretchbreak.core.score import score
from tests.core.test_score import SECOND, begun, every_routine, phases

SLOW = Breath(5 * SECOND, 8 * SECOND)
TURNS = {Turn.IN: Chime.BREATH_IN, Turn.OUT: Chime.BREATH_OUT}


def heard(run: Player) -> tuple[Cue, ...]:
    return score(run, Pace.NORMAL, SLOW)


def breaths(run: Player) -> list[Cue]:
    return [cue for cue in heard(run) if cue.kind is Kind.BREATH]


@every_routine
def test_only_whoever_wants_it_hears_it_and_all_else_is_the_same(routine: str) -> None:
    run = begun(routine)
    without = score(run, Pace.NORMAL)

    assert not any(cue.kind is Kind.BREATH for cue in without)
    assert tuple(c for c in heard(run) if c.kind is not Kind.BREATH) == without


@every_routine
def test_in_each_hold_it_keeps_the_pace_of_the_picture(routine: str) -> None:
    run = begun(routine)

    for begins, ends, phase in phases(run):
        inside = [(c.at, c.chime) for c in breaths(run) if begins <= c.at < ends]
        if phase is Phase.HOLD:
            turns = SLOW.turns(ends - begins)
            wanted = [(begins + into, TURNS[turn]) for into, turn in turns]
            assert inside == [each for each in wanted if each[0] < ends - LAST]
            assert inside


@every_routine
def test_pressing_is_out_letting_go_is_in_and_else_there_is_none(routine: str) -> None:
    run = begun(routine)
    wanted = {Phase.PRESS: [Chime.BREATH_OUT], Phase.RELEASE: [Chime.BREATH_IN]}

    for begins, ends, phase in phases(run):
        inside = [c for c in breaths(run) if begins <= c.at < ends]
        if phase is not Phase.HOLD:
            assert [c.chime for c in inside] == wanted.get(phase, [])
            assert all(c.at == begins for c in inside)


def test_it_has_no_words() -> None:
    assert not any(cue.say for cue in breaths(begun("morning")))
