"""How far the session has come: one dot a step.

A step that is done carries a tick, one that was left out a bar, the present one
is large and filled, those to come are hollow; the shape tells as much as the
colour.
"""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchbreak.qt import theme
from stretchbreak.qt.theme import Theme

Line = tuple[tuple[float, float], ...]
"""Points round the middle of a dot, in its radius."""

_TICK: Line = ((-0.42, 0.02), (-0.12, 0.32), (0.44, -0.3))
_BAR: Line = ((-0.35, 0.0), (0.35, 0.0))


class StepProgress(QWidget):
    """Shows which steps are done, which one is on, and which are to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._step = 0
        self._skipped: frozenset[int] = frozenset()
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def show_steps(
        self,
        names: tuple[str, ...],
        step: int,
        *,
        skipped: frozenset[int] = frozenset(),
    ) -> None:
        """Show one dot for each of *names*.

        Args:
            names: What each step is called.
            step: How many are over.
            skipped: Which of those were left out, by index.
        """
        shown = self._names, self._step, self._skipped
        if (names, step, skipped) != shown:
            self._names, self._step, self._skipped = names, step, skipped
            said = [f"{name}: {self._state(i)}" for i, name in enumerate(names)]
            self.setAccessibleName("; ".join(said))
            self.setToolTip("\n".join(said))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for one dot a step, with a line between."""
        return QSize(round(self.height() * 1.5 * len(self._names)), 28)

    def minimumSizeHint(self) -> QSize:
        """Ask for dots side by side."""
        return QSize(min(self.sizeHint().width(), 12 * len(self._names)), 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, then the dots on it."""
        if not self._names:
            return
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dots = self._dots()
        for index, (one, other) in enumerate(pairwise(dots)):
            colour = look.accent if index < self._step else look.line
            painter.setPen(QPen(QColor(colour), 2))
            painter.drawLine(one, other)
        for index, dot in enumerate(dots):
            self._paint_dot(painter, index, dot, look)
        painter.end()

    def _state(self, index: int) -> str:
        if index == self._step:
            return "now"
        if index in self._skipped:
            return "left out"
        return "done" if index < self._step else "to come"

    def _dots(self) -> list[QPointF]:
        room = self.width() - self.height()
        pitch = room / max(1, len(self._names) - 1)
        pitch = min(pitch, self.height() * 1.6)
        left, middle = self.height() / 2, self.height() / 2
        return [QPointF(left + i * pitch, middle) for i in range(len(self._names))]

    def _paint_dot(
        self, painter: QPainter, index: int, dot: QPointF, look: Theme
    ) -> None:
        now = index == self._step
        left_out = index in self._skipped
        done = index < self._step and not left_out
        radius = self.height() * (0.46 if now else 0.32) - 1
        accent = QColor(look.accent)
        painter.setPen(QPen(accent if now or done else QColor(look.line), 2))
        painter.setBrush(accent if now or done else QColor(look.window))
        painter.drawEllipse(dot, radius, radius)
        if done:
            _paint_line(painter, dot, radius, _TICK, QColor(look.on_accent))
            return
        if left_out:
            _paint_line(painter, dot, radius, _BAR, QColor(look.quiet))
            return
        painter.setPen(QColor(look.on_accent if now else look.quiet))
        font = QFont(self.font())
        font.setPixelSize(max(8, round(radius * 1.1)))
        font.setBold(now)
        painter.setFont(font)
        box = QRectF(dot.x() - radius, dot.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(index + 1))


def _paint_line(
    painter: QPainter, dot: QPointF, radius: float, line: Line, ink: QColor
) -> None:
    pen = QPen(ink, max(1.5, radius * 0.2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(
        QPolygonF([dot + QPointF(x * radius, y * radius) for x, y in line])
    )
