"""Tests for stretchbreak.qt.safety_window."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from stretchbreak.core.safety import Safety
from stretchbreak.qt.safety_window import (
    AFTERWARDS,
    CAUTION,
    EMERGENCY,
    SafetyWindow,
)

ANSWERS = (Safety.EMERGENCY, Safety.CAUTION, Safety.CLEAR)


@pytest.fixture
def window(qtbot: QtBot) -> SafetyWindow:
    window = SafetyWindow()
    qtbot.addWidget(window)
    window.show_safety(Safety.UNANSWERED)
    window.show()
    return window


@pytest.fixture
def heard(window: SafetyWindow) -> list[Safety]:
    heard: list[Safety] = []
    window.answered.connect(heard.append)
    return heard


def test_nothing_is_chosen_for_the_user(window: SafetyWindow) -> None:
    assert not any(choice.isChecked() for choice in _choices(window))
    assert not _continue(window).isEnabled()


@pytest.mark.parametrize(("index", "safety"), list(enumerate(ANSWERS)))
def test_each_choice_is_an_answer(
    window: SafetyWindow, heard: list[Safety], index: int, safety: Safety
) -> None:
    _choices(window)[index].click()
    assert heard == []

    _continue(window).click()

    assert heard == [safety]
    assert not window.isVisible()


def test_a_later_choice_replaces_an_earlier_one(
    window: SafetyWindow, heard: list[Safety]
) -> None:
    clear = _choices(window)[ANSWERS.index(Safety.CLEAR)]
    caution = _choices(window)[ANSWERS.index(Safety.CAUTION)]

    clear.click()
    caution.click()
    _continue(window).click()

    assert heard == [Safety.CAUTION]


@pytest.mark.parametrize("safety", ANSWERS)
def test_it_opens_again_with_the_answer_so_far(
    window: SafetyWindow, safety: Safety
) -> None:
    window.show_safety(safety)

    chosen = [choice.isChecked() for choice in _choices(window)]
    assert chosen == [answer is safety for answer in ANSWERS]
    assert _continue(window).isEnabled()


def test_an_answer_can_be_taken_off_the_page(window: SafetyWindow) -> None:
    window.show_safety(Safety.CLEAR)
    window.show_safety(Safety.UNANSWERED)

    assert not any(choice.isChecked() for choice in _choices(window))
    assert not _continue(window).isEnabled()


def test_closing_it_is_no_answer(window: SafetyWindow, heard: list[Safety]) -> None:
    _choices(window)[0].click()

    window.close()

    assert heard == []


def test_every_sign_and_what_follows_is_on_the_page(window: SafetyWindow) -> None:
    texts = [each.text() for each in window.findChildren(QLabel)]

    assert {*EMERGENCY, *CAUTION, *AFTERWARDS.values()} <= set(texts)


def _choices(window: SafetyWindow) -> list[QRadioButton]:
    return window.findChildren(QRadioButton)


def _continue(window: SafetyWindow) -> QPushButton:
    button = window.findChild(QPushButton, "primary")
    assert button is not None
    return button
