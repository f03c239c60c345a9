"""Paints a list's items: a picture, a name, and below it a quieter line."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QIcon, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from stretchbreak.qt import theme
from stretchbreak.qt.pose_icons import SIZE
from stretchbreak.qt.ring_delegate import paint_ring
from stretchbreak.qt.theme import SPACE

DETAIL = Qt.ItemDataRole.UserRole + 1
"""What of an item stands in its second line."""


class TwoLines(QStyledItemDelegate):
    """Leaves the ground of an item to the style sheet and writes upon it.

    Attributes:
        pictured: Whether there is room for a picture.
    """

    pictured = False

    def __init__(self, parent: QListWidget) -> None:
        super().__init__(parent)
        self._list = parent

    def picture(self, _index: QModelIndex | QPersistentModelIndex) -> QIcon | None:
        """Return the picture of an item."""
        return None

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """Return room for both lines and the picture."""
        lines = 2 if index.data(DETAIL) else 1
        words = lines * option.fontMetrics.lineSpacing() + 2 * SPACE
        # No gap between items: what is dropped into one would go to the end.
        high = max(words, SIZE.height() + 3 * SPACE // 2) if self.pictured else words
        return QSize(0, high)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the item, with an edge where the keyboard is."""
        self._paint_ground(painter, option, index)
        room = option.rect.adjusted(SPACE + SPACE // 2, 0, -SPACE - SPACE // 2, 0)
        icon = self.picture(index)
        painter.save()
        if icon is not None:
            middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            place = QStyle.alignedRect(option.direction, middle, SIZE, room)
            icon.paint(painter, place)
            gone = SIZE.width() + SPACE + SPACE // 2
            before = option.direction == Qt.LayoutDirection.LeftToRight
            room.adjust(gone if before else 0, 0, 0 if before else -gone, 0)
        self._write(painter, option, index, room)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        style = self._list.style()
        style.drawControl(
            QStyle.ControlElement.CE_ItemViewItem, plain, painter, self._list
        )
        if not self._list.hasFocus() or index.row() != self._list.currentRow():
            return
        edge = 3 if self.pictured else 1
        paint_ring(painter, QRectF(option.rect).adjusted(1, edge, -1, -edge))

    def _write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        room: QRect,
    ) -> None:
        colours, detail = theme.current(), index.data(DETAIL)
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        lines = [(str(index.data()), colours.ink if enabled else colours.quiet, 1)]
        if detail:
            lines.append((str(detail), colours.quiet, 0))
        high = option.fontMetrics.lineSpacing()
        top = room.center().y() - len(lines) * high // 2 + 1
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        flags = QStyle.visualAlignment(option.direction, side)
        flags |= Qt.AlignmentFlag.AlignAbsolute
        # A line runs as its own words do, whichever way the window does.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        for row, (text, colour, strong) in enumerate(lines):
            font = QFont(option.font)
            if strong and (detail or not enabled):
                font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            place = QRect(room.left(), top + row * high, room.width(), high)
            words = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(place, flags, words)
