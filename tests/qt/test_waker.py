"""Tests for stretchbreak.qt.waker."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QThread, QTimer  # noqa: TID251 - the one under test
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stretchbreak.qt.waker import LONGEST, Reading, Waker, drifted

SOON = timedelta(milliseconds=20)
HOUR = timedelta(hours=1)


@pytest.fixture
def make(qapp: QApplication) -> Iterator[Callable[[Callable[[], None]], Waker]]:
    """Make wakers that are stopped when the test is over."""
    made: list[Waker] = []

    def make_one(wake: Callable[[], None]) -> Waker:
        made.append(Waker(wake))
        return made[-1]

    assert qapp is not None
    yield make_one
    for waker in made:
        waker.stop()


Make = Callable[[Callable[[], None]], Waker]


def test_it_wakes_once_when_asked_once(make: Make, qtbot: QtBot) -> None:
    woken = Counter()
    later = Counter()
    make(woken.count).wake_in(SOON)
    make(later.count).wake_in(6 * SOON)

    qtbot.waitUntil(lambda: later.times == 1)

    assert woken.times == 1


def test_two_hundred_changes_cost_one_wake_up(make: Make, qtbot: QtBot) -> None:
    woken = Counter()
    looks = Counter()
    later = Counter()
    waker = make(woken.count)
    _timer(waker).timeout.connect(looks.count)
    for _again in range(200):
        waker.wake_in(SOON)
    make(later.count).wake_in(6 * SOON)

    qtbot.waitUntil(lambda: later.times == 1)

    assert woken.times == 1
    assert looks.times <= 2  # a precise timer may be early by a hair


def test_none_takes_the_wake_up_back(make: Make, qtbot: QtBot) -> None:
    woken = Counter()
    later = Counter()
    waker = make(woken.count)
    waker.wake_in(SOON)
    waker.wake_in(None)
    make(later.count).wake_in(3 * SOON)

    qtbot.waitUntil(lambda: later.times == 1)

    assert woken.times == 0
    assert not _timer(waker).isActive()


def test_waking_may_ask_for_the_next_wake_up(make: Make, qtbot: QtBot) -> None:
    woken = Counter()

    def wake() -> None:
        woken.count()
        waker.wake_in(SOON if woken.times < 5 else None)

    waker = make(wake)
    waker.wake_in(SOON)

    qtbot.waitUntil(lambda: woken.times == 5)

    assert not _timer(waker).isActive()


def test_nothing_is_called_after_stop(make: Make, qtbot: QtBot) -> None:
    woken = Counter()
    later = Counter()
    waker = make(woken.count)
    waker.wake_in(SOON)
    waker.stop()
    waker.wake_in(SOON)
    waker.stop()
    make(later.count).wake_in(3 * SOON)

    qtbot.waitUntil(lambda: later.times == 1)

    assert woken.times == 0
    assert not _timer(waker).isActive()


def test_stopping_while_being_woken_is_the_end(make: Make, qtbot: QtBot) -> None:
    woken = Counter()

    def wake() -> None:
        woken.count()
        waker.stop()
        waker.wake_in(SOON)

    waker = make(wake)
    waker.wake_in(SOON)

    qtbot.waitUntil(lambda: woken.times == 1)

    assert not _timer(waker).isActive()


def test_a_wake_up_late_by_an_hour_still_comes_once(make: Make, qtbot: QtBot) -> None:
    woken = Counter()
    later = Counter()
    make(woken.count).wake_in(-HOUR)
    make(later.count).wake_in(3 * SOON)

    qtbot.waitUntil(lambda: later.times == 1)

    assert woken.times == 1


def test_it_wakes_in_the_qt_thread_and_starts_no_other(
    make: Make, qtbot: QtBot
) -> None:
    before = threading.active_count()
    threads: list[QThread] = []
    waker = make(lambda: threads.append(QThread.currentThread()))
    waker.wake_in(SOON)

    qtbot.waitUntil(lambda: bool(threads))

    assert threads == [waker.thread()]
    assert threading.active_count() == before


@pytest.mark.parametrize("delay", [2 * LONGEST, timedelta(days=60)])
def test_it_never_sleeps_longer_than_a_minute(make: Make, delay: timedelta) -> None:
    waker = make(lambda: None)

    waker.wake_in(delay)

    assert timedelta(milliseconds=_timer(waker).interval()) == LONGEST


def test_looking_in_between_wakes_nobody(make: Make, qtbot: QtBot) -> None:
    woken = Counter()
    looks = Counter()
    waker = make(woken.count)
    waker.wake_in(HOUR)
    _timer(waker).timeout.connect(looks.count)
    _timer(waker).start(0)

    qtbot.waitUntil(lambda: looks.times == 1)

    assert woken.times == 0
    assert _timer(waker).isActive()


@pytest.mark.parametrize("jump", [HOUR, -HOUR])
def test_a_jump_of_the_clock_wakes_at_the_next_look(
    make: Make, qtbot: QtBot, jump: timedelta
) -> None:
    woken = Counter()
    waker = make(woken.count)
    waker.wake_in(HOUR * 2)
    waker._armed = replace(waker._armed, wall=waker._armed.wall - jump)
    _timer(waker).start(0)

    qtbot.waitUntil(lambda: woken.times == 1)

    assert _timer(waker).isActive()


def test_a_waking_that_fails_is_tried_again(make: Make, qtbot: QtBot) -> None:
    def wake() -> None:
        raise RuntimeError("a fault of ours")

    waker = make(wake)
    waker.wake_in(SOON)

    with qtbot.captureExceptions() as faults:
        qtbot.waitUntil(lambda: bool(faults))

    assert len(faults) == 1
    assert _timer(waker).isActive()


@pytest.mark.parametrize(
    ("walked", "jumped"),
    [
        (timedelta(seconds=60), False),
        (timedelta(seconds=60.9), False),
        (timedelta(seconds=61.1), True),
        (timedelta(seconds=58.9), True),
        (-HOUR, True),
    ],
)
def test_clocks_apart_by_more_than_a_second_have_drifted(
    walked: timedelta,
    jumped: bool,  # noqa: FBT001 - an expected value
) -> None:
    start = Reading(wall=datetime(2026, 3, 2, 9, tzinfo=UTC), steady=HOUR)
    end = Reading(wall=start.wall + walked, steady=HOUR + timedelta(seconds=60))

    assert drifted(start, end) is jumped


class Counter:
    """Counts calls."""

    def __init__(self) -> None:
        self.times = 0

    def count(self) -> None:
        self.times += 1


def _timer(waker: Waker) -> QTimer:
    timer = waker.findChild(QTimer)
    assert timer is not None
    return timer
