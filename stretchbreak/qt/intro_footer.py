"""What leads through the introduction: skip, the dots, back and next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from stretchbreak.qt.step_dots import StepDots
from stretchbreak.qt.theme import SPACE

_SIDE = 150
"""How wide the room beside the dots is at least, in device-independent pixels."""


class IntroFooter(QWidget):
    """Shows at which step we are, and where one can go from there.

    Signals:
        skip_asked: Leave the rest out.
        back_asked: To the step before.
        next_asked: To the step after; at the last one, the end.
    """

    skip_asked = Signal()
    back_asked = Signal()
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots = StepDots()
        self._skip = QPushButton("S&kip the rest")
        self._skip.setObjectName("flat")
        self._back = QPushButton("&Back")
        self._next = QPushButton()
        self._next.setObjectName("primary")
        self._skip.clicked.connect(self.skip_asked)
        self._back.clicked.connect(self.back_asked)
        self._next.clicked.connect(self.next_asked)
        self._lay_out()

    def show_step(self, step: int, steps: int) -> None:
        """Show that this is *step* of *steps*, counted from zero; Enter goes on."""
        last = step == steps - 1
        self._dots.show_step(step, steps)
        self._next.setText("&Done" if last else "&Next")
        self._back.setEnabled(step > 0)
        self._skip.setVisible(not last)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addStretch()
        buttons.addWidget(self._back)
        buttons.addWidget(self._next)
        grid = QGridLayout(self)
        grid.setContentsMargins(3 * SPACE, SPACE, 4 * SPACE, 3 * SPACE)
        grid.addWidget(self._skip, 0, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._dots, 0, 1)
        grid.addLayout(buttons, 0, 2)
        for side in (0, 2):  # as wide as one another, so that the dots are between
            grid.setColumnStretch(side, 1)
            grid.setColumnMinimumWidth(side, _SIDE)
