"""Puts the texts of a window into languages that are none, to see what gives way.

The program speaks English only. One stands for a language that takes more room,
with letters that are higher and deeper; the other for one written from right to left.
"""

import re
from collections.abc import Callable

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QWidget,
)

from stretchbreak.qt.fitted_text import FittedText
from stretchbreak.qt.two_lines import DETAIL

LONGER = 0.4
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ACCENTS = str.maketrans("aceinosuyACEINOSUY", "âçéïñöšüýÂÇÉÏÑÖŠÜÝ")
_HEBREW = str.maketrans(_LATIN + _LATIN.upper(), 2 * "אבגדהוזחטיכלמנסעפצקרשתםןףך")
_WORD = re.compile(r"[A-Za-z]{2,}")
_APART = re.compile(r"(<[^>]*>|&#?\w+;)")
"""What of a text is no word of it: tags, and letters by their names."""

Translation = Callable[[str], str]


def longer(word: str) -> str:
    """Return *word* 40 % longer, and with accents."""
    more = max(1, round(len(word) * LONGER))
    return (word + word[-more:]).translate(_ACCENTS)


def leftward(word: str) -> str:
    """Return *word* in letters that go from right to left."""
    return word.translate(_HEBREW)


def translate(window: QWidget, translation: Translation) -> None:
    """Translate all texts in *window*, word by word."""

    def words(text: str) -> str:
        parts = _APART.split(text.replace("&nbsp;", "\N{NO-BREAK SPACE}"))
        parts[::2] = [_WORD.sub(lambda m: translation(m[0]), p) for p in parts[::2]]
        return "".join(parts)

    for each in (window, *window.findChildren(QWidget)):
        _translate(each, words)


def _translate(widget: QWidget, words: Translation) -> None:
    match widget:
        case QLabel() | QAbstractButton():
            widget.setText(words(widget.text()))
        case FittedText():
            widget.set_text(words(widget.text))
        case QComboBox():
            for index in range(widget.count()):
                widget.setItemText(index, words(widget.itemText(index)))
        case QLineEdit():
            widget.setPlaceholderText(words(widget.placeholderText()))
        case QListWidget():
            for row in range(widget.count()):
                item = widget.item(row)
                item.setText(words(item.text()))
                if item.data(DETAIL):
                    item.setData(DETAIL, words(item.data(DETAIL)))
        case _:
            pass  # it has no words of its own
