"""Tests for stretchbreak.qt.fitted_text."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from stretchbreak.qt.fitted_text import SMALLEST, FittedText

LARGEST = 40
LONG = "Pull gently until you feel a mild stretch. Head down, keep breathing."


@pytest.fixture
def text(qtbot: QtBot) -> FittedText:
    text = FittedText()
    qtbot.addWidget(text)
    text.set_largest(LARGEST)
    text.resize(600, 60)
    return text


def test_a_short_text_is_as_large_as_allowed(text: FittedText) -> None:
    text.set_text("Rest")

    assert text.fitted_size() == LARGEST


def test_a_long_text_shrinks_until_it_fits(text: FittedText) -> None:
    text.set_text(LONG)

    assert SMALLEST < text.fitted_size() < LARGEST
    assert text.fits


def test_more_room_makes_it_larger_again(text: FittedText) -> None:
    text.set_text(LONG)
    before = text.fitted_size()

    text.resize(600, 120)

    assert text.fitted_size() > before


def test_what_cannot_fit_is_told(text: FittedText) -> None:
    text.set_text(LONG)
    text.resize(40, 12)

    assert text.fitted_size() == SMALLEST
    assert not text.fits


def test_it_is_told_to_those_who_cannot_see_it(text: FittedText) -> None:
    text.set_text(LONG)

    assert text.accessibleName() == LONG


@pytest.mark.parametrize(
    ("direction", "margins"),
    [
        (Qt.LayoutDirection.LeftToRight, (True, False)),
        (Qt.LayoutDirection.RightToLeft, (False, True)),
    ],
)
def test_it_begins_where_reading_begins(
    text: FittedText, direction: Qt.LayoutDirection, margins: tuple[bool, bool]
) -> None:
    text.setLayoutDirection(direction)
    text.set_text("Rest")
    near = 20

    picture = text.grab().toImage()
    ground = picture.pixel(text.width() // 2, 1)
    inked = [
        x
        for x in range(picture.width())
        if any(picture.pixel(x, y) != ground for y in range(picture.height()))
    ]

    assert (inked[0] < near, inked[-1] > picture.width() - near) == margins
