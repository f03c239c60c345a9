"""What stands below all settings: that a change needs no more, and all defaults."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from stretchbreak.qt.theme import SPACE

_AT_ONCE = "Changes apply at once."


class SettingsFooter(QWidget):
    """Offers all defaults, and to undo that.

    Signals:
        reset_asked: Every setting shall be at its default.
        undo_asked: That shall be taken back.
    """

    reset_asked = Signal()
    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._undo = QPushButton("Undo")
        self._undo.clicked.connect(self._take_back)
        self._all = QPushButton("All back to defaults")
        kept = self._all.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the foot stays as high
        self._all.setSizePolicy(kept)
        self._all.clicked.connect(self.reset_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        row.setSpacing(2 * SPACE)
        row.addWidget(self._said, stretch=1)
        row.addWidget(self._undo)
        row.addWidget(self._all)
        self.clear()

    def say(self, line: str) -> None:
        """Say *line*, until the next change."""
        self._said.setText(line)

    def offer_undo(self) -> None:
        """Say that all are at their defaults, and offer to take it back."""
        self.say("Every setting is back at its default.")
        self._undo.show()

    def offer_all(self, offered: bool) -> None:  # noqa: FBT001 - a setter
        """Offer all defaults, or not where no setting is in sight."""
        self._all.setVisible(offered)

    def clear(self) -> None:
        """Say what is always so."""
        self._said.setText(_AT_ONCE)
        self._undo.hide()

    def _take_back(self) -> None:
        self._all.setFocus()  # the button pressed is about to go
        self.undo_asked.emit()
