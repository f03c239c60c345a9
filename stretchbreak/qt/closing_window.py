"""What was done in a session, and how the back feels now.

It takes the place of the session window. The question comes only once the
person is back at the computer; whoever does not want to answer closes it.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.core.closing import Closing
from stretchbreak.core.feeling import Feeling
from stretchbreak.core.history import Outcome
from stretchbreak.qt import closing_wording
from stretchbreak.qt.feeling_question import FeelingQuestion
from stretchbreak.qt.fitted_text import FittedText
from stretchbreak.qt.tab_order import follow
from stretchbreak.qt.theme import SPACE
from stretchbreak.qt.window import Window

_WIDTH = 640
_ROW = 24
"""The height of a line of the record, with a mark in it or without."""
_FROM_THE_MAT = 24
"""How high the letters are that are read before getting up."""


class ClosingWindow(Window):
    """Looks back at one session.

    Signals:
        answered: The user looked back; carries the `Feeling`, None for no
            answer, and the ids of the stretches that hurt.
        safety_asked: Show the precautions.
    """

    answered = Signal(object, object)
    safety_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Stretchbreak session", parent=parent)
        # It must not take the keyboard from what the user has begun to write.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._closing: Closing | None = None
        self._title = FittedText(weight=QFont.Weight.DemiBold)
        self._summary = _label("quiet")
        self._record = QGridLayout()
        self._done = QWidget()
        self._get_up = FittedText()
        self._question = FeelingQuestion()
        self._advice = _label("advice")
        self._bottom = QStackedWidget()
        self._painful: dict[str, QCheckBox] = {}
        self._question.answered.connect(self._answer)
        self._lay_out()
        # With no answer in focus, none is given by a key that was meant elsewhere.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def take_place_of(self, window: QWidget) -> None:
        """Stand where the middle of *window* is."""
        self.move(window.geometry().center() - self.rect().center())

    def show_closing(self, closing: Closing) -> None:
        """Look back at *closing*. Repeating a call changes nothing."""
        before, self._closing = self._closing, closing
        if before is None or before.session != closing.session:
            self._show_record(closing)
        self._bottom.setCurrentWidget(self._question if closing.back else self._get_up)
        for mark in self._painful.values():
            mark.setVisible(closing.back and mark.isEnabled())
        self._done.show()
        if not self.isVisible():
            self._fit()
            self.show()

    def show_advice(self, text: str) -> None:
        """Say *text* in the place of the question, to be read and closed."""
        self._closing = None
        self._title.set_text(closing_wording.ADVICE_TITLE)
        self._done.hide()
        self._advice.setText(text)
        self._bottom.setCurrentIndex(self._bottom.count() - 1)
        self._fit()
        self.show()

    def go(self) -> None:
        """Hide, unless advice is being given."""
        if self._closing is not None:
            self._closing = None
            self.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Report that no answer came; what was marked as painful counts."""
        super().closeEvent(event)
        if self._closing is not None:
            self._answer(None)

    def _show_record(self, closing: Closing) -> None:
        self._title.set_text(closing_wording.title(closing.session))
        self._summary.setText(closing_wording.summary(closing.session))
        while (item := self._record.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._painful.clear()
        for row, each in enumerate(closing.session.stretches):
            name = closing.names[each.stretch]
            self._record.addWidget(QLabel(name), row, 0)
            self._record.addWidget(_label("quiet", closing_wording.how(each)), row, 1)
            mark = QCheckBox("It hurt")
            mark.setAccessibleName(f"{name} hurt")
            mark.setToolTip("It will not be chosen for you again.")
            mark.setEnabled(each.outcome is not Outcome.HURT)
            self._painful[each.stretch] = mark
            self._record.addWidget(mark, row, 2)
            self._record.setRowMinimumHeight(row, _ROW)
        follow(self._done, self._painful.values())

    def _fit(self) -> None:
        """Be as high as what is shown needs, round the same middle."""
        middle = self.geometry().center()
        self.resize(_WIDTH, self.heightForWidth(_WIDTH))
        self.move(middle - self.rect().center())

    def _answer(self, feeling: Feeling | None) -> None:
        marked = tuple(id_ for id_, mark in self._painful.items() if mark.isChecked())
        self.go()
        self.answered.emit(feeling, marked)

    def _lay_out(self) -> None:
        self._title.set_largest(32)
        self._title.setFixedHeight(44)
        self._get_up.set_largest(_FROM_THE_MAT)
        self._get_up.setMinimumHeight(3 * _FROM_THE_MAT)
        self._get_up.set_text(closing_wording.GET_UP)
        done = QVBoxLayout(self._done)
        done.setContentsMargins(0, 0, 0, 0)
        done.setSpacing(2 * SPACE)
        done.addWidget(self._summary)
        done.addLayout(self._record)
        self._record.setHorizontalSpacing(3 * SPACE)
        self._record.setVerticalSpacing(SPACE)
        self._record.setColumnStretch(1, 1)
        for page in (self._get_up, self._question, self._advice_page()):
            self._bottom.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 4 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self._title)
        column.addWidget(self._done)
        column.addSpacing(2 * SPACE)
        column.addStretch(1)
        column.addWidget(self._bottom)

    def _advice_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self._advice)
        row = QHBoxLayout()
        row.addStretch(1)
        for text, wanted in (
            ("Safety notes", self.safety_asked.emit),
            ("Close", self.close),
        ):
            button = QPushButton(text)
            button.setAutoDefault(True)
            button.clicked.connect(wanted)
            row.addWidget(button)
        column.addLayout(row)
        return page


def _label(look: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName(look)
    label.setWordWrap(True)
    return label
