"""One page of the introduction: a title, a few words, and something to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from stretchbreak.core.settings import Settings
from stretchbreak.qt.theme import SPACE


class IntroPage(QWidget):
    """What all pages have in common; whoever makes one fills its column.

    Signals:
        changed: The user set something; carries its name and its value.

    Attributes:
        column: What stands below the words.
    """

    changed = Signal(str, object)

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self.setObjectName("window")
        self._title = label(title, "title")
        self._words = label(words)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, SPACE)
        self.column.setSpacing(2 * SPACE)
        self.column.addWidget(self._title)
        self.column.addWidget(self._words)

    @property
    def title(self) -> str:
        """What the page is about."""
        return self._title.text()

    def say(self, title: str, words: str) -> None:
        """Let the page be about *title*, in these *words*."""
        self._title.setText(title)
        self._words.setText(words)

    def show_settings(self, settings: Settings) -> None:
        """Show what is set, without reporting it."""

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Let pictures move, or stand still when *reduced*."""


def label(text: str = "", look: str = "") -> QLabel:
    """Return *text* as a label that may have several lines."""
    made = QLabel(text)
    made.setObjectName(look)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made
