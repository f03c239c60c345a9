"""Lets a picture be chosen for a stretch, and shows it."""

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.qt import own_picture
from stretchbreak.qt.fault_line import FaultLine
from stretchbreak.qt.figure_view import FigureView
from stretchbreak.qt.theme import SPACE

_WIDE, _HIGH = 180, 120


class OwnPictureChoice(QWidget):
    """Shows the picture, or nothing where there is none.

    Signals:
        chosen: Another picture is chosen; carries its file, empty for none.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._picture = FigureView()
        self._picture.setFixedSize(_WIDE, _HIGH)
        self._picture.setAccessibleName("Your picture")
        self._none = QPushButton("No picture")
        self._none.clicked.connect(lambda: self._take(""))
        choose = QPushButton("Choose a picture")
        choose.clicked.connect(self._ask)
        self._fault = FaultLine()
        buttons = QVBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(choose)
        buttons.addWidget(self._none)
        buttons.addStretch()
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self._picture)
        row.addLayout(buttons)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._fault)

    def show_picture(self, file: str) -> None:
        """Show the picture in *file*, or none if that is empty."""
        self._picture.show_image(file)
        self._picture.setVisible(bool(file))
        self._none.setVisible(bool(file))

    def _ask(self) -> None:
        place = QStandardPaths.StandardLocation.PicturesLocation
        folder = QStandardPaths.writableLocation(place)
        dialog = QFileDialog(self, "Choose a picture", folder, own_picture.NAMES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, file: str) -> None:
        if file and not own_picture.readable(file):
            self._fault.say(f"{file}: expected a picture; nothing is changed.")
            return
        self._fault.say("")
        self.show_picture(file)
        self.chosen.emit(file)
