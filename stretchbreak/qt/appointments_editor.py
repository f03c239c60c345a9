"""The list of appointments: each with its days, time and routine."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from stretchbreak.core.routine import Routine
from stretchbreak.core.setting_spec import Spec
from stretchbreak.qt.appointment_row import AppointmentRow
from stretchbreak.qt.fault_line import FaultLine
from stretchbreak.qt.setting_editor import Editor
from stretchbreak.qt.tab_order import follow
from stretchbreak.qt.theme import SPACE

_NEW = "mon-fri 07:30"
_UNKNOWN = "short"
"""The routine of a new appointment while none are known."""


class AppointmentsEditor(Editor):
    """Edits appointments. What it is given it keeps as it is written."""

    wide = True
    room = 0

    def __init__(self, spec: Spec) -> None:
        super().__init__(spec)
        self._value: tuple[str, ...] = ()
        self._routines: tuple[Routine, ...] = ()
        self._rows: list[AppointmentRow] = []
        self._fault = FaultLine()
        self._more = QPushButton("Add an appointment")
        self._more.setAccessibleDescription(spec.hint)
        self._more.clicked.connect(self._add)
        self._holder = QWidget()
        self._list = QVBoxLayout(self._holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(SPACE)
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        column.addWidget(self._holder)
        column.addWidget(self._fault)
        column.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignLeft)
        self._row.addLayout(column)

    def set_routines(self, routines: Sequence[Routine]) -> None:
        """Let appointments be of *routines*."""
        self._routines = tuple(routines)
        self._show()

    def value(self) -> tuple[str, ...]:
        """Return the appointments last shown or made."""
        return self._value

    def set_value(self, value: tuple[str, ...]) -> None:
        """Show *value*, without reporting it."""
        self._value = value
        self._show()

    def take_keyboard(self) -> None:
        """Let the keys go to the button that adds one."""
        # No focus proxy: with one, Tab would pass over all that stands before it.
        self._more.setFocus()

    def _show(self) -> None:
        while self._rows:
            self._take_away(self._rows[-1])
        for line in self._value:
            self._put(line)
        self._mark()

    def _put(self, line: str) -> None:
        row = AppointmentRow(line, self._routines)
        row.changed.connect(self._take)
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._list.addWidget(row)
        follow(self._holder, self._rows)

    def _add(self) -> None:
        routine = self._routines[0].id if self._routines else _UNKNOWN
        self._put(f"{_NEW} {routine}")
        self._take()

    def _remove(self, row: AppointmentRow) -> None:
        self._take_away(row)
        self.take_keyboard()
        self._take()

    def _take_away(self, row: AppointmentRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _take(self) -> None:
        """Use what is shown, unless something is wrong with it."""
        if self._mark():
            self._value = tuple(row.line for row in self._rows)
            self.changed.emit(self._value)

    def _mark(self) -> bool:
        """Say what is wrong; return whether the appointments can be used."""
        faults = [row.fault() for row in self._rows if row.fault()]
        remarks = [row.remark() for row in self._rows if row.remark()]
        self._fault.say(f"{faults[0]} Nothing is changed yet." if faults else "")
        if not faults and remarks:
            self._fault.say(remarks[0])
        return not faults
