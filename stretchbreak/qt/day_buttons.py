"""Seven buttons in a row, one for each day of the week."""

from collections.abc import Collection

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from stretchbreak.qt.day_wording import DAYS, SHORT
from stretchbreak.qt.joined import Joined


class DayButtons(Joined):
    """Lets days be chosen; those chosen are down.

    Signals:
        changed: The user chose another set of days.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = []
        for name, short in zip(DAYS, SHORT, strict=True):
            button = QPushButton(short)
            button.setObjectName("day")
            button.setCheckable(True)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.toggled.connect(self.changed)
            self._buttons.append(button)
            self.add(button, stretch=1)

    @property
    def days(self) -> frozenset[int]:
        """The days chosen, Monday being 0."""
        downs = (day for day, each in enumerate(self._buttons) if each.isChecked())
        return frozenset(downs)

    def show_days(self, days: Collection[int]) -> None:
        """Show *days*, without reporting them."""
        for day, button in enumerate(self._buttons):
            with QSignalBlocker(button):
                button.setChecked(day in days)
