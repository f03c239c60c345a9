"""Tests for stretchbreak.qt.day_line, as somebody points at it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from stretchbreak.core.day import Day, Lived, Spell, Was
from stretchbreak.qt.day_line import DayLine
from tests.support.view_builders import NOW, a_day

SAT = "Sitting, 09:00 to 10:30 (1 h 30 min)"


@pytest.fixture
def line(qtbot: QtBot) -> DayLine:
    line = DayLine("Today")
    qtbot.addWidget(line)
    line.resize(600, line.sizeHint().height())
    line.show_day(Lived(a_day(), NOW), {})
    line.show()
    return line


def test_the_arrow_keys_go_through_the_day(line: DayLine, qtbot: QtBot) -> None:
    whole = line.words
    with qtbot.waitSignal(line.pointed_at, timeout=0):
        qtbot.keyClick(line, Qt.Key.Key_Right)
    assert line.words == SAT
    assert line.accessibleName() == f"Today: {SAT}"

    qtbot.keyClick(line, Qt.Key.Key_End)
    last = line.words
    qtbot.keyClick(line, Qt.Key.Key_Right)
    assert line.words == last
    qtbot.keyClick(line, Qt.Key.Key_Left)
    assert line.words not in {last, whole}


def test_where_one_reads_from_right_to_left_the_day_goes_that_way(
    line: DayLine, qtbot: QtBot
) -> None:
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    qtbot.keyClick(line, Qt.Key.Key_Left)
    assert line.words == SAT

    line.grab()
    qtbot.mouseMove(line, QPoint(line.width() - 60, 25))
    assert line.words == SAT


def test_the_mouse_points_at_what_is_under_it(line: DayLine, qtbot: QtBot) -> None:
    whole = line.words
    line.grab()

    qtbot.mouseMove(line, QPoint(60, 25))
    assert line.words == SAT

    qtbot.mouseMove(line, QPoint(line.width() - 30, 25))
    assert line.words == whole


def test_the_same_day_again_repaints_nothing(line: DayLine) -> None:
    before = line.grab().toImage()

    line.show_day(Lived(a_day(), NOW), {})

    assert line.grab().toImage() == before


def test_a_day_that_shrinks_lets_go_of_what_was_pointed_at(
    line: DayLine, qtbot: QtBot
) -> None:
    qtbot.keyClick(line, Qt.Key.Key_End)

    began = NOW.steady - timedelta(minutes=5)
    line.show_day(Lived(Day(seats=(Spell(Was.SITTING, began),)), NOW), {})

    assert line.words.startswith("Sitting 5 min")


def test_all_of_the_day_can_be_read(line: DayLine) -> None:
    assert SAT in line.accessibleDescription().splitlines()
