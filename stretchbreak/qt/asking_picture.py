"""A small screen that shows where and how a reminder asks."""

from PySide6.QtCore import (
    QEasingCurve,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
)
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchbreak.core.choices import Strength
from stretchbreak.qt import theme
from stretchbreak.qt.theme import Theme

_SIZE = QSize(352, 220)
_SHAPE = _SIZE.width() / _SIZE.height()
_FRAME = 0.025
"""Of its width; all other measures are of the width and the height inside."""
_DIM = 150
"""How opaque the cover is, of 255."""
_ROUND = 5.0
_PROMPTS = {
    Strength.GENTLE: QRectF(0.70, 0.05, 0.28, 0.17),
    Strength.STANDARD: QRectF(0.66, 0.45, 0.32, 0.42),
    Strength.FIRM: QRectF(0.31, 0.25, 0.38, 0.48),
}
_COMES_FROM = {
    Strength.GENTLE: QPointF(0.35, 0.0),
    Strength.STANDARD: QPointF(0.0, 0.6),
    Strength.FIRM: QPointF(),
}
"""How far from its place the prompt begins; the firm one appears where it is."""
_COMING_MS = 450


class AskingPicture(QWidget):
    """Shows a desktop with somebody's work on it, and how the prompt comes to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strength = Strength.STANDARD
        self._reduced = False
        self._there = 1.0
        self._coming = QVariantAnimation(self)
        self._coming.setStartValue(0.0)
        self._coming.setEndValue(1.0)
        self._coming.setDuration(_COMING_MS)
        self._coming.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._coming.valueChanged.connect(self._come)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_SIZE / 2)

    def show_strength(self, strength: Strength) -> None:
        """Show how a reminder of that *strength* asks."""
        self._strength = strength
        self._begin()

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Let the prompt come, or be there at once when *reduced*."""
        self._reduced = reduced
        self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the prompt come where somebody looks."""
        super().showEvent(event)
        self._begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still where nobody looks."""
        super().hideEvent(event)
        self._coming.stop()

    def _begin(self) -> None:
        self._coming.stop()
        if self._reduced or not self.isVisible():
            self._come(1.0)
        else:
            self._coming.start()

    def _come(self, there: float) -> None:
        self._there = there
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which the prompt is told from the work."""
        return _SIZE

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the screen, as large as there is room."""
        colours = theme.current()
        width = min(float(self.width()), self.height() * _SHAPE)
        outside = QRectF(0, 0, width, width / _SHAPE)
        outside.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        frame = width * _FRAME
        _fill(painter, outside, colours.line, 2 * _ROUND)
        inside = outside.adjusted(frame, frame, -frame, -frame)
        glass = QPainterPath()
        glass.addRoundedRect(inside, _ROUND, _ROUND)
        painter.setClipPath(glass)
        painter.fillRect(inside, QColor(colours.card))
        _draw_work(painter, inside, colours)
        if self._strength is Strength.FIRM:
            cover = QColor("#14181F")
            cover.setAlpha(round(_DIM * self._there))
            painter.fillRect(inside, cover)
            painter.setOpacity(self._there)
        place, way = _PROMPTS[self._strength], _COMES_FROM[self._strength]
        place = place.translated(way * (1 - self._there))
        _draw_prompt(painter, _part(inside, place), colours)
        painter.end()


def _draw_work(painter: QPainter, room: QRectF, colours: Theme) -> None:
    """Draw a window with lines of text, and a panel below."""
    page = _part(room, QRectF(0.07, 0.09, 0.56, 0.72))
    _fill(painter, page, colours.window)
    for row, length in enumerate((0.5, 0.84, 0.78, 0.84, 0.62, 0.0, 0.8, 0.4)):
        line = _part(page, QRectF(0.08, 0.1 + row * 0.105, length, 0.035))
        _fill(painter, line, colours.line, 2)
    painter.fillRect(_part(room, QRectF(0, 0.92, 1, 0.08)), QColor(colours.window))


def _draw_prompt(painter: QPainter, room: QRectF, colours: Theme) -> None:
    """Draw a window with a picture, where it is high enough, and two buttons."""
    _fill(painter, room.adjusted(-2, -2, 2, 2), colours.accent, _ROUND + 2)
    _fill(painter, room, colours.window)
    tall = room.height() > room.width() / 2
    if tall:
        _fill(painter, _part(room, QRectF(0.08, 0.1, 0.84, 0.36)), colours.card, 3)
    words = QRectF(0.08, 0.54, 0.7, 0.08) if tall else QRectF(0.08, 0.2, 0.7, 0.14)
    button = QRectF(0.08, 0.73, 0.36, 0.17) if tall else QRectF(0.08, 0.55, 0.36, 0.27)
    _fill(painter, _part(room, words), colours.ink, 2)
    _fill(painter, _part(room, button), colours.accent, 3)
    _fill(painter, _part(room, button.translated(0.46, 0)), colours.line, 3)


def _fill(painter: QPainter, room: QRectF, colour: str, radius: float = _ROUND) -> None:
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(room, radius, radius)


def _part(room: QRectF, part: QRectF) -> QRectF:
    """Return *part*, of the width and height of *room*, in its place there."""
    return QRectF(
        room.left() + part.left() * room.width(),
        room.top() + part.top() * room.height(),
        part.width() * room.width(),
        part.height() * room.height(),
    )
