"""What of the program's own windows is on the screen."""

from PySide6.QtWidgets import QApplication, QWidget


def seen(kind: type[QWidget]) -> QWidget | None:
    """Return the window of that *kind* that can be seen, or None without one."""
    windows = (w for w in QApplication.topLevelWidgets() if isinstance(w, kind))
    return next((window for window in windows if window.isVisible()), None)
