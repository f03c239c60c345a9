"""The question whether the history shall really be deleted, in its place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from stretchbreak.qt import prose
from stretchbreak.qt.theme import SPACE

QUESTION = (
    "Erase every record of sessions, breaks and how your back felt, for good? "
    "Stretches that you marked as painful will be offered again."
)


class EraseQuestion(QFrame):
    """Asks, and then goes away.

    Signals:
        confirmed: It shall be deleted.
        kept: It shall not.
    """

    confirmed = Signal()
    kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inset")
        erase = QPushButton("Erase for good")
        erase.setObjectName("hurt")
        erase.clicked.connect(self.hide)
        erase.clicked.connect(self.confirmed)
        self._keep = QPushButton("Keep it")
        self._keep.clicked.connect(self.hide)
        self._keep.clicked.connect(self.kept)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addStretch()
        row.addWidget(erase)
        row.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE)
        column.addWidget(prose.label(QUESTION))
        column.addLayout(row)
        self.hide()

    def ask(self) -> None:
        """Ask; the keys go to the answer that keeps everything."""
        self.show()
        self._keep.setFocus()
