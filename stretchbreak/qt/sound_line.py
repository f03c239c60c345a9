"""The line under a session that says what cannot be heard, and why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from stretchbreak.qt.theme import SPACE


class SoundLine(QFrame):
    """Says it once, calmly; dismissed, it stays away until there is other news."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._dismissed = ""
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._close = QPushButton("All right")
        self._close.setObjectName("flat")
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self._dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, SPACE // 2, SPACE, SPACE // 2)
        row.setSpacing(SPACE)
        row.addWidget(self._words, 1)
        row.addWidget(self._close)
        self.hide()

    @property
    def words(self) -> str:
        """What it says, shown or not."""
        return self._words.text()

    def show_line(self, line: str) -> None:
        """Say *line*; nothing if it is empty."""
        self._words.setText(line)
        self.setVisible(bool(line) and line != self._dismissed)

    def scale_to(self, pixels: int) -> None:
        """Write in letters of *pixels*."""
        font = self.font()
        font.setPixelSize(pixels)
        self._words.setFont(font)
        self._close.setFont(font)

    def _dismiss(self) -> None:
        self._dismissed = self.words
        self.hide()
