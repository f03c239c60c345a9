"""The window one gets by opening Stretchbreak: how things stand, and every wish.

It says and offers the same as the tray, for desktops without one.
"""

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.core.routine import Routine
from stretchbreak.core.view import View
from stretchbreak.qt import tray_wording
from stretchbreak.qt.enter_key import pressed_by_enter
from stretchbreak.qt.pause_menu import PauseMenu
from stretchbreak.qt.progress_ring import ProgressRing
from stretchbreak.qt.standing import Standing, standing
from stretchbreak.qt.start_menu import StartMenu
from stretchbreak.qt.theme import SPACE
from stretchbreak.qt.wishes import Wishes


class Dashboard(QWidget):
    """Shows the view and passes wishes on. Closing it only hides it.

    Attributes:
        wishes: What is clicked, as signals.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wishes = Wishes(self)
        self.setObjectName("window")
        self.setWindowTitle("Stretchbreak")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.resize(420, 560)
        self._build()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)

    def set_routines(self, routines: Sequence[Routine]) -> None:
        """Offer *routines* by name."""
        self._routines.set_routines(routines)

    def set_tray_available(self, available: bool) -> None:  # noqa: FBT001 - a slot
        """Say how to come back here, unless a tray shows the way."""
        self._no_tray.setVisible(not available)

    def set_idle_source(self, name: str) -> None:
        """Say it plainly where nothing tells when the user is away."""
        self._no_idle.setVisible(name == tray_wording.NO_IDLE_SOURCE)

    def show_view(self, view: View) -> None:
        """Show *view*. Repeating a call changes nothing."""
        now = standing(view)
        self._ring.show_progress(view.progress, quiet=_still(now))
        self._sitting.setText(tray_wording.sitting(view))
        self._next.setText(tray_wording.ring_line(view))
        self._state.setText(tray_wording.headline(view))
        self._detail.setText(tray_wording.detail(view))
        self._detail.setVisible(bool(self._detail.text()))
        self._show_wishes(view, now)

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

    def _show_wishes(self, view: View, now: Standing) -> None:
        in_session = now is Standing.SESSION
        self._start.setText("Show the session" if in_session else "Start a break")
        self._choose.setVisible(not in_session)
        self._routines.show_view(view)
        self._anyway.setVisible(now is Standing.HELD)
        self._snooze.setVisible(view.prompt is not None and view.prompt.can_snooze)
        self._snooze.setText(tray_wording.snooze(view))
        self._skip.setVisible(view.prompt is not None)
        self._undo.setVisible(view.skip_undo)
        self._pause.setVisible(view.paused is None)
        self._resume.setVisible(view.paused is not None)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._make_ring(), alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(SPACE)
        self._state = _centred("heading")
        layout.addWidget(self._state)
        self._detail = _centred("quiet")
        layout.addWidget(self._detail)
        self._told = _centred("warning")
        self._told.hide()
        layout.addWidget(self._told)
        layout.addStretch()
        layout.addLayout(self._make_start())
        layout.addLayout(self._make_answers())
        layout.addLayout(self._make_more())
        layout.addSpacing(SPACE)
        layout.addLayout(self._make_footer())
        self._no_idle = _centred("quiet")
        self._no_idle.setText(tray_wording.NO_IDLE)
        self._no_idle.hide()
        layout.addWidget(self._no_idle)
        self._no_tray = _centred("quiet")
        self._no_tray.setText(tray_wording.NO_TRAY)
        self._no_tray.hide()
        layout.addWidget(self._no_tray)

    def _make_ring(self) -> QWidget:
        self._ring = ProgressRing()
        inside = QVBoxLayout(self._ring)
        inside.setSpacing(0)
        caption, self._sitting, self._next = (
            _centred("quiet"),
            _centred("figure"),
            _centred("quiet"),
        )
        caption.setText("Sitting for")
        inside.addStretch()
        for label in (caption, self._sitting, self._next):
            inside.addWidget(label)
        inside.addStretch()
        return self._ring

    def _make_answers(self) -> QHBoxLayout:
        self._anyway = _button("Remind me anyway", self.wishes.ask_anyway_asked)
        self._snooze = _button("Snooze", self.wishes.snooze_asked)
        self._skip = _button("Skip this break", self.wishes.skip_asked)
        self._undo = _button("Undo skip", self.wishes.undo_skip_asked)
        return _row(self._anyway, self._snooze, self._skip, self._undo)

    def _make_start(self) -> QHBoxLayout:
        self._start = QPushButton("Start a break")
        self._start.setObjectName("primary")
        self._start.clicked.connect(lambda: self.wishes.start_asked.emit(None))
        self._routines = StartMenu(self)
        self._routines.start_asked.connect(self.wishes.start_asked)
        self._choose = QPushButton("Choose")
        self._choose.setMenu(self._routines)
        row = _row(self._start)
        row.addWidget(self._choose)
        return row

    def _make_more(self) -> QHBoxLayout:
        walked = _button("I just walked", self.wishes.walked_said)
        pauses = PauseMenu(self)
        pauses.pause_asked.connect(self.wishes.pause_asked)
        self._pause = QPushButton("Pause reminders")
        self._pause.setMenu(pauses)
        self._resume = _button("Resume reminders", self.wishes.resume_asked)
        return _row(walked, self._pause, self._resume)

    def _make_footer(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addStretch()
        for text, wish in (
            ("Stretches", self.wishes.library_asked),
            ("Settings", self.wishes.settings_asked),
            ("Safety notes", self.wishes.safety_asked),
            ("Quit", self.wishes.quit_asked),
        ):
            button = _button(text, wish)
            button.setObjectName("flat")
            row.addWidget(button)
        row.addStretch()
        return row


def _still(now: Standing) -> bool:
    """Return whether the time on the ring stands still."""
    match now:
        case Standing.PAUSED | Standing.AWAY | Standing.SESSION:
            return True
        case Standing.HELD | Standing.DUE | Standing.SNOOZED | Standing.COUNTING:
            return False
        case unreachable:
            assert_never(unreachable)


def _centred(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label


def _button(text: str, wish: SignalInstance) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(wish)
    return button


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE)
    for button in buttons:
        row.addWidget(button, stretch=1)
    return row
