"""The introduction ends: start with the login, and where to find the program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from stretchbreak.core.settings import Settings
from stretchbreak.qt import wording
from stretchbreak.qt.intro_page import IntroPage, label
from stretchbreak.qt.panel_picture import PanelPicture
from stretchbreak.qt.switch import Switch
from stretchbreak.qt.theme import SPACE
from stretchbreak.runtime.ports import AdapterError, Autostart

START = "Start Stretchbreak when I log in"
IN_THE_TRAY = (
    "This is Stretchbreak in the tray. The ring fills while you sit, and a click opens "
    "the window."
)
NO_TRAY = "This desktop has no tray. Start Stretchbreak again to open its window."


class LoginPage(IntroPage):
    """Offers the start with the login, which is off until somebody wants it."""

    def __init__(self, autostart: Autostart) -> None:
        super().__init__("All set", "")
        self._autostart = autostart
        self._where = label()
        self._where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._switch = Switch()
        self._switch.setAccessibleName(START)
        self._switch.clicked.connect(self._change)
        self._fault = label("", "warning")
        self._fault.hide()
        words = label(START)
        words.setBuddy(self._switch)
        card = QFrame()
        card.setObjectName("card")
        row = QHBoxLayout(card)
        row.setContentsMargins(*[2 * SPACE] * 4)
        row.setSpacing(2 * SPACE)
        row.addWidget(words, stretch=1)
        row.addWidget(self._switch)
        self.column.addStretch(1)
        self.column.addWidget(PanelPicture())
        self.column.addWidget(self._where)
        self.column.addStretch(1)
        self.column.addWidget(card)
        self.column.addWidget(self._fault)
        self.column.addStretch(1)

    def show_settings(self, settings: Settings) -> None:
        """Say what comes next."""
        limit = wording.spoken(settings.sitting_limit)
        self.say("All set", f"After {limit} of sitting you are offered a break.")

    def set_tray_available(self, available: bool) -> None:  # noqa: FBT001 - a setter
        """Say where the program is found."""
        self._where.setText(IN_THE_TRAY if available else NO_TRAY)

    def look(self) -> None:
        """Show how the start with the login is at present."""
        self._fault.hide()
        try:
            self._switch.setChecked(self._autostart.on())
        except AdapterError as error:
            self._tell(error)

    def _change(self, wanted: bool) -> None:  # noqa: FBT001 - a slot
        try:
            if wanted:
                self._autostart.switch_on()
            else:
                self._autostart.switch_off()
        except AdapterError as error:
            self._switch.setChecked(not wanted)
            self._tell(error)
        else:
            self._fault.hide()

    def _tell(self, error: AdapterError) -> None:
        self._fault.setText(str(error))
        self._fault.show()
