"""Sleep and locks that nobody announces, or nobody takes back."""

from stretchbreak.runtime.lock_doubt import LOOK_EVERY, WORK
from stretchbreak.runtime.sleep_watch import LEAST, STRAY
from tests.support.fakes import HOUR, MINUTE, SECOND, Bench

WATCHES = 2 * SECOND


def sitting(bench: Bench) -> float:
    bench.engine.refresh()
    return bench.engine.view().sitting / MINUTE


def test_a_sleep_that_nobody_announced_is_an_absence() -> None:
    bench = Bench()
    bench.passes(20 * MINUTE)
    before = sitting(bench)

    bench.clock.sleep(HOUR)
    bench.engine.wake()

    assert sitting(bench) == 0
    kinds = bench.journal.kinds()
    at = kinds.index("Suspended")
    assert kinds[at : at + 3] == ["Suspended", "Woke", "InputRead"]
    bench.passes(20 * SECOND)  # by then the return is certain
    (rest,) = bench.history.rests
    assert rest[1] - rest[0] >= HOUR
    assert before > 19


def test_a_short_one_leaves_the_sitting_time_standing() -> None:
    bench = Bench()
    bench.passes(20 * MINUTE)
    before = sitting(bench)
    bench.idle.stop_input()

    bench.clock.sleep(2 * MINUTE)
    bench.engine.wake()

    assert sitting(bench) == before
    assert bench.history.rests == []


def test_a_counter_of_input_that_stood_still_meanwhile_does_not_mislead() -> None:
    bench = Bench()
    bench.passes(20 * MINUTE)

    bench.clock.sleep(HOUR)  # the fake goes on saying "just now"
    bench.idle.stop_input(3 * SECOND)
    bench.engine.wake()
    bench.passes(MINUTE)

    assert not bench.engine.view().seated
    bench.idle.return_input()
    bench.passes(MINUTE)
    assert bench.engine.view().seated


def test_time_awake_before_an_unannounced_sleep_still_counts() -> None:
    bench = Bench()
    bench.passes(20 * MINUTE)
    before = sitting(bench)

    bench.clock.pass_(30 * SECOND)  # at work, and nobody looks
    bench.clock.sleep(2 * MINUTE)
    bench.engine.wake()

    assert sitting(bench) == before + 0.5


def test_a_sleep_that_was_announced_is_told_once() -> None:
    bench = Bench()
    bench.passes(20 * MINUTE)
    bench.engine.suspended()
    bench.clock.sleep(HOUR)
    bench.engine.wake()  # a timer is faster than the announcement
    bench.engine.woke()
    bench.passes(5 * MINUTE)

    assert bench.journal.kinds().count("Suspended") == 1
    assert bench.journal.kinds().count("Woke") == 1


def test_announced_only_when_it_is_over_it_is_an_absence_too() -> None:
    bench = Bench()
    bench.passes(20 * MINUTE)

    bench.clock.sleep(HOUR)
    bench.engine.suspended()
    bench.engine.woke()
    bench.passes(MINUTE)

    assert len(bench.history.rests) == 1
    assert 0 < sitting(bench) <= 1


def test_a_clock_that_was_set_is_no_sleep() -> None:
    bench = Bench()
    bench.passes(20 * MINUTE)
    before = sitting(bench)

    bench.clock.set_wall(HOUR)
    bench.engine.wake()

    assert sitting(bench) == before
    assert "Suspended" not in bench.journal.kinds()


def test_a_moment_of_sleep_is_nothing() -> None:
    bench = Bench()
    bench.passes(20 * MINUTE)

    bench.clock.sleep(LEAST - SECOND)
    bench.engine.wake()

    assert "Suspended" not in bench.journal.kinds()


def test_sleep_announced_and_never_begun_is_over_after_a_minute() -> None:
    bench = Bench()
    bench.passes(20 * MINUTE)

    bench.engine.suspended()
    bench.passes(STRAY - SECOND)
    assert not bench.engine.view().seated
    bench.passes(MINUTE)

    assert bench.engine.view().seated


def test_a_session_stops_when_the_computer_slept_unannounced() -> None:
    bench = Bench()
    bench.engine.start("full")
    bench.passes(MINUTE)

    bench.clock.sleep(HOUR)
    bench.engine.wake()

    session = bench.engine.view().session
    assert session is not None
    assert session.ends_at is None
    assert session.remaining == 4 * MINUTE


def test_who_works_for_a_minute_at_a_screen_perhaps_locked_has_it_open() -> None:
    bench = Bench(watches=WATCHES)
    bench.passes(20 * MINUTE)
    bench.idle.stop_input()
    bench.engine.locked(certain=False)
    bench.passes(10 * MINUTE)
    assert bench.idle.expected

    bench.idle.return_input()
    bench.passes(WORK + 2 * LOOK_EVERY)

    assert bench.engine.view().seated
    assert "Unlocked" in bench.journal.kinds()


def test_a_lock_that_is_certain_is_not_doubted() -> None:
    bench = Bench(watches=WATCHES)
    bench.passes(20 * MINUTE)
    bench.engine.locked(certain=False)
    bench.engine.locked(certain=True)

    bench.idle.return_input()
    bench.passes(HOUR)

    assert not bench.engine.view().seated


def test_a_password_typed_and_the_cat_do_not_open_a_screen() -> None:
    bench = Bench(watches=WATCHES)
    bench.passes(20 * MINUTE)
    bench.idle.stop_input()
    bench.engine.locked(certain=False)

    for _try in range(5):
        bench.idle.return_input()
        bench.passes(20 * SECOND)
        bench.idle.stop_input()
        bench.passes(5 * MINUTE)

    assert not bench.engine.view().seated
    assert "Unlocked" not in bench.journal.kinds()


def test_a_doubtful_lock_costs_nothing_while_nobody_is_there() -> None:
    bench = Bench(watches=WATCHES)
    bench.passes(20 * MINUTE)
    bench.idle.stop_input()
    bench.engine.locked(certain=False)
    bench.passes(30 * MINUTE)
    views = len(bench.screen.views)

    bench.passes(8 * HOUR)

    assert len(bench.screen.views) == views


def test_a_source_that_must_be_asked_is_asked_slowly_while_in_doubt() -> None:
    bench = Bench()
    bench.passes(20 * MINUTE)
    bench.idle.stop_input()
    bench.engine.locked(certain=False)
    bench.passes(30 * MINUTE)

    assert bench.waker.delay == LOOK_EVERY
    bench.idle.return_input()
    bench.passes(WORK + 3 * LOOK_EVERY)
    assert bench.engine.view().seated


def test_opened_in_the_usual_way_there_is_no_doubt() -> None:
    bench = Bench(watches=WATCHES)
    bench.passes(20 * MINUTE)
    bench.engine.locked(certain=False)
    bench.engine.unlocked()
    bench.passes(5 * MINUTE)

    assert bench.journal.kinds().count("Unlocked") == 1
    assert bench.engine.view().seated
