"""Looks at a part of a screen, as often as it is told to.

Run as a program: for each line `X Y WIDTH HEIGHT` that it is told, it says a
line that is the same if, and only if, that part of the screen looks the same.
"""

import hashlib
import sys

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication


def seen(x: int, y: int, width: int, height: int) -> str:
    """Return a fingerprint of what is to be seen there."""
    picture = QGuiApplication.primaryScreen().grabWindow(0, x, y, width, height)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.toImage().save(buffer, "PPM")  # type: ignore[call-overload] # a str is taken
    return hashlib.sha256(buffer.data().data()).hexdigest()


if __name__ == "__main__":
    app = QGuiApplication(sys.argv)
    for line in sys.stdin:
        sys.stdout.write(seen(*map(int, line.split())) + "\n")
        sys.stdout.flush()
