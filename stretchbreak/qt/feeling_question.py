"""The question how the back feels."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from stretchbreak.core.feeling import Feeling
from stretchbreak.qt.theme import SPACE

_FEELINGS = (
    (Feeling.BETTER, "Better"),
    (Feeling.SAME, "The same"),
    (Feeling.WORSE, "Worse"),
)


class FeelingQuestion(QFrame):
    """Asks; each answer also has a number key.

    Signals:
        answered: Carries the `Feeling`.
    """

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        heading = QLabel("How does your back feel now?")
        heading.setObjectName("heading")
        leave = QLabel("Esc gives no answer")
        leave.setObjectName("quiet")
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(leave)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for number, (feeling, text) in enumerate(_FEELINGS, 1):
            row.addWidget(self._button(number, feeling, text), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(top)
        column.addLayout(row)

    def _button(self, number: int, feeling: Feeling, text: str) -> QPushButton:
        button = QPushButton(f"{number}   {text}")
        button.setObjectName("way")
        button.setAccessibleName(f"My back feels {text.lower()}")
        button.setShortcut(QKeySequence(str(number)))
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self.answered.emit(feeling))
        return button
