"""The pages of the first launch: the safety page, and then the introduction.

Both can be opened again at any time, and then neither follows the other.
"""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from stretchbreak.core.safety import Safety
from stretchbreak.core.view import View
from stretchbreak.qt.introduction import Introduction
from stretchbreak.qt.prompter import Picture
from stretchbreak.qt.room import to_front
from stretchbreak.qt.routine_desk import RoutineDesk
from stretchbreak.qt.safety_window import SafetyWindow
from stretchbreak.qt.tray_icon import TrayIcon
from stretchbreak.runtime.ports.desktop import Autostart
from stretchbreak.runtime.remote import Running


class FirstPages(QObject):
    """Opens the safety page and the introduction, each when it is wanted.

    Signals:
        prompt_asked: Show a reminder for trial.
        introduced: The introduction is over, finished or not.
        left: The user is through with the page, and nothing follows it.

    Args:
        running: Takes what is answered and set.
        desk: Knows the stretches.
        picture: Finds the picture of a stretch by its pose's id.
        autostart: The desktop's way to start with the login.
    """

    prompt_asked = Signal()
    introduced = Signal()
    left = Signal()

    def __init__(
        self,
        running: Running,
        desk: RoutineDesk,
        picture: Picture,
        autostart: Autostart,
    ) -> None:
        super().__init__()
        self._running = running
        self._desk = desk
        self._picture = picture
        self._autostart = autostart
        self._safety: SafetyWindow | None = None
        self._introduction: Introduction | None = None
        self._standing = Safety.UNANSWERED
        self._introduces = False
        self._unheard = ""
        self._reduced = False

    def begin(self) -> None:
        """Open the safety page for the first time; the introduction follows it."""
        self._introduces = True
        self.open_safety()

    def ask_first(self) -> None:
        """Open the safety page, for a session is wanted: that, and nothing else."""
        self._introduces = False
        self.open_safety()

    def open_safety(self) -> None:
        """Show the safety page."""
        if self._safety is None:
            self._safety = SafetyWindow()
            self._safety.answered.connect(self._answered)
        self._safety.show_safety(self._standing)
        to_front(self._safety)

    def open_introduction(self) -> None:
        """Show the introduction, from its first page."""
        if self._introduction is None:
            self._introduction = self._make_introduction()
        self._introduction.set_tray_available(TrayIcon.available())
        self._introduction.begin(self._running.settings, self._standing)
        to_front(self._introduction)

    def raise_open(self) -> bool:
        """Bring the page that is open to the front; return whether there is one."""
        for page in (self._safety, self._introduction):
            if page is not None and page.isVisible():
                to_front(page)
                return True
        return False

    def show(self, view: View) -> None:
        """Take in what was answered."""
        self._standing = view.safety

    def show_answer(self, line: str) -> None:
        """Say what the answer to a reminder for trial would have done."""
        if self._introduction is not None:
            self._introduction.show_answer(line)

    def show_unheard(self, line: str) -> None:
        """Say what cannot be heard and why; empty if all can."""
        self._unheard = line
        if self._introduction is not None:
            self._introduction.show_unheard(line)

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Let pictures move, or stand still when *reduced*."""
        self._reduced = reduced
        if self._introduction is not None:
            self._introduction.set_motion_reduced(reduced)

    def close(self) -> None:
        """Take both off the screen for good."""
        for page in (self._safety, self._introduction):
            if page is not None:
                page.hide()
                page.deleteLater()

    def _answered(self, safety: Safety) -> None:
        self._running.answer_safety(safety)
        if self._safety is not None:
            self._safety.close()
        introduces, self._introduces = self._introduces, False
        # Whoever needs help now is not to be introduced to anything.
        if introduces and safety is not Safety.EMERGENCY:
            self.open_introduction()
        else:
            self.left.emit()

    def _make_introduction(self) -> Introduction:
        stretches = self._desk.kept.catalogue.stretches
        made = Introduction(stretches, self._picture, self._autostart)
        made.changed.connect(self._change_setting)
        made.prompt_asked.connect(self.prompt_asked)
        made.voice_asked.connect(self._running.try_voice)
        made.chime_asked.connect(self._running.try_chime)
        made.closed.connect(self._introduced)
        made.show_unheard(self._unheard)
        made.set_motion_reduced(self._reduced)
        if self._safety is not None:
            made.take_place_of(self._safety)
        return made

    def _introduced(self) -> None:
        if self._introduction is not None:
            self._introduction.deleteLater()
            self._introduction = None
        self.introduced.emit()
        self.left.emit()

    def _change_setting(self, name: str, value: Any) -> None:
        changed = replace(self._running.settings, **{name: value})
        self._running.change_settings(changed)
        if self._introduction is not None:
            self._introduction.show_settings(changed)
