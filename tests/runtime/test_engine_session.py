from datetime import timedelta
from itertools import pairwise

import pytest

from stretchbreak.core.history import Outcome
from stretchbreak.core.plan import Phase
from stretchbreak.core.view import SessionView
from tests.support.fakes import HOUR, SECOND, Bench


def test_locking_or_sleeping_pauses_the_session() -> None:
    bench = Bench()
    bench.engine.start("walk")
    bench.passes(30 * SECOND)

    bench.engine.suspended()
    bench.clock.pass_(HOUR)
    bench.engine.woke()
    bench.engine.locked(certain=True)
    bench.engine.unlocked()

    session = bench.engine.view().session
    assert session is not None
    assert (session.phase, session.ends_at) == (Phase.PAUSED, None)
    assert session.remaining == 90 * SECOND


STALLS = [0 * SECOND, SECOND / 3, 3 * SECOND, 29.9 * SECOND, 30 * SECOND, 47 * SECOND]


def gone_through(bench: Bench, routine: str) -> list[SessionView]:
    """Go through *routine* and return what was shown of it."""
    bench.engine.start(routine)
    bench.passes(HOUR)
    shown = [view.session for view in bench.screen.views]
    return [session for session in shown if session is not None]


def test_a_hold_is_exactly_30_s_though_each_painting_stalls_for_3_s() -> None:
    bench = Bench()
    bench.screen.paints_for = 3 * SECOND

    shown = gone_through(bench, "after-workout")

    began = {s.ends_at: s for s in shown}
    ends = sorted(at for at in began if at is not None)
    holds = [
        end - start for start, end in pairwise(ends) if began[end].phase is Phase.HOLD
    ]
    assert holds == [30 * SECOND] * 9  # four with two sides, both knees together


def test_the_timer_of_a_hold_is_shorter_by_what_painting_took() -> None:
    bench = Bench()
    bench.engine.start("after-workout")
    bench.screen.paints_for = 3 * SECOND

    bench.passes(20 * SECOND)

    session = bench.engine.view().session
    assert session is not None
    assert session.phase is Phase.HOLD
    assert bench.waker.delay == 27 * SECOND


@pytest.mark.parametrize("stall", STALLS)
def test_no_stall_moves_the_end_of_any_phase(stall: timedelta) -> None:
    bench = Bench()
    bench.screen.paints_for = stall
    began = bench.now

    shown = gone_through(bench, "after-workout")

    plan = shown[0].plan
    lengths = [segment.length for segment in plan.segments]
    planned = {
        began + sum(lengths[:n], timedelta()) for n in range(1, len(lengths) + 1)
    }
    assert {session.ends_at for session in shown} <= planned
    (session,) = bench.history.sessions
    assert session.spent == plan.total
    assert {each.outcome for each in session.stretches} == {Outcome.DONE}


@pytest.mark.parametrize("stall", STALLS)
def test_what_is_shown_is_what_is_true_whatever_the_painting_takes(
    stall: timedelta,
) -> None:
    bench = Bench()
    bench.screen.paints_for = stall

    gone_through(bench, "full")

    for view in bench.screen.views:
        session = view.session
        if session is not None and session.ends_at is not None:
            assert session.ends_at > view.at.steady
            assert session.remaining == session.ends_at - view.at.steady
