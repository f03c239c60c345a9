"""Shows on a body, from the front and from behind, which muscles are meant."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from stretchbreak.figure.body_map import Seen, body
from stretchbreak.qt.figure_view import FigureView
from stretchbreak.qt.theme import SPACE

_WIDE, _HIGH = 150, 250
_FROM = {Seen.FRONT: "From the front", Seen.BACK: "From behind"}


class MuscleMap(QWidget):
    """Two still pictures beside each other."""

    def __init__(self, muscles: Sequence[str]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setColumnStretch(len(_FROM), 1)
        for column, (seen, words) in enumerate(_FROM.items()):
            figure = FigureView()
            figure.set_motion_reduced(True)
            figure.setFixedSize(_WIDE, _HIGH)
            figure.setAccessibleName(f"{words}: {', '.join(muscles)}")
            figure.show_pose(body(seen, muscles), at=1.0, mirrored=False)
            caption = QLabel(words)
            caption.setObjectName("quiet")
            grid.addWidget(figure, 0, column)
            grid.addWidget(caption, 1, column, Qt.AlignmentFlag.AlignHCenter)
