"""What is heard of a session, and when."""

from datetime import timedelta
from itertools import pairwise

import pytest

from stretchbreak.core import choice, cue_words, player
from stretchbreak.core.choices import Pace
from stretchbreak.core.cues import Chime, Cue, Kind
from stretchbreak.core.history import History
from stretchbreak.core.plan import Phase
from stretchbreak.core.player import Player
from stretchbreak.core.score import score
from stretchbreak.core.settings import Settings
from tests.support.day import known

SECOND = timedelta(seconds=1)
START = timedelta(hours=1)
ROUTINES = sorted(known().routines)
WARM_UP = 300 * SECOND
"""What "evening" and "desk" begin with."""

every_routine = pytest.mark.parametrize("routine", ROUTINES)


def begun(routine: str, settings: Settings | None = None) -> Player:
    """Return the session of *routine* that begins at START."""
    settings = settings or Settings()
    offer = choice.offer(known().routines[routine], known(), settings, History())
    return player.begin(choice.planned(offer, known(), settings), START)


def heard(run: Player, pace: Pace = Pace.NORMAL) -> tuple[Cue, ...]:
    return score(run, pace)


def of(kind: Kind, run: Player) -> list[Cue]:
    return [cue for cue in heard(run) if cue.kind is kind]


def at(cue: Cue) -> float:
    """Return the second of the session that *cue* comes in."""
    return (cue.at - START).total_seconds()


def phases(run: Player) -> list[tuple[timedelta, timedelta, Phase]]:
    """Return the beginning, end and kind of all phases of *run*'s plan."""
    ends = START
    told = []
    for segment in run.plan.segments:
        told.append((ends, ends + segment.length, segment.phase))
        ends += segment.length
    return told


@every_routine
def test_cues_come_in_order(routine: str) -> None:
    moments = [cue.at for cue in heard(begun(routine))]

    assert moments == sorted(moments)


@every_routine
@pytest.mark.parametrize("pace", Pace)
@pytest.mark.parametrize("ready", [8, 10])
def test_no_words_run_into_the_next(routine: str, pace: Pace, ready: int) -> None:
    run = begun(routine, Settings(get_ready=ready * SECOND))
    spoken = [cue for cue in score(run, pace) if cue.say]

    for cue, after in pairwise(spoken):
        ends = cue.say_at + cue_words.speaking_time(cue.say, pace)
        if pace is Pace.NORMAL or Kind.SAFETY not in {cue.kind, after.kind}:
            slack = SECOND if pace is Pace.SLOW else timedelta()
            assert ends <= after.say_at + slack, f"{cue.say!r} runs into {after.say!r}"


@every_routine
def test_each_change_has_a_chime_so_that_chimes_alone_are_enough(routine: str) -> None:
    run = begun(routine)
    chimes = {cue.at for cue in heard(run) if cue.chime is not None}

    for (_b, _e, before), (begins, _ends, phase) in pairwise(phases(run)):
        silent = phase is Phase.GET_READY and before not in {Phase.WARM_UP, Phase.MOVE}
        assert silent or begins in chimes, phase


@every_routine
def test_the_end_is_heard_at_the_end(routine: str) -> None:
    run = begun(routine)
    last = heard(run)[-1]

    assert (last.kind, last.chime) == (Kind.DONE, Chime.DONE)
    assert last.at == player.ends_at(run)


@every_routine
def test_a_hold_is_halved_and_counted_down_to_its_very_end(routine: str) -> None:
    run = begun(routine)
    cues = heard(run)

    for begins, ends, phase in phases(run):
        inside = [c for c in cues if begins < c.at < ends]
        if phase is Phase.HOLD:
            assert [(c.kind, c.at) for c in inside] == [
                (Kind.HALF, begins + (ends - begins) / 2),
                *((Kind.COUNT, ends - left * SECOND) for left in (3, 2, 1)),
            ]
            assert [c.say for c in inside[1:]] == ["Three", "Two", "One"]


@every_routine
def test_breath_goes_in_before_moving_in_and_out_while_moving_in(routine: str) -> None:
    run = begun(routine)
    cues = heard(run)

    for begins, ends, phase in phases(run):
        if phase in {Phase.GET_READY, Phase.SWITCH}:
            last = [c for c in cues if begins <= c.at < ends][-1]
            assert (last.kind, last.say) == (Kind.BREATHE_IN, "Breathe in.")
        if phase in {Phase.HOLD, Phase.PRESS}:
            (moving,) = [c for c in cues if c.at == begins]
            assert moving.say.startswith("Breathe out")


@pytest.mark.parametrize("routine", [r for r in ROUTINES if r not in {"walk", "stand"}])
def test_before_the_first_hold_it_is_said_what_to_do_for_pain(routine: str) -> None:
    run = begun(routine)

    (safety,) = of(Kind.SAFETY, run)

    assert "You need not touch the computer" in safety.say
    over = safety.say_at + cue_words.speaking_time(safety.say, Pace.NORMAL)
    first = next(
        b for b, _e, phase in phases(run) if phase in {Phase.HOLD, Phase.PRESS}
    )
    assert over <= first


def test_it_is_said_late_in_the_warm_up_where_getting_ready_is_short() -> None:
    (safety,) = of(Kind.SAFETY, begun("desk"))

    assert 285 < at(safety) < 297


def test_where_that_warm_up_is_skipped_it_is_said_while_getting_ready() -> None:
    run = player.skip_ahead(begun("desk"), START + 10 * SECOND)

    (safety,) = of(Kind.SAFETY, run)

    assert 10 < at(safety) < 20


@pytest.mark.parametrize("skips", [1, 2, 3])
def test_it_is_said_wherever_the_first_hold_is(skips: int) -> None:
    run = begun("evening")
    for _press in range(skips):
        run = player.skip_ahead(run, START)

    (safety,) = of(Kind.SAFETY, run)

    hold = next(c for c in heard(run) if c.kind is Kind.START)
    assert safety.at < hold.at


def test_it_is_not_said_again_once_something_was_held() -> None:
    run = player.advance(begun("evening"), START + WARM_UP + 51 * SECOND)

    assert of(Kind.SAFETY, player.go_back(run, START + WARM_UP + 51 * SECOND)) == []


def test_what_is_needed_comes_first() -> None:
    for routine in ("evening", "after-workout", "desk"):
        first = heard(begun(routine))[0]
        assert first.say.startswith("Have a "), routine
        assert first.say.count("volume") == 1


def test_proper_form_is_named_before_depth_in_the_first_hold_alone() -> None:
    halves = of(Kind.HALF, begun("after-workout"))

    assert [cue_words.FORM in cue.say for cue in halves[:2]] == [True, False]


def test_the_second_side_is_announced() -> None:
    switches = of(Kind.SWITCH, begun("evening"))

    assert {c.say for c in switches} == {"Let go slowly. Now the right side."}
    assert {c.chime for c in switches} == {Chime.SWITCH}


def test_a_floor_session_ends_by_rolling_to_the_side() -> None:
    (finish,) = of(Kind.FINISH, begun("morning"))

    assert "Roll to your side" in finish.say


# What changes the score


@every_routine
@pytest.mark.parametrize("later", [0.5, 31, 299, 300, 301, 340])
def test_time_alone_changes_nothing_that_is_to_come(routine: str, later: float) -> None:
    run = begun(routine)
    now = START + later * SECOND
    after = player.advance(run, now)

    assert [c for c in heard(after) if c.at > now] == [
        c for c in heard(run) if c.at > now and not after.over
    ]


def test_a_pause_is_said_and_then_it_is_quiet() -> None:
    now = START + 10 * SECOND
    run = player.stop(begun("walk"), now)

    (paused,) = heard(run)

    assert (paused.at, paused.say) == (now, "Paused.")


def test_after_that_hurts_there_is_silence() -> None:
    run = player.stop(begun("walk"), START + 10 * SECOND, hurt=True)

    assert heard(run) == ()


@pytest.mark.parametrize(
    ("second", "kind"), [(30, Kind.NAME), (60, Kind.START)], ids=["left", "right"]
)
def test_after_pain_the_easier_way_is_what_is_said(second: int, kind: Kind) -> None:
    now = START + WARM_UP + second * SECOND
    run = player.stop(player.advance(begun("evening"), now), now, hurt=True)
    easier = run.plan.steps[run.segment.step].easier

    again = [c for c in heard(player.go_on(run, now)) if c.at < now + 15 * SECOND]

    assert [c.kind for c in again if easier in c.say] == [kind]


def test_after_a_short_pause_the_rest_of_the_hold_is_heard() -> None:
    hold = START + WARM_UP + 20 * SECOND
    run = player.advance(begun("evening"), hold + 20 * SECOND)
    run = player.stop(run, hold + 20 * SECOND)
    run = player.go_on(run, hold + 30 * SECOND)

    ends = hold + 30 * SECOND + player.RESUME + 10 * SECOND
    inside = [c for c in heard(run) if c.at < ends]

    assert [c.say for c in inside] == [
        "Back into position.",
        "Breathe out slowly, and move in.",
        *("Three", "Two", "One"),
    ]
    assert inside[-1].at == ends - SECOND


def test_muted_there_is_nothing_and_unmuted_the_same_again() -> None:
    run = begun("evening")
    muted = player.toggle_mute(run)

    assert heard(muted) == ()
    assert heard(player.toggle_mute(muted)) == heard(run)


@pytest.mark.parametrize("routine", ["desk", "after-workout"])
def test_in_no_time_at_all_the_words_for_pain_are_said_still(routine: str) -> None:
    hasty = Settings(get_ready=3 * SECOND, lie_down=5 * SECOND, switch=2 * SECOND)
    run = player.skip_ahead(begun(routine, hasty), START)

    assert of(Kind.SAFETY, run)
