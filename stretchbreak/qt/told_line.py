"""A line that says what has just been done, and a button that takes it back."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from stretchbreak.qt.prose import label
from stretchbreak.qt.theme import SPACE
from stretchbreak.runtime.ports.failures import AdapterError


class ToldLine(QFrame):
    """Is hidden until there is something to tell."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._words = label("")
        self._words.setTextInteractionFlags(
            self._words.textInteractionFlags().TextSelectableByMouse
        )
        self._undo = QPushButton("Undo")
        self._undo.setAccessibleName("Take it back")
        self._undo.clicked.connect(self._take_back)
        self._how: Callable[[], None] | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._words, stretch=1)
        layout.addWidget(self._undo)
        self.hide()

    def tell(
        self,
        text: str,
        *,
        warning: bool = False,
        undo: Callable[[], None] | None = None,
    ) -> None:
        """Say *text*; where it can be taken back, *undo* does that."""
        self._how = undo
        self._words.setText(text)
        self._words.setObjectName("warning" if warning else "")
        self._words.style().polish(self._words)
        self._undo.setVisible(undo is not None)
        self.show()

    def attempt(self, deed: Callable[[], None]) -> None:
        """Do what may fail; say why if it does."""
        try:
            deed()
        except AdapterError as error:
            self.tell(str(error), warning=True)

    def _take_back(self) -> None:
        self.hide()
        if self._how is not None:
            self._how()
