"""Tests for stretchbreak.qt.room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from stretchbreak.qt.room import open_at


def test_a_window_is_as_large_as_wanted_but_never_larger_than_its_screen(
    qtbot: QtBot,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    screen = window.screen().availableSize()

    open_at(window, QSize(300, 200))
    assert window.size() == QSize(300, 200)

    open_at(window, QSize(300, 10 * screen.height()))
    assert window.width() == 300
    assert screen.height() / 2 < window.height() < screen.height()
