"""Says of a stretch that it hurt, and lets it be chosen again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from stretchbreak.qt.prose import label
from stretchbreak.qt.theme import SPACE

WORDS = "You marked this as painful; it is not chosen for you."


class PainfulLine(QFrame):
    """A line with a button.

    Signals:
        fine_said: The stretch shall be chosen again.
    """

    fine_said = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        button = QPushButton("Choose it again")
        button.clicked.connect(self.fine_said)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(label(WORDS), stretch=1)
        layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
