"""Tests for stretchbreak.qt.hours_editor and what it is made of."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from stretchbreak.core.settings import SPECS
from stretchbreak.core.week import week
from stretchbreak.qt.day_hours import DayHours
from stretchbreak.qt.fault_line import FaultLine
from stretchbreak.qt.hours_editor import OWN, PRESETS, HoursEditor
from stretchbreak.qt.time_box import TimeBox
from stretchbreak.qt.week_editor import WeekEditor
from tests.support.written import hours_lines

MIXED = ("mon-fri 09:00-12:00", "mon,wed 13:00-17:30", "fri 22:00-06:00")
Heard = list[tuple[str, ...]]


@pytest.fixture
def editor(qtbot: QtBot) -> HoursEditor:
    editor = HoursEditor(SPECS["hours"])
    qtbot.addWidget(editor)
    return editor


@pytest.fixture
def heard(editor: HoursEditor) -> Heard:
    heard: Heard = []
    editor.changed.connect(heard.append)
    return heard


@given(value=st.lists(hours_lines(), min_size=1, max_size=5).map(tuple))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_the_rules_accept_stays_as_it_is_written(
    editor: HoursEditor, heard: Heard, value: tuple[str, ...]
) -> None:
    editor.set_value(value)
    choose(editor, OWN)

    assert editor.value() == value
    assert shown(editor).week == week(value)
    assert heard == []


@pytest.mark.parametrize(("text", "lines"), PRESETS)
def test_the_usual_answers_are_one_click(
    editor: HoursEditor, heard: Heard, text: str, lines: tuple[str, ...]
) -> None:
    editor.set_value(MIXED)

    choose(editor, text)

    assert editor.value() == lines
    assert heard == [lines]
    assert shown(editor).isHidden()


def test_an_arrow_key_goes_to_an_answer_and_space_gives_it(
    editor: HoursEditor, heard: Heard, qtbot: QtBot
) -> None:
    editor.set_value(())
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    always, office, before_9 = editor.findChildren(QRadioButton)[:3]
    always.setFocus()

    for each in (always, office):
        qtbot.keyClick(each, Qt.Key.Key_Down)
    assert heard == []
    assert always.isChecked()
    assert before_9.hasFocus()

    for _twice in range(2):
        qtbot.keyClick(before_9, Qt.Key.Key_Space)

    assert heard == [PRESETS[2][1]]
    assert before_9.isChecked()
    assert not always.isChecked()


def test_hours_of_ones_own_begin_with_those_in_use(
    editor: HoursEditor, heard: Heard
) -> None:
    editor.set_value(PRESETS[2][1])

    choose(editor, OWN)

    assert heard == []
    assert not shown(editor).isHidden()
    assert shown(editor).week == week(PRESETS[2][1])


def test_instead_of_always_they_begin_with_office_hours(
    editor: HoursEditor, heard: Heard
) -> None:
    editor.set_value(())

    choose(editor, OWN)

    assert heard == [("mon-fri 09:00-17:00",)]


def test_a_time_that_is_typed_is_used(
    editor: HoursEditor, heard: Heard, qtbot: QtBot
) -> None:
    editor.set_value(MIXED)

    retype(qtbot, times(editor, 1)[0], "8:30")

    assert heard == [
        (
            "mon,wed-fri 09:00-12:00",
            "mon,wed 13:00-17:30",
            "tue 08:30-12:00",
            "fri 22:00-06:00",
        )
    ]


def test_what_ends_before_it_begins_ends_the_next_day(
    editor: HoursEditor, heard: Heard, qtbot: QtBot
) -> None:
    editor.set_value(("sat 20:00-23:00",))

    retype(qtbot, times(editor, 5)[1], "2")

    assert heard == [("sat 20:00-02:00",)]
    assert week(heard[0])[5] == ((timedelta(hours=20), timedelta(hours=26)),)


def test_a_range_without_length_is_said_and_not_used(
    editor: HoursEditor, heard: Heard, qtbot: QtBot
) -> None:
    editor.set_value(("sat 20:00-23:00",))

    retype(qtbot, times(editor, 5)[1], "20:00")

    assert heard == []
    assert editor.value() == ("sat 20:00-23:00",)
    assert fault(editor).startswith("Saturday: a time that ends when it begins")

    retype(qtbot, times(editor, 5)[1], "24")

    assert heard == [("sat 20:00-24:00",)]
    assert fault(editor) == ""


def test_no_hours_at_all_are_said_and_not_used(
    editor: HoursEditor, heard: Heard
) -> None:
    editor.set_value(("sat 20:00-23:00",))

    small(editor, "Remove these hours on Saturday")[0].click()

    assert heard == []
    assert fault(editor) == "Add some hours, or choose Always. Nothing is changed yet."


def test_a_day_can_have_several_ranges(editor: HoursEditor, heard: Heard) -> None:
    editor.set_value(("tue 09:00-12:00", "tue 22:30-23:00"))

    small(editor, "Add hours on Monday")[0].click()
    small(editor, "Remove these hours on Tuesday")[1].click()
    small(editor, "Add hours on Tuesday")[0].click()

    assert heard[-1] == ("mon 09:00-17:00", "tue 09:00-12:00", "tue 13:00-17:00")


def test_the_other_days_can_be_as_monday(editor: HoursEditor, heard: Heard) -> None:
    editor.set_value(MIXED)

    press(editor, "Monday to Friday as Monday")
    press(editor, "Every day as Monday")

    assert heard == [
        ("mon-fri 09:00-12:00", "mon-fri 13:00-17:30"),
        ("mon-sun 09:00-12:00", "mon-sun 13:00-17:30"),
    ]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        *(("9", "09:00"), ("0930", "09:30"), ("9.30", "09:30"), ("930", "09:30")),
        *(("24:00", "00:00"), ("25", "10:00"), ("noon", "10:00"), ("9:75", "10:00")),
    ],
)
def test_a_time_is_read_as_people_type_it(typed: str, read: str, qtbot: QtBot) -> None:
    box = TimeBox("From")
    qtbot.addWidget(box)
    box.show_time(timedelta(hours=10))

    retype(qtbot, box, typed)

    assert box.text() == read


def test_the_keys_step_by_quarters_and_round_midnight(qtbot: QtBot) -> None:
    box = TimeBox("To", ends=True)
    qtbot.addWidget(box)
    box.show_time(timedelta(hours=23, minutes=40))

    texts = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(box, key)
        texts.append(box.text())

    assert texts == ["23:45", "24:00", "00:15", "24:00"]


def choose(editor: HoursEditor, text: str) -> None:
    buttons = editor.findChildren(QRadioButton)
    next(each for each in buttons if each.text() == text).click()


def press(editor: HoursEditor, text: str) -> None:
    buttons = editor.findChildren(QPushButton)
    next(each for each in buttons if each.text() == text).click()


def shown(editor: HoursEditor) -> WeekEditor:
    week_editor = editor.findChild(WeekEditor)
    assert week_editor is not None
    return week_editor


def times(editor: HoursEditor, day: int) -> list[TimeBox]:
    return editor.findChildren(DayHours)[day].findChildren(TimeBox)


def small(editor: HoursEditor, name: str) -> list[QToolButton]:
    buttons = editor.findChildren(QToolButton)
    named = [each for each in buttons if each.accessibleName() == name]
    return [each for each in named if _kept(each)]


def _kept(widget: QWidget) -> bool:
    """Return whether what *widget* stands on is not about to go."""
    parent = widget.parentWidget()
    return parent is not None and not parent.isHidden()


def fault(editor: HoursEditor) -> str:
    line: Any = editor.findChild(FaultLine)
    return "" if line.isHidden() else line.text()


def retype(qtbot: QtBot, box: TimeBox, text: str) -> None:
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)
