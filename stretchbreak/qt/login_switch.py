"""A switch for starting with the login; the desktop's own entry is the truth."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from stretchbreak.qt.fault_line import FaultLine
from stretchbreak.qt.switch import Switch
from stretchbreak.qt.theme import SPACE
from stretchbreak.runtime.ports.desktop import Autostart
from stretchbreak.runtime.ports.failures import AdapterError

START = "Start Stretchbreak when I log in"
_HINT = "It can only remind you while it runs."


class LoginSwitch(QWidget):
    """Shows whether the program starts with the login, and switches it.

    It looks anew whenever it is shown, since the desktop's own settings can switch
    it too. What cannot be read or written is said below.
    """

    def __init__(self, autostart: Autostart) -> None:
        super().__init__()
        self._autostart = autostart
        self._switch = Switch()
        self._switch.setAccessibleName(START)
        self._switch.setAccessibleDescription(_HINT)
        self._switch.toggled.connect(self._change)
        self._fault = FaultLine()
        label = QLabel(START)
        label.setWordWrap(True)
        label.setBuddy(self._switch)
        hint = QLabel(_HINT)
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label, 0, 0)
        grid.addWidget(hint, 1, 0)
        grid.addWidget(self._switch, 0, 1, 2, 1)
        grid.addWidget(self._fault, 2, 0, 1, 2)

    def look(self) -> None:
        """Show how it is at present."""
        try:
            self._switch.show_on(self._autostart.on())
        except AdapterError as error:
            self._fault.say(str(error))

    def showEvent(self, event: QShowEvent) -> None:
        """Look how it is."""
        super().showEvent(event)
        self._fault.say("")
        self.look()

    def _change(self, wanted: bool) -> None:  # noqa: FBT001 - a slot
        self._fault.say("")
        try:
            if wanted:
                self._autostart.switch_on()
            else:
                self._autostart.switch_off()
        except AdapterError as error:
            self._switch.show_on(not wanted)
            self._fault.say(str(error))
        self.look()
