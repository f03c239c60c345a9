"""The form for a stretch of the user's own."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.core import own_stretch
from stretchbreak.core.routine import Stretch
from stretchbreak.qt import routine_wording
from stretchbreak.qt.fault_line import FaultLine
from stretchbreak.qt.lines_box import LinesBox
from stretchbreak.qt.own_picture_choice import OwnPictureChoice
from stretchbreak.qt.page_area import PageArea
from stretchbreak.qt.prose import label
from stretchbreak.qt.room import open_at
from stretchbreak.qt.routine_desk import RoutineDesk
from stretchbreak.qt.stretch_way import StretchWay
from stretchbreak.qt.theme import SPACE
from stretchbreak.runtime.ports.failures import AdapterError

UNSAVED = "This is not saved yet. Leave once more, and it stays as it was."
_SIZE = QSize(560, 720)


class StretchForm(QDialog):
    """Takes a stretch down. Leaving it without saving changes nothing.

    Args:
        desk: Keeps the stretch.
        stretch: The one to change; None for a new one.

    Signals:
        kept: It is kept; carries the `Stretch`.
    """

    kept = Signal(object)

    def __init__(
        self, desk: RoutineDesk, stretch: Stretch | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stretch = stretch or own_stretch.new()
        self._name = QLineEdit(self._stretch.name)
        self._how_to, self._cautions = LinesBox(), LinesBox()
        self._way = StretchWay(self._stretch, new=stretch is None)
        self._picture = OwnPictureChoice()
        self._picture.chosen.connect(self._take_picture)
        self._fault = FaultLine()
        self._delete = QPushButton("Delete")
        self._delete.setVisible(stretch is not None)
        self._sure = False
        self.setWindowTitle("A stretch of your own")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, _SIZE)
        self._how_to.set_lines(self._stretch.how_to)
        self._cautions.set_lines(self._stretch.cautions)
        self._picture.show_picture(self._stretch.image)
        self._lay_out()
        self._left_at = self._said()

    def reject(self) -> None:
        """Leave it as it was; what is not saved yet is asked about once."""
        said = self._said()
        if said != self._left_at:
            self._left_at = said
            self._fault.say(UNSAVED)
        else:
            super().reject()

    def _take_picture(self, file: str) -> None:
        pose = "" if file else self._stretch.id
        self._stretch = replace(self._stretch, image=file, pose=pose)

    def _said(self) -> Stretch:
        """Return the stretch as the form says it."""
        said = replace(
            self._way.stretch(self._stretch),
            name=self._name.text().strip(),
            cautions=self._cautions.lines,
        )
        return own_stretch.instructed(said, self._how_to.lines)

    def _save(self) -> None:
        said = self._said()
        lack = own_stretch.lack(said)
        if lack is not None:
            self._fault.say(lack.value)
            return
        try:
            kept = self._desk.keep_stretch(said)
        except AdapterError as error:
            self._fault.say(str(error))
            return
        self.accept()
        self.kept.emit(kept)

    def _ask_to_delete(self) -> None:
        """Delete it, once that was asked for twice."""
        users = self._desk.users(self._stretch)
        if users:
            self._fault.say(routine_wording.still_used(self._stretch, users))
        elif not self._sure:
            self._sure = True
            self._delete.setText("Delete for good")
        else:
            self._remove()

    def _remove(self) -> None:
        try:
            self._desk.remove(self._stretch)
        except AdapterError as error:
            self._fault.say(str(error))
            return
        self.done(self.DialogCode.Rejected.value)

    def _lay_out(self) -> None:
        self._name.setObjectName("name")
        self._name.setAccessibleName("Name")
        self._name.setPlaceholderText("Name")
        self._name.setMaxLength(60)
        page = QWidget()
        page.setObjectName("window")
        column = QVBoxLayout(page)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self._name)
        for heading, hint, editor in (
            ("How to do it", _LINES, self._how_to),
            ("Ask a professional first if", _CAUTIONS, self._cautions),
        ):
            editor.setAccessibleName(heading)
            editor.setAccessibleDescription(hint)
            column.addSpacing(SPACE)
            column.addWidget(label(heading, "heading"))
            column.addWidget(label(hint, "quiet"))
            column.addWidget(editor)
        column.addSpacing(SPACE)
        column.addWidget(label("How it goes", "heading"))
        column.addWidget(self._way)
        column.addSpacing(SPACE)
        column.addWidget(label("Picture", "heading"))
        column.addWidget(self._picture)
        column.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(PageArea(page), stretch=1)
        layout.addLayout(self._make_footer())

    def _make_footer(self) -> QVBoxLayout:
        save, cancel = QPushButton("Save"), QPushButton("Cancel")
        save.setObjectName("primary")
        save.setDefault(True)
        save.clicked.connect(self._save)
        cancel.clicked.connect(self.reject)
        self._delete.clicked.connect(self._ask_to_delete)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self._delete)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(save)
        footer = QVBoxLayout()
        footer.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, 2 * SPACE)
        footer.setSpacing(SPACE)
        footer.addWidget(self._fault)
        footer.addLayout(buttons)
        return footer


_LINES = "One line each. The first is said while you get ready, the second in the hold."
_CAUTIONS = "One line each; shown with the stretch."
