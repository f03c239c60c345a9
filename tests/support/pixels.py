"""Comparing pictures by their pixels."""

from PySide6.QtGui import QImage


def difference(a: QImage, b: QImage) -> float:
    """Return the mean difference of two pictures' colours, 0..255."""
    first, second = _bytes(a), _bytes(b)
    pairs = zip(first, second, strict=True)
    return sum(abs(x - y) for x, y in pairs) / len(first)


def _bytes(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())
