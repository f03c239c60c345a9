"""The list of all routines: the user's own, then those that come along."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from stretchbreak.core.routine import Routine
from stretchbreak.qt.two_lines import DETAIL, TwoLines

OWN, OURS = "Your own", "Built in"
_WIDTH = 262
_ID = Qt.ItemDataRole.UserRole


class RoutineList(QListWidget):
    """Names and lengths; the arrow keys pass headings.

    Signals:
        chosen: A routine is chosen; carries its id.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("contents")
        self.setAccessibleName("Routines")
        self.setFixedWidth(_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(TwoLines(self))
        self.currentItemChanged.connect(self._report)

    def show_routines(
        self,
        own: Sequence[Routine],
        ours: Sequence[Routine],
        detail: Callable[[Routine], str],
    ) -> None:
        """Show *own* and *ours*, each with its *detail*; what is chosen stays so."""
        before = self.chosen_id()
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.clear()
        for heading, routines in ((OWN, own), (OURS, ours)):
            if routines:
                QListWidgetItem(heading, self).setFlags(Qt.ItemFlag.NoItemFlags)
            for routine in routines:
                item = QListWidgetItem(routine.name, self)
                item.setData(_ID, routine.id)
                item.setData(DETAIL, detail(routine))
                item.setToolTip(routine.about)
                spoken = f"{routine.name}, {detail(routine)}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.blockSignals(blocked)
        if before is not None:
            self.mark(before)

    def chosen_id(self) -> str | None:
        """Return the id of what is chosen."""
        id_: str | None = self.currentIndex().data(_ID)
        return id_

    def mark(self, id_: str) -> None:
        """Show the routine of that id as chosen, without reporting it."""
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own
        rows = (row for row in range(self.count()) if self.item(row).data(_ID) == id_)
        self.setCurrentRow(next(rows, -1))
        self.blockSignals(blocked)

    def _report(self, item: QListWidgetItem | None) -> None:
        id_ = None if item is None else item.data(_ID)
        if id_ is not None:
            self.chosen.emit(id_)
