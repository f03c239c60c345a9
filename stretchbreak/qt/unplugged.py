"""What becomes of windows when the monitor they are on is unplugged.

Desktops differ: some leave a window where no monitor is any more, or let only its
edge look in. A session must be seen by somebody who cannot reach the mouse.
"""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget


def bring_back(gone: QScreen) -> None:
    """Bring the windows of the monitor *gone* to one that is left."""
    left = [screen for screen in QGuiApplication.screens() if screen is not gone]
    for window in QApplication.topLevelWidgets():
        if left and window.screen() is gone:
            _move(window, gone.geometry(), left[0].availableGeometry())


def _move(window: QWidget, before: QRect, room: QRect) -> None:
    full, frame = window.isFullScreen(), window.frameGeometry()
    border = frame.size() - window.size()
    inside = window.normalGeometry().size() if full else window.size()
    inside = inside.boundedTo(room.size() - border)
    frame.setSize(inside + border)
    if full:  # else it would go back to where it was once it is small again
        window.showNormal()
    window.resize(inside)
    window.move(placed(frame, before, room))
    if full:
        window.showFullScreen()


def placed(frame: QRect, before: QRect, room: QRect) -> QPoint:
    """Return where *frame* comes to lie in *room*.

    Args:
        frame: The window with its border, no larger than *room*.
        before: The monitor it was on; it keeps its place there, if it can.
        room: Where it must be.
    """
    wanted = frame.translated(room.topLeft() - before.topLeft())
    x = max(room.left(), min(wanted.left(), room.right() - wanted.width() + 1))
    y = max(room.top(), min(wanted.top(), room.bottom() - wanted.height() + 1))
    return QPoint(x, y)
