"""A list of names: type one, press Enter; a cross takes one away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.core.setting_spec import Spec
from stretchbreak.qt.fault_line import FaultLine
from stretchbreak.qt.setting_editor import Editor
from stretchbreak.qt.small_button import REMOVE, small_button
from stretchbreak.qt.tab_order import follow
from stretchbreak.qt.theme import SPACE


class NamesEditor(Editor):
    """Edits a list of names. What it is given it keeps as it is written."""

    wide = True
    room = 0

    def __init__(self, spec: Spec) -> None:
        super().__init__(spec)
        self._value: tuple[str, ...] = ()
        self._field = QLineEdit()
        self._field.setObjectName("field")
        self._field.setPlaceholderText("Name of a program")
        self.describe(self._field, spec.label)
        self._field.returnPressed.connect(self._add)
        add = QPushButton("Add")
        add.setAccessibleName(f"Add to: {spec.label}")
        add.clicked.connect(self._add)
        self._fault = FaultLine()
        self._holder = QWidget()
        self._list = QVBoxLayout(self._holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        typing = QHBoxLayout()
        typing.setSpacing(SPACE)
        typing.addWidget(self._field, stretch=1)
        typing.addWidget(add)
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        column.addWidget(self._holder)
        column.addLayout(typing)
        column.addWidget(self._fault)
        self._row.addLayout(column)

    def value(self) -> tuple[str, ...]:
        """Return the list shown."""
        return self._value

    def set_value(self, value: tuple[str, ...]) -> None:
        """Show *value*, without reporting it."""
        self._value = value
        self._fault.say("")
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        entries = [self._entry(index, name) for index, name in enumerate(value)]
        for entry in entries:
            self._list.addWidget(entry)
        follow(self._holder, entries)

    def take_keyboard(self) -> None:
        """Let a name be typed."""
        # No focus proxy: with one, Tab would pass over all that stands before it.
        self._field.setFocus()

    def _entry(self, index: int, name: str) -> QLabel:
        entry = QLabel(name)
        entry.setTextFormat(Qt.TextFormat.PlainText)
        entry.setMinimumHeight(4 * SPACE)
        remove = small_button(REMOVE, f"Remove {name}")
        remove.clicked.connect(lambda: self._remove(index))
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        row.addWidget(remove)
        return entry

    def _add(self) -> None:
        name = self._field.text().strip()
        if name in self._value:
            self._fault.say(f"{name} is on the list already.")
        elif name:
            self._field.clear()
            self._use((*self._value, name))

    def _remove(self, index: int) -> None:
        self._use(self._value[:index] + self._value[index + 1 :])
        self.take_keyboard()

    def _use(self, names: tuple[str, ...]) -> None:
        self.set_value(names)
        self.changed.emit(names)
