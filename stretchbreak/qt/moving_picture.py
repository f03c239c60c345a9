"""A stretch in motion, for looking at it at leisure: either side, and again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.core.routine import Side
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt.figure_view import FigureView
from stretchbreak.qt.joined import Joined
from stretchbreak.qt.preview import Preview
from stretchbreak.qt.tab_order import stop_at_the_chosen
from stretchbreak.qt.theme import SPACE
from stretchbreak.qt.ways import STRIDE, way_in

_HEIGHT = 270
_BUTTON = 96
_ROUNDS = 3
_STRIDES = 12
"""An open window nobody looks at must come to rest."""
_STRIDE_MS = round(STRIDE.total_seconds() * 1000)


class MovingPicture(QWidget):
    """Goes in and back a few times, then stands still until asked again.

    Signals:
        side_chosen: Another side is shown; carries the `Side`.
    """

    side_chosen = Signal(object)

    def __init__(self, name: str, sequence: PoseSequence, *, sided: bool) -> None:
        super().__init__()
        self._sequence = sequence
        self._reduced = False
        self._figure = FigureView()
        self._figure.setFixedHeight(_HEIGHT)
        self._figure.setAccessibleName(f"Moving picture: {name}")
        self._preview = Preview(self._figure)
        self._side = Side.LEFT if sided else Side.RIGHT
        self._sides = QButtonGroup(self)
        self._again = QPushButton("Show it again")
        self._again.setObjectName("flat")
        self._again.clicked.connect(self.begin)
        self._build(sided=sided)
        self._show_start()

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Show a still only, or the whole way."""
        self._reduced = reduced
        self._figure.set_motion_reduced(reduced)
        self._again.setVisible(not reduced)
        self.begin()

    def begin(self) -> None:
        """Go in and back, from the start."""
        self._preview.stop()
        self._show_start()
        if self._reduced:
            return
        if self._sequence.loops:
            self._figure.loop(_STRIDE_MS, rounds=_STRIDES)
        else:
            self._preview.begin(way_in(self._sequence), rounds=_ROUNDS)

    def _build(self, *, sided: bool) -> None:
        row = QHBoxLayout()
        if sided:
            row.addWidget(self._make_sides())
        row.addStretch()
        row.addWidget(self._again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._figure)
        layout.addLayout(row)

    def _make_sides(self) -> QWidget:
        sides = Joined()
        # Left is on the left, whichever way the user's language runs.
        sides.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for side in (Side.LEFT, Side.RIGHT):
            button = QPushButton(f"{side.value.capitalize()} side")
            button.setMinimumWidth(_BUTTON)
            button.setCheckable(True)
            button.setChecked(side is self._side)
            button.toggled.connect(
                lambda on, side=side: self._choose(side) if on else None
            )
            self._sides.addButton(button)
            sides.add(button)
        stop_at_the_chosen(self._sides)
        return sides

    def _choose(self, side: Side) -> None:
        self._side = side
        self.begin()
        self.side_chosen.emit(side)

    def _show_start(self) -> None:
        at = self._sequence.telling_moment if self._reduced else 0.0
        mirrored = self._side is Side.LEFT
        self._figure.show_pose(self._sequence, at=at, mirrored=mirrored)
