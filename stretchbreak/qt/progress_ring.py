"""A ring that fills clockwise; what stands inside it is laid out over it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from stretchbreak.qt import theme

_DIAMETER = 184
_WIDTH = 11.0
_TURN = 360 * 16  # Qt counts angles in sixteenths of a degree
_TOP = 90 * 16


class ProgressRing(QWidget):
    """Shows how much of something is over, from 0 to 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = 0.0
        self._quiet = False
        self.setFixedSize(_DIAMETER, _DIAMETER)

    def show_progress(self, progress: float, *, quiet: bool) -> None:
        """Fill the ring up to *progress*; a quiet one says that time stands still."""
        if (progress, quiet) != (self._progress, self._quiet):
            self._progress, self._quiet = progress, quiet
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, and the part that is over on top of it."""
        colours = theme.current()
        side = min(self.width(), self.height()) - _WIDTH
        ring = QRectF(0, 0, side, side)
        ring.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.card), _WIDTH))
        painter.drawEllipse(ring)
        if self._progress > 0:
            done = QColor(colours.line if self._quiet else colours.accent)
            round_cap = Qt.PenCapStyle.RoundCap
            painter.setPen(QPen(done, _WIDTH, Qt.PenStyle.SolidLine, round_cap))
            painter.drawArc(ring, _TOP, -round(_TURN * self._progress))
        painter.end()
