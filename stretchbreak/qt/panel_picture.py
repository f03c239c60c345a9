"""A piece of a panel with the tray icon on it, large enough to be known again."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchbreak.qt import icon_painter, theme
from stretchbreak.qt.icon_painter import Face
from stretchbreak.qt.standing import Standing
from stretchbreak.qt.theme import RADIUS, SPACE

_ICON = 96.0
_OTHER = 56.0
_APART = 1.2 * _ICON
_OTHERS = (-2, -1, 1, 2)
"""Where other programs' icons are, from ours."""
_FILLING = Face(Standing.COUNTING, 10)


class PanelPicture(QWidget):
    """Shows where in the tray to look, and for what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the icon."""
        return QSize(round(4 * _ICON), round(_ICON) + 4 * SPACE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the panel, what else is on it, and the icon."""
        colours, room = theme.current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(room, RADIUS, RADIUS)
        painter.setBrush(QColor(colours.line))
        for place in _OTHERS:
            other = QRectF(0, 0, _OTHER, _OTHER)
            other.moveCenter(room.center())
            other.translate(place * _APART, 0)
            painter.drawRoundedRect(other, RADIUS, RADIUS)
        icon = QRectF(0, 0, _ICON, _ICON)
        icon.moveCenter(room.center())
        picture = icon_painter.pixmap(_FILLING, round(_ICON * self.devicePixelRatioF()))
        painter.drawPixmap(icon, picture, QRectF(picture.rect()))
        painter.end()
