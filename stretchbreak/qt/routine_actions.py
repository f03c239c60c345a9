"""What can be done with a whole routine: a row of buttons."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from stretchbreak.qt.theme import SPACE


class RoutineActions(QWidget):
    """Reports what shall be done.

    Signals:
        start_asked: A session of it, now.
        copy_asked: A copy of it, to be changed.
        export_asked: A file of it.
        delete_asked: It shall go.
        undo_asked, redo_asked: The last edit shall go, or come again.
    """

    start_asked = Signal()
    copy_asked = Signal()
    export_asked = Signal()
    delete_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self._start = _button("Start", self.start_asked)
        self._start.setAccessibleDescription("A session of this routine, now")
        self._copy = _button("Duplicate", self.copy_asked)
        self._export = _button("Export", self.export_asked)
        self._delete = _button("Delete", self.delete_asked)
        self._undo = _button("Undo", self.undo_asked)
        self._undo.setToolTip("Ctrl+Z")
        self._redo = _button("Redo", self.redo_asked)
        self._redo.setToolTip("Ctrl+Shift+Z")
        for button in (self._start, self._copy, self._export):
            layout.addWidget(button)
        layout.addStretch()
        for button in (self._undo, self._redo):
            layout.addWidget(button)
        layout.addSpacing(SPACE)
        layout.addWidget(self._delete)  # apart from what does no harm

    def show_what_can_be(  # noqa: PLR0913 - one for each button
        self,
        *,
        own: bool,
        kept: bool,
        sound: bool,
        replaces: bool,
        undo: bool,
        redo: bool,
    ) -> None:
        """Offer what makes sense.

        Args:
            own: It is the user's own.
            kept: There is a file of it.
            sound: What is shown is what is kept.
            replaces: It stands in the place of one of ours.
            undo: There is an edit to take back.
            redo: There is one to do again.
        """
        self._start.setEnabled(kept and sound)
        self._copy.setEnabled(kept)
        self._export.setEnabled(kept)
        self._delete.setVisible(own)
        self._delete.setText("Back to ours" if replaces else "Delete")
        self._undo.setVisible(own)
        self._redo.setVisible(own)
        self._undo.setEnabled(undo)
        self._redo.setEnabled(redo)


def _button(text: str, signal: SignalInstance) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(signal)
    return button
