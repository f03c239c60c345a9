"""A button with the face of one of those who show the stretches."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton

from stretchbreak.core.choices import FigureLook
from stretchbreak.figure.portrait import portrait
from stretchbreak.qt.figure_colors import figure_palette
from stretchbreak.qt.figure_painter import paint_scene

_HEIGHT = 52
_EDGE = 4
"""Room round the picture, for the button's own frame."""

_DARK_BELOW = 128
"""A window colour of less lightness (of 255) is dark."""


class FaceButton(QPushButton):
    """Stays down when chosen; its name is read out and shown as a hint."""

    def __init__(self, look: FigureLook, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedHeight(_HEIGHT)

    def sizeHint(self) -> QSize:
        """Return a size at which the face is told."""
        return QSize(_HEIGHT, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the face on the button."""
        super().paintEvent(event)
        window = self.palette().color(QPalette.ColorRole.Window)
        colors = figure_palette(self._look, dark=window.lightness() < _DARK_BELOW)
        target = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        frame = QPainterPath()
        frame.addRoundedRect(target, _EDGE, _EDGE)
        painter = QPainter(self)
        painter.setClipPath(frame)
        paint_scene(painter, portrait(self._look), target, colors)
        painter.end()
