"""Lets Enter press the button that has the keyboard.

Qt does so in dialogs only, and ours are plain windows.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def pressed_by_enter(window: QWidget, event: QKeyEvent) -> bool:
    """Press the button in *window* that Enter was typed on; return whether one was.

    For a window's `keyPressEvent`: buttons leave Enter to their window.
    """
    button = window.focusWidget()
    typed = event.key() in _ENTER and not event.isAutoRepeat()
    if not typed or not isinstance(button, QAbstractButton):
        return False
    button.click()
    return True
