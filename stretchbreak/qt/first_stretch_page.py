"""The introduction shows a stretch, and lets the voice and the chime be heard."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from stretchbreak.core import cue_words
from stretchbreak.core.choices import Where
from stretchbreak.core.routine import Kind, Side, Stretch
from stretchbreak.core.safety import Safety, may_stretch
from stretchbreak.core.settings import Settings
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt.intro_page import IntroPage, label
from stretchbreak.qt.moving_picture import MovingPicture
from stretchbreak.qt.sound_test import SoundTest
from stretchbreak.qt.theme import SPACE

FLOOR, DESK, WALKING = "pelvic-tilt", "seated-knee-hug", "march"
WARM_FIRST = "In a session you warm up first."
LET_GO = "Let go at once if it hurts."
STOP = "Stop if it hurts."
SOUND = "In a session a voice leads you, so you need not look. Can you hear it?"


class FirstStretchPage(IntroPage):
    """Shows what suits the user: a stretch for their place, or marching.

    Signals:
        voice_asked: The voice shall be heard; carries its words.
        chime_asked: The chime shall be heard.

    Args:
        stretches: All there are, by id.
        picture: Finds the picture of a stretch by its pose's id.
    """

    voice_asked = Signal(str)
    chime_asked = Signal()

    def __init__(
        self,
        stretches: Mapping[str, Stretch],
        picture: Callable[[str], PoseSequence | None],
    ) -> None:
        super().__init__("", "")
        self._stretches = stretches
        self._picture = picture
        self._safety = Safety.CLEAR
        self._reduced = False
        self._shown: Stretch | None = None
        self._moving: MovingPicture | None = None
        self._sound = SoundTest()
        self._sound.voice_asked.connect(self._guide)
        self._sound.chime_asked.connect(self.chime_asked)
        self.column.addStretch(1)
        self.column.addWidget(self._make_sound())
        self.column.addStretch(1)

    def show_safety(self, safety: Safety) -> None:
        """Show no stretch where *safety* allows none."""
        self._safety = safety

    def show_settings(self, settings: Settings) -> None:
        """Show a stretch for where the user can stretch."""
        wanted = FLOOR if settings.place is Where.FLOOR else DESK
        shown = self._stretches[wanted if may_stretch(self._safety) else WALKING]
        if shown is not self._shown:
            self._shown = shown
            self._show(shown)

    def show_unheard(self, line: str) -> None:
        """Say *line*, which is why something cannot be heard; empty says nothing."""
        self._sound.show_unheard(line)

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Show a still only, or the whole way."""
        self._reduced = reduced
        if self._moving is not None:
            self._moving.set_motion_reduced(reduced)

    def _make_sound(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE + SPACE // 2)
        column.addWidget(label(SOUND))
        column.addWidget(self._sound)
        return card

    def _show(self, stretch: Stretch) -> None:
        what = f"{stretch.name[0].lower()}{stretch.name[1:]}"
        title = f"Try one: {what}" if stretch.cold else f"Have a look: {what}"
        last = STOP if stretch.kind is Kind.MOVE else LET_GO
        if not stretch.cold:
            last = f"{WARM_FIRST} {last}"
        self.say(title, f"{stretch.set_up} {stretch.cue} {last}")
        if self._moving is not None:
            self._moving.deleteLater()
            self._moving = None
        picture = self._picture(stretch.pose)
        if picture is not None:
            self._moving = MovingPicture(stretch.name, picture, sided=stretch.sided)
            self._moving.set_motion_reduced(self._reduced)
            self.column.insertWidget(2, self._moving)

    def _guide(self) -> None:
        if self._moving is not None:
            self._moving.begin()
        if self._shown is not None:
            self.voice_asked.emit(guidance(self._shown))


def guidance(stretch: Stretch) -> str:
    """Return what the voice says to one round of *stretch*."""
    side = Side.LEFT if stretch.sided else None
    words = (cue_words.name(stretch, side), cue_words.set_up(stretch, side))
    if stretch.kind is Kind.MOVE:
        return " ".join((*words, stretch.cue))
    press = cue_words.press(stretch, side)
    return " ".join((*words, press, cue_words.LET_GO))
