"""Lets a stretch be chosen by its picture, or one be made."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.core.routine import Stretch
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt.library_list import LibraryList
from stretchbreak.qt.prose import label
from stretchbreak.qt.room import open_at
from stretchbreak.qt.theme import SPACE

_SIZE = QSize(420, 560)


class StretchChooser(QDialog):
    """A list of all stretches. Escape leaves it without a choice.

    Args:
        stretches: Those to choose from.
        picture: Finds the picture of a stretch by its pose's id.
        to: What it is added to, by name; empty if that has none.

    Signals:
        chosen: A stretch was chosen; carries the `Stretch`.
        new_asked: The user wants to make one.
    """

    chosen = Signal(object)
    new_asked = Signal()

    def __init__(
        self,
        stretches: Sequence[Stretch],
        picture: Callable[[str], PoseSequence | None],
        to: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f'Add to "{to}"' if to else "Add a stretch")
        open_at(self, _SIZE)
        self._list = LibraryList(stretches, (), picture)
        self._list.setMaximumWidth(16_777_215)
        self._list.chosen.connect(self._describe)
        self._list.itemActivated.connect(self._take)
        self._words = label("", "quiet")
        self._add = QPushButton("Add")
        self._add.setObjectName("primary")
        self._add.setDefault(True)
        self._add.clicked.connect(self._take)
        make = QPushButton("Make one of your own")
        make.setAutoDefault(False)
        make.clicked.connect(self._make)
        cancel = QPushButton("Cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(make)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * SPACE] * 4)
        layout.setSpacing(SPACE)
        layout.addWidget(self._list, stretch=1)
        layout.addWidget(self._words)
        layout.addLayout(buttons)
        self._list.choose()
        self._list.setFocus()

    def _describe(self, stretch: Stretch) -> None:
        self._words.setText(stretch.set_up)

    def _take(self) -> None:
        stretch = self._list.chosen_page()
        if isinstance(stretch, Stretch) and self.isVisible():
            self.accept()
            self.chosen.emit(stretch)

    def _make(self) -> None:
        self.reject()
        self.new_asked.emit()
