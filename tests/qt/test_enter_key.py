"""Tests for stretchbreak.qt.enter_key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from stretchbreak.qt.enter_key import pressed_by_enter


class _Window(QWidget):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pressed = pressed_by_enter(self, event)


@pytest.mark.parametrize(
    ("key", "clicks"),
    [(Qt.Key.Key_Return, 1), (Qt.Key.Key_Enter, 1), (Qt.Key.Key_A, 0)],
)
def test_enter_presses_the_button_with_the_keyboard(
    qtbot: QtBot, key: Qt.Key, clicks: int
) -> None:
    window, button, other = _Window(), QPushButton("Go"), QPushButton("Stay")
    layout = QVBoxLayout(window)
    layout.addWidget(other)
    layout.addWidget(button)
    qtbot.addWidget(window)
    heard: list[str] = []
    button.clicked.connect(lambda: heard.append("go"))
    button.setFocus()

    qtbot.keyClick(button, key)

    assert heard == ["go"] * clicks
    assert window.pressed is bool(clicks)
