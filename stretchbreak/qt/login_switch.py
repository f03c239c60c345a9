"""A switch for the start with the login; it is off until somebody wants it."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from stretchbreak.qt.switch import Switch
from stretchbreak.qt.theme import SPACE
from stretchbreak.runtime.ports import AdapterError, Autostart

START = "Start Stretchbreak when I log in"


class LoginSwitch(QWidget):
    """Shows how it is whenever it is seen, and says what goes wrong."""

    def __init__(self, autostart: Autostart) -> None:
        super().__init__()
        self._autostart = autostart
        self._switch = Switch()
        self._switch.setAccessibleName(START)
        self._switch.clicked.connect(self._change)
        self._fault = QLabel()
        self._fault.setObjectName("warning")
        self._fault.setWordWrap(True)
        self._fault.hide()
        words = QLabel(START)
        words.setWordWrap(True)
        words.setBuddy(self._switch)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE)
        grid.setColumnStretch(0, 1)
        grid.addWidget(words, 0, 0)
        grid.addWidget(self._switch, 0, 1)
        grid.addWidget(self._fault, 1, 0, 1, 2)

    def showEvent(self, event: QShowEvent) -> None:
        """Look how it is: the desktop's own tools change it too."""
        super().showEvent(event)
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
