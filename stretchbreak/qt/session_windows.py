"""What is seen of a session: its window while it runs, and the questions after it."""

from PySide6.QtCore import QObject, Signal

from stretchbreak.core.closing import Closing
from stretchbreak.core.view import SessionView, View
from stretchbreak.qt import session_motion
from stretchbreak.qt.closing_window import ClosingWindow
from stretchbreak.qt.prompter import Picture
from stretchbreak.qt.session_window import SessionWindow
from stretchbreak.runtime.ports.clock import Clock
from stretchbreak.runtime.remote import Running


class SessionWindows(QObject):
    """Makes, shows and hides both windows; each is made when it is first needed.

    Signals:
        safety_asked: Show the safety page.

    Args:
        running: Takes the user's wishes.
        clock: Says how long a phase lasts on a real timer.
        picture: Finds the picture of a stretch by its pose's id.
    """

    safety_asked = Signal()

    def __init__(self, running: Running, clock: Clock, picture: Picture) -> None:
        super().__init__()
        self._running = running
        self._clock = clock
        self._picture = picture
        self._session: SessionWindow | None = None
        self._closing: ClosingWindow | None = None
        self._unheard = ""
        self._reduced = False

    def show(self, view: View) -> None:
        """Show what *view* has of a session."""
        self._show_closing(view.closing)  # first, for it takes the session's place
        self._show_session(view.session)

    def take_keyboard(self) -> None:
        """Bring the running session's window to the front."""
        if self._session is not None:
            self._session.take_keyboard()

    def show_advice(self, line: str) -> bool:
        """Show *line*, to be read at leisure; return whether that can be done."""
        if self._closing is None:
            return False
        self._closing.show_advice(line)
        return True

    def show_unheard(self, line: str) -> None:
        """Say what cannot be heard and why; empty if all can."""
        self._unheard = line
        if self._session is not None:
            self._session.show_unheard(line)

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Let pictures move, or stand still when *reduced*."""
        self._reduced = reduced
        if self._session is not None:
            self._session.set_motion_reduced(reduced)

    def close(self) -> None:
        """Take both off the screen for good."""
        for window in (self._session, self._closing):
            if window is not None:
                window.hide()
                window.deleteLater()

    def _show_session(self, session: SessionView | None) -> None:
        if session is None:
            if self._session is not None:
                self._session.hide()
            return
        if self._session is None:
            self._session = self._make_session()
        timer = session.remaining
        if session.ends_at is not None:
            timer = self._clock.until(session.ends_at)
        settings = self._running.settings
        self._session.set_breath(settings.breath, paced=settings.breath_pacer)
        self._session.show_session(
            session,
            timer=timer,
            picture=self._picture(session_motion.pose(session)),
            audible=settings.voice or settings.chimes,
        )
        pose, mirrored = session_motion.following(session) or (None, False)
        following = self._picture(pose) if pose else None
        self._session.expect(following, mirrored=mirrored)

    def _show_closing(self, closing: Closing | None) -> None:
        if closing is None:
            if self._closing is not None:
                self._closing.go()
            return
        if self._closing is None:
            self._closing = ClosingWindow()
            self._closing.answered.connect(self._running.look_back)
            self._closing.safety_asked.connect(self.safety_asked)
        if self._session is not None and not self._closing.isVisible():
            self._closing.take_place_of(self._session)
        self._closing.show_closing(closing)

    def _make_session(self) -> SessionWindow:
        window, running = SessionWindow(), self._running
        window.pause_toggled.connect(running.toggle_session_pause)
        window.next_asked.connect(running.next_step)
        window.previous_asked.connect(running.previous_step)
        window.end_asked.connect(running.end_session)
        window.hurt_said.connect(running.hurts)
        window.leave_out_asked.connect(running.leave_out)
        window.easier_asked.connect(running.try_easier)
        window.mute_toggled.connect(running.toggle_mute)
        window.safety_asked.connect(self.safety_asked)
        window.show_unheard(self._unheard)
        window.set_motion_reduced(self._reduced)
        return window
