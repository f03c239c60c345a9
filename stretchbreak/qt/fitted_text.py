"""Text as large as its place allows, so that it can be read from the mat."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from stretchbreak.qt import theme

SMALLEST = 10
"""No text is made smaller than this, in device-independent pixels."""

_ONE_LINE_FROM = 0.75
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_AS_SAID = (
    _WRAPPED | int(Qt.TextFlag.TextDontClip) | int(Qt.AlignmentFlag.AlignAbsolute)
)
"""The side is chosen already, and a letter may stand out of its box a little."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FittedText(QWidget):
    """Shows a text at the largest size, up to a limit, at which all of it fits.

    The one who lays it out gives it a fixed height; it never asks for more.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        weight: QFont.Weight = QFont.Weight.Normal,
        align: Qt.AlignmentFlag = _LEFT,
        quiet: bool = False,
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._weight = weight
        self._align = align
        self._quiet = quiet
        self._largest = 24

    @property
    def text(self) -> str:
        """What it shows."""
        return self._text

    @property
    def fits(self) -> bool:
        """Whether all of the text can be seen."""
        return self._fits(self.fitted_size())

    def set_text(self, text: str) -> None:
        """Show *text*."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def set_largest(self, pixels: int) -> None:
        """Let the font be *pixels* high at most."""
        if pixels != self._largest:
            self._largest = max(SMALLEST, pixels)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of one line at the largest size."""
        metrics = QFontMetrics(self._font(self._largest))
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Ask for nothing: the text gives way."""
        return QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text at the size that fits, on lines of like length."""
        look = theme.current()
        pixels = self.fitted_size()
        box = self.rect()
        box.setWidth(self._even_width(pixels))
        align = QStyle.visualAlignment(self.layoutDirection(), self._align)
        if align & Qt.AlignmentFlag.AlignRight:
            box.moveRight(self.rect().right())
        elif align & Qt.AlignmentFlag.AlignHCenter:
            box.moveCenter(self.rect().center())
        painter = QPainter(self)
        painter.setFont(self._font(pixels))
        painter.setPen(QColor(look.quiet if self._quiet else look.ink))
        painter.drawText(box, int(align) | _AS_SAID, self._text)
        painter.end()

    def fitted_size(self) -> int:
        """Return the font's height in pixels at which all text fits.

        One line a little smaller reads better than two.
        """
        one_line = _largest(SMALLEST, self._largest, self._fits_one_line)
        if one_line >= self._largest * _ONE_LINE_FROM:
            return one_line
        return _largest(SMALLEST, self._largest, self._fits)

    def _fits_one_line(self, pixels: int) -> bool:
        metrics = QFontMetrics(self._font(pixels))
        wide = metrics.horizontalAdvance(self._text) < self.width()
        return wide and metrics.height() <= self.height()

    def _fits(self, pixels: int) -> bool:
        box = self._box(pixels, self.width())
        return box.height() <= self.height() and box.width() <= self.width()

    def _even_width(self, pixels: int) -> int:
        """Return the least width that takes no more lines than all of it."""
        height = self._box(pixels, self.width()).height()

        def narrower(by: int) -> bool:
            box = self._box(pixels, self.width() - by)
            return box.height() <= height and box.width() <= self.width() - by

        return self.width() - _largest(0, max(0, self.width() - 1), narrower)

    def _box(self, pixels: int, width: int) -> QRect:
        metrics = QFontMetrics(self._font(pixels))
        room = QRect(0, 0, width, 10 * max(1, self.height()))
        return metrics.boundingRect(room, _WRAPPED, self._text)

    def _font(self, pixels: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setWeight(self._weight)
        return font


def _largest(low: int, high: int, good: Callable[[int], bool]) -> int:
    """Return the largest number from *low* to *high* that is *good*, else *low*."""
    while low < high:
        middle = (low + high + 1) // 2
        if good(middle):
            low = middle
        else:
            high = middle - 1
    return low
