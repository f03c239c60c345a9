"""What all windows of the program have in common that the user opens and closes."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from stretchbreak.qt.enter_key import pressed_by_enter
from stretchbreak.qt.room import open_at


class Window(QWidget):
    """Closes at Escape, which only hides it: the program goes on.

    Args:
        title: What the desktop calls it.
        size: How large it is where its screen has room for that, in
            device-independent pixels; without one, as large as what is in it.
        parent: What it belongs to.
    """

    def __init__(
        self, title: str, size: QSize | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("window")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        if size is not None:
            open_at(self, size)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.leave)

    def leave(self) -> None:
        """Do what Escape does: close."""
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)
