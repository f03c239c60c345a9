"""The introduction shows how a reminder asks, and lets it be tried."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication

from stretchbreak.core.choices import Strength
from stretchbreak.core.settings import SPECS, Settings
from stretchbreak.qt.asking_picture import AskingPicture
from stretchbreak.qt.intro_page import IntroPage, label
from stretchbreak.qt.prompt_test import PromptTest
from stretchbreak.qt.setting_editors import ChoiceEditor

HOW = {
    Strength.GENTLE: "A notification, like those of your other programs.",
    Strength.STANDARD: "A small window in the corner. It never takes a keystroke from "
    "what you type.",
    Strength.FIRM: "A window in front of everything. One click ends it.",
}
ON_WAYLAND = "On this desktop a notification asks; a firm one is urgent."


class AskingPage(IntroPage):
    """Offers three strengths, and to see a reminder now.

    Signals:
        prompt_asked: A reminder shall be shown for trial.
    """

    prompt_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            "How should a reminder ask?",
            "It waits for a pause in your typing.",
        )
        self._picture = AskingPicture()
        self._strength = ChoiceEditor(SPECS["strength"], Strength)
        self._strength.setFixedWidth(320)
        self._strength.changed.connect(self._choose)
        self._how = label()
        self._how.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._test = PromptTest()
        self._test.prompt_asked.connect(self.prompt_asked)
        self.column.addWidget(self._picture, stretch=1)
        self.column.addWidget(self._strength, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(self._how)
        self.column.addWidget(self._test)

    def show_settings(self, settings: Settings) -> None:
        """Show which strength is chosen."""
        self._strength.set_value(settings.strength)
        self._tell(settings.strength)

    def show_answer(self, line: str) -> None:
        """Say *line*, which is what the answer would do."""
        self._test.show_answer(line)

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Let the picture's prompt come, or be there at once when *reduced*."""
        self._picture.set_motion_reduced(reduced)

    def _choose(self, strength: Strength) -> None:
        self._tell(strength)
        self.changed.emit("strength", strength)

    def _tell(self, strength: Strength) -> None:
        self._picture.show_strength(strength)
        wayland = QGuiApplication.platformName() == "wayland"
        self._how.setText(ON_WAYLAND if wayland else HOW[strength])
        self._test.forget()
