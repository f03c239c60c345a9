"""Today on a card: its line, this week against the goal, what is to come."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.core.routine import Routine
from stretchbreak.core.view import View
from stretchbreak.qt import theme, tray_wording, why_now
from stretchbreak.qt.button_rows import keep_two_lines, words
from stretchbreak.qt.day_legend import DayLegend
from stretchbreak.qt.day_line import DayLine
from stretchbreak.qt.theme import SPACE
from stretchbreak.qt.wishes import Wishes

_MOST = 10
"""More sessions a week than this are not counted out in dots."""


class HomeDay(QFrame):
    """Shows the day so far. What is pointed at in its line is said below it."""

    def __init__(self, wishes: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._names: Mapping[str, str] = {}
        self._line = DayLine("Today")
        self._words, self._legend = words(""), DayLegend()
        self._dots, self._week, self._coming = QLabel(), words("quiet"), words("quiet")
        preview = QPushButton("What would a day look like?")
        preview.clicked.connect(wishes.day_preview_asked)
        keep_two_lines(self._words)
        self._line.pointed_at.connect(self._words.setText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        layout.addLayout(self._make_title())
        for each in (self._line, self._legend, self._words):
            layout.addWidget(each)
        below = QHBoxLayout()
        below.addWidget(self._coming, stretch=1)
        below.addWidget(preview)
        layout.addLayout(below)

    def set_routines(self, routines: Sequence[Routine]) -> None:
        """Call sessions by the names of *routines*."""
        self._names = {routine.id: routine.name for routine in routines}

    def show_view(self, view: View) -> None:
        """Show *view*. Repeating a call changes nothing."""
        self._line.show_day(why_now.lived(view), self._names)
        self._legend.show_kinds(self._line.kinds)
        self._dots.setText(_dots(view))
        self._dots.setAccessibleName(tray_wording.week(view))
        self._week.setText(tray_wording.week(view))
        self._coming.setText(tray_wording.appointment(view, self._names))

    def _make_title(self) -> QHBoxLayout:
        title = words("heading")
        title.setText("Today")
        self._week.setAlignment(
            Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        )
        row = QHBoxLayout()
        row.addWidget(title)
        row.addWidget(self._week, stretch=1)
        row.addWidget(self._dots)
        return row


def _dots(view: View) -> str:
    """Return one dot for each session that was done, and for each to come."""
    done, open_ = "\N{BLACK CIRCLE}", "\N{WHITE CIRCLE}"
    to_come = max(view.week_goal - view.week_done, 0)
    colours = theme.current()
    return (
        f'<font color="{colours.accent}">{done * min(view.week_done, _MOST)}</font>'
        f'<font color="{colours.quiet}">{open_ * to_come}</font>'
    )
