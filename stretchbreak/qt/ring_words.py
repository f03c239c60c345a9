"""The digits and the word in the countdown, in shares of the ring's side."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath


def paint_digits(
    painter: QPainter, digits: str, box: QRectF, ink: QColor, font: QFont
) -> None:
    """Draw *digits* as high as *box* and as wide as it at most, on equal cells."""
    zero = _glyph("0", font).boundingRect()
    scale = box.height() / zero.height()
    cell = min(zero.width() * 1.16 * scale, box.width() / (len(digits) - 0.4))
    squeeze = min(scale, cell / (zero.width() * 1.12))
    widths = [cell * 0.5 if digit == ":" else cell for digit in digits]
    x = box.center().x() - sum(widths) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for digit, width in zip(digits, widths, strict=True):
        path = _glyph(digit, font)
        painter.save()
        painter.translate(x + width / 2, box.bottom())
        painter.scale(squeeze, scale)
        painter.translate(-path.boundingRect().center().x(), -zero.bottom())
        painter.drawPath(path)
        painter.restore()
        x += width


def paint_caption(  # noqa: PLR0913, PLR0917 - each is needed
    painter: QPainter,
    text: str,
    baseline: float,
    ink: QColor,
    font: QFont,
    largest: float = 0.105,
) -> None:
    """Draw *text* in the middle, smaller than *largest* if it is long."""
    path = _glyph(text, font)
    box = path.boundingRect()
    scale = min(largest / 100, 0.6 / max(box.width(), 1.0))
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.translate(0.5, baseline)
    painter.scale(scale, scale)
    painter.translate(-box.center().x(), 0)
    painter.drawPath(path)
    painter.restore()


def _glyph(text: str, font: QFont) -> QPainterPath:
    large = QFont(font)
    large.setPixelSize(100)
    large.setWeight(QFont.Weight.DemiBold)
    path = QPainterPath()
    path.addText(0, 0, large, text)
    return path
