"""Controls joined into one: only the two at the ends have round corners."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

EDGE = "edge"
"""The property that the style sheet goes by: left, middle or right."""


class Joined(QWidget):
    """A row of controls without gaps, from the side where reading begins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._controls: list[QWidget] = []

    def add(self, control: QWidget, stretch: int = 0) -> None:
        """Add *control* at the end."""
        self._controls.append(control)
        self._row.addWidget(control, stretch)
        self._round()

    def changeEvent(self, event: QEvent) -> None:
        """Round the other ends where reading goes the other way."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._round()

    def _round(self) -> None:
        ends = ["left", "right"]
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            ends.reverse()
        last = len(self._controls) - 1
        for index, control in enumerate(self._controls):
            edge = {0: ends[0], last: ends[1]}.get(index, "middle") if last else ""
            if control.property(EDGE) != edge:
                control.setProperty(EDGE, edge)
                control.style().unpolish(control)
                control.style().polish(control)
