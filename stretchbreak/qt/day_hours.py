"""The reminder hours of one day of the week: from, to, and again."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from stretchbreak.core.week import Span
from stretchbreak.qt.small_button import ADD, REMOVE, small_button
from stretchbreak.qt.tab_order import follow
from stretchbreak.qt.theme import SPACE
from stretchbreak.qt.time_box import TimeBox

_HOUR = timedelta(hours=1)
_DAY = 24 * _HOUR
USUAL: Span = (9 * _HOUR, 17 * _HOUR)
"""What is offered first for a day without hours."""


class DayHours(QWidget):
    """Shows the ranges that begin on a day, and lets them be changed.

    Args:
        name: The name of the day.

    Signals:
        changed: The user changed them.
    """

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._ranges: list[_Range] = []
        self._none = QLabel("No reminders")
        self._none.setObjectName("quiet")
        self._add = small_button(ADD, f"Add hours on {name}")
        self._add.clicked.connect(self._add_usual)
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE // 2)
        self._column.addWidget(self._none)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addLayout(self._column)
        row.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignTop)
        row.addStretch()

    @property
    def spans(self) -> list[Span]:
        """The ranges shown."""
        return [each.span for each in self._ranges]

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Show *spans*, without reporting them."""
        if list(spans) == self.spans:
            return
        while self._ranges:
            self._take_away(self._ranges[-1])
        for span in spans:
            self._put(span)
        self._none.setVisible(not spans)

    def fault(self) -> str:
        """Return what is wrong with them; empty if nothing is."""
        if all(begins != ends for begins, ends in self.spans):
            return ""
        return f"{self._name}: a time that ends when it begins is no time at all."

    def _put(self, span: Span) -> None:
        range_ = _Range(self._name, span)
        range_.changed.connect(self.changed)
        range_.removed.connect(lambda: self._remove(range_))
        self._ranges.append(range_)
        self._column.addWidget(range_)
        follow(self, (*self._ranges, self._add))

    def _add_usual(self) -> None:
        self._put(_next(self.spans))
        self._none.hide()
        self.changed.emit()

    def _remove(self, range_: "_Range") -> None:
        self._take_away(range_)
        self._none.setVisible(not self._ranges)
        self._add.setFocus()
        self.changed.emit()

    def _take_away(self, range_: "_Range") -> None:
        self._ranges.remove(range_)
        self._column.removeWidget(range_)
        range_.hide()
        range_.deleteLater()


def _next(spans: Sequence[Span]) -> Span:
    """Return the range that is offered after *spans*."""
    last = max((ends for _begins, ends in spans), default=None)
    if last is None or last > 22 * _HOUR:
        return USUAL
    return last + _HOUR, min(last + 5 * _HOUR, _DAY)


class _Range(QWidget):
    """From, to, and a button to remove it."""

    changed = Signal()
    removed = Signal()

    def __init__(self, day: str, span: Span) -> None:
        super().__init__()
        begins, ends = span
        self._from = TimeBox(f"{day} from")
        self._to = TimeBox(f"{day} to", ends=True)
        self._from.show_time(begins)
        self._to.show_time(ends)
        self._night = QLabel("the next day")
        self._night.setObjectName("quiet")
        remove = small_button(REMOVE, f"Remove these hours on {day}")
        remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        for each in (self._from, QLabel("to"), self._to, self._night, remove):
            row.addWidget(each)
        row.addStretch()
        for box in (self._from, self._to):
            box.valueChanged.connect(self._report)
        self._mark()

    @property
    def span(self) -> Span:
        """When it begins and ends; past 24 hours for the next morning."""
        begins, ends = self._from.time, self._to.time
        return begins, ends + _DAY if ends < begins else ends

    def _report(self) -> None:
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        self._night.setVisible(self._to.time < self._from.time)
