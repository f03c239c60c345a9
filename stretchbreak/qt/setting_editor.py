"""What all editors of settings have in common."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stretchbreak.core.setting_spec import Spec
from stretchbreak.qt import setting_wording


class Editor(QWidget):
    """Shows the value of one setting.

    It knows the range, so it never reports a value outside it.

    Attributes:
        wide: Whether it takes a line of its own.
        room: How wide it is at least, in device-independent pixels.

    Signals:
        changed: The user chose another value; carries it.
        refused: What was put in is not used as it is; carries why, or nothing
            where nothing is wrong.
    """

    changed = Signal(object)
    refused = Signal(str)
    wide = False
    room = 224

    def __init__(self, spec: Spec) -> None:
        super().__init__()
        self._spec = spec
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.describe(self, spec.label)
        if self.room:
            self.setMinimumWidth(self.room)

    def value(self) -> Any:
        """Return the value shown."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show *value*, without reporting it."""
        raise NotImplementedError

    def words(self) -> str:
        """Return what can be chosen, for a search to find it by."""
        return ""

    def take_keyboard(self) -> None:
        """Let the keys go to what is used first."""
        self.setFocus()

    def describe(self, control: QWidget, name: str) -> None:
        """Let *control* be read out as *name*, with what the hint says."""
        control.setAccessibleName(name)
        control.setAccessibleDescription(setting_wording.hint(self._spec))
