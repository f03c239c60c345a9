"""What pages to read are set from: headings, paragraphs, lists, sources."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from stretchbreak.core.routine import Source
from stretchbreak.qt.theme import SPACE

_LINE = "A line of about seventy letters, as this one, is read most easily. Yes."
_LEADING = 125
_LINKS = (
    Qt.TextInteractionFlag.LinksAccessibleByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)

SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


class Linked(QLabel):
    """Words with links in them, which can be followed with mouse and keys."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(_LINKS)
        self.setWordWrap(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let Tab go to a link at once; Qt would stop before it, unseen."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.TabFocusReason:
            self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's own
        elif event.reason() is Qt.FocusReason.BacktabFocusReason:
            self.focusNextPrevChild(False)  # noqa: FBT003 - Qt's own


def column(page: QWidget) -> QVBoxLayout:
    """Return the layout of *page*."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE)
    return layout


def line_width(widget: QWidget) -> int:
    """Return how wide a column of words in *widget* may be and still read well."""
    widget.ensurePolished()
    return widget.fontMetrics().horizontalAdvance(_LINE)


def label(text: str, look: str = "") -> QLabel:
    """Return *text* on as many lines as it takes, as plain as it is written."""
    words = QLabel(text)
    words.setObjectName(look)
    words.setWordWrap(True)
    words.setTextFormat(Qt.TextFormat.PlainText)
    return words


def running(text: str) -> QLabel:
    """Return *text* with room between its lines, for reading more than a few."""
    words = QLabel(f'<p style="line-height: {_LEADING}%">{escape(text)}</p>')
    words.setTextFormat(Qt.TextFormat.RichText)
    words.setWordWrap(True)
    words.setAccessibleName(text)
    return words


def heading(layout: QVBoxLayout, text: str) -> None:
    """Add a heading, with room above it."""
    layout.addSpacing(2 * SPACE)
    layout.addWidget(label(text, "heading"))


def paragraphs(layout: QVBoxLayout, texts: Iterable[str]) -> None:
    """Add *texts* below one another."""
    for text in texts:
        layout.addWidget(running(text))


def points(layout: QVBoxLayout, texts: Iterable[str]) -> None:
    """Add *texts* as a list, each with a dot in front."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE)
    grid.setVerticalSpacing(SPACE * 3 // 4)
    grid.setColumnStretch(1, 1)
    for row, text in enumerate(texts):
        dot = QLabel("\N{BULLET}")
        grid.addWidget(dot, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(running(text), row, 1)
    layout.addLayout(grid)


def sources(layout: QVBoxLayout, named: Sequence[Source]) -> None:
    """Add where it all comes from; what has an address can be followed."""
    if not named:
        return
    heading(layout, "Sources" if len(named) > 1 else "Source")
    for source in named:
        words = Linked(_cited(source))
        words.setObjectName("quiet")
        words.setOpenExternalLinks(True)
        words.setToolTip(source.url)
        if not source.url:
            words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        layout.addWidget(words)


def link(address: str, text: str) -> str:
    """Return *text* as rich text that leads to *address*."""
    return f'<a href="{escape(address)}">{escape(text)}</a>'


def _cited(source: Source) -> str:
    title = link(source.url, source.title) if source.url else escape(source.title)
    return f"{title}<br>{escape(source.publisher)}"
