"""The menu of the tray icon: the state in words, then every wish."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from stretchbreak.core.routine import Routine
from stretchbreak.core.view import View
from stretchbreak.qt import tray_wording
from stretchbreak.qt.pause_menu import PauseMenu
from stretchbreak.qt.standing import Standing, standing
from stretchbreak.qt.start_menu import StartMenu
from stretchbreak.qt.wishes import Wishes


class TrayMenu(QMenu):
    """Shows how things stand and passes wishes on.

    Attributes:
        wishes: What is chosen in the menu, as signals.
    """

    def __init__(self) -> None:
        super().__init__()
        self.wishes = Wishes(self)
        self._state = self.addAction("")
        self._state.setEnabled(False)
        self._anyway = self._add("Remind me anyway", self.wishes.ask_anyway_asked)
        self.addSeparator()
        self._add_break_actions()
        self.addSeparator()
        self._add_pause_actions()
        self.addSeparator()
        self._add_window_actions()
        self.aboutToShow.connect(self.wishes.refresh_asked)

    def set_routines(self, routines: Sequence[Routine]) -> None:
        """Offer *routines* by name."""
        self._start.set_routines(routines)

    def set_lengths(self, lengths: Mapping[str | None, timedelta]) -> None:
        """Say how long each routine takes, by its id; None is the suggested one."""
        self._start.set_lengths(lengths)

    def show_view(self, view: View) -> None:
        """Show *view*. Repeating a call changes nothing."""
        now = standing(view)
        in_session, paused = now is Standing.SESSION, view.paused is not None
        self._state.setText(tray_wording.state(view))
        self._anyway.setVisible(now is Standing.HELD)
        self._start.show_view(view)
        self._start.menuAction().setVisible(not in_session)
        self._session.setVisible(in_session)
        self._snooze.setText(tray_wording.snooze(view))
        self._snooze.setEnabled(view.prompt is not None and view.prompt.can_snooze)
        self._skip.setEnabled(view.prompt is not None)
        self._skip.setVisible(not view.skip_undo)
        self._undo.setVisible(view.skip_undo)
        self._pause.menuAction().setVisible(not paused)
        self._resume.setVisible(paused)

    def _add_break_actions(self) -> None:
        self._start = StartMenu(self)
        self._start.start_asked.connect(self.wishes.start_asked)
        self.addMenu(self._start)
        self._session = self.addAction("Show the session")
        self._session.triggered.connect(lambda: self.wishes.start_asked.emit(None))
        self._snooze = self._add("Snooze", self.wishes.snooze_asked)
        self._skip = self._add("Not now", self.wishes.skip_asked)
        self._undo = self._add('Undo "Not now"', self.wishes.undo_skip_asked)
        self._add("I just walked", self.wishes.walked_said)

    def _add_pause_actions(self) -> None:
        self._pause = PauseMenu(self)
        self._pause.pause_asked.connect(self.wishes.pause_asked)
        self.addMenu(self._pause)
        self._resume = self._add("Resume reminders", self.wishes.resume_asked)

    def _add_window_actions(self) -> None:
        self._add("Open Stretchbreak", self.wishes.open_asked)
        self._add("Stretches", self.wishes.library_asked)
        self._add("Routines", self.wishes.routines_asked)
        self._add("Settings", self.wishes.settings_asked)
        self._add("Safety notes", self.wishes.safety_asked)
        self.addSeparator()
        self._add("Quit", self.wishes.quit_asked)

    def _add(self, text: str, wish: SignalInstance) -> QAction:
        action = self.addAction(text)
        action.triggered.connect(wish)
        return action
