"""Going through a session: what runs, what stops it, and how it goes on."""

from datetime import timedelta

import pytest

from stretchbreak.core import choice, player, results
from stretchbreak.core.history import History, Outcome, Result, Stretched
from stretchbreak.core.plan import Phase, Plan
from stretchbreak.core.player import Player, Running, Stopped
from stretchbreak.core.routine import Side
from stretchbreak.core.settings import Settings
from stretchbreak.core.view import session_view
from tests.support.day import known

SECOND = timedelta(seconds=1)
WARM_UP = 300
"""The seconds that all of the routines here begin with."""
LIE_DOWN = 20


def plan(routine: str = "evening") -> Plan:
    """Return a plan; that of "evening" is one knee, both knees, figure four."""
    offer = choice.offer(known().routines[routine], known(), Settings(), History())
    return choice.planned(offer, known(), Settings())


def at(second: float, routine: str = "evening") -> Player:
    """Return the session of *routine*, begun at zero, at *second*."""
    begun = player.begin(plan(routine), timedelta())
    return player.advance(begun, second * SECOND)


def where(run: Player) -> tuple[int, Phase, Side | None]:
    """Return the step, phase and side of *run*."""
    return run.segment.step, run.segment.phase, run.segment.side


FIRST_HOLD = WARM_UP + LIE_DOWN
"""When the left knee's hold begins."""
SECOND_SIDE = FIRST_HOLD + 30 + 5
"""When the right knee's hold begins."""


# The phases


@pytest.mark.parametrize(
    ("second", "phase", "side"),
    [
        (0, Phase.WARM_UP, None),
        (299.9, Phase.WARM_UP, None),
        (300, Phase.GET_READY, Side.LEFT),
        (319.9, Phase.GET_READY, Side.LEFT),
        (320, Phase.HOLD, Side.LEFT),
        (349.9, Phase.HOLD, Side.LEFT),
        (350, Phase.SWITCH, Side.RIGHT),
        (355, Phase.HOLD, Side.RIGHT),
        (385, Phase.REST, None),
        (390, Phase.GET_READY, None),
    ],
)
def test_one_press_starts_and_then_nothing_needs_touching(
    second: float, phase: Phase, side: Side | None
) -> None:
    _step, *rest = where(at(second))

    assert rest == [phase, side]


@pytest.mark.parametrize("late", [0.0, 0.4, 7.0, 29.9])
def test_a_hold_lasts_thirty_seconds_however_late_one_looks(late: float) -> None:
    run = at(FIRST_HOLD + late)

    assert run.state == Running((FIRST_HOLD + 30) * SECOND)


def test_one_late_look_is_as_good_as_many() -> None:
    often = player.begin(plan(), timedelta())
    for second in range(600):
        often = player.advance(often, second * SECOND)

    assert often == at(599)


def test_the_session_is_over_after_its_planned_time() -> None:
    total = plan().total / SECOND

    assert not at(total - 0.1).over
    assert at(total).over
    assert player.spent(at(total + 60), (total + 60) * SECOND) == total * SECOND
    assert player.next_wake(at(total - 1), (total - 1) * SECOND) == total * SECOND


# Pausing


def paused(after: float, length: float) -> Player:
    """Return a session stopped at *after* and gone on *length* seconds later."""
    stopped = player.stop(at(after), after * SECOND)
    return player.go_on(stopped, (after + length) * SECOND)


@pytest.mark.parametrize("length", [1, 29, 30])
def test_after_a_short_pause_one_gets_ready_then_the_remaining_time_runs(
    length: int,
) -> None:
    run = paused(FIRST_HOLD + 10, length)
    on = FIRST_HOLD + 10 + length

    assert where(run)[1] is Phase.HOLD
    assert run.state == Running((on + 3) * SECOND, 20 * SECOND)
    later = player.advance(run, (on + 3) * SECOND)
    assert later.state == Running((on + 23) * SECOND)


@pytest.mark.parametrize("length", [30.1, 31, 600])
def test_after_a_longer_pause_the_hold_starts_again_with_its_set_up(
    length: float,
) -> None:
    left = paused(FIRST_HOLD + 10, length)
    assert where(left) == (1, Phase.GET_READY, Side.LEFT)

    right = paused(SECOND_SIDE + 10, length)
    assert where(right) == (1, Phase.SWITCH, Side.RIGHT)


def test_after_a_longer_pause_in_the_warm_up_it_goes_on_where_it_was() -> None:
    run = paused(100, 600)

    assert run.state == Running(703 * SECOND, 200 * SECOND)


def test_a_pause_while_getting_ready_again_forgets_nothing() -> None:
    run = paused(FIRST_HOLD + 10, 5)
    again = player.stop(run, (FIRST_HOLD + 16) * SECOND)

    assert again.state == Stopped((FIRST_HOLD + 16) * SECOND, 20 * SECOND)


@pytest.mark.parametrize(("paused", "awake"), [(299, True), (300, False)])
def test_the_screen_stays_awake_for_five_minutes_of_a_pause(
    paused: int,
    awake: bool,  # noqa: FBT001 - a case of the table
) -> None:
    began = (FIRST_HOLD + 10) * SECOND
    stopped = player.stop(at(FIRST_HOLD + 10), began)

    now = began + paused * SECOND

    assert player.keeps_awake(stopped, now) is awake
    assert player.next_wake(stopped, now) == (began + 300 * SECOND if awake else None)


def test_nothing_runs_while_paused() -> None:
    stopped = player.stop(at(FIRST_HOLD + 10), (FIRST_HOLD + 10) * SECOND)

    assert player.advance(stopped, 9999 * SECOND) == stopped
    assert player.remaining(stopped, 9999 * SECOND) == 20 * SECOND


def test_time_paused_is_not_time_spent() -> None:
    run = paused(FIRST_HOLD + 10, 20)

    assert player.spent(run, (FIRST_HOLD + 32) * SECOND) == (FIRST_HOLD + 10) * SECOND
    later = player.advance(run, (FIRST_HOLD + 40) * SECOND)
    assert player.spent(later, (FIRST_HOLD + 40) * SECOND) == (FIRST_HOLD + 17) * SECOND


def test_going_on_exactly_moves_the_end_by_the_pause() -> None:
    stopped = player.stop(at(FIRST_HOLD + 10), (FIRST_HOLD + 10) * SECOND)

    run = player.go_on_exactly(stopped, (FIRST_HOLD + 910) * SECOND)

    assert run.state == Running((FIRST_HOLD + 930) * SECOND)


def test_what_runs_need_not_go_on() -> None:
    run = at(100)

    assert player.go_on(run, 101 * SECOND) == run
    assert player.go_on_exactly(run, 101 * SECOND) == run


# Next and previous


@pytest.mark.parametrize(
    ("second", "to"),
    [
        pytest.param(10, (1, Phase.GET_READY, Side.LEFT), id="the warm-up"),
        pytest.param(305, (1, Phase.SWITCH, Side.RIGHT), id="getting ready"),
        pytest.param(330, (1, Phase.SWITCH, Side.RIGHT), id="one side"),
        pytest.param(360, (1, Phase.REST, None), id="the other side"),
        pytest.param(400, (3, Phase.GET_READY, Side.LEFT), id="without sides"),
    ],
)
def test_next_goes_to_the_next_side_or_step(
    second: int, to: tuple[int, Phase, Side | None]
) -> None:
    assert where(player.skip_ahead(at(second), second * SECOND)) == to


def test_next_at_the_very_end_ends() -> None:
    end = plan().total / SECOND - 1

    assert player.skip_ahead(at(end), end * SECOND).over


def test_next_goes_on_from_a_pause() -> None:
    stopped = player.stop(at(330), 330 * SECOND)

    assert player.skip_ahead(stopped, 400 * SECOND).state == Running(405 * SECOND)


SECOND_STEP = 390 + 10 + 5
"""5 s into the hold of both knees."""


def test_the_first_press_of_previous_is_this_step_again() -> None:
    back = player.go_back(at(SECOND_STEP), SECOND_STEP * SECOND)

    assert where(back) == (2, Phase.GET_READY, None)


@pytest.mark.parametrize(
    ("gap", "step"),
    [pytest.param(3, 1, id="within 3 s"), pytest.param(3.1, 2, id="later")],
)
def test_the_second_press_within_three_seconds_is_the_step_before(
    gap: float, step: int
) -> None:
    once = player.go_back(at(SECOND_STEP), SECOND_STEP * SECOND)

    twice = player.go_back(once, (SECOND_STEP + gap) * SECOND)

    assert where(twice)[0] == step


def test_the_third_press_begins_anew() -> None:
    run = at(SECOND_STEP)
    for press in range(3):
        run = player.go_back(run, (SECOND_STEP + press) * SECOND)

    assert where(run) == (1, Phase.GET_READY, Side.LEFT)


def test_before_the_first_step_there_is_none() -> None:
    run = player.go_back(player.go_back(at(10), 10 * SECOND), 11 * SECOND)

    assert where(run) == (0, Phase.WARM_UP, None)


# Pain


def test_what_hurts_stops_at_once_and_is_marked() -> None:
    run = player.stop(at(SECOND_STEP), SECOND_STEP * SECOND, hurt=True)

    assert isinstance(run.state, Stopped)
    assert run.state.hurt
    assert outcome(run, "double-knee-to-chest") is Outcome.HURT


def test_pain_may_be_said_during_a_pause() -> None:
    stopped = player.stop(at(SECOND_STEP), SECOND_STEP * SECOND)

    run = player.stop(stopped, (SECOND_STEP + 5) * SECOND, hurt=True)

    assert run.state == Stopped(SECOND_STEP * SECOND, 25 * SECOND, hurt=True)


def test_a_stretch_left_out_is_left_out_on_both_sides() -> None:
    hurting = player.stop(at(330), 330 * SECOND, hurt=True)

    assert where(player.leave_out(hurting, 340 * SECOND))[:2] == (2, Phase.GET_READY)


def test_the_last_stretch_left_out_leads_to_getting_up() -> None:
    second = plan().total / SECOND - 30
    hurting = player.stop(at(second), second * SECOND, hurt=True)

    assert where(player.leave_out(hurting, second * SECOND))[1] is Phase.FINISH


def test_the_last_stretch_left_out_at_the_desk_ends_the_session() -> None:
    second = plan("desk").total / SECOND - 5
    hurting = player.stop(at(second, "desk"), second * SECOND, hurt=True)

    assert player.leave_out(hurting, second * SECOND).over


def test_the_easier_variant_starts_again_with_its_set_up() -> None:
    hurting = player.stop(at(SECOND_SIDE + 5), (SECOND_SIDE + 5) * SECOND, hurt=True)

    easier = player.go_on(hurting, (SECOND_SIDE + 8) * SECOND)

    assert where(easier) == (1, Phase.SWITCH, Side.RIGHT)


# Records


def stretched(run: Player, stretch: str, now: timedelta) -> Stretched:
    """Return what is recorded of *stretch* if *run* ends *now*."""
    (record,) = (s for s in results.outcomes(run, now) if s.stretch == stretch)
    return record


def outcome(run: Player, stretch: str) -> Outcome:
    return stretched(run, stretch, timedelta(hours=1)).outcome


def test_each_side_is_recorded_with_how_long_it_was_held() -> None:
    total = plan().total

    record = stretched(at(total / SECOND), "single-knee-to-chest", total)

    assert record.held == (30 * SECOND, 30 * SECOND)


def test_a_hold_broken_off_counts_as_far_as_it_went() -> None:
    now = (FIRST_HOLD + 12) * SECOND

    record = stretched(at(FIRST_HOLD + 12), "single-knee-to-chest", now)

    assert record.held == (12 * SECOND, timedelta())


def test_a_pause_in_a_hold_is_not_held() -> None:
    now = (FIRST_HOLD + 12) * SECOND
    stopped = player.stop(at(FIRST_HOLD + 12), now)

    record = stretched(stopped, "single-knee-to-chest", now + 20 * SECOND)

    assert record.held == (12 * SECOND, timedelta())


def test_a_hold_done_again_is_held_both_times() -> None:
    now = (FIRST_HOLD + 12) * SECOND
    again = player.go_back(at(FIRST_HOLD + 12), now)
    run = player.advance(again, now + 200 * SECOND)

    record = stretched(run, "single-knee-to-chest", now + 200 * SECOND)

    assert record.held == (42 * SECOND, 30 * SECOND)


@pytest.mark.parametrize(
    ("share", "result"),
    [(0.0, Result.PARTIAL), (0.499, Result.PARTIAL), (0.5, Result.DONE)],
)
def test_half_of_the_planned_time_is_enough(share: float, result: Result) -> None:
    now = plan().total * share

    assert results.result(at(now / SECOND), now) is result


def test_what_was_run_to_its_end_is_done() -> None:
    total = plan().total

    assert results.result(at(total / SECOND), total) is Result.DONE
    assert {each.outcome for each in results.outcomes(at(total / SECOND), total)} == {
        Outcome.DONE
    }


def test_a_session_clicked_through_is_partial_and_its_stretches_skipped() -> None:
    run = at(0)
    while not run.over:
        run = player.skip_ahead(run, SECOND)

    assert results.result(run, SECOND) is Result.PARTIAL
    assert {each.outcome for each in results.outcomes(run, SECOND)} == {Outcome.SKIPPED}


def test_a_stretch_is_done_only_with_both_sides() -> None:
    run = player.skip_ahead(at(SECOND_SIDE + 10), (SECOND_SIDE + 10) * SECOND)

    assert outcome(run, "single-knee-to-chest") is Outcome.SKIPPED


def test_a_side_done_again_counts_as_done() -> None:
    again = player.go_back(at(SECOND_SIDE + 10), 0 * SECOND)
    run = player.advance(again, 200 * SECOND)

    assert outcome(run, "single-knee-to-chest") is Outcome.DONE


# What is shown of it


def test_the_view_says_what_runs_until_when_and_what_comes() -> None:
    view = session_view(at(FIRST_HOLD + 10), (FIRST_HOLD + 10) * SECOND)

    assert (view.phase, view.side) == (Phase.HOLD, Side.LEFT)
    assert view.ends_at == (FIRST_HOLD + 30) * SECOND
    assert (view.remaining, view.length) == (20 * SECOND, 30 * SECOND)
    assert view.upcoming is Phase.SWITCH
    assert view.left == plan().total - (FIRST_HOLD + 10) * SECOND


def test_the_view_says_that_it_is_paused() -> None:
    stopped = player.stop(at(FIRST_HOLD + 10), (FIRST_HOLD + 10) * SECOND)

    view = session_view(stopped, 999 * SECOND)

    assert (view.phase, view.ends_at) == (Phase.PAUSED, None)
    assert view.remaining == 20 * SECOND


def test_the_view_says_that_it_hurt() -> None:
    hurting = player.stop(at(FIRST_HOLD), FIRST_HOLD * SECOND, hurt=True)

    assert session_view(hurting, FIRST_HOLD * SECOND).phase is Phase.HURT


def test_the_view_counts_down_to_going_on() -> None:
    run = paused(FIRST_HOLD + 10, 5)

    view = session_view(run, (FIRST_HOLD + 16) * SECOND)

    assert (view.phase, view.length) == (Phase.RESUME, 3 * SECOND)
    assert view.remaining == 2 * SECOND
    assert view.left == plan().total - (FIRST_HOLD + 10) * SECOND


def test_at_the_end_nothing_comes() -> None:
    end = plan().total - SECOND

    assert session_view(at(end / SECOND), end).upcoming is None


# Its end


def test_a_session_that_runs_knows_its_end() -> None:
    total = plan().total

    assert [player.ends_at(at(second)) for second in (0, 301, 352)] == [total] * 3


def test_a_stopped_session_knows_no_end_until_it_goes_on() -> None:
    stopped = player.stop(at(FIRST_HOLD + 10), (FIRST_HOLD + 10) * SECOND)

    assert player.ends_at(stopped) is None
    again = player.go_on(stopped, (FIRST_HOLD + 17) * SECOND)
    end = player.ends_at(again)
    assert end == plan().total + 10 * SECOND
    assert player.advance(again, end).over
    assert not player.advance(again, end - timedelta.resolution).over
