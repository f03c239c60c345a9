"""The user's own data: where it is, to be taken along, and to be deleted."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from stretchbreak.qt import prose
from stretchbreak.qt.erase_question import EraseQuestion
from stretchbreak.qt.fault_line import FaultLine
from stretchbreak.qt.theme import SPACE
from stretchbreak.runtime.ports.disk import Records
from stretchbreak.runtime.ports.failures import AdapterError

_ABOUT = (
    "Everything stays on this computer. Nothing is sent anywhere. The history knows "
    "when you stretched and rested, and how your back felt."
)
_WHERE = "The history and your own routines are kept in"
_FORMS = ("Table for a spreadsheet (*.csv)", "JSON for other programs (*.json)")


class DataCard(QWidget):
    """Shows the folder, writes the history to a file, and lets it be deleted.

    Args:
        records: What is kept.

    Signals:
        erase_asked: The user wants all records deleted, and has confirmed it.
    """

    erase_asked = Signal()

    def __init__(self, records: Records) -> None:
        super().__init__()
        self._records = records
        self._dialog: QFileDialog | None = None
        folder = prose.label(f"{_WHERE} {records.folder}", "quiet")
        folder.setTextInteractionFlags(prose.SELECTABLE)
        self._said = prose.label("")
        self._said.hide()
        self._fault = FaultLine()
        self._open = _button("Open the folder", self._open_folder)
        self._export = _button("Save the history as\N{HORIZONTAL ELLIPSIS}", self._ask)
        self._erase = _button("Erase the history\N{HORIZONTAL ELLIPSIS}", self._doubt)
        self._question = EraseQuestion()
        self._question.confirmed.connect(self._confirmed)
        self._question.kept.connect(self._kept)
        column = prose.column(self)
        column.addWidget(prose.label(_ABOUT))
        column.addWidget(folder)
        for these in ((self._open, self._export), (self._erase,)):
            column.addLayout(_row(these))
        for below in (self._question, self._said, self._fault):
            column.addWidget(below)

    def say_erased(self, refused: str | None) -> None:
        """Say that the history is deleted, or why it is not."""
        self._say(refused or "", "" if refused else "The history is erased.")

    def export(self, file: str) -> None:
        """Write the history to *file*, and say how that went."""
        try:
            self._records.export(Path(file))
        except AdapterError as error:
            self._say(str(error), "")
        else:
            self._say("", f"The history is saved as {file}")

    def _open_folder(self) -> None:
        folder = self._records.folder
        if not folder.is_dir():
            self._say("", f"There is nothing in {folder} yet.")
            return
        opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        self._say("" if opened else f"This desktop cannot open {folder}", "")

    def _ask(self) -> None:
        """Let a file be chosen; meanwhile the program goes on."""
        if self._dialog is None:
            self._dialog = QFileDialog(self, "Save the history")
            self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            self._dialog.setNameFilters(_FORMS)
            self._dialog.setDirectory(_documents())
            self._dialog.filterSelected.connect(self._name)
            self._name(_FORMS[0])
            self._dialog.fileSelected.connect(self.export)
        self._dialog.open()

    def _name(self, form: str) -> None:
        """Suggest a name that says the *form*, which the file is written in."""
        if self._dialog is not None:
            ending = "json" if form == _FORMS[1] else "csv"
            self._dialog.setDefaultSuffix(ending)
            self._dialog.selectFile(f"stretchbreak-history.{ending}")

    def _doubt(self) -> None:
        self._say("", "")
        self._erase.setEnabled(False)
        self._question.ask()

    def _confirmed(self) -> None:
        self._kept()
        self.erase_asked.emit()

    def _kept(self) -> None:
        self._erase.setEnabled(True)
        self._erase.setFocus()

    def _say(self, fault: str, said: str) -> None:
        self._fault.say(fault)
        self._said.setText(said)
        self._said.setVisible(bool(said))


def _documents() -> str:
    return QStandardPaths.writableLocation(
        QStandardPaths.StandardLocation.DocumentsLocation
    )


def _row(buttons: Iterable[QPushButton]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row


def _button(text: str, pressed: object) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(pressed)
    return button
