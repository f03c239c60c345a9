"""Somebody's work: a window with an entry, which says what was typed into it.

Run as a program, it writes the entry's text to its output whenever it changes.
"""

import sys

from PySide6.QtWidgets import QApplication, QLineEdit


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    app = QApplication(sys.argv)
    entry = QLineEdit()
    entry.setWindowTitle("Work")
    entry.resize(500, 60)
    entry.textChanged.connect(_say)
    entry.show()
    sys.exit(app.exec())
