"""Buttons and labels as the home page lays them out."""

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy

from stretchbreak.qt.theme import SPACE


def words(name: str) -> QLabel:
    """Return a label that wraps, dressed as *name* in the style sheet."""
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    label.setSizePolicy(policy)
    return label


def keep_two_lines(label: QLabel) -> None:
    """Let *label* keep the room of two lines, so that a longer text moves nothing."""
    label.setMinimumHeight(2 * label.fontMetrics().lineSpacing())
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)


def button(text: str, wish: SignalInstance) -> QPushButton:
    """Return a button that is *wish*."""
    made = QPushButton(text)
    made.clicked.connect(wish)
    return made


def row(*buttons: QPushButton) -> QHBoxLayout:
    """Return *buttons* side by side, as wide as each other."""
    made = QHBoxLayout()
    made.setSpacing(SPACE)
    for each in buttons:
        each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.addWidget(each, stretch=1)
    return made
