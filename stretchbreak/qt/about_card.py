"""What this program is: version, licence, sources, and what it says of safety."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from stretchbreak import __version__
from stretchbreak.core.routine import Source
from stretchbreak.qt import prose
from stretchbreak.qt.theme import SPACE

_WHAT = "A break reminder and stretch coach for a desk worker's lower back."
_LICENCE = "Free software under the MIT licence. No network, no account, no telemetry."
_CAUTION = "It is no medical advice and promises no relief."


class AboutCard(QWidget):
    """Tells what the program is, and leads to its first pages.

    Args:
        sources: Where what it says comes from.

    Signals:
        safety_asked: The safety page shall be shown.
        introduction_asked: The introduction shall be shown again.
    """

    safety_asked = Signal()
    introduction_asked = Signal()

    def __init__(self, sources: Sequence[Source]) -> None:
        super().__init__()
        column = prose.column(self)
        name = prose.label(f"Stretchbreak {__version__}", "heading")
        name.setTextInteractionFlags(prose.SELECTABLE)
        safety = QPushButton("Read the safety notes")
        safety.clicked.connect(self.safety_asked)
        introduction = QPushButton("Show the introduction again")
        introduction.clicked.connect(self.introduction_asked)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for button in (safety, introduction):
            row.addWidget(button)
        row.addStretch()
        column.addWidget(name)
        for text in (_WHAT, _CAUTION, _LICENCE):
            column.addWidget(prose.label(text))
        column.addLayout(row)
        prose.sources(column, sources)
