"""Two buttons to hear what a session will sound like, and why it cannot be heard."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from stretchbreak.qt.theme import SPACE


class SoundTest(QWidget):
    """Offers to hear the voice and the chime.

    Signals:
        voice_asked: The voice shall be heard.
        chime_asked: The chime shall be heard.
    """

    voice_asked = Signal()
    chime_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        voice = QPushButton("Hear the voice")
        voice.clicked.connect(self.voice_asked)
        chime = QPushButton("Hear the chime")
        chime.clicked.connect(self.chime_asked)
        self._why = QLabel()
        self._why.setObjectName("warning")
        self._why.setWordWrap(True)
        self._why.hide()
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(voice)
        row.addWidget(chime)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(row)
        column.addWidget(self._why)

    def show_unheard(self, line: str) -> None:
        """Say *line*, which is why something cannot be heard; empty says nothing."""
        self._why.setText(line)
        self._why.setVisible(bool(line))
