"""Tests for stretchbreak.qt.tab_order, in the editors that need it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from stretchbreak.core.settings import SPECS
from stretchbreak.qt.appointments_editor import AppointmentsEditor
from stretchbreak.qt.hours_editor import HoursEditor
from stretchbreak.qt.names_editor import NamesEditor
from stretchbreak.qt.setting_editor import Editor

MONDAY = ["Monday from", "Monday to", "Remove these hours on Monday"]
CASES: list[tuple[type[Editor], str, tuple[str, ...], list[str]]] = [
    (
        HoursEditor,
        "hours",
        ("mon 09:00-12:00", "mon 13:00-17:00", "tue 09:00-10:00"),
        [*MONDAY, *MONDAY, "Add hours on Monday", "Tuesday from"],
    ),
    (
        AppointmentsEditor,
        "appointments",
        ("mon 07:30 short",),
        [
            *("Monday", "Tuesday", "Wednesday", "Thursday"),
            *("Friday", "Saturday", "Sunday"),
            "Time of the appointment",
            "Routine of the appointment",
            "Remove this appointment",
        ],
    ),
    (
        NamesEditor,
        "hold_programs",
        ("zoom", "obs"),
        ["Remove zoom", "Remove obs", SPECS["hold_programs"].label],
    ),
]


@pytest.mark.parametrize(("kind", "name", "value", "order"), CASES)
def test_the_keys_go_in_reading_order(
    kind: type[Editor],
    name: str,
    value: tuple[str, ...],
    order: list[str],
    qtbot: QtBot,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    editor = kind(SPECS[name])
    for each in (QPushButton("before"), editor, QPushButton("after")):
        column.addWidget(each)

    editor.set_value(value)
    window.show()

    names = [each.accessibleName() for each in stops(window)]
    start = names.index(order[0])
    assert names[start : start + len(order)] == order
    assert stops(window)[0].text() == "before"  # type: ignore[attr-defined]
    assert stops(window)[-1].text() == "after"  # type: ignore[attr-defined]


def stops(window: QWidget) -> list[QWidget]:
    """Return where Tab stops, from the top."""
    return [each for each in _chain(window) if _takes_keys(each)]


def _chain(window: QWidget) -> Iterator[QWidget]:
    at = window.nextInFocusChain()
    while at is not None and at is not window:
        yield at
        at = at.nextInFocusChain()


def _takes_keys(widget: QWidget) -> bool:
    tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tabbed) and widget.isVisible() and widget.focusProxy() is None
