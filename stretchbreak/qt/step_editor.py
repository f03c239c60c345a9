"""How long, how often and on which sides the chosen step is done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from enum import Enum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton

from stretchbreak.core.plan import HOLDS
from stretchbreak.core.routine import (
    LONGEST_HOLD,
    LONGEST_MOVE,
    LONGEST_STEP_PRESS,
    MOST_TIMES,
    Kind,
    Side,
    Step,
    Stretch,
)
from stretchbreak.core.setting_spec import Group, Level, Spec
from stretchbreak.core.settings import Settings
from stretchbreak.qt import prose
from stretchbreak.qt.setting_editor import Editor
from stretchbreak.qt.setting_editors import ChoiceEditor
from stretchbreak.qt.spin_editors import DurationEditor, NumberEditor
from stretchbreak.qt.theme import SPACE

_SECOND = timedelta(seconds=1)
_LEAST_HOLD, _LEAST_MOVE = 5 * _SECOND, 15 * _SECOND


class Sides(Enum):
    """The sides of a step; its value is what they are called."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


_SIDES = {
    Sides.BOTH: tuple(Side),
    Sides.LEFT: (Side.LEFT,),
    Sides.RIGHT: (Side.RIGHT,),
}
_KINDS = {
    "lasting": Kind.MOVE,
    "hold": Kind.HOLD,
    "times": Kind.REPS,
    "press": Kind.REPS,
}
"""Which kind of stretch has what."""


class StepEditor(QFrame):
    """Edits one step; what is not set is as usual.

    Signals:
        changed: The step shall be another; carries the `Step`.
        up_asked, down_asked: It shall change places with its neighbour.
        remove_asked: It shall go.
    """

    changed = Signal(object)
    up_asked = Signal()
    down_asked = Signal()
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._step = Step(stretch="")
        self._title = prose.label("", "part")
        self._editors = _editors()
        self._labels: dict[str, QLabel] = {}
        self._usual = _button("As usual", "What is set for this step alone goes")
        self._usual.clicked.connect(self._back_to_usual)
        self._up = _button("Move up", "Alt+Up")
        self._up.clicked.connect(self.up_asked)
        self._down = _button("Move down", "Alt+Down")
        self._down.clicked.connect(self.down_asked)
        self._remove = _button("Remove", "Delete")
        self._remove.clicked.connect(self.remove_asked)
        self._lay_out()

    def show_step(
        self,
        step: Step,
        stretch: Stretch,
        settings: Settings,
        *,
        place: int,
        count: int,
    ) -> None:
        """Show *step*, without reporting it; what it leaves out *settings* say.

        Args:
            step: What is done.
            stretch: Its stretch.
            settings: What is usual.
            place: How many steps come before it.
            count: How many there are.
        """
        self._step = step
        self._title.setText(f"Step {place + 1}: {stretch.name}")
        for name, editor in self._editors.items():
            has = stretch.sided if name == "sides" else stretch.kind is _KINDS[name]
            editor.setVisible(has)
            self._labels[name].setVisible(has)
            if has:
                editor.set_value(_value(name, step, stretch, settings))
        words = "Hold each side for" if len(step.sides) > 1 else "Hold for"
        self._labels["hold"].setText(words if stretch.sided else "Hold for")
        self._usual.setEnabled(step != Step(stretch=step.stretch, sides=step.sides))
        self._up.setEnabled(place > 0)
        self._down.setEnabled(place < count - 1)

    def _set(self, name: str, value: Any) -> None:
        change: dict[str, Any] = {name: _SIDES.get(value, value)}
        self.changed.emit(replace(self._step, **change))

    def _back_to_usual(self) -> None:
        self.changed.emit(Step(stretch=self._step.stretch, sides=self._step.sides))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._title, 0, 0, 1, 2)
        for row, (name, editor) in enumerate(self._editors.items(), 1):
            label = QLabel(editor.accessibleName())
            label.setBuddy(editor)
            label.setWordWrap(True)
            self._labels[name] = label
            editor.changed.connect(lambda value, name=name: self._set(name, value))
            grid.addWidget(label, row, 0)
            end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(editor, row, 1, end)
        grid.addLayout(
            _row([self._up, self._down, self._remove], self._usual),
            1 + len(self._editors),
            0,
            1,
            2,
        )


def _value(name: str, step: Step, stretch: Stretch, settings: Settings) -> Any:
    """Return what *step* says under *name*, or else what is usual."""
    if name == "sides":
        return next(sides for sides, both in _SIDES.items() if both == step.sides)
    reps = stretch.reps
    usual = {
        "lasting": settings.warm_up,
        "hold": HOLDS[settings.hold],
        "times": reps.count if reps else 1,
        "press": reps.press if reps else _SECOND,
    }
    return getattr(step, name) or usual[name]


def _editors() -> dict[str, Editor]:
    minute = 60 * _SECOND
    lengths = (
        ("lasting", "Goes on for", _LEAST_MOVE, LONGEST_MOVE, 2 * minute),
        ("hold", "Hold for", _LEAST_HOLD, LONGEST_HOLD, _SECOND),
        ("press", "Press for", _SECOND, LONGEST_STEP_PRESS, _SECOND),
    )
    editors: dict[str, Editor] = {
        name: DurationEditor(_spec(label, low, high), unit)
        for name, label, low, high, unit in lengths
    }
    editors["times"] = NumberEditor(_spec("Times", 1, MOST_TIMES))
    editors["sides"] = ChoiceEditor(_spec("Sides"), Sides)
    editors["sides"].setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return editors


def _spec(label: str, low: Any = None, high: Any = None) -> Spec:
    return Spec(Group.ROUTINE, label, Level.BASIC, low=low, high=high)


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    return button


def _row(before: Sequence[QPushButton], behind: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE)
    for button in before:
        row.addWidget(button)
    row.addStretch()
    row.addWidget(behind)
    return row
