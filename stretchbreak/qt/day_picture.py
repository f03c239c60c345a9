"""Eight hours of sitting as a ring, cut by the breaks."""

from datetime import timedelta

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchbreak.qt import theme, wording
from stretchbreak.qt.intro_page import label

DAY = timedelta(hours=8)
_DIAMETER = 250
_WIDTH = 26.0
_TURN = 360 * 16  # Qt counts angles in sixteenths of a degree
_TOP = 90 * 16
_GAP = 3 * 16
"""Between two times of sitting, where there is room."""


def breaks(limit: timedelta) -> int:
    """Return how often *limit* of sitting is over in the day, its end left out."""
    return -(-DAY // limit) - 1


class DayPicture(QWidget):
    """Shows how a day is broken up: each gap in the ring is a break."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = DAY
        self.setFixedSize(_DIAMETER, _DIAMETER)
        self._length = label("", "figure")
        self._count = label("", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[round(2 * _WIDTH)] * 4)
        column.setSpacing(0)
        column.addStretch()
        for words in (self._length, self._count):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        column.addStretch()

    def show_limit(self, limit: timedelta) -> None:
        """Show a day with a break after each *limit*."""
        self._limit = limit
        count = breaks(limit)
        plural = "break" if count == 1 else "breaks"
        self._length.setText(wording.short(limit))
        self._count.setText(f"about {count} {plural} in 8 hours of sitting")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the times of sitting clockwise, the last one as long as is left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, flat = QColor(theme.current().accent), Qt.PenCapStyle.FlatCap
        painter.setPen(QPen(colour, _WIDTH, Qt.PenStyle.SolidLine, flat))
        edge = _WIDTH / 2 + 1
        ring = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        unit = _TURN * (self._limit / DAY)
        gap = min(_GAP, unit / 3)
        for index in range(breaks(self._limit) + 1):
            length = min(unit, _TURN - index * unit) - gap
            begins = _TOP - index * unit - gap / 2
            painter.drawArc(ring, round(begins), -round(max(length, 1.0)))
        painter.end()
