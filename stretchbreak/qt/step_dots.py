"""A row of dots: how many steps there are, and at which one we are."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from stretchbreak.qt import theme

_APART = 18
_RADIUS = 4.0
_HERE = 6.0
"""The dot of this step is larger, so that it is told without colour."""


class StepDots(QWidget):
    """Shows one step of several; it is no control."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = self._steps = 0

    def show_step(self, step: int, steps: int) -> None:
        """Show that this is *step* of *steps*, counted from zero."""
        self._step, self._steps = step, steps
        self.setAccessibleName(f"Step {step + 1} of {steps}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for all dots."""
        return QSize(self._steps * _APART, round(2 * _HERE) + 2)

    def minimumSizeHint(self) -> QSize:
        """Return room for all dots."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots, the first where reading begins."""
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left = (self.width() - self._steps * _APART) / 2 + _APART / 2
        rightwards = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        for step in range(self._steps):
            place = step if rightwards else self._steps - 1 - step
            here = step == self._step
            painter.setBrush(QColor(colours.accent if here else colours.line))
            radius = _HERE if here else _RADIUS
            centre = QPointF(left + place * _APART, self.height() / 2)
            painter.drawEllipse(centre, radius, radius)
        painter.end()
