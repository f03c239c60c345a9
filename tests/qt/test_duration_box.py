"""Tests for stretchbreak.qt.duration_box."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from stretchbreak.qt.duration_box import DurationBox, words

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


@pytest.fixture
def minutes(qtbot: QtBot) -> DurationBox:
    """Return a box from 5 minutes to 4 hours, at 45 minutes."""
    box = DurationBox(5 * MINUTE, 4 * HOUR, MINUTE)
    qtbot.addWidget(box)
    box.setValue(45 * 60)
    return box


@pytest.fixture
def seconds(qtbot: QtBot) -> DurationBox:
    """Return a box from 1 second to 5 minutes, at 15 seconds."""
    box = DurationBox(SECOND, 5 * MINUTE, SECOND)
    qtbot.addWidget(box)
    box.setValue(15)
    return box


@pytest.mark.parametrize(
    ("duration", "text"),
    [
        (SECOND, "1 s"),
        (MINUTE, "1 min"),
        (90 * SECOND, "90 s"),
        (150 * SECOND, "2 min 30 s"),
        (HOUR, "1 h"),
        (90 * MINUTE, "1 h 30 min"),
    ],
)
def test_durations_are_written_out_exactly(duration: timedelta, text: str) -> None:
    assert words(duration) == text


@pytest.mark.parametrize(
    ("typed", "duration"),
    [
        ("50", 50 * MINUTE),
        ("1h30m", 90 * MINUTE),
        ("1 h 30 min", 90 * MINUTE),
        ("90 min", 90 * MINUTE),
        ("2H", 2 * HOUR),
        ("1", 5 * MINUTE),
        ("9h", 4 * HOUR),
        ("45m40s", 46 * MINUTE),
        ("soon", 45 * MINUTE),
        ("", 45 * MINUTE),
    ],
)
def test_typing_is_read_as_people_write(
    minutes: DurationBox, qtbot: QtBot, typed: str, duration: timedelta
) -> None:
    _type(minutes, qtbot, typed)

    assert minutes.duration == duration
    assert minutes.text() == words(duration)


@pytest.mark.parametrize(
    ("typed", "duration"),
    [("20", 20 * SECOND), ("2 min", 2 * MINUTE), ("90s", 90 * SECOND)],
)
def test_a_bare_number_is_in_the_unit_of_the_box(
    seconds: DurationBox, qtbot: QtBot, typed: str, duration: timedelta
) -> None:
    _type(seconds, qtbot, typed)

    assert seconds.duration == duration


def test_nothing_is_reported_before_typing_is_over(
    minutes: DurationBox, qtbot: QtBot
) -> None:
    heard: list[int] = []
    minutes.valueChanged.connect(heard.append)

    minutes.selectAll()
    qtbot.keyClicks(minutes, "120")
    assert heard == []

    qtbot.keyClick(minutes, Qt.Key.Key_Return)
    assert heard == [120 * 60]


def test_steps_are_fine_below_ten_and_coarse_above(minutes: DurationBox) -> None:
    seen = []
    minutes.setValue(8 * 60)
    for _step in range(4):
        minutes.stepUp()
        seen.append(minutes.duration // MINUTE)
    for _step in range(4):
        minutes.stepDown()
        seen.append(minutes.duration // MINUTE)

    assert seen == [9, 10, 15, 20, 15, 10, 9, 8]


def test_a_step_goes_to_the_next_round_value(minutes: DurationBox) -> None:
    minutes.setValue(47 * 60)
    minutes.stepUp()
    assert minutes.duration == 50 * MINUTE

    minutes.setValue(47 * 60)
    minutes.stepDown()
    assert minutes.duration == 45 * MINUTE


def test_steps_stay_in_range(minutes: DurationBox) -> None:
    minutes.stepBy(1000)
    assert minutes.duration == 4 * HOUR

    minutes.stepBy(-1000)
    assert minutes.duration == 5 * MINUTE


def _type(box: DurationBox, qtbot: QtBot, text: str) -> None:
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)
