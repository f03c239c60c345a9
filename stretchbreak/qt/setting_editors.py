"""One editor for each type of setting, and the choice among them.

An editor shows a value and reports a new one. It knows the range, so it never
reports a value outside it.
"""

from datetime import timedelta
from enum import Enum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.core.settings import (
    Accent,
    Appearance,
    FigureLook,
    Movement,
    Pace,
    Preset,
    Spec,
    Strength,
    Where,
)
from stretchbreak.qt.duration_box import (
    MINUTE,
    SECOND,
    DurationBox,
    QuietSpinBox,
    words,
)
from stretchbreak.qt.face_button import FaceButton
from stretchbreak.qt.lines_box import LinesBox
from stretchbreak.qt.switch import Switch

NAMES: dict[Enum, str] = {
    Strength.GENTLE: "Gently",
    Strength.STANDARD: "Normally",
    Strength.FIRM: "Firmly",
    Preset.EASY: "Easy",
    Preset.STANDARD: "Standard",
    Where.FLOOR: "On the floor",
    Where.DESK: "At the desk",
    Pace.SLOW: "Slowly",
    Pace.NORMAL: "Normally",
    Pace.FAST: "Fast",
    Accent.SYSTEM: "Automatic",
    Accent.BRITISH: "British",
    Accent.AMERICAN: "American",
    Appearance.SYSTEM: "Automatic",
    Appearance.LIGHT: "Light",
    Appearance.DARK: "Dark",
    Movement.SYSTEM: "Automatic",
    Movement.FULL: "Always",
    Movement.REDUCED: "Never",
    FigureLook.MIA: "Mia",
    FigureLook.SAM: "Sam",
    FigureLook.ROSA: "Rosa",
    FigureLook.PAUL: "Paul",
}
"""What the choices are called."""


_WIDTH = 208
_LARGE, _LARGE_STEP = 100, 5
"""Over a range so large, or a larger one, a press goes this far."""


class Editor(QWidget):
    """Shows the value of one setting.

    Signals:
        changed: The user chose another value; carries it.
    """

    changed = Signal(object)

    def __init__(self, label: str) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setAccessibleName(label)
        self.setFixedWidth(_WIDTH)

    def value(self) -> Any:
        """Return the value shown."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show *value*, without reporting it."""
        raise NotImplementedError


def editor_for(spec: Spec, default: object) -> Editor:
    """Return an editor for a setting such as *default*.

    Raises:
        TypeError: No editor knows that type yet.
    """
    match default:
        case bool():
            return SwitchEditor(spec)
        case int():
            return NumberEditor(spec)
        case timedelta():
            return DurationEditor(spec, default)
        case Enum():
            return ChoiceEditor(spec, type(default))
        case tuple():
            return ListEditor(spec)
        case _:
            raise TypeError(f"no editor for {default!r}")


def limits(spec: Spec) -> str:
    """Return the range in words; empty where there is none."""
    if spec.low is None or spec.high is None:
        return ""
    if isinstance(spec.low, timedelta):
        return f"{words(spec.low)} to {words(spec.high)}"
    return f"{spec.low} to {spec.high}"


class _SpinEditor(Editor):
    """A value between two buttons, for less and for more."""

    def __init__(self, label: str, box: QSpinBox) -> None:
        super().__init__(label)
        self._box = box
        box.setAccessibleName(label)
        self._less = self._step_button("\N{MINUS SIGN}", "Less", -1)
        self._more = self._step_button("+", "More", 1)
        self._row.addWidget(self._less)
        self._row.addWidget(box, stretch=1)
        self._row.addWidget(self._more)
        box.valueChanged.connect(self._report)
        self.setFocusProxy(box)

    def _step_button(self, sign: str, name: str, steps: int) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setObjectName(name.lower())
        button.setAccessibleName(name)
        button.setAutoRepeat(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys Up and Down do it
        button.clicked.connect(lambda: self._box.stepBy(steps))
        return button

    def _report(self) -> None:
        self._mark_ends()
        self.changed.emit(self.value())

    def _show(self, value: int) -> None:
        blocked = self._box.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._box.setValue(value)
        self._box.blockSignals(blocked)
        self._mark_ends()

    def _mark_ends(self) -> None:
        self._less.setEnabled(self._box.value() > self._box.minimum())
        self._more.setEnabled(self._box.value() < self._box.maximum())


class NumberEditor(_SpinEditor):
    """Edits a whole number."""

    def __init__(self, spec: Spec) -> None:
        box = QuietSpinBox()
        box.setRange(spec.low, spec.high)
        box.setSingleStep(_LARGE_STEP if spec.high - spec.low >= _LARGE else 1)
        super().__init__(spec.label, box)

    def value(self) -> int:
        """Return the number shown."""
        return self._box.value()

    def set_value(self, value: int) -> None:
        """Show *value*, without reporting it."""
        self._show(value)


class DurationEditor(_SpinEditor):
    """Edits a duration, in minutes or in seconds, whichever is natural."""

    def __init__(self, spec: Spec, default: timedelta) -> None:
        unit = MINUTE if default >= 2 * MINUTE else SECOND
        super().__init__(spec.label, DurationBox(spec.low, spec.high, unit))

    def value(self) -> timedelta:
        """Return the duration shown."""
        return self._box.value() * SECOND

    def set_value(self, value: timedelta) -> None:
        """Show *value*, without reporting it."""
        self._show(value // SECOND)


class ChoiceEditor(Editor):
    """Edits a choice among a few: a row of buttons, one of them down."""

    def __init__(self, spec: Spec, choices: type[Enum]) -> None:
        super().__init__(spec.label)
        self._choices = tuple(choices)
        self._group = QButtonGroup(self)
        for index, choice in enumerate(self._choices):
            button = _button(choice)
            button.setObjectName(self._place(index))
            button.setCheckable(True)
            self._group.addButton(button, index)
            self._row.addWidget(button, stretch=1)
        self._group.idClicked.connect(lambda _index: self.changed.emit(self.value()))

    def value(self) -> Enum:
        """Return the choice that is down."""
        return self._choices[self._group.checkedId()]

    def set_value(self, value: Enum) -> None:
        """Show *value*, without reporting it."""
        self._group.button(self._choices.index(value)).setChecked(True)

    def _place(self, index: int) -> str:
        """Return where in the row a button stands, for its round corners."""
        if index == 0:
            return "first"
        return "last" if index == len(self._choices) - 1 else "middle"


def _button(choice: Enum) -> QPushButton:
    name = NAMES.get(choice, str(choice.value).capitalize())
    if isinstance(choice, FigureLook):
        return FaceButton(choice, name)
    return QPushButton(name)


class SwitchEditor(Editor):
    """Edits a yes or no."""

    def __init__(self, spec: Spec) -> None:
        super().__init__(spec.label)
        self._box = Switch()
        self._box.setAccessibleName(spec.label)
        self._row.addWidget(self._box, alignment=Qt.AlignmentFlag.AlignRight)
        self._box.clicked.connect(lambda: self.changed.emit(self.value()))
        self.setFocusProxy(self._box)

    def value(self) -> bool:
        """Return whether it is on."""
        return self._box.isChecked()

    def set_value(self, value: bool) -> None:  # noqa: FBT001 - the setting's value
        """Show *value*, without reporting it."""
        self._box.setChecked(value)


class ListEditor(Editor):
    """Edits a list, one entry a line; a wrong line is named and not reported."""

    def __init__(self, spec: Spec) -> None:
        super().__init__(spec.label)
        self._check = spec.check
        self._box = LinesBox()
        self._box.setAccessibleName(spec.label)
        self._fault = QLabel()
        self._fault.setObjectName("warning")
        self._fault.setWordWrap(True)
        self._fault.hide()
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._box)
        column.addWidget(self._fault)
        self._row.addLayout(column)
        self._box.edited.connect(self._take)
        self.setFocusProxy(self._box)

    def value(self) -> tuple[str, ...]:
        """Return the list shown."""
        return self._box.lines

    def set_value(self, value: tuple[str, ...]) -> None:
        """Show *value*, without reporting it."""
        self._box.set_lines(value)
        self._fault.hide()

    def _take(self, lines: tuple[str, ...]) -> None:
        try:
            for line in lines:
                if self._check is not None:
                    self._check(line)
        except ValueError as error:
            self._fault.setText(f"{error}. This list is not used yet.")
            self._fault.show()
        else:
            self._fault.hide()
            self.changed.emit(lines)
