"""What fills the screen behind a firm reminder.

It never takes the keyboard. One click on it, anywhere, means "not now".
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QScreen,
)
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from stretchbreak.qt import theme
from stretchbreak.qt.theme import SPACE

_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class Cover(QWidget):
    """A calm, empty screen.

    Signals:
        clicked: Somebody wants it to go away.
    """

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, _FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setObjectName("window")
        self.setWindowTitle("Stretchbreak full screen")
        how = QLabel("Not now? Click anywhere.")
        how.setObjectName("advice")
        how.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[6 * SPACE] * 4)
        layout.addStretch()
        layout.addWidget(how)

    def fill(self, screen: QScreen) -> None:
        """Fill *screen*, below the reminder."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        # Not showFullScreen(), which asks for the keyboard.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Take any click for "not now"."""
        self.clicked.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take closing for the same."""
        if self.isVisible():
            self.clicked.emit()
        super().closeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().window))
        painter.end()
