"""The introduction ends: start with the login, and where to find the program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from stretchbreak.core.settings import Settings
from stretchbreak.qt import wording
from stretchbreak.qt.intro_page import IntroPage, label
from stretchbreak.qt.login_switch import LoginSwitch
from stretchbreak.qt.panel_picture import PanelPicture
from stretchbreak.qt.theme import SPACE
from stretchbreak.runtime.ports.desktop import Autostart

IN_THE_TRAY = (
    "This is Stretchbreak in the tray. The ring fills while you sit, and a click opens "
    "the window."
)
NO_TRAY = "This desktop has no tray. Start Stretchbreak again to open its window."


class LoginPage(IntroPage):
    """Offers the start with the login, which is off until somebody wants it."""

    def __init__(self, autostart: Autostart) -> None:
        super().__init__("All set", "")
        self._where = label()
        self._where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*[2 * SPACE] * 4)
        inside.addWidget(LoginSwitch(autostart))
        self.column.addStretch(1)
        self.column.addWidget(PanelPicture())
        self.column.addWidget(self._where)
        self.column.addStretch(1)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def show_settings(self, settings: Settings) -> None:
        """Say what comes next."""
        limit = wording.spoken(settings.sitting_limit)
        self.say("All set", f"After {limit} of sitting you are offered a break.")

    def set_tray_available(self, available: bool) -> None:  # noqa: FBT001 - a setter
        """Say where the program is found."""
        self._where.setText(IN_THE_TRAY if available else NO_TRAY)
