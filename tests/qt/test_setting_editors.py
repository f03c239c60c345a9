"""Tests for stretchbreak.qt.setting_editors."""

from enum import Enum
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from stretchbreak.core.choices import Strength
from stretchbreak.core.setting_spec import Group, Level, Spec
from stretchbreak.core.settings import DEFAULTS, SPECS
from stretchbreak.qt.joined import EDGE
from stretchbreak.qt.setting_editor import Editor
from stretchbreak.qt.setting_editors import editor_for
from stretchbreak.qt.setting_wording import NAMES, limits

ENUMS = sorted({type(d) for d in DEFAULTS.values() if isinstance(d, Enum)}, key=str)
BOUNDED = [name for name, spec in SPECS.items() if spec.low is not None]


@pytest.mark.parametrize("name", SPECS)
def test_every_setting_round_trips_its_default(name: str, qtbot: QtBot) -> None:
    editor, heard = _editor(name, qtbot)

    editor.set_value(DEFAULTS[name])

    assert editor.value() == DEFAULTS[name]
    assert type(editor.value()) is type(DEFAULTS[name])
    assert heard == []


@pytest.mark.parametrize("name", BOUNDED)
@pytest.mark.parametrize("bound", ["low", "high"])
def test_every_setting_reaches_its_bounds(name: str, bound: str, qtbot: QtBot) -> None:
    editor, heard = _editor(name, qtbot)
    value = getattr(SPECS[name], bound)

    editor.set_value(value)

    assert editor.value() == value
    assert heard == []


@pytest.mark.parametrize("name", BOUNDED)
@pytest.mark.parametrize(("button", "bound"), [("less", "low"), ("more", "high")])
def test_the_buttons_end_at_the_bounds(
    name: str, button: str, bound: str, qtbot: QtBot
) -> None:
    editor, heard = _editor(name, qtbot)
    editor.set_value(DEFAULTS[name])
    step = editor.findChild(QToolButton, button)
    assert step is not None

    for _click in range(200):
        step.click()

    assert editor.value() == getattr(SPECS[name], bound)
    assert heard[-1:] in ([editor.value()], [])
    assert not step.isEnabled()


@pytest.mark.parametrize("name", [n for n in BOUNDED if type(DEFAULTS[n]) is not int])
def test_durations_beyond_the_range_are_clipped(name: str, qtbot: QtBot) -> None:
    editor, _heard = _editor(name, qtbot)
    editor.set_value(DEFAULTS[name])
    box = editor.focusProxy()
    assert isinstance(box, QSpinBox)

    box.selectAll()
    qtbot.keyClicks(box, "99h")
    qtbot.keyClick(box, Qt.Key.Key_Return)

    assert editor.value() == SPECS[name].high


def test_a_choice_is_made_by_its_name(qtbot: QtBot) -> None:
    editor, heard = _editor("strength", qtbot)
    editor.set_value(Strength.STANDARD)

    _button(editor, NAMES[Strength.GENTLE]).click()

    assert editor.value() is Strength.GENTLE
    assert heard == [Strength.GENTLE]


@pytest.mark.parametrize("choices", ENUMS)
def test_every_choice_has_a_name_of_its_own(choices: type[Enum]) -> None:
    assert len({NAMES[each] for each in choices}) == len(choices)


@pytest.mark.parametrize("name", [n for n, d in DEFAULTS.items() if d is True])
def test_a_switch_is_turned_by_a_click(name: str, qtbot: QtBot) -> None:
    editor, heard = _editor(name, qtbot)
    editor.set_value(True)
    switch = editor.findChild(QCheckBox)
    assert switch is not None

    switch.click()
    switch.click()

    assert heard == [False, True]
    assert editor.value() is True


def test_a_type_without_an_editor_is_a_fault() -> None:
    with pytest.raises(TypeError, match="no editor"):
        editor_for(next(iter(SPECS.values())), object())


def test_the_range_is_said_in_words() -> None:
    assert (
        limits(SPECS["sitting_limit"])
        == "5\N{NO-BREAK SPACE}min to 4\N{NO-BREAK SPACE}h"
    )
    assert limits(SPECS["stretch_sessions_a_day"]) == "0 to 10"
    assert limits(SPECS["volume"]) == "0 to 100%"
    assert limits(SPECS["strength"]) == ""


def _editor(name: str, qtbot: QtBot) -> tuple[Editor, list[Any]]:
    editor = editor_for(SPECS[name], DEFAULTS[name])
    qtbot.addWidget(editor)
    heard: list[Any] = []
    editor.changed.connect(heard.append)
    return editor, heard


def _button(editor: Editor, text: str) -> QPushButton:
    buttons = editor.findChildren(QPushButton)
    return next(each for each in buttons if each.text() == text)


@pytest.mark.parametrize(
    ("direction", "edges"),
    [
        (Qt.LayoutDirection.LeftToRight, ["left", "middle", "right"]),
        (Qt.LayoutDirection.RightToLeft, ["right", "middle", "left"]),
    ],
)
@pytest.mark.parametrize("name", ["strength", "snooze"])
def test_only_the_ends_of_joined_buttons_are_round(
    name: str, direction: Qt.LayoutDirection, edges: list[str], qtbot: QtBot
) -> None:
    editor, _heard = _editor(name, qtbot)
    editor.setLayoutDirection(direction)

    joined = [*editor.findChildren(QPushButton), *editor.findChildren(QSpinBox)]
    joined += editor.findChildren(QToolButton)

    assert sorted(each.property(EDGE) for each in joined) == sorted(edges)
    first = [*editor.findChildren(QPushButton), *editor.findChildren(QToolButton)][0]
    assert first.property(EDGE) == edges[0]


def test_lists_that_nobody_can_edit_are_a_fault() -> None:
    spec = Spec(Group.HOURS, "Somewhat", Level.ADVANCED, check=int)

    with pytest.raises(TypeError, match="no editor for lists"):
        editor_for(spec, ())
