"""Home: the window one gets by opening Stretchbreak.

It says and offers all that the tray does, for desktops without one, and more:
why a reminder came or did not come, and what the day was like.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from PySide6.QtCore import QSize
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.core.routine import Routine
from stretchbreak.core.view import View
from stretchbreak.qt import tray_wording
from stretchbreak.qt.button_rows import button, row, words
from stretchbreak.qt.home_day import HomeDay
from stretchbreak.qt.home_now import HomeNow
from stretchbreak.qt.home_start import HomeStart
from stretchbreak.qt.page_area import PageArea
from stretchbreak.qt.pause_menu import PauseMenu
from stretchbreak.qt.theme import SPACE
from stretchbreak.qt.window import Window
from stretchbreak.qt.wishes import Wishes

_SIZE = QSize(640, 744)


class Dashboard(Window):
    """Shows the view and passes wishes on. Closing it only hides it.

    Attributes:
        wishes: What is clicked, as signals.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Stretchbreak", _SIZE, parent)
        self.wishes = Wishes(self)
        self._now = HomeNow(self.wishes)
        self._start = HomeStart(self.wishes)
        more = self._make_more()
        self._day = HomeDay(self.wishes)
        self._told, self._no_idle, self._no_tray = (
            words("warning"),
            words("quiet"),
            words("quiet"),
        )
        self._build(more)

    def set_routines(self, routines: Sequence[Routine]) -> None:
        """Offer *routines* by name."""
        self._start.set_routines(routines)
        self._day.set_routines(routines)

    def set_lengths(self, lengths: Mapping[str | None, timedelta]) -> None:
        """Say how long each routine takes, by its id; None is the suggested one."""
        self._start.set_lengths(lengths)

    def set_tray_available(self, available: bool) -> None:  # noqa: FBT001 - a slot
        """Say how to come back here, unless a tray shows the way."""
        self._no_tray.setVisible(not available)

    def set_idle_source(self, name: str) -> None:
        """Say it plainly where nothing tells when the user is away."""
        self._no_idle.setVisible(name == tray_wording.NO_IDLE_SOURCE)

    def show_view(self, view: View) -> None:
        """Show *view*. Repeating a call changes nothing."""
        self._now.show_view(view)
        self._start.show_view(view)
        self._day.show_view(view)
        self._pause.setVisible(view.paused is None)
        self._resume.setVisible(view.paused is not None)

    def tell(self, line: str) -> None:
        """Show *line*, until the window is closed."""
        self._told.setText(line)
        self._told.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take what was told for read."""
        super().hideEvent(event)
        self._told.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the newest view before anybody reads an old one."""
        super().showEvent(event)
        self.wishes.refresh_asked.emit()

    def _build(self, more: QHBoxLayout) -> None:
        page = QWidget()
        page.setObjectName("window")
        column = QVBoxLayout(page)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(self._told)
        column.addWidget(self._now)
        column.addWidget(self._start)
        column.addLayout(more)
        column.addWidget(self._day)
        column.addStretch()
        for label, text in (
            (self._no_idle, tray_wording.NO_IDLE),
            (self._no_tray, tray_wording.NO_TRAY),
        ):
            label.setText(text)
            column.addWidget(label)
        for label in (self._told, self._no_idle, self._no_tray):
            label.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, SPACE)
        layout.setSpacing(0)
        layout.addWidget(PageArea(page))
        layout.addLayout(self._make_footer())

    def _make_more(self) -> QHBoxLayout:
        walked = button("I just walked", self.wishes.walked_said)
        pauses = PauseMenu(self)
        pauses.pause_asked.connect(self.wishes.pause_asked)
        self._pause = QPushButton("Pause reminders")
        self._pause.setMenu(pauses)
        self._resume = button("Resume reminders", self.wishes.resume_asked)
        return row(walked, self._pause, self._resume)

    def _make_footer(self) -> QHBoxLayout:
        footer = QHBoxLayout()
        footer.setSpacing(0)
        footer.addStretch()
        for text, wish in (
            ("Stretches", self.wishes.library_asked),
            ("Routines", self.wishes.routines_asked),
            ("Settings", self.wishes.settings_asked),
            ("Safety notes", self.wishes.safety_asked),
            ("Quit", self.wishes.quit_asked),
        ):
            flat = button(text, wish)
            flat.setObjectName("flat")
            footer.addWidget(flat)
        footer.addStretch()
        return footer
