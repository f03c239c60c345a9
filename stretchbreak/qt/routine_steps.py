"""The steps of a routine, with pictures, to be put in order by mouse or keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from stretchbreak.core.routine import Side, Stretch
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt.pictured_list import PicturedList
from stretchbreak.qt.pose_icons import PoseIcons
from stretchbreak.qt.two_lines import DETAIL, TwoLines

_ROW = Qt.ItemDataRole.UserRole
_LOWEST = 180
"""So that three steps are seen on a low screen, in device-independent pixels."""
_REMOVES = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


@dataclass(frozen=True, slots=True)
class StepRow:
    """What the list shows of a step.

    Attributes:
        stretch: What is done.
        side: Which side its picture shows.
        detail: How long, how often and on which sides.
    """

    stretch: Stretch
    side: Side
    detail: str


class RoutineSteps(PicturedList):
    """Shows steps in order; dragging one moves it.

    Signals:
        moved: A step shall go elsewhere; carries where it is and where it goes.
        removed: A step shall go; carries where it is.
        chosen: A step is chosen; carries where it is, or -1 for none.
    """

    moved = Signal(int, int)
    removed = Signal(int)
    chosen = Signal(int)

    def __init__(self, picture: Callable[[str], PoseSequence | None]) -> None:
        super().__init__(picture)
        self.setObjectName("steps")
        self.setAccessibleName("Steps")
        self.setAccessibleDescription("Alt with Up or Down moves a step")
        self.setMinimumHeight(_LOWEST)
        self.setItemDelegate(_Delegate(self.icons, self))
        self.currentRowChanged.connect(self.chosen)
        self.model().rowsMoved.connect(self._dragged)

    def set_editable(self, editable: bool) -> None:  # noqa: FBT001 - a setter
        """Let steps be moved and removed, or only looked at."""
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.InternalMove if editable else mode.NoDragDrop)

    def show_steps(self, rows: Sequence[StepRow], chosen: int) -> None:
        """Show *rows*, with the one at *chosen* chosen, without reporting it."""
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        while self.count() < len(rows):
            QListWidgetItem(self)
        for place, row in enumerate(rows):
            self._fill(self.item(place), place, row, len(rows))
        self.setCurrentRow(chosen)
        self.blockSignals(blocked)
        self.scrollToItem(self.currentItem())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the chosen step, or choose another; the page takes Alt and arrows."""
        editable = self.dragDropMode() != QAbstractItemView.DragDropMode.NoDragDrop
        if editable and self.currentRow() >= 0 and event.key() in _REMOVES:
            self.removed.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def move_chosen(self, by: int) -> None:
        """Ask for the chosen step to go *by* places further down."""
        row = self.currentRow()
        if row >= 0 and 0 <= row + by < self.count():
            self.moved.emit(row, row + by)

    def _fill(
        self, item: QListWidgetItem, place: int, row: StepRow, count: int
    ) -> None:
        item.setText(f"{place + 1}.  {row.stretch.name}")
        item.setData(DETAIL, row.detail)
        item.setData(_ROW, row)
        spoken = f"{place + 1} of {count}: {row.stretch.name}. {row.detail}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        # Else it could be dropped into another one, and be lost.
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)

    def _dragged(
        self,
        _from: QModelIndex,
        first: int,
        _last: int,
        _to: QModelIndex,
        before: int,
    ) -> None:
        self.moved.emit(first, before - 1 if before > first else before)


class _Delegate(TwoLines):
    """Adds the pictures, which follow theme and look."""

    pictured = True

    def __init__(self, icons: PoseIcons, parent: QListWidget) -> None:
        super().__init__(parent)
        self._icons = icons

    def picture(self, index: QModelIndex | QPersistentModelIndex) -> QIcon | None:
        """Return the picture of the step's stretch."""
        row = index.data(_ROW)
        if row is None:
            return None
        ratio = self._list.devicePixelRatioF()
        return self._icons.icon(row.stretch, ratio, row.side)
