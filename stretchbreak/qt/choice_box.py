"""A list to choose from, with an arrow that says so."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from stretchbreak.qt import theme

_ARROW = QPointF(4.0, 2.5)
"""Half the width and half the height of the arrow."""
_FROM_END = 16


class ChoiceBox(QComboBox):
    """Shows one of many; the wheel does not change it by accident."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choice")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page around it."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow, which the style sheet leaves out."""
        super().paintEvent(event)
        backward = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = _FROM_END if backward else self.width() - _FROM_END
        tip = QPointF(x, self.height() / 2 + _ARROW.y())
        side = QPointF(_ARROW.x(), 0)
        up = QPointF(0, 2 * _ARROW.y())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().quiet), 1.5))
        painter.drawPolyline([tip - side - up, tip, tip + side - up])
        painter.end()
