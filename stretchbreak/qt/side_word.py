"""LEFT or RIGHT, beside the picture, to be read from the mat."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchbreak.qt import theme

_LETTERS = 0.64
"""The share of the badge's height that its capitals fill."""
_ROUNDING = 0.2
_MARGIN = 0.26
_GAP = 0.16


class SideWord(QWidget):
    """Shows the side of the body as a badge: LEFT leg, knees LEFT."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def word(self) -> str:
        """The side in capitals; empty where there is none."""
        return self._words[1]

    @property
    def letter_height(self) -> float:
        """How high the capitals are, in device-independent pixels."""
        return QFontMetricsF(self._large()).capHeight()

    def show_side(self, before: str, word: str, after: str) -> None:
        """Show *word* large, with what it speaks of small on either side of it."""
        words = (before, word, after)
        if words != self._words:
            self._words = words
            self.setAccessibleName(" ".join(w for w in words if w))
            self.setVisible(bool(word))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of the words at the given height."""
        return QSize(math.ceil(sum(self._widths())), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the badge, and the small words beside it."""
        look = theme.current()
        before, badge, _after = self._widths()
        height, baseline = self.height(), (self.height() + self.letter_height) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.ink))
        rounding = height * _ROUNDING
        painter.drawRoundedRect(QRectF(before, 0, badge, height), rounding, rounding)
        painter.setPen(QColor(look.window))
        painter.setFont(self._large())
        at = before + height * _MARGIN
        painter.drawText(QPointF(at, baseline), self._words[1])
        painter.setPen(QColor(look.ink))
        painter.setFont(self._small())
        painter.drawText(QPointF(0, baseline), self._words[0])
        at = before + badge + height * _GAP
        painter.drawText(QPointF(at, baseline), self._words[2])
        painter.end()

    def _widths(self) -> tuple[float, float, float]:
        small, large = QFontMetricsF(self._small()), QFontMetricsF(self._large())
        gap = self.height() * _GAP
        sides = [small.horizontalAdvance(w) + gap if w else 0.0 for w in self._words]
        badge = large.horizontalAdvance(self._words[1]) + 2 * self.height() * _MARGIN
        return sides[0], badge, sides[2]

    def _large(self) -> QFont:
        """Return the font whose capitals fill their share of the height."""
        probe = self._font(100)
        share = QFontMetricsF(probe).capHeight() / 100
        return self._font(round(self.height() * _LETTERS / share + 0.5))

    def _small(self) -> QFont:
        return self._font(max(10, round(self.height() * 0.42)))

    def _font(self, pixels: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(1, pixels))
        font.setWeight(QFont.Weight.DemiBold)
        return font
