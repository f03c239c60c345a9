from stretchbreak.core.holds import By
from stretchbreak.runtime.deeds import SAVE_EVERY
from stretchbreak.runtime.engine import LOOK_EVERY
from tests.support.fakes import HOUR, MINUTE, SECOND, Bench

WATCHES = 2 * SECOND


def test_the_waker_is_armed_for_when_the_coach_wants_to_look() -> None:
    bench = Bench()
    bench.engine.start("full")
    bench.passes(5 * MINUTE)

    assert bench.waker.delay == 20 * SECOND  # to lie down
    assert bench.coach.next_wake() == bench.now + 20 * SECOND


def test_while_the_user_sits_the_waker_is_armed_for_saving_too() -> None:
    bench = Bench()
    bench.passes(5 * MINUTE)
    bench.engine.walked()
    bench.passes(5 * MINUTE)
    bench.engine.hold_began(By.DND)

    assert bench.waker.delay == SAVE_EVERY


def test_in_a_session_the_waker_sleeps_to_the_end_of_the_phase_or_to_a_saving() -> None:
    bench = Bench()
    bench.engine.start("full")
    woken = len(bench.screen.views)

    bench.passes(SAVE_EVERY - SECOND)
    assert len(bench.screen.views) == woken

    bench.passes(5 * MINUTE - SAVE_EVERY)
    assert len(bench.screen.views) - woken == 5 * MINUTE // SAVE_EVERY


def test_a_session_that_is_stopped_wakes_nobody_to_save_it() -> None:
    bench = Bench()
    bench.engine.start("full")
    bench.engine.toggle_session_pause()

    assert bench.waker.delay == 5 * MINUTE  # then the screen may sleep


def test_a_source_that_must_be_asked_is_asked_while_the_user_is_away() -> None:
    bench = Bench(watches=None)
    bench.passes(10 * MINUTE)
    bench.idle.stop_input()
    bench.passes(30 * MINUTE)

    assert bench.waker.delay == LOOK_EVERY


def test_a_source_that_watches_is_left_alone_while_the_user_is_away() -> None:
    bench = Bench(watches=WATCHES)
    bench.passes(10 * MINUTE)
    bench.idle.stop_input()
    bench.passes(30 * MINUTE)
    views = len(bench.screen.views)

    bench.passes(8 * HOUR)

    assert bench.waker.delay is None
    assert len(bench.screen.views) == views


def test_the_return_of_input_is_expected_only_from_somebody_away() -> None:
    bench = Bench(watches=WATCHES)
    bench.passes(10 * MINUTE)
    assert not bench.idle.expected

    bench.idle.stop_input()
    bench.passes(3 * MINUTE)
    assert bench.idle.expected


def test_a_source_that_watches_is_asked_until_it_does() -> None:
    bench = Bench(watches=WATCHES)
    bench.passes(10 * MINUTE)
    bench.idle.stop_input(SECOND)

    bench.engine.walked()

    assert bench.waker.delay == WATCHES - SECOND


def test_input_that_returns_is_taken_up_at_once() -> None:
    bench = Bench(watches=WATCHES)
    bench.passes(10 * MINUTE)
    bench.leaves(30 * MINUTE)
    back = bench.now

    bench.passes(5 * SECOND)

    assert bench.engine.view().seated
    bench.engine.refresh()
    assert bench.engine.view().sitting == bench.now - back


def test_input_that_changes_nothing_makes_no_turn() -> None:
    bench = Bench(watches=WATCHES)
    bench.passes(10 * SAVE_EVERY)
    views = len(bench.screen.views)

    bench.leaves(10 * SECOND)

    assert len(bench.screen.views) == views


def test_a_source_that_is_lost_is_replaced_and_named() -> None:
    bench = Bench()
    assert bench.engine.idle_source == "fake"

    bench.idle.lost = True
    bench.passes(5 * MINUTE)

    assert bench.engine.idle_source == "second"
    assert bench.idle.closed == 1
    assert bench.engine.view().seated


def test_when_the_next_source_is_lost_too_the_one_after_it_is_used() -> None:
    bench = Bench()

    bench.idle.lost = bench.second_idle.lost = True
    bench.passes(5 * MINUTE)

    assert bench.engine.idle_source == "fallback"
    assert (bench.idle.closed, bench.second_idle.closed) == (1, 1)


def test_the_next_source_tells_of_the_return_of_input_as_well() -> None:
    bench = Bench(watches=WATCHES)
    bench.passes(10 * MINUTE)
    bench.idle.lost = True
    bench.engine.refresh()
    bench.second_idle.stop_input()
    bench.passes(30 * MINUTE)
    assert bench.waker.delay is None

    bench.second_idle.return_input()

    assert bench.waker.delay == SECOND  # to see whether it is a blip


def test_a_source_lost_while_the_user_is_away_is_asked_no_more() -> None:
    bench = Bench(watches=WATCHES)
    bench.passes(10 * MINUTE)
    bench.idle.stop_input()
    bench.passes(30 * MINUTE)

    bench.idle.lost = True
    bench.engine.refresh()

    assert bench.engine.idle_source == "second"
    assert bench.waker.delay == SECOND  # to see whether it is a blip


def test_at_the_end_the_source_in_use_is_closed() -> None:
    bench = Bench()
    bench.idle.lost = True
    bench.engine.refresh()

    bench.engine.quit()

    assert (bench.idle.closed, bench.second_idle.closed) == (1, 1)
