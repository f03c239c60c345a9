"""A box for a list of words, one a line."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_LINES = 4


class LinesBox(QPlainTextEdit):
    """Lets a list be typed.

    Signals:
        edited: Typing is over and the list is another one; carries it.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, ...] = ()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 20)

    @property
    def lines(self) -> tuple[str, ...]:
        """The list, without empty lines."""
        stripped = (line.strip() for line in self.toPlainText().splitlines())
        return tuple(line for line in stripped if line)

    def set_lines(self, lines: tuple[str, ...]) -> None:
        """Show *lines*, without reporting them."""
        if lines != self.lines:
            self.setPlainText("\n".join(lines))
        self._shown = lines

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take leaving the box for the end of typing."""
        super().focusOutEvent(event)
        if self.lines != self._shown:
            self._shown = self.lines
            self.edited.emit(self.lines)
