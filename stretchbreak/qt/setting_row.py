"""One setting: its words, its editor, and the way back to its default."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from stretchbreak.core.settings import DEFAULTS, SPECS
from stretchbreak.qt import setting_wording
from stretchbreak.qt.fault_line import FaultLine
from stretchbreak.qt.setting_editors import editor_for
from stretchbreak.qt.small_button import BACK, small_button
from stretchbreak.qt.theme import SPACE


class SettingRow(QWidget):
    """Shows one setting. The way back is there only where there is one to go.

    Args:
        name: The setting's name.

    Attributes:
        editor: What edits it.

    Signals:
        changed: The user set it; carries its name and its value.
    """

    changed = Signal(str, object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._spec = SPECS[name]
        self._default = DEFAULTS[name]
        default = f"{setting_wording.value(self._default)}{self._spec.unit}"
        label = self._spec.label
        self._back = small_button(BACK, f"{label}: back to the default, {default}")
        self._back.clicked.connect(self._reset)
        kept = self._back.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._back.setSizePolicy(kept)
        self._back.hide()
        self.editor = editor_for(self._spec, self._default)
        self.editor.setObjectName(name)
        self.editor.changed.connect(self._report)
        self._fault = FaultLine()
        self.editor.refused.connect(self._fault.say)
        self._build()

    def words(self) -> str:
        """Return all that a search may find it by."""
        spec = self._spec
        said = (self._name, spec.label, spec.hint, spec.part, spec.also)
        return " ".join((*said, self.editor.words()))

    def show_value(self, value: Any) -> None:
        """Show *value*, without reporting it."""
        self.editor.set_value(value)
        self._fault.say("")
        self._mark()

    def set_possible(self, possible: bool) -> None:  # noqa: FBT001 - a setter
        """Let it be changed, or say which switch it means nothing without."""
        self.editor.setEnabled(possible)
        needed = "" if possible else f"Only with: {SPECS[self._spec.needs].label}"
        said = filter(None, (needed, setting_wording.hint(self._spec)))
        self._hint.setText(". ".join(said))
        self._hint.setVisible(bool(self._hint.text()))

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        label = QLabel(self._spec.label)
        label.setBuddy(self.editor)
        label.setWordWrap(True)
        words.addWidget(label)
        self._hint = hint = QLabel(setting_wording.hint(self._spec))
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        hint.setVisible(bool(hint.text()))
        words.addWidget(hint)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        said = QWidget()
        said.setLayout(words)
        middle = Qt.AlignmentFlag.AlignVCenter
        line.addWidget(said, stretch=1, alignment=middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(line)
        if self.editor.wide:
            line.addWidget(self._back, alignment=Qt.AlignmentFlag.AlignTop)
            column.addWidget(self.editor)
        else:
            line.addWidget(self._back, alignment=middle)
            line.addWidget(self.editor, alignment=middle)
            column.addWidget(self._fault)

    def _report(self, value: Any) -> None:
        self._fault.say("")
        self._mark()
        self.changed.emit(self._name, value)

    def _reset(self) -> None:
        self.editor.set_value(self._default)
        self.editor.take_keyboard()
        self._report(self._default)

    def _mark(self) -> None:
        self._back.setVisible(self.editor.value() != self._default)
