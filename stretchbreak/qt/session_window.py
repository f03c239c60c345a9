"""The window of a running session, made for somebody lying on a mat beside it.

Everything has a key, nothing needs touching, and nothing is lost by accident:
Esc and closing the window ask first, inside the window. This module shows and
reports; what follows from a wish is decided in the core.
"""

from datetime import timedelta

from PySide6.QtCore import QKeyCombination, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from stretchbreak.core.breath import Breath
from stretchbreak.core.plan import Phase
from stretchbreak.core.view import SessionView
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt import session_wording
from stretchbreak.qt.end_question import EndQuestion
from stretchbreak.qt.enter_key import pressed_by_enter
from stretchbreak.qt.fitted_text import FittedText
from stretchbreak.qt.hurt_panel import HurtPanel
from stretchbreak.qt.session_controls import SessionControls
from stretchbreak.qt.session_stage import SessionStage
from stretchbreak.qt.sound_line import SoundLine
from stretchbreak.qt.step_progress import StepProgress
from stretchbreak.qt.theme import SPACE

KEYS = (
    "Space pause    ← → steps    M mute    F full screen    "
    "H that hurts    S safety    Esc end"
)
FEW_KEYS = "F full screen    S safety    Esc end"

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_USUAL = 1.45
"""In windows less wide than this, by their height, the width decides sizes."""
_ROOM_FOR_KEYS = 560
"""Windows less high than this do without the line about keys."""


class SessionWindow(QWidget):
    """Coaches through one session.

    Signals:
        pause_toggled: Stop for a while, or go on.
        next_asked: The next side or step.
        previous_asked: This step again, or the one before.
        end_asked: The session shall end; it has been asked whether it is meant.
        hurt_said: Something hurts.
        leave_out_asked: Go on without the stretch that hurt.
        easier_asked: Go on with its easier variant.
        safety_asked: Show the precautions.
        mute_toggled: Switch the sound off, or on again.
    """

    pause_toggled = Signal()
    next_asked = Signal()
    previous_asked = Signal()
    end_asked = Signal()
    hurt_said = Signal()
    leave_out_asked = Signal()
    easier_asked = Signal()
    safety_asked = Signal()
    mute_toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("window")
        self.setWindowTitle("Stretchbreak session")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._view: SessionView | None = None
        self._progress = StepProgress()
        self._step = FittedText(quiet=True)
        self._left = FittedText(align=_RIGHT, quiet=True)
        self._stage = SessionStage()
        self._hurt = HurtPanel()
        self._controls = SessionControls()
        self._question = EndQuestion()
        self._sound = SoundLine()
        self._middle = QStackedWidget()
        self._bottom = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._keys = QLabel(KEYS)
        self._keys.setObjectName("quiet")
        self._lay_out()
        self._connect()
        self._add_keys()
        self.setMinimumSize(640, 420)
        self.resize(1100, 720)

    def show_session(
        self,
        view: SessionView,
        *,
        timer: timedelta,
        picture: PoseSequence | None,
        audible: bool = True,
    ) -> None:
        """Show where *view* stands. Repeating a call changes nothing.

        Args:
            view: The session.
            timer: How long it really takes until the phase ends.
            picture: What the present step looks like, if there is a picture.
            audible: Whether there is sound, unless it is muted.
        """
        self._view = view
        names = tuple(stretch.name for stretch in view.plan.steps)
        self._progress.show_steps(
            names, session_wording.steps_done(view), skipped=view.skipped
        )
        self._step.set_text(session_wording.step_of(view))
        self._left.set_text(session_wording.left(view.left))
        self._stage.show_session(view, timer=timer, picture=picture)
        self._controls.show_sound(audible=audible, muted=view.muted)
        self._controls.show_phase(view.phase)
        hurt = view.phase is Phase.HURT
        self._keys.setText(FEW_KEYS if hurt else KEYS)
        if hurt:
            self._hurt.show_advice(view)
        self._middle.setCurrentWidget(self._hurt if hurt else self._stage)
        if not self.isVisible():
            self.show()
            self.take_keyboard()

    def expect(self, picture: PoseSequence | None, *, mirrored: bool) -> None:
        """Get ready to show *picture* next, so that it can move at once."""
        self._stage.expect(picture, mirrored=mirrored)

    def take_keyboard(self) -> None:
        """Come to the front, with the keyboard."""
        self.raise_()
        self.activateWindow()
        self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def show_unheard(self, line: str) -> None:
        """Say *line*, which is why something cannot be heard; empty says nothing."""
        self._sound.show_line(line)

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Show stills instead of movement when *reduced*."""
        self._stage.set_motion_reduced(reduced)

    def set_breath(self, breath: Breath, *, paced: bool) -> None:
        """Show *breath* in each hold, as an easy pace in the ring too or not."""
        self._stage.set_breath(breath, paced=paced)

    @property
    def asks_to_end(self) -> bool:
        """Whether the question stands whether to end."""
        return self._bottom.currentWidget() is self._question

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Space for pause, unless a button has the keyboard."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._toggle_pause()
        elif not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let everything grow with the window."""
        super().resizeEvent(event)
        self._scale()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first; closing once more ends."""
        if not self.isVisible():
            return
        if self.asks_to_end:
            self.end_asked.emit()
            return
        self._ask_to_end()
        event.ignore()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget an open question once the window is gone."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._keep_going()

    def _toggle_pause(self) -> None:
        if self._view is not None and self._view.phase is not Phase.HURT:
            self.pause_toggled.emit()

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()
        self._controls.show_full_screen(full=self.isFullScreen())

    def _escape(self) -> None:
        if self.asks_to_end:
            self._keep_going()
        elif self.isFullScreen():
            self._toggle_full_screen()
        else:
            self._ask_to_end()

    def _ask_to_end(self) -> None:
        self._bottom.setCurrentWidget(self._question)
        self._question.take_keyboard()

    def _keep_going(self) -> None:
        self._bottom.setCurrentWidget(self._controls)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _second_passed(self, remaining: timedelta) -> None:
        if self._view is not None:
            left = self._view.left - (self._view.remaining - remaining)
            self._left.set_text(session_wording.left(left))

    def _connect(self) -> None:
        self._stage.clicked.connect(self._toggle_pause)
        self._stage.second_passed.connect(self._second_passed)
        self._hurt.easier_asked.connect(self.easier_asked)
        self._hurt.leave_out_asked.connect(self.leave_out_asked)
        self._hurt.end_asked.connect(self.end_asked)
        self._controls.pause_toggled.connect(self._toggle_pause)
        self._controls.previous_asked.connect(self.previous_asked)
        self._controls.next_asked.connect(self.next_asked)
        self._controls.mute_toggled.connect(self.mute_toggled)
        self._controls.full_screen_toggled.connect(self._toggle_full_screen)
        self._controls.safety_asked.connect(self.safety_asked)
        self._controls.hurt_said.connect(self.hurt_said)
        self._controls.end_asked.connect(self._ask_to_end)
        self._question.kept_going.connect(self._keep_going)
        self._question.end_asked.connect(self.end_asked)

    def _add_keys(self) -> None:
        self._on_key(Qt.Key.Key_Right, self.next_asked)
        self._on_key(Qt.Key.Key_Left, self.previous_asked)
        self._on_key(Qt.Key.Key_H, self.hurt_said)
        self._on_key(Qt.Key.Key_M, self.mute_toggled)
        self._on_key(Qt.Key.Key_S, self.safety_asked)
        self._shortcut(Qt.Key.Key_F).activated.connect(self._toggle_full_screen)
        self._shortcut(Qt.Key.Key_Escape).activated.connect(self._escape)

    def _on_key(self, key: Qt.Key, signal: SignalInstance) -> None:
        self._shortcut(key).activated.connect(signal)

    def _shortcut(self, key: Qt.Key) -> QShortcut:
        shortcut = QShortcut(QKeySequence(QKeyCombination(key)), self)
        shortcut.setAutoRepeat(False)
        return shortcut

    def _scale(self) -> None:
        width, height = self.width(), self.height()
        size = min(height, round(width / _USUAL))
        for text in (self._step, self._left):
            text.set_largest(round(size / 32))
        self._progress.setFixedHeight(max(18, round(size * 0.045)))
        self._stage.scale_to(width, height)
        self._hurt.scale_to(size)
        letters = max(12, round(size / 46))
        self._controls.scale_to(letters)
        self._question.scale_to(letters)
        self._sound.scale_to(letters)
        font = self.font()
        font.setPixelSize(max(12, round(size / 54)))
        self._keys.setFont(font)
        self._keys.setVisible(height >= _ROOM_FOR_KEYS)
        margin = max(SPACE, round(size / 36))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(max(SPACE, round(height / 60)))

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(2 * SPACE)
        header.addWidget(self._progress)
        header.addWidget(self._step, 1)
        header.addWidget(self._left, 1)
        self._middle.addWidget(self._stage)
        self._middle.addWidget(self._hurt)
        self._bottom.addWidget(self._controls)
        self._bottom.addWidget(self._question)
        self._column.addLayout(header)
        self._column.addWidget(self._middle, 1)
        self._column.addWidget(self._sound)
        self._column.addWidget(self._bottom)
        self._column.addWidget(self._keys, alignment=Qt.AlignmentFlag.AlignHCenter)
