"""A button to see a reminder now, and what the answer to it would do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from stretchbreak.qt.theme import SPACE

NOT_YET = "Nothing you answer counts yet."


class PromptTest(QWidget):
    """Offers to see a reminder for trial.

    Signals:
        prompt_asked: A reminder shall be shown for trial.
    """

    prompt_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show = QPushButton("Show me a reminder")
        show.clicked.connect(self.prompt_asked)
        self._answer = QLabel()
        self._answer.setObjectName("quiet")
        self._answer.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(show)
        row.addWidget(self._answer, stretch=1)
        self.forget()

    def show_answer(self, line: str) -> None:
        """Say *line*, which is what the answer would do."""
        self._answer.setText(line)

    def forget(self) -> None:
        """Say that nothing was answered yet."""
        self._answer.setText(NOT_YET)
