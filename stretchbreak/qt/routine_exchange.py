"""Routines and stretches from files and to files, wherever the user has them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from stretchbreak.core.routine import Routine
from stretchbreak.qt import routine_wording
from stretchbreak.qt.routine_desk import RoutineDesk
from stretchbreak.qt.told_line import ToldLine

FILES = "Routines and stretches (*.toml)"


class RoutineExchange(QObject):
    """Asks which file, reads or writes it, and tells how that went.

    Args:
        desk: Keeps what is read.
        told: Where it is told.
        window: What the questions belong to.

    Signals:
        imported: A routine was read and is kept; carries its id.
    """

    imported = Signal(str)

    def __init__(self, desk: RoutineDesk, told: ToldLine, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._told = told
        self._window = window

    def ask_for_file(self) -> None:
        """Let the user choose a file, and take in what it is."""
        dialog = QFileDialog(self._window, "Import a routine", _documents(), FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._import)
        _open(dialog)

    def ask_where_to(self, shown: Callable[[], Routine]) -> None:
        """Let the user choose a file, and write there what is *shown* by then.

        A name that is half typed is kept as soon as the question has the keyboard.
        """
        dialog = QFileDialog(self._window, "Export the routine", _documents(), FILES)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile(f"{shown().id}.toml")
        dialog.fileSelected.connect(lambda file: self._export(shown(), Path(file)))
        _open(dialog)

    def _import(self, file: str) -> None:
        def read_in() -> None:
            what = self._desk.read_in(Path(file))
            if isinstance(what, Routine):
                self.imported.emit(what.id)
            self._told.tell(routine_wording.read(what))

        self._told.attempt(read_in)

    def _export(self, routine: Routine, file: Path) -> None:
        def write_out() -> None:
            self._desk.write_out(routine, file)
            kept = self._desk.kept
            used = {step.stretch for step in routine.steps} & kept.own_stretches
            own = [kept.catalogue.stretches[id_] for id_ in sorted(used)]
            self._told.tell(routine_wording.written(routine, file, own))

        self._told.attempt(write_out)


def _documents() -> str:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return QStandardPaths.writableLocation(place)


def _open(dialog: QFileDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
