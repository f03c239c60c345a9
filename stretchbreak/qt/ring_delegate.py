"""Shows where the keyboard is in a list: an edge round the current item."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from stretchbreak.qt import theme
from stretchbreak.qt.theme import RADIUS

_RING = 2
"""How wide the edge is, in device-independent pixels."""


class RingDelegate(QStyledItemDelegate):
    """Paints items as the style does, and the edge."""

    def __init__(self, parent: QListWidget) -> None:
        super().__init__(parent)
        self._list = parent

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the item, with an edge where the keyboard is."""
        super().paint(painter, option, index)
        if not self._list.hasFocus() or index.row() != self._list.currentRow():
            return
        paint_ring(painter, QRectF(option.rect).adjusted(1, 1, -1, -1))


def paint_ring(painter: QPainter, place: QRectF) -> None:
    """Paint the edge of *place*."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.current().accent), _RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, RADIUS - 1, RADIUS - 1)
    painter.restore()
