"""The safety page: two lists to read before anything is stretched.

The signs of an emergency are those of pressure on the nerves at the lower end
of the spine (cauda equina syndrome), after:
    "Got Back Pain?", Norfolk and Waveney Community Health, NHS
    https://norfolkandwaveneycommunityhealth.nhs.uk/msk/refer-yourself/systmconnect/got-back-pain/
    "Sciatica", Healthify, New Zealand
    https://healthify.nz/health-a-z/s/sciatica

The reasons to ask a professional first are those of the article the stretches
are made from (acute, sharp or radiating pain; pain that persists or worsens),
and conditions in which a stretch may do harm.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.core.safety import Safety
from stretchbreak.qt.page_area import PageArea
from stretchbreak.qt.tab_order import stop_at_the_chosen
from stretchbreak.qt.theme import SPACE
from stretchbreak.qt.window import Window

INTRODUCTION = (
    "Not every back should be stretched. Please read both lists. "
    "If both fit, choose the upper one."
)
EMERGENCY = (
    "Numbness between your legs, around your genitals or buttocks",
    "New trouble with bladder or bowels: not being able to go, or to hold it",
    "New weakness in one or both legs",
)
CAUTION = (
    "Your pain is acute or sharp, or runs down into a leg",
    "You were injured or operated on not long ago",
    "You have osteoporosis or a hip replacement, or are pregnant",
    "Your pain does not go away, or gets worse",
)
ONE_APPLIES = "One of these applies to me"
NONE_APPLIES = "None of these applies to me"
AFTERWARDS = {
    Safety.EMERGENCY: "Please get medical help now, from your emergency number or "
    "an emergency department. Stretches stay off.",
    Safety.CAUTION: "Please ask a doctor or physiotherapist before you stretch. "
    "Until then, Stretchbreak will only remind you to get up and walk.",
    Safety.CLEAR: "You can try gentle stretching. If anything hurts, let go at once.",
}
"""What follows from each answer."""
_INDENT = 30
"""Where the words of a choice begin, right of its circle."""
_SIZE = QSize(580, 710)


class SafetyWindow(Window):
    """Asks what applies to the user. Closing it without an answer is no answer.

    Signals:
        answered: The user answered; carries the `Safety`.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Before you stretch", _SIZE, parent)
        self._answers = QButtonGroup(self)
        self._choices: dict[Safety, QRadioButton] = {}
        self._build()
        stop_at_the_chosen(self._answers)
        # Not "clicked", which a screen reader's press is not.
        self._answers.buttonToggled.connect(lambda: self._continue.setEnabled(True))
        # With no answer in focus, none is given by a key that was meant elsewhere.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def show_safety(self, safety: Safety) -> None:
        """Show *safety* as the answer so far; nothing is chosen before one."""
        self._answers.setExclusive(False)
        for answer, choice in self._choices.items():
            choice.setChecked(answer is safety)
        self._answers.setExclusive(True)
        self._continue.setEnabled(safety in self._choices)

    def _build(self) -> None:
        self._continue = QPushButton("Continue")
        self._continue.setObjectName("primary")
        self._continue.setEnabled(False)
        self._continue.clicked.connect(self._answer)
        footer = QVBoxLayout()
        footer.setContentsMargins(3 * SPACE, SPACE, 3 * SPACE, 3 * SPACE)
        footer.addWidget(self._continue)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_page(), stretch=1)
        layout.addLayout(footer)

    def _make_page(self) -> PageArea:
        page = QWidget()
        page.setObjectName("window")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(_label("Before you stretch", "title"))
        layout.addWidget(_label(INTRODUCTION))
        layout.addWidget(
            self._card("Get medical help now", "alarm", EMERGENCY, Safety.EMERGENCY)
        )
        layout.addWidget(
            self._card("Ask a professional first", "heading", CAUTION, Safety.CAUTION)
        )
        layout.addWidget(self._card("", "", (), Safety.CLEAR))
        layout.addStretch()
        return PageArea(page)

    def _card(
        self, heading: str, look: str, signs: tuple[str, ...], answer: Safety
    ) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE // 2)
        if signs:
            layout.addWidget(_label(heading, look))
            layout.addSpacing(SPACE // 2)
            layout.addLayout(_list(signs))
            layout.addSpacing(SPACE)
        choice = QRadioButton(ONE_APPLIES if signs else NONE_APPLIES)
        choice.setAccessibleName(
            f"{heading}: {choice.text()}" if signs else choice.text()
        )
        layout.addWidget(choice)
        tone = "warning" if answer is Safety.EMERGENCY else "quiet"
        after = _label(AFTERWARDS[answer], tone)
        after.setIndent(_INDENT)
        layout.addWidget(after)
        self._answers.addButton(choice)
        self._choices[answer] = choice
        return card

    def _answer(self) -> None:
        chosen = (a for a, choice in self._choices.items() if choice.isChecked())
        self.answered.emit(next(chosen))
        self.close()


def _list(signs: tuple[str, ...]) -> QGridLayout:
    """Return *signs* below one another, each with a dot in front."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE)
    grid.setVerticalSpacing(SPACE // 2)
    grid.setColumnStretch(1, 1)
    for row, sign in enumerate(signs):
        grid.addWidget(QLabel("\N{BULLET}"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_label(sign), row, 1)
    return grid


def _label(text: str, look: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName(look)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
