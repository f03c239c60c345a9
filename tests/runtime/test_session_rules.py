"""A session by the engine: what is heard, kept awake and kept, whatever happens."""

from datetime import timedelta

import pytest

from stretchbreak.core.history import Outcome, Result
from stretchbreak.core.plan import Phase
from stretchbreak.core.view import SessionView
from stretchbreak.runtime.deeds import SAVE_EVERY
from tests.support.fakes import HOUR, MINUTE, SECOND, Bench

FIRST_HOLD = 320 * SECOND
"""When the left knee's hold begins, in "evening"; it lasts 30 s."""


def on_the_mat(after: timedelta, routine: str = "evening") -> Bench:
    """Return a bench on which *routine* began so long ago."""
    bench = Bench()
    bench.engine.start(routine)
    bench.passes(after)
    return bench


def shown(bench: Bench) -> SessionView:
    session = bench.engine.view().session
    assert session is not None
    return session


@pytest.mark.parametrize(
    ("second", "phase"),
    [
        (10, Phase.WARM_UP),
        (310, Phase.GET_READY),
        (327, Phase.RELEASE),
        (330, Phase.PRESS),
        (386, Phase.REST),
        (410, Phase.HOLD),
        (432, Phase.SWITCH),
        (556, Phase.FINISH),
    ],
)
def test_that_hurts_takes_back_all_that_was_to_be_heard_in_the_same_turn(
    second: int, phase: Phase
) -> None:
    bench = on_the_mat(second * SECOND, "morning")
    assert shown(bench).phase is phase

    bench.engine.hurts()

    assert shown(bench).phase is Phase.HURT
    assert bench.sound.scores[1:] == [[]]
    bench.passes(HOUR)
    assert bench.sound.scores[1:] == [[]]


def test_pain_said_in_a_pause_is_silence_and_stays_so() -> None:
    bench = on_the_mat(FIRST_HOLD + 10 * SECOND)
    bench.engine.toggle_session_pause()

    bench.engine.hurts()
    bench.engine.locked(certain=True)
    bench.engine.unlocked()
    bench.passes(HOUR / 4)

    (paused,) = bench.sound.scores[1:]
    assert [cue.say for _at, cue in paused] == ["Paused."]
    assert shown(bench).phase is Phase.HURT


def test_a_window_closed_half_way_ends_all_of_it_in_the_same_turn() -> None:
    bench = on_the_mat(FIRST_HOLD + 12 * SECOND)

    bench.engine.end_session()

    (session,) = bench.history.sessions
    assert session.stretches[0].held == (12 * SECOND, timedelta())
    assert bench.engine.view().session is None
    assert bench.sound.ends == [True]
    assert bench.awake.kept == [True, False]
    assert bench.memory.saved[-1].unfinished is None


@pytest.mark.parametrize("way", ["toggle_session_pause", "hurts", "suspended"])
def test_the_screen_may_sleep_after_five_minutes_however_it_was_stopped(
    way: str,
) -> None:
    bench = on_the_mat(FIRST_HOLD)
    getattr(bench.engine, way)()

    bench.passes(299 * SECOND)
    assert bench.awake.kept == [True]
    bench.passes(SECOND)
    assert bench.awake.kept == [True, False]


def test_killed_in_mid_session_it_leaves_an_honest_record_at_the_next_start() -> None:
    bench = on_the_mat(FIRST_HOLD + 47 * SECOND)  # 12 s into the right knee's hold
    before = bench.clock.now().local

    again = Bench(before=bench)

    (session,) = again.history.sessions
    assert session.routine == "evening"
    assert session.ended <= before
    left, right = session.stretches[0].held
    assert (left, session.stretches[0].outcome) == (30 * SECOND, Outcome.SKIPPED)
    assert right <= 12 * SECOND
    assert session.spent <= FIRST_HOLD + 47 * SECOND
    assert again.engine.view().session is None
    assert again.awake.kept == []
    assert again.sound.begun == []
    assert Bench(before=again).history.sessions == []  # told once


def test_killed_in_the_warm_up_it_leaves_nearly_all_of_that() -> None:
    bench = on_the_mat(4 * MINUTE)

    again = Bench(before=bench)

    (session,) = again.history.sessions
    assert 4 * MINUTE - SAVE_EVERY <= session.spent <= 4 * MINUTE


def test_killed_early_it_is_partial_and_its_prompt_comes_back() -> None:
    bench = Bench()
    bench.passes(48 * MINUTE)
    assert bench.engine.view().prompt is not None
    bench.engine.start()
    bench.passes(MINUTE)

    again = Bench(before=bench)
    again.passes(11 * MINUTE)

    (session,) = again.history.sessions
    assert session.result is Result.PARTIAL
    assert again.engine.view().due
    assert again.engine.view().prompt is not None


def test_what_falls_due_during_a_session_is_shown_after_it_and_not_before() -> None:
    bench = Bench(appointments=["mon 09:05 walk"])
    bench.engine.start("full")
    bench.passes(HOUR / 4)

    during = [view for view in bench.screen.views if view.session is not None]
    assert {view.prompt for view in during} == {None}
    bench.passes(2 * MINUTE)
    assert bench.engine.view().prompt is not None
