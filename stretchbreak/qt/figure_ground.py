"""What lies behind the figure and never moves, painted once."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from stretchbreak.qt.figure_frames import Frame, Stage
from stretchbreak.qt.figure_painter import paint_fills


class FigureGround:
    """The window's colour, and the mat on it."""

    def __init__(self) -> None:
        self._shown: tuple[Stage, QColor, QSize] | None = None
        self._picture = QPixmap()

    def paint(
        self, painter: QPainter, room: QRect, color: QColor, stage: Stage, frame: Frame
    ) -> None:
        """Fill *room* with *color*, and paint the ground of *frame* on it."""
        ratio = painter.device().devicePixelRatio()
        size = (room.size().toSizeF() * ratio).toSize()
        if self._shown != (stage, color, size):
            self._shown = (stage, color, size)
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(color)
            over = QPainter(self._picture)
            paint_fills(over, frame.ground)
            over.end()
        painter.drawPixmap(room.topLeft(), self._picture)

    def forget(self) -> None:
        """Give the memory back."""
        self._shown = None
        self._picture = QPixmap()
