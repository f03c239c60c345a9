"""Tests for stretchbreak.qt.prose."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from stretchbreak.qt.prose import Linked, link


def test_one_tab_leads_to_a_link_and_the_next_to_another(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    words = Linked(f"{link('one', 'One')} and {link('two', 'Two')}")
    followed: list[str] = []
    words.linkActivated.connect(followed.append)
    layout = QVBoxLayout(window)
    for each in (QPushButton("Before"), words):
        layout.addWidget(each)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    for _link in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert followed == ["one", "two"]
