"""Small buttons that are a sign, or a word: to add, to remove, to take back."""

from PySide6.QtWidgets import QToolButton

ADD = "+"
REMOVE = "\N{MULTIPLICATION SIGN}"
BACK = "Reset"


def small_button(sign: str, name: str) -> QToolButton:
    """Return a button with *sign* on it; its *name* is its hint and is read out."""
    button = QToolButton()
    button.setText(sign)
    button.setObjectName("word" if sign == BACK else "small")
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
