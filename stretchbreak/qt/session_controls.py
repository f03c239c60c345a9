"""The row of buttons under a session."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from stretchbreak.core.plan import Phase
from stretchbreak.qt.theme import SPACE

_SMALL = 13
"""Among letters up to this high the buttons stand closer together."""


class SessionControls(QWidget):
    """Offers what can be asked of a running session.

    A click leaves the keyboard where it is, so that Space goes on meaning
    pause; Tab reaches the buttons all the same.

    Signals:
        pause_toggled: Stop for a while, or go on.
        previous_asked: This step again, or the one before.
        next_asked: The next side or step.
        mute_toggled: Switch the sound off, or on again.
        full_screen_toggled: Fill the screen, or leave it.
        safety_asked: Show the precautions.
        hurt_said: Something hurts.
        end_asked: The session shall end.
    """

    pause_toggled = Signal()
    previous_asked = Signal()
    next_asked = Signal()
    mute_toggled = Signal()
    full_screen_toggled = Signal()
    safety_asked = Signal()
    hurt_said = Signal()
    end_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        self._audible = True
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE)
        self._pause = self._add("Pause", "Space", self.pause_toggled)
        self._pause.setObjectName("primary")
        self._previous = self._add("Previous", "Left arrow", self.previous_asked)
        self._next = self._add("Next", "Right arrow", self.next_asked)
        self._row.addStretch(1)
        self._mute = self._add("Mute", "M", self.mute_toggled)
        self._full = self._add("Full screen", "F", self.full_screen_toggled)
        self._safety = self._add("Safety", "S", self.safety_asked)
        self._hurt = self._add("That hurts", "H", self.hurt_said)
        self._hurt.setObjectName("hurt")
        self._add("End", "Esc", self.end_asked)

    def show_phase(self, phase: Phase) -> None:
        """Offer what makes sense in *phase*."""
        stopped = phase is Phase.HURT
        self._pause.setText("Go on" if phase is Phase.PAUSED else "Pause")
        for button in self._buttons:
            button.setVisible(not stopped or button in {self._full, self._safety})
        self._mute.setVisible(self._audible and not stopped)

    def show_sound(self, *, audible: bool, muted: bool) -> None:
        """Offer to mute what is *audible*, or to end that."""
        self._audible = audible
        self._mute.setText("Unmute" if muted else "Mute")
        self._mute.setVisible(audible)

    def show_full_screen(self, *, full: bool) -> None:
        """Offer the way back from full screen, or the way in."""
        self._full.setText("Leave full screen" if full else "Full screen")

    def scale_to(self, pixels: int) -> None:
        """Write on the buttons in letters of *pixels*."""
        font = self.font()
        font.setPixelSize(pixels)
        self._row.setSpacing(SPACE if pixels > _SMALL else SPACE // 2)
        for button in self._buttons:
            first = button is self._pause
            font.setWeight(QFont.Weight.DemiBold if first else QFont.Weight.Normal)
            button.setFont(font)

    def _add(self, text: str, key: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(f"{text} ({key})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(True)
        button.clicked.connect(signal)
        self._row.addWidget(button)
        self._buttons.append(button)
        return button
