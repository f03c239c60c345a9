"""How things stand: the ring, what comes next, what is in the way, and answers."""

from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stretchbreak.core.view import View
from stretchbreak.qt import tray_wording, why_now
from stretchbreak.qt.button_rows import button, row, words
from stretchbreak.qt.fitted_text import FittedText
from stretchbreak.qt.progress_ring import ProgressRing
from stretchbreak.qt.standing import Standing, standing
from stretchbreak.qt.theme import SPACE
from stretchbreak.qt.wishes import Wishes

_ONCE = "Shows this reminder now, this once. The next ones wait again."
_FIGURE = 34
"""How high the sitting time is where it has room, in device-independent pixels."""


class HomeNow(QWidget):
    """One glance: for how long, until when, and what holds it."""

    def __init__(self, wishes: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._anyway = button("Remind me anyway", wishes.ask_anyway_asked)
        for say in (self._anyway.setToolTip, self._anyway.setAccessibleDescription):
            say(_ONCE)
        self._snooze = button("Snooze", wishes.snooze_asked)
        self._skip = button("Not now", wishes.skip_asked)
        self._undo = button('Undo "Not now"', wishes.undo_skip_asked)
        self._state, self._detail = words("title"), words("")
        self._why, self._last = words("quiet"), words("quiet")
        glance = QHBoxLayout()
        glance.setSpacing(3 * SPACE)
        glance.addWidget(self._make_ring(), alignment=Qt.AlignmentFlag.AlignVCenter)
        glance.addLayout(self._make_words(), stretch=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        layout.addLayout(glance)
        layout.addLayout(row(self._anyway, self._snooze, self._skip, self._undo))

    def show_view(self, view: View) -> None:
        """Show *view*. Repeating a call changes nothing."""
        now = standing(view)
        self._ring.show_progress(view.progress, quiet=_still(now))
        self._sitting.set_text(tray_wording.sitting(view))
        self._next.setText(tray_wording.ring_line(view))
        self._ring.setAccessibleName(
            f"Sitting for {self._sitting.text}, {self._next.text()}"
        )
        self._state.setText(tray_wording.headline(view))
        for label, text in (
            (self._detail, tray_wording.detail(view)),
            (self._why, why_now.now(view)),
            (self._last, why_now.last(view)),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._anyway.setVisible(now is Standing.HELD)
        self._snooze.setVisible(view.prompt is not None and view.prompt.can_snooze)
        self._snooze.setText(tray_wording.snooze(view))
        self._skip.setVisible(view.prompt is not None)
        self._undo.setVisible(view.skip_undo)

    def _make_ring(self) -> QWidget:
        self._ring = ProgressRing()
        inside = QVBoxLayout(self._ring)
        inside.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, SPACE)
        inside.setSpacing(0)
        caption, self._next = words("quiet"), words("quiet")
        caption.setText("Sitting for")
        self._sitting = FittedText(
            weight=QFont.Weight.Light, align=Qt.AlignmentFlag.AlignCenter
        )
        self._sitting.set_largest(_FIGURE)
        self._sitting.setFixedHeight(round(_FIGURE * 1.3))
        inside.addStretch()
        for label in (caption, self._next):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for each in (caption, self._sitting, self._next):
            inside.addWidget(each)
        inside.addStretch()
        return self._ring

    def _make_words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        column.addStretch()
        for label in (self._state, self._detail, self._why, self._last):
            column.addWidget(label)
        column.addStretch()
        return column


def _still(now: Standing) -> bool:
    """Return whether the time on the ring stands still."""
    match now:
        case Standing.PAUSED | Standing.AWAY | Standing.SESSION:
            return True
        case Standing.HELD | Standing.DUE | Standing.SNOOZED | Standing.COUNTING:
            return False
        case unreachable:
            assert_never(unreachable)
