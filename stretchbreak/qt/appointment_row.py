"""One appointment: the days, the time and the routine."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from stretchbreak.core import appointment
from stretchbreak.core.appointment import Appointment
from stretchbreak.core.routine import Routine
from stretchbreak.qt.choice_box import ChoiceBox
from stretchbreak.qt.day_buttons import DayButtons
from stretchbreak.qt.small_button import REMOVE, small_button
from stretchbreak.qt.theme import SPACE
from stretchbreak.qt.time_box import TimeBox


class AppointmentRow(QFrame):
    """Edits one appointment. What it is given it keeps as it is written.

    Args:
        line: The appointment as it is written.
        routines: What can be chosen.

    Signals:
        changed: The user changed it.
        removed: The user wants it no more.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, line: str, routines: Sequence[Routine]) -> None:
        super().__init__()
        self.setObjectName("inset")
        self._line = line
        said = appointment.parse(line)
        self._known = {routine.id for routine in routines}
        self._days = DayButtons()
        self._days.show_days(said.days)
        self._time = TimeBox("Time of the appointment")
        self._time.show_time(said.time)
        self._routine = _choice(said.routine, routines)
        self._days.changed.connect(self._write)
        self._time.valueChanged.connect(self._write)
        self._routine.activated.connect(self._write)
        self._build()

    @property
    def line(self) -> str:
        """The appointment, as it is written."""
        return self._line

    def fault(self) -> str:
        """Return what is wrong with it; empty if nothing is."""
        return "" if self._days.days else "Choose at least one day."

    def remark(self) -> str:
        """Return what the user should know about it; empty if nothing."""
        routine = self._routine.currentData()
        if routine in self._known:
            return ""
        return f"There is no routine {routine!r}; the usual break is offered instead."

    def _write(self) -> None:
        if self._days.days:
            routine = self._routine.currentData()
            new = Appointment(self._days.days, self._time.time, routine)
            self._line = appointment.text(new)
        self.changed.emit()

    def _build(self) -> None:
        remove = small_button(REMOVE, "Remove this appointment")
        remove.clicked.connect(self.removed)
        what = QHBoxLayout()
        what.setSpacing(SPACE)
        what.addWidget(QLabel("at"))
        what.addWidget(self._time)
        what.addWidget(self._routine, stretch=1)
        what.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self._days)
        column.addLayout(what)


def _choice(chosen: str, routines: Sequence[Routine]) -> ChoiceBox:
    box = ChoiceBox()
    box.setAccessibleName("Routine of the appointment")
    for routine in routines:
        box.addItem(routine.name, routine.id)
    if box.findData(chosen) < 0:
        box.addItem(chosen, chosen)
    box.setCurrentIndex(box.findData(chosen))
    return box
