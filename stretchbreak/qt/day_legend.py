"""What the colours of a day's line mean: only those that are in it."""

from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from stretchbreak.qt import theme
from stretchbreak.qt.day_painter import colour
from stretchbreak.qt.day_parts import Kind

_NAMES = {
    Kind.SITTING: "sitting",
    Kind.SESSION: "break",
    Kind.REMINDER: "reminder",
    Kind.HELD: "reminder held",
    Kind.PAUSED: "reminders paused",
    Kind.CLOSED: "outside your hours",
}
_SIGNS = {Kind.REMINDER: "\N{BLACK DOWN-POINTING TRIANGLE}"}
_SQUARE = "\N{BLACK SQUARE}"


class DayLegend(QLabel):
    """Names the kinds of part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quiet")
        self.setWordWrap(True)
        self._kinds: frozenset[Kind] = frozenset()

    def show_kinds(self, kinds: frozenset[Kind]) -> None:
        """Name *kinds*."""
        self._kinds = kinds
        colours = theme.current()
        # A line ends between names, and in none of them.
        self.setText(
            "&nbsp;&nbsp; ".join(
                f'<font color="{colour(kind, colours).name()}">'
                f"{_SIGNS.get(kind, _SQUARE)}</font>&nbsp;"
                f"{escape(name).replace(' ', '&nbsp;')}"
                for kind, name in _NAMES.items()
                if kind in kinds
            )
        )
        self.setAccessibleName(", ".join(_NAMES[k] for k in _NAMES if k in kinds))
        self.setVisible(bool(kinds & _NAMES.keys()))

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._kinds:
            self.show_kinds(self._kinds)
