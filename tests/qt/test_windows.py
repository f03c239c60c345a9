"""Tests for every window by keyboard alone, and for what its controls are called."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from stretchbreak.qt.prompt_window import PromptWindow
from tests.support.scenes import SCENES
from tests.support.stage import Stage, stage

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
MOST = 80
"""Nobody would press Tab more often."""
LIKE_OTHERS = {"home-new", "home-no-tray", "home-no-idle", "session-paused"}
"""Their controls are those of other scenes."""
LEFT_BY_ESC = (
    "home-counting",
    "settings-basics",
    "routine-own",
    "routine-chooser",
    "library-topic",
    "stretch-form",
    "day",
    "safety",
    "welcome-1",
    "closing-question",
)
"""Where Esc means more, as in a session and a prompt, their own tests say what."""


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    assert qtbot is not None
    with stage(tmp_path) as made:
        yield made


@pytest.mark.parametrize("name", [n for n in SCENES if n not in LIKE_OTHERS])
def test_tab_leads_to_every_control_in_reading_order(
    qtbot: QtBot, made: Stage, name: str
) -> None:
    window = in_use(qtbot, SCENES[name](made))

    stops = list(dict.fromkeys(round_by_tab(qtbot, window)))

    assert [called(c) for c in controls(window) if not reached(c, stops)] == []
    assert [stop for stop in stops if not called(stop)] == []
    assert [called(stop) for stop in jumps_back(window, stops)][1:] == []


@pytest.mark.parametrize("name", LEFT_BY_ESC)
def test_escape_leaves(qtbot: QtBot, made: Stage, name: str) -> None:
    window = in_use(qtbot, SCENES[name](made))

    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)

    assert not window.isVisible()


def in_use(qtbot: QtBot, window: QWidget) -> QWidget:
    """Let the keys go to *window*."""
    if isinstance(window, PromptWindow):
        window.take_keyboard()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def round_by_tab(qtbot: QtBot, window: QWidget) -> Iterator[QWidget]:
    """Yield where Tab stops, until it comes round; at a label's links, once for each.

    Yields:
        What has the keyboard.
    """
    here = first = QApplication.focusWidget() or window
    for _press in range(MOST):
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget() or window
        yield here
        if here is first and not isinstance(here, QLabel):
            return
    pytest.fail(f"Tab does not come round: it ends at {called(here)!r}")


def controls(window: QWidget) -> Iterator[QWidget]:
    """Yield what can be used in *window*."""
    for each in window.findChildren(QWidget):
        usable = each.isVisible() and each.isEnabled() and each.window() is window
        if usable and isinstance(each, CONTROLS):
            yield each


def reached(control: QWidget, stops: list[QWidget]) -> bool:
    """Return whether Tab stops at it, or where keys work it all the same."""
    holder = control.parentWidget()
    if isinstance(holder, QAbstractSpinBox):  # what is typed in
        return holder in stops
    if isinstance(control, QToolButton) and not control.focusPolicy():  # less, more
        return any(isinstance(each, QAbstractSpinBox) for each in among(holder, stops))
    group = control.group() if isinstance(control, QAbstractButton) else None
    if group is not None and group.exclusive():  # arrow keys go on from the chosen
        return any(each in stops for each in group.buttons())
    return control in stops


def among(holder: QWidget | None, stops: list[QWidget]) -> Iterator[QWidget]:
    """Yield the stops in *holder*."""
    yield from (each for each in stops if each.parentWidget() is holder)


def called(control: QWidget) -> str:
    """Return what a control is read out as."""
    if control.accessibleName():
        return control.accessibleName()
    if isinstance(control, QAbstractButton | QLabel):
        return control.text()
    return control.windowTitle()


def jumps_back(window: QWidget, stops: list[QWidget]) -> Iterator[QWidget]:
    """Yield what stands above the stop before it, and not in a column after it."""
    for before, after in pairwise((*stops, stops[0])):
        one, two = area(window, before), area(window, after)
        if one is two:
            first, then = place(one, before), place(one, after)
        else:  # whatever of them is scrolled out of sight
            first, then = place(window, before, one), place(window, after, two)
        if then.bottom() < first.top() and then.left() <= first.right():
            yield after


def area(window: QWidget, control: QWidget) -> QWidget:
    """Return what scrolls with *control* in it, or else *window*."""
    above = control.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QScrollArea):
            return above.widget() or window
        above = above.parentWidget()
    return window


def place(window: QWidget, control: QWidget, whole: QWidget | None = None) -> QRect:
    """Return where *control* stands in *window*, or *whole* if that scrolls."""
    if whole is not None and whole is not window:
        control = whole.parentWidget() or whole
    return QRect(control.mapTo(window, QPoint()), control.size())
