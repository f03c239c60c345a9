"""Tests for stretchbreak.qt.appointments_editor and stretchbreak.qt.names_editor."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from stretchbreak.core.settings import SPECS
from stretchbreak.qt.appointment_row import AppointmentRow
from stretchbreak.qt.appointments_editor import AppointmentsEditor
from stretchbreak.qt.choice_box import ChoiceBox
from stretchbreak.qt.fault_line import FaultLine
from stretchbreak.qt.names_editor import NamesEditor
from stretchbreak.qt.time_box import TimeBox
from tests.support.view_builders import some_routines
from tests.support.written import appointment_lines

Heard = list[tuple[str, ...]]


@pytest.fixture
def editor(qtbot: QtBot) -> AppointmentsEditor:
    editor = AppointmentsEditor(SPECS["appointments"])
    qtbot.addWidget(editor)
    editor.set_routines(some_routines())
    return editor


@pytest.fixture
def names(qtbot: QtBot) -> NamesEditor:
    editor = NamesEditor(SPECS["hold_programs"])
    qtbot.addWidget(editor)
    return editor


@pytest.fixture
def heard(editor: AppointmentsEditor, names: NamesEditor) -> Heard:
    heard: Heard = []
    editor.changed.connect(heard.append)
    names.changed.connect(heard.append)
    return heard


@given(value=st.lists(appointment_lines(), max_size=4).map(tuple))
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_the_rules_accept_stays_as_it_is_written(
    editor: AppointmentsEditor, heard: Heard, value: tuple[str, ...]
) -> None:
    editor.set_value(value)

    assert editor.value() == value
    assert tuple(row.line for row in rows(editor)) == value
    assert heard == []


def test_one_is_added_and_edited(
    editor: AppointmentsEditor, heard: Heard, qtbot: QtBot
) -> None:
    editor.set_value(("Sun 9:00 full",))

    press(editor, "Add an appointment")
    row = rows(editor)[1]
    day(row, "Friday").click()
    time: Any = row.findChild(TimeBox)
    time.selectAll()
    qtbot.keyClicks(time, "1815")
    qtbot.keyClick(time, Qt.Key.Key_Return)
    routine: Any = row.findChild(ChoiceBox)
    qtbot.keyClick(routine, Qt.Key.Key_Down)
    routine.activated.emit(routine.currentIndex())

    assert heard[0] == ("Sun 9:00 full", "mon-fri 07:30 short")
    assert heard[-1] == ("Sun 9:00 full", "mon-thu 18:15 full")
    assert editor.value() == heard[-1]


def test_one_is_removed(editor: AppointmentsEditor, heard: Heard) -> None:
    editor.set_value(("mon 07:30 short", "tue 07:30 walk"))

    small(rows(editor)[0], "Remove this appointment").click()

    assert heard == [("tue 07:30 walk",)]


def test_one_without_days_is_said_and_not_used(
    editor: AppointmentsEditor, heard: Heard
) -> None:
    editor.set_value(("mon 07:30 short",))

    day(rows(editor)[0], "Monday").click()

    assert heard == []
    assert editor.value() == ("mon 07:30 short",)
    assert fault(editor) == "Choose at least one day. Nothing is changed yet."

    day(rows(editor)[0], "Tuesday").click()

    assert heard == [("tue 07:30 short",)]
    assert fault(editor) == ""


def test_a_routine_that_there_is_not_is_kept_and_said(
    editor: AppointmentsEditor,
) -> None:
    editor.set_value(("mon 07:30 lost",))

    routine: Any = rows(editor)[0].findChild(ChoiceBox)

    assert routine.currentText() == "lost"
    assert fault(editor) == (
        "There is no routine 'lost'; the usual break is offered instead."
    )


@given(value=st.lists(st.text(min_size=1), max_size=4).map(tuple))
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_names_stay_as_they_are_written(
    names: NamesEditor, value: tuple[str, ...]
) -> None:
    names.set_value(value)

    assert names.value() == value


def test_names_are_added_and_removed(
    names: NamesEditor, heard: Heard, qtbot: QtBot
) -> None:
    names.set_value(("zoom",))

    enter(qtbot, names, " obs ")
    enter(qtbot, names, "zoom")
    assert fault(names) == "zoom is on the list already."
    enter(qtbot, names, "  ")
    small(names, "Remove zoom").click()

    assert heard == [("zoom", "obs"), ("obs",)]
    texts = [each.text() for each in names.findChildren(QLabel) if not each.isHidden()]
    assert texts == ["obs"]


def rows(editor: AppointmentsEditor) -> list[AppointmentRow]:
    found = editor.findChildren(AppointmentRow)
    return [row for row in found if not row.isHidden()]


def day(row: QWidget, name: str) -> QPushButton:
    buttons = row.findChildren(QPushButton)
    return next(each for each in buttons if each.accessibleName() == name)


def press(editor: QWidget, text: str) -> None:
    buttons = editor.findChildren(QPushButton)
    next(each for each in buttons if each.text() == text).click()


def small(widget: QWidget, name: str) -> QToolButton:
    buttons = widget.findChildren(QToolButton)
    named = [each for each in buttons if each.accessibleName() == name]
    parents = ((each, each.parentWidget()) for each in named)
    return next(each for each, on in parents if on is not None and not on.isHidden())


def fault(editor: QWidget) -> str:
    line: Any = editor.findChild(FaultLine)
    return "" if line.isHidden() else line.text()


def enter(qtbot: QtBot, names: NamesEditor, text: str) -> None:
    field: Any = names.findChild(QLineEdit)
    field.clear()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
