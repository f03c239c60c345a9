"""The list of all pages of the library, with a picture of each stretch."""

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyleOptionViewItem,
)

from stretchbreak.core.library import Topic, shelf
from stretchbreak.core.routine import Stretch
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt.pictured_list import PicturedList
from stretchbreak.qt.pose_icons import SIZE, PoseIcons
from stretchbreak.qt.ring_delegate import RingDelegate
from stretchbreak.qt.theme import SPACE

TOPICS = "Good to know"
_WIDTH = 262
_HEADING, _LINE = 38, 36
_PAGE = Qt.ItemDataRole.UserRole


class LibraryList(PicturedList):
    """Stretches by their shelves, then the topics; the arrow keys pass headings.

    Signals:
        chosen: A page is chosen; carries the `Stretch` or `Topic`.
    """

    chosen = Signal(object)

    def __init__(
        self,
        stretches: Sequence[Stretch],
        topics: Sequence[Topic],
        picture: Callable[[str], PoseSequence | None],
    ) -> None:
        super().__init__(picture)
        self.setObjectName("contents")
        self.setAccessibleName("Stretches and topics")
        self.setFixedWidth(_WIDTH)
        self.setWordWrap(True)
        self.setItemDelegate(_Delegate(self.icons, self))
        self.currentItemChanged.connect(self._report)
        self.show_pages(stretches, topics)

    def show_pages(self, stretches: Sequence[Stretch], topics: Sequence[Topic]) -> None:
        """Show these pages; the one that was chosen stays so, if it is still there."""
        before = self.chosen_page()
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.clear()
        for place, these in groupby(stretches, key=shelf):
            self._add_heading(place.value)
            for stretch in these:
                self._add(stretch, stretch.name, SIZE.height() + SPACE)
        if topics:
            self._add_heading(TOPICS)
        for topic in topics:
            self._add(topic, topic.title, _LINE)
        self.blockSignals(blocked)
        if before is not None:
            self.choose(before.id)

    def chosen_page(self) -> Stretch | Topic | None:
        """Return the page that is chosen."""
        page: Stretch | Topic | None = self.currentIndex().data(_PAGE)
        return page

    def choose(self, id_: str | None = None) -> None:
        """Choose the page with that id; without one, the first there is."""
        for row in range(self.count()):
            page = self.item(row).data(_PAGE)
            if page is not None and id_ in {None, page.id}:
                self.setCurrentRow(row)
                return

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)
        item.setSizeHint(QSize(0, _HEADING))

    def _add(self, page: Stretch | Topic, name: str, height: int) -> None:
        item = QListWidgetItem(name, self)
        item.setData(_PAGE, page)
        item.setSizeHint(QSize(0, height))

    def _report(self, item: QListWidgetItem | None) -> None:
        page = None if item is None else item.data(_PAGE)
        if page is not None:
            self.chosen.emit(page)


class _Delegate(RingDelegate):
    """Adds pictures, which follow theme and look."""

    def __init__(self, icons: PoseIcons, parent: QListWidget) -> None:
        super().__init__(parent)
        self._icons = icons

    def initStyleOption(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Give the item its picture, if it has one."""
        super().initStyleOption(option, index)
        page = index.data(_PAGE)
        if not isinstance(page, Stretch):
            return
        ratio = self._list.devicePixelRatioF()
        icon = self._icons.icon(page, ratio)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = SIZE
        option.icon = icon
