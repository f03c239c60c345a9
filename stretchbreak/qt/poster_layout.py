"""Where the parts of a step are on the printed sheet. All lengths are in points."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

NUMBER = 22.0
"""How much room a number has."""
_PAD = 5.0
_BETWEEN = 18.0
"""Between the pictures, for the arrow, and between them and the words."""
_HIGH = 130.0
"""Rows at least so high have their words below the pictures."""
_WORDS = 0.38
"""The words' share of such a row's height."""
_LOW = 60.0
"""Rows lower than this have their cues beside the other words."""
_HEAD = 0.46
"""The share of the width that the other words then have."""
_BROADEST, _NARROWEST = 130.0, 60.0
"""Of the pictures beside their words."""
_BROAD = 2.0
"""Width to height, at most, of the room a picture has."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything of a row is.

    Attributes:
        first: The picture of its start.
        second: The picture of its hold.
        words: The words.
        cues: The cues, where they stand beside the other words.
    """

    first: QRectF
    second: QRectF
    words: QRectF
    cues: QRectF | None = None


def layout(box: QRectF, proportion: float) -> Layout:
    """Return where everything is in a row that fills *box*.

    Words stand beside the pictures; below them where the row is high; and where
    it is low, in two columns.

    Args:
        box: The row.
        proportion: Width to height of the broadest picture on the sheet.
    """
    inner = box.adjusted(NUMBER, _PAD, 0, -_PAD)
    if box.height() < _HIGH:
        wide = inner.height() * min(_BROAD, proportion)
        wide = min(_BROADEST, max(_NARROWEST, wide))
        first = QRectF(inner.left(), inner.top(), wide, inner.height())
        second = first.translated(wide + _BETWEEN, 0)
        words = inner.adjusted(2 * (wide + _BETWEEN), 0, 0, 0)
        if box.height() >= _LOW:
            return Layout(first, second, words)
        words.setWidth(words.width() * _HEAD)
        cues = QRectF(words.topRight(), inner.bottomRight())
        words.adjust(0, 0, -_PAD, 0)
        return Layout(first, second, words, cues)
    high, wide = inner.height() * (1 - _WORDS), (inner.width() - _BETWEEN) / 2
    first = QRectF(inner.left(), inner.top(), wide, high)
    words = QRectF(inner.left(), first.bottom(), wide, inner.height() - high)
    words.adjust(0, _PAD, 0, 0)
    aside = wide + _BETWEEN
    return Layout(first, first.translated(aside, 0), words, words.translated(aside, 0))
