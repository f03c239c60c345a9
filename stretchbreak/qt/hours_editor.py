"""When reminders may come: a few usual answers in words, or hours of one's own."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QRadioButton, QVBoxLayout

from stretchbreak.core import week
from stretchbreak.core.setting_spec import Spec
from stretchbreak.qt.fault_line import FaultLine
from stretchbreak.qt.setting_editor import Editor
from stretchbreak.qt.theme import SPACE
from stretchbreak.qt.week_editor import WeekEditor

Lines = tuple[str, ...]

OFFICE: Lines = ("mon-fri 09:00-17:00",)
PRESETS: tuple[tuple[str, Lines], ...] = (
    ("Always", ()),
    ("Monday to Friday from 9 to 17", OFFICE),
    (
        "Not before 9 on weekdays",
        ("mon-fri 09:00-24:00", "sat-sun 00:00-24:00"),
    ),
    ("Every day from 8 to 22", ("mon-sun 08:00-22:00",)),
)
OWN = "At hours of my own"
_EMPTY = "Add some hours, or choose Always."


class HoursEditor(Editor):
    """Edits reminder hours. What it is given it keeps as it is written."""

    wide = True
    room = 0

    def __init__(self, spec: Spec) -> None:
        super().__init__(spec)
        self._value: Lines = ()
        # An arrow key only goes there: what is passed on the way shall not apply,
        # for hours that are over would begin the sitting time anew.
        self._answers: list[QRadioButton] = []
        self._week = WeekEditor()
        self._week.hide()
        self._week.changed.connect(self._take)
        self._fault = FaultLine()
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        for index, text in enumerate((*(text for text, _lines in PRESETS), OWN)):
            button = QRadioButton(text)
            button.setAutoExclusive(False)
            self.describe(button, f"{spec.label} {text}")
            button.toggled.connect(lambda _on, chosen=index: self._choose(chosen))
            self._answers.append(button)
            column.addWidget(button)
        column.addWidget(self._week)
        column.addWidget(self._fault)
        self._row.addLayout(column)
        self.setFocusProxy(self._answers[0])

    def words(self) -> str:
        """Return the usual answers."""
        return " ".join(text for text, _lines in PRESETS)

    def value(self) -> Lines:
        """Return the hours last shown or chosen."""
        return self._value

    def set_value(self, value: Lines) -> None:
        """Show *value*, without reporting it."""
        self._value = value
        kinds = [index for index, (_, lines) in enumerate(PRESETS) if lines == value]
        self._mark(kinds[0] if kinds else len(PRESETS))
        self._show_week(own=not kinds)

    def _choose(self, index: int) -> None:
        """Use the answer *index*; hours of one's own begin with those in use."""
        self._mark(index)
        own = index == len(PRESETS)
        value = (self._value or OFFICE) if own else PRESETS[index][1]
        changed, self._value = value != self._value, value
        self._show_week(own=own)
        if changed:
            self.changed.emit(value)

    def _mark(self, index: int) -> None:
        """Let the answer *index* be the one that is given."""
        for each, button in enumerate(self._answers):
            with QSignalBlocker(button):
                button.setChecked(each == index)

    def _show_week(self, *, own: bool) -> None:
        self._fault.say("")
        self._week.show_week(week.week(self._value))
        self._week.setVisible(own)

    def _take(self) -> None:
        """Use the hours in the week, unless something is wrong with them."""
        shown = self._week.week
        fault = self._week.fault() or ("" if any(shown) else _EMPTY)
        self._fault.say(f"{fault} Nothing is changed yet." if fault else "")
        if not fault:
            self._value = week.lines(shown)
            self.changed.emit(self._value)
