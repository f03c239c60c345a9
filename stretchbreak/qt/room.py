"""Where a window is: how large it may be on its screen, and in front of the others."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)
"""What the desktop's own frame and title take at most, in device-independent pixels."""


def open_at(window: QWidget, wanted: QSize) -> None:
    """Make *window* as large as *wanted*, or as its screen has room for.

    At 200 % a common screen is 540 high, and what is below its edge, such as the
    button that goes on, could not be reached.
    """
    window.resize(wanted.boundedTo(window.screen().availableSize() - _FRAME))


def to_front(window: QWidget) -> None:
    """Show *window* before all others, and give it the keyboard."""
    window.show()
    window.raise_()
    window.activateWindow()
