"""A check box that looks like what it does: a switch that acts at once.

Whoever listens hears `toggled`: a screen reader's press is no click to Qt.
"""

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from stretchbreak.qt import theme

_WIDTH = 42
_HEIGHT = 24
_GAP = 5.0


class Switch(QCheckBox):
    """Shows on or off by the place of its knob, not by colour alone."""

    def show_on(self, on: bool) -> None:  # noqa: FBT001 - a setter
        """Show whether it is on, without reporting it."""
        with QSignalBlocker(self):
            self.setChecked(on)

    def sizeHint(self) -> QSize:
        """Return the size of the switch."""
        return QSize(_WIDTH, _HEIGHT)

    def hitButton(self, position: QPoint) -> bool:
        """Take a click anywhere on the switch."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track and the knob; its edge is bold while it has the keys."""
        colours = theme.current()
        on, bold = self.isChecked(), self.hasFocus()
        edge = colours.ink if bold else colours.accent if on else colours.quiet
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 2 if bold else 1))
        painter.setBrush(QColor(colours.accent if on else colours.window))
        track = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.on_accent if on else colours.quiet))
        painter.drawEllipse(_knob(track, on=on))
        painter.end()


def _knob(track: QRectF, *, on: bool) -> QRectF:
    side = track.height() - 2 * _GAP
    left = track.right() - _GAP - side if on else track.left() + _GAP
    return QRectF(left, track.top() + _GAP, side, side)
