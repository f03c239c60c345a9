"""What is shown when something hurts: advice first, then three ways on."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from stretchbreak.core.view import SessionView
from stretchbreak.qt import session_wording
from stretchbreak.qt.countdown_ring import CountdownRing
from stretchbreak.qt.fitted_text import FittedText
from stretchbreak.qt.theme import SPACE

_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_SMALLEST = 12
"""No button is written on in smaller letters, in device-independent pixels."""
_EDGES = 32
"""What a button's frame and padding take of its width, in the same."""


class HurtPanel(QFrame):
    """Gives the advice on pain, and asks how to go on.

    Nothing is pressed by accident: no button has the keyboard, but each has a
    number key, for whoever lies beside the desk.

    Signals:
        easier_asked: Go on with the easier variant.
        leave_out_asked: Go on without this stretch.
        end_asked: End the session.
    """

    easier_asked = Signal()
    leave_out_asked = Signal()
    end_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._sign = CountdownRing()
        self._title = FittedText(weight=QFont.Weight.DemiBold)
        self._advice = FittedText(align=_TOP)
        self._easier = _Way(1, "Easier way", self.easier_asked)
        self._leave_out = _Way(2, "Leave it out", self.leave_out_asked)
        self._end = _Way(3, "End the session", self.end_asked)
        self._grid = QGridLayout(self)
        self._lay_out()

    def show_advice(self, view: SessionView) -> None:
        """Give the advice for the stretch that *view* stopped in."""
        self._sign.show_countdown(
            remaining=view.remaining,
            length=view.length,
            running=False,
            kind=view.phase,
        )
        self._title.set_text(session_wording.ADVICE_TITLE)
        self._advice.set_text(session_wording.ADVICE)
        easier = view.plan.steps[view.step].easier
        self._easier.show_words(easier)
        self._easier.setVisible(bool(easier))
        self._leave_out.show_words(session_wording.without(view))
        self._end.show_words("What you did is kept.")

    def scale_to(self, height: int) -> None:
        """Set all sizes for a window of *height*; a higher one leaves room below."""
        side = round(height * 0.28)
        self._sign.setFixedSize(side, side)
        self._title.set_largest(round(height / 15))
        self._title.setFixedHeight(round(height / 12))
        self._advice.set_largest(round(height / 21))
        self._advice.setFixedHeight(round(height * 0.27))
        for way in (self._easier, self._leave_out, self._end):
            way.scale_to(height)
            way.setFixedHeight(round(height * 0.3))
        margin = round(height / 24)
        self._grid.setContentsMargins(margin, margin, margin, margin)
        self._grid.setSpacing(round(height / 30))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(SPACE)
        words.addWidget(self._title)
        words.addWidget(self._advice)
        ways = QGridLayout()
        ways.setSpacing(2 * SPACE)
        for column, way in enumerate((self._easier, self._leave_out, self._end)):
            ways.addWidget(way, 0, column)
            ways.setColumnStretch(column, 1)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._sign, 0, 0, top)
        self._grid.addLayout(words, 0, 1)
        self._grid.addLayout(ways, 1, 0, 1, 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(2, 1)


class _Way(QWidget):
    """A button with a number key, and below it what it leads to."""

    def __init__(self, number: int, text: str, signal: SignalInstance) -> None:
        super().__init__()
        self._button = QPushButton(f"{number}   {text}")
        self._button.setShortcut(QKeySequence(str(number)))
        self._button.setObjectName("way")
        self._button.setAutoDefault(True)
        self._button.clicked.connect(signal)
        self._largest = _SMALLEST
        self._words = FittedText(align=_TOP, quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._button)
        column.addWidget(self._words, 1)

    def show_words(self, text: str) -> None:
        """Say *text* below the button."""
        self._words.set_text(text)
        self._button.setAccessibleDescription(text)

    def scale_to(self, height: int) -> None:
        """Set all sizes for a window of *height*."""
        self._largest = max(_SMALLEST, round(height / 27))
        self._button.setMinimumHeight(round(height / 13))
        self._fit()
        self._words.set_largest(round(height / 29))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the words on the button stay in it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Write on the button in letters that leave no word out."""
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold)
        font.setPixelSize(self._largest)
        words = QFontMetrics(font).horizontalAdvance(self._button.text())
        room = self.width() - _EDGES
        font.setPixelSize(max(_SMALLEST, int(min(1, room / words) * self._largest)))
        self._button.setFont(font)
