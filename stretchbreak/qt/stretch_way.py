"""How a stretch of the user's own goes: where, held or repeated, on which sides."""

from dataclasses import replace
from datetime import timedelta
from enum import Enum
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from stretchbreak.core import own_stretch
from stretchbreak.core.routine import (
    LONGEST_PRESS,
    MOST_REPS,
    Kind,
    Place,
    Reps,
    Stretch,
)
from stretchbreak.core.setting_spec import Group, Level, Spec
from stretchbreak.qt.routine_page import labelled
from stretchbreak.qt.setting_editors import ChoiceEditor, SwitchEditor
from stretchbreak.qt.spin_editors import DurationEditor, NumberEditor
from stretchbreak.qt.theme import SPACE

_SECOND = timedelta(seconds=1)


class Way(Enum):
    """How its time is spent; its value is what that is called."""

    HELD = "held"
    REPEATED = "repeated"


_KINDS = {Way.HELD: Kind.HOLD, Way.REPEATED: Kind.REPS}


class StretchWay(QFrame):
    """Edits what is no text in a stretch.

    Args:
        stretch: What is shown at first.
        new: Nothing counts on its being held or repeated yet.
    """

    def __init__(self, stretch: Stretch, *, new: bool) -> None:
        super().__init__()
        self.setObjectName("card")
        self._way = ChoiceEditor(_spec("It is"), Way)
        self._place = ChoiceEditor(_spec("It is done"), Place)
        self._sided = SwitchEditor(_spec("One side after the other"))
        self._count = NumberEditor(_spec("Times", 1, MOST_REPS))
        self._press = DurationEditor(
            _spec("Press for", _SECOND, LONGEST_PRESS), _SECOND
        )
        self._release = DurationEditor(
            _spec("Let go for", _SECOND, LONGEST_PRESS), _SECOND
        )
        self._rows: list[QWidget] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(SPACE)
        for editor in (
            self._place,
            self._sided,
            self._way,
            self._count,
            self._press,
            self._release,
        ):
            row = QWidget()
            labelled(row, editor.accessibleName(), editor)
            layout.addWidget(row)
            self._rows.append(row)
        self._way.changed.connect(self._show_reps)
        self._way.setEnabled(new)
        self._show(stretch)

    def stretch(self, before: Stretch) -> Stretch:
        """Return *before* as it goes now."""
        kind = _KINDS[Way(self._way.value())]
        stretch = replace(
            own_stretch.of_kind(before, kind),
            place=Place(self._place.value()),
            sided=self._sided.value(),
        )
        if kind is Kind.HOLD:
            return stretch
        reps = Reps(
            count=self._count.value(),
            press=self._press.value(),
            release=self._release.value(),
        )
        return replace(stretch, reps=reps)

    def _show(self, stretch: Stretch) -> None:
        reps = stretch.reps or own_stretch.REPS
        way = Way.REPEATED if stretch.kind is Kind.REPS else Way.HELD
        self._way.set_value(way)
        self._place.set_value(stretch.place)
        self._sided.set_value(stretch.sided)
        self._count.set_value(reps.count)
        self._press.set_value(reps.press)
        self._release.set_value(reps.release)
        self._show_reps(way)

    def _show_reps(self, way: object) -> None:
        for row in self._rows[-3:]:
            row.setVisible(way is Way.REPEATED)


def _spec(label: str, low: Any = None, high: Any = None) -> Spec:
    return Spec(Group.ROUTINE, label, Level.BASIC, low=low, high=high)
