"""Editors of numbers and durations: a value between two buttons."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QToolButton

from stretchbreak.core.setting_spec import Spec
from stretchbreak.qt.duration_box import MINUTE, SECOND, DurationBox, QuietSpinBox
from stretchbreak.qt.joined import Joined
from stretchbreak.qt.setting_editor import Editor

_LARGE, _LARGE_STEP = 100, 5
"""Over a range so large, or a larger one, a press goes this far."""


class _SpinEditor(Editor):
    """A value between two buttons, for less and for more."""

    def __init__(self, spec: Spec, box: QSpinBox) -> None:
        super().__init__(spec)
        self._box = box
        self.describe(box, spec.label)
        self._less = self._step_button("\N{MINUS SIGN}", "Less", -1)
        self._more = self._step_button("+", "More", 1)
        joined = Joined()
        joined.add(self._less)
        joined.add(box, stretch=1)
        joined.add(self._more)
        self._row.addWidget(joined)
        box.valueChanged.connect(self._report)
        self.setFocusProxy(box)

    def _step_button(self, sign: str, name: str, steps: int) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setObjectName(name.lower())
        button.setAccessibleName(f"{name}: {self._spec.label}")
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
        box.setSuffix(spec.unit)
        box.setSingleStep(_LARGE_STEP if spec.high - spec.low >= _LARGE else 1)
        super().__init__(spec, box)

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
        box = DurationBox(spec.low, spec.high, unit)
        super().__init__(spec, box)
        box.setToolTip("Type a length, such as 25 min or 1 h 30 min, or step.")
        box.refused.connect(self.refused)

    def value(self) -> timedelta:
        """Return the duration shown."""
        return self._box.value() * SECOND

    def set_value(self, value: timedelta) -> None:
        """Show *value*, without reporting it."""
        self._show(value // SECOND)
