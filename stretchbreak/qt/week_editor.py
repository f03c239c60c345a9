"""Reminder hours day by day, and the words to make several days the same."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from stretchbreak.core.week import Week
from stretchbreak.qt.day_hours import DayHours
from stretchbreak.qt.day_wording import DAYS
from stretchbreak.qt.theme import SPACE

_WEEKDAYS = range(5)


class WeekEditor(QWidget):
    """Seven days, each with its hours.

    Signals:
        changed: The user changed them.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(1, 1)
        self._days = []
        for row, name in enumerate(DAYS):
            day = DayHours(name)
            day.changed.connect(self.changed)
            self._days.append(day)
            label = QLabel(name)
            label.setContentsMargins(0, SPACE, 0, 0)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(day, row, 1)
        copies = QHBoxLayout()
        copies.setSpacing(SPACE)
        copies.addWidget(self._copy("Monday to Friday as Monday", _WEEKDAYS))
        copies.addWidget(self._copy("Every day as Monday", range(len(DAYS))))
        copies.addStretch()
        grid.addLayout(copies, len(DAYS), 0, 1, 2)

    @property
    def week(self) -> Week:
        """The hours shown."""
        return tuple(tuple(day.spans) for day in self._days)

    def show_week(self, week: Week) -> None:
        """Show *week*, without reporting it."""
        for day, spans in zip(self._days, week, strict=True):
            day.show_spans(spans)

    def fault(self) -> str:
        """Return what is wrong with them; empty if nothing is."""
        faults = (day.fault() for day in self._days)
        return next(filter(None, faults), "")

    def _copy(self, text: str, days: Sequence[int]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(self._copier(days))
        return button

    def _copier(self, days: Sequence[int]) -> Callable[[], None]:
        def copy() -> None:
            for day in days:
                self._days[day].show_spans(self._days[0].spans)
            self.changed.emit()

        return copy
