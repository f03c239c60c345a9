"""The calm question whether a session shall end; it takes the controls' place."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from stretchbreak.qt.fitted_text import FittedText
from stretchbreak.qt.theme import SPACE


class EndQuestion(QWidget):
    """Asks whether to end; the session goes on behind it.

    Signals:
        kept_going: The session shall not end.
        end_asked: It shall.
    """

    kept_going = Signal()
    end_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = FittedText(weight=QFont.Weight.Medium)
        self._words.set_text("End the session here? What you have done is kept.")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self._words, 1)
        self._end = self._button("End session", self.end_asked)
        row.addWidget(self._end)
        self._keep = self._button("Keep going", self.kept_going)
        self._keep.setObjectName("primary")
        row.addWidget(self._keep)

    def scale_to(self, pixels: int) -> None:
        """Write in letters of *pixels*, the question larger."""
        font = self.font()
        font.setPixelSize(pixels)
        self._end.setFont(font)
        font.setWeight(QFont.Weight.DemiBold)
        self._keep.setFont(font)
        self._words.set_largest(round(pixels * 1.5))

    def take_keyboard(self) -> None:
        """Let Space and Enter keep the session going."""
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _button(text: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)
        button.clicked.connect(signal)
        return button
