"""A line beside a control that says what is wrong with what was put in."""

from PySide6.QtWidgets import QLabel, QWidget


class FaultLine(QLabel):
    """Says what is wrong; hidden while nothing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("warning")
        self.setWordWrap(True)
        self.hide()

    def say(self, fault: str) -> None:
        """Show *fault*; empty hides the line."""
        self.setText(fault)
        self.setVisible(bool(fault))
