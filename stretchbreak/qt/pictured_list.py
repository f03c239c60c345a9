"""A list with a small picture of a stretch in each item, painted one a frame."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QListWidget

from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt.pose_icons import SIZE, PoseIcons


class PicturedList(QListWidget):
    """Is there at once, and its pictures follow; a delegate shows them.

    Args:
        picture: Finds the picture of a stretch by its pose's id.

    Attributes:
        icons: The pictures.
    """

    def __init__(self, picture: Callable[[str], PoseSequence | None]) -> None:
        super().__init__()
        self.icons = PoseIcons(picture)
        self.setIconSize(SIZE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the list, and go on painting until all pictures are there."""
        self.icons.begin_frame()
        super().paintEvent(event)
        if self.icons.lacking:
            self.viewport().update()
