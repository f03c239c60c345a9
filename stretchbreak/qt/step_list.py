"""The instructions of a stretch: a number, a small picture and the words of each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from stretchbreak.core.routine import Side, Stretch
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt.figure_view import FigureView
from stretchbreak.qt.prose import running
from stretchbreak.qt.theme import SPACE

_WIDE, _HIGH = 132, 88


class StepList(QWidget):
    """Shows each instruction beside the moment of the picture that it is about."""

    def __init__(self, stretch: Stretch, sequence: PoseSequence | None) -> None:
        super().__init__()
        self._sequence = sequence
        self._stills: list[tuple[FigureView, float]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(2, 1)
        steps = zip(stretch.how_to, stretch.moments, strict=True)
        for row, (text, moment) in enumerate(steps):
            self._add(grid, row, text, moment)
        self.show_side(Side.LEFT if stretch.sided else Side.RIGHT)

    def show_side(self, side: Side) -> None:
        """Show *side* in all pictures."""
        for still, moment in self._stills:
            mirrored = side is Side.LEFT
            still.show_pose(self._sequence, at=moment, mirrored=mirrored)

    def _add(self, grid: QGridLayout, row: int, text: str, moment: float) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        number = QLabel(str(row + 1))
        number.setObjectName("heading")
        grid.addWidget(number, row, 0, middle | Qt.AlignmentFlag.AlignRight)
        if self._sequence is not None:
            still = FigureView()
            still.set_motion_reduced(True)
            still.setFixedSize(_WIDE, _HIGH)
            still.setAccessibleName(f"Picture of step {row + 1}")
            self._stills.append((still, moment))
            grid.addWidget(still, row, 1, middle)
        grid.addWidget(running(text), row, 2, middle)
