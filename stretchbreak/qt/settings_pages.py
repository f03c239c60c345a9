"""What stands beside the settings: the search, and the list of pages."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from stretchbreak.core.setting_spec import Group
from stretchbreak.qt.ring_delegate import RingDelegate
from stretchbreak.qt.theme import SPACE

BASICS = "Basics"
_LINE = 36
_PAGE = Qt.ItemDataRole.UserRole


class SettingsPages(QFrame):
    """Lets a page be chosen, or words be searched for; either ends the other.

    Signals:
        chosen: A page is chosen; carries its `Group`, or None for the basics.
        searched: Words are searched for; carries them.
    """

    chosen = Signal(object)
    searched = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self._field = QLineEdit()
        self._field.setObjectName("field")
        keys = QKeySequence(QKeySequence.StandardKey.Find)
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self._field.setPlaceholderText(f"Search ({shown})")
        self._field.setAccessibleName("Search the settings")
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setObjectName("contents")
        self._list.setAccessibleName("Pages")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(RingDelegate(self._list))
        self._list.currentItemChanged.connect(self._open)
        self._list.itemClicked.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2 * SPACE, 0, 0)
        layout.setSpacing(SPACE)
        search = QVBoxLayout()
        search.setContentsMargins(SPACE, 0, SPACE, 0)
        search.addWidget(self._field)
        layout.addLayout(search)
        layout.addWidget(self._list, stretch=1)
        for group in (None, *Group):
            item = QListWidgetItem(group.value if group else BASICS, self._list)
            item.setData(_PAGE, group)
            item.setSizeHint(QSize(0, _LINE))
        widest = self._list.sizeHintForColumn(0)
        self.setFixedWidth(max(widest + 6 * SPACE, 216))

    def choose(self, group: Group | None = None) -> None:
        """Choose the page of *group*, or the basics."""
        self._list.setCurrentRow(0 if group is None else 1 + list(Group).index(group))

    def take_keyboard(self) -> None:
        """Let the keys go to the list."""
        self._list.setFocus()

    def search(self) -> None:
        """Let what is typed be searched for."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def end_search(self) -> bool:
        """Forget what was searched for; return whether there was anything."""
        if not self._field.text():
            return False
        self._field.clear()
        self._list.setFocus()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow key Down lead from the search to the list."""
        pressed = event.type() is QEvent.Type.KeyPress
        down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if pressed and down:
            self._list.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        if text.strip():
            self._list.clearSelection()
            self.searched.emit(text.strip())
        else:
            self._open(self._list.currentItem())

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        blocked = self._field.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._field.clear()
        self._field.blockSignals(blocked)
        item.setSelected(True)
        self.chosen.emit(item.data(_PAGE))
