"""The answers to a prompt: three buttons, and more under a fourth."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.core.view import PromptView
from stretchbreak.qt.pause_menu import PauseMenu
from stretchbreak.qt.start_menu import plain
from stretchbreak.qt.theme import SPACE
from stretchbreak.qt.wording import short, spoken

SNOOZES = tuple(timedelta(minutes=minutes) for minutes in (5, 10, 20))
"""What the menu of snoozes offers."""


class PromptAnswers(QWidget):
    """Offers all there is to answer.

    Signals:
        start_asked: A session now; carries a routine's id, or None for the
            one on offer.
        snooze_asked: Ask again later; carries a timedelta, or None for the
            usual one.
        skip_asked: Not now.
        walked_said: The user has just walked.
        pause_asked: No reminders for a while; carries a `PauseEnd`.
        why_asked: Why does it ask now?
    """

    start_asked = Signal(object)
    snooze_asked = Signal(object)
    skip_asked = Signal()
    walked_said = Signal()
    pause_asked = Signal(object)
    why_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = QPushButton("&Start")
        self._start.setObjectName("primary")
        self._snooze = QToolButton()
        self._skip = QPushButton("&Not now")
        self._more = QPushButton("&More")
        self._used_up = QLabel("No more snoozing for this reminder.")
        self._used_up.setObjectName("quiet")
        self._routines = QMenu("Another routine", self)
        self._fill_snooze()
        self._fill_more()
        self._start.clicked.connect(lambda: self.start_asked.emit(None))
        self._skip.clicked.connect(self.skip_asked)
        self._lay_out()

    def show_prompt(self, view: PromptView) -> None:
        """Offer what can be answered to *view*."""
        self._snooze.setText(f"Snoo&ze {short(view.snooze)}")
        self._snooze.setVisible(view.can_snooze)
        self._used_up.setVisible(not view.can_snooze)

    def set_routines(self, routines: Sequence[tuple[str, str]]) -> None:
        """Offer *routines*, each an id and a name, in place of the usual one."""
        self._routines.clear()
        self._routines.menuAction().setVisible(bool(routines))
        for identity, name in routines:
            action = self._routines.addAction(plain(name))
            action.triggered.connect(
                lambda _checked=False, wanted=identity: self.start_asked.emit(wanted)
            )

    def take_keyboard(self) -> None:
        """Let Space and Enter start."""
        self._start.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _fill_snooze(self) -> None:
        menu = QMenu(self)
        for length in SNOOZES:
            action = menu.addAction(f"Snooze {spoken(length)}")
            action.triggered.connect(
                lambda _checked=False, wanted=length: self.snooze_asked.emit(wanted)
            )
        self._snooze.setMenu(menu)
        self._snooze.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._snooze.clicked.connect(lambda: self.snooze_asked.emit(None))

    def _fill_more(self) -> None:
        menu = QMenu(self)
        menu.addMenu(self._routines)
        menu.addAction("I just &walked").triggered.connect(self.walked_said)
        pauses = PauseMenu(menu)
        pauses.pause_asked.connect(self.pause_asked)
        menu.addMenu(pauses)
        menu.addSeparator()
        menu.addAction("Wh&y now?").triggered.connect(self.why_asked)
        self._more.setMenu(menu)
        self._more.setAccessibleDescription("Another routine, pause, why now")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self._start, 1)
        for button in (self._snooze, self._skip, self._more):
            row.addWidget(button)
        for button in (self._start, self._snooze, self._skip, self._more):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setSizePolicy(
                QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum
            )
        for button in (self._start, self._skip, self._more):
            button.setAutoDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._used_up)
        column.addLayout(row)
