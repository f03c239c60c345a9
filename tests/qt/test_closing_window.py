"""Tests for stretchbreak.qt.closing_window and stretchbreak.qt.feeling_question."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from stretchbreak.core.closing import Closing
from stretchbreak.core.feeling import Feeling
from stretchbreak.core.history import Outcome, Result, Session, Stretched
from stretchbreak.qt import closing_wording
from stretchbreak.qt.closing_window import ClosingWindow
from stretchbreak.qt.feeling_question import FeelingQuestion
from stretchbreak.qt.fitted_text import FittedText
from tests.support.views import MINUTE, SECOND

NAMES = {"knee": "Single knee to chest", "tilt": "Pelvic tilt"}
HELD = (30 * SECOND, 30 * SECOND)
DONE = (
    Stretched("knee", Outcome.DONE, HELD),
    Stretched("tilt", Outcome.DONE, (40 * SECOND,)),
)
BEGAN = datetime(2026, 3, 2, 10, tzinfo=UTC)
Answer = tuple[Feeling | None, tuple[str, ...]]


def _closing(
    stretches: Sequence[Stretched] = DONE,
    *,
    back: bool = True,
    result: Result = Result.DONE,
    spent: timedelta = 8 * MINUTE,
) -> Closing:
    session = Session(
        routine="short",
        began=BEGAN,
        ended=BEGAN + spent,
        result=result,
        planned=8 * MINUTE,
        spent=spent,
        stretches=tuple(stretches),
    )
    return Closing(session, NAMES, back)


@pytest.fixture
def page(qtbot: QtBot) -> ClosingWindow:
    page = ClosingWindow()
    qtbot.addWidget(page, before_close_func=QWidget.hide)
    return page


@pytest.fixture
def answers(page: ClosingWindow) -> list[Answer]:
    """What was answered."""
    heard: list[Answer] = []
    page.answered.connect(lambda feeling, painful: heard.append((feeling, painful)))
    return heard


def _asks(page: ClosingWindow) -> bool:
    question = page.findChild(FeelingQuestion)
    assert question is not None
    return question.isVisible()


def _mark(page: ClosingWindow, name: str) -> QCheckBox:
    (mark,) = [
        mark
        for mark in page.findChildren(QCheckBox)
        if mark.accessibleName() == f"{name} hurt"
    ]
    return mark


def _button(page: ClosingWindow, text: str) -> QPushButton:
    (button,) = [b for b in page.findChildren(QPushButton) if b.text().endswith(text)]
    return button


def _said(page: ClosingWindow) -> list[str]:
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    fitted = [text.text for text in page.findChildren(FittedText) if text.isVisible()]
    return [*labels, *fitted]


def test_it_asks_only_once_the_person_is_back(page: ClosingWindow) -> None:
    page.show_closing(_closing(back=False))
    before = _asks(page)

    page.show_closing(_closing(back=True))

    assert not before
    assert _asks(page)


def test_on_the_mat_it_says_how_to_get_up(page: ClosingWindow) -> None:
    page.show_closing(_closing(back=False))

    assert closing_wording.GET_UP in _said(page)
    assert not _mark(page, "Pelvic tilt").isVisible()


@pytest.mark.parametrize(
    ("text", "feeling"),
    [
        ("Better", Feeling.BETTER),
        ("The same", Feeling.SAME),
        ("Worse", Feeling.WORSE),
    ],
)
def test_each_answer_has_a_button(
    page: ClosingWindow,
    qtbot: QtBot,
    answers: list[Answer],
    text: str,
    feeling: Feeling,
) -> None:
    page.show_closing(_closing())

    qtbot.mouseClick(_button(page, text), Qt.MouseButton.LeftButton)

    assert answers == [(feeling, ())]
    assert not page.isVisible()


@pytest.mark.parametrize(
    ("key", "feeling"),
    [
        (Qt.Key.Key_1, Feeling.BETTER),
        (Qt.Key.Key_2, Feeling.SAME),
        (Qt.Key.Key_3, Feeling.WORSE),
    ],
)
def test_each_answer_has_a_number_key(
    page: ClosingWindow,
    qtbot: QtBot,
    answers: list[Answer],
    key: Qt.Key,
    feeling: Feeling,
) -> None:
    page.show_closing(_closing())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    qtbot.keyClick(page, key)

    qtbot.waitUntil(lambda: answers == [(feeling, ())])
    assert not page.isVisible()


def test_what_is_marked_as_painful_goes_with_the_answer(
    page: ClosingWindow, qtbot: QtBot, answers: list[Answer]
) -> None:
    page.show_closing(_closing())

    _mark(page, "Pelvic tilt").click()
    qtbot.mouseClick(_button(page, "Worse"), Qt.MouseButton.LeftButton)

    assert answers == [(Feeling.WORSE, ("tilt",))]


def test_what_was_said_to_hurt_in_the_session_needs_no_mark(
    page: ClosingWindow,
) -> None:
    page.show_closing(_closing((Stretched("knee", Outcome.HURT, HELD), DONE[1])))

    assert not _mark(page, "Single knee to chest").isVisible()
    assert _mark(page, "Pelvic tilt").isVisible()
    assert any("hurt; it will not be chosen" in said for said in _said(page))


def test_esc_gives_no_answer_but_the_marks_count(
    page: ClosingWindow, qtbot: QtBot, answers: list[Answer]
) -> None:
    page.show_closing(_closing())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    _mark(page, "Single knee to chest").click()

    qtbot.keyClick(page, Qt.Key.Key_Escape)

    assert answers == [(None, ("knee",))]
    assert not page.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_A])
def test_a_key_that_was_meant_elsewhere_is_no_answer(
    page: ClosingWindow, qtbot: QtBot, answers: list[Answer], key: Qt.Key
) -> None:
    page.show_closing(_closing())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    QTest.keyClick(page.focusWidget(), key)

    assert not answers


def test_it_never_takes_the_keyboard_when_it_appears(
    page: ClosingWindow, qtbot: QtBot
) -> None:
    letter = QLineEdit()
    qtbot.addWidget(letter)
    letter.show()
    letter.activateWindow()
    qtbot.waitUntil(letter.isActiveWindow)

    page.show_closing(_closing(back=False))
    page.show_closing(_closing(back=True))

    assert page.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not any(button.hasFocus() for button in page.findChildren(QPushButton))
    assert letter.hasFocus()


def test_a_session_ended_early_says_how_far_it_went(page: ClosingWindow) -> None:
    broken = Stretched("knee", Outcome.SKIPPED, (30 * SECOND, 12 * SECOND))
    skipped = Stretched("tilt", Outcome.SKIPPED)

    page.show_closing(
        _closing((broken, skipped), result=Result.PARTIAL, spent=3 * MINUTE)
    )

    said = _said(page)
    assert {"Ended early.", "3 min of 8 min", "left out"} <= set(said)
    assert "broken off after 30 s left, 12 s right" in said


def test_advice_takes_the_place_of_everything_and_stays(page: ClosingWindow) -> None:
    page.show_closing(_closing())

    page.show_advice("Please see somebody.")
    page.go()

    said = _said(page)
    assert page.isVisible()
    assert "Please see somebody." in said
    assert "Well done." not in said
    assert not _mark(page, "Pelvic tilt").isVisible()


def test_advice_leads_to_the_safety_notes_and_is_closed_without_an_answer(
    page: ClosingWindow, qtbot: QtBot, answers: list[Answer]
) -> None:
    asked = QSignalSpy(page.safety_asked)
    page.show_advice("Please see somebody.")

    qtbot.mouseClick(_button(page, "Safety notes"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(_button(page, "Close"), Qt.MouseButton.LeftButton)

    assert asked.count() == 1
    assert not answers
    assert not page.isVisible()


def test_after_advice_the_next_session_is_looked_back_at(page: ClosingWindow) -> None:
    page.show_advice("Please see somebody.")

    page.show_closing(_closing(back=False))

    assert "Well done." in _said(page)
    assert "Single knee to chest" in _said(page)


def test_it_stands_where_the_session_stood(page: ClosingWindow, qtbot: QtBot) -> None:
    before = QWidget()
    qtbot.addWidget(before)
    before.setGeometry(100, 50, 600, 500)

    page.take_place_of(before)
    page.show_closing(_closing())

    apart: QPoint = page.geometry().center() - before.geometry().center()
    assert apart.manhattanLength() < 10  # a frame may count


@pytest.mark.parametrize("count", [1, 2, 6])
def test_nothing_is_cut_off(page: ClosingWindow, count: int) -> None:
    page.show_closing(_closing((DONE * 3)[:count]))

    assert page.height() >= page.heightForWidth(page.width())
    for text in page.findChildren(FittedText):
        assert text.fits, text.text
