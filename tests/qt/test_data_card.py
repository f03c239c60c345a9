"""Tests for stretchbreak.qt.data_card."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from stretchbreak.qt.data_card import DataCard
from stretchbreak.qt.erase_question import QUESTION
from tests.support.fakes import FakeRecords


@pytest.fixture
def records() -> FakeRecords:
    return FakeRecords()


@pytest.fixture
def card(records: FakeRecords, qtbot: QtBot) -> DataCard:
    card = DataCard(records)
    qtbot.addWidget(card)
    card.show()
    return card


@pytest.fixture
def erased(card: DataCard) -> list[None]:
    erased: list[None] = []
    card.erase_asked.connect(lambda: erased.append(None))
    return erased


def test_it_says_where_everything_is(card: DataCard) -> None:
    assert "/home/anna/stretchbreak" in " ".join(texts(card))


def test_a_folder_that_is_not_there_yet_is_said(card: DataCard) -> None:
    button(card, "Open the folder").click()

    assert "There is nothing in /home/anna/stretchbreak yet." in texts(card)


def test_erasing_is_asked_first(card: DataCard, erased: list[None]) -> None:
    button(card, "Erase the history…").click()
    assert QUESTION in texts(card)
    assert erased == []

    button(card, "Keep it").click()
    assert QUESTION not in texts(card)
    assert erased == []

    button(card, "Erase the history…").click()
    button(card, "Erase for good").click()
    assert erased == [None]
    assert QUESTION not in texts(card)


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        (None, "The history is erased."),
        ("history.sqlite3: locked", "history.sqlite3: locked"),
    ],
)
def test_what_came_of_it_is_said(
    card: DataCard, refused: str | None, said: str
) -> None:
    card.say_erased(refused)

    assert said in texts(card)


def test_the_history_is_saved_in_the_file_chosen(
    card: DataCard, records: FakeRecords
) -> None:
    button(card, "Save the history as…").click()
    dialog = card.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit("/tmp/mine.csv")  # noqa: S108 - nothing is written
    dialog.close()

    assert records.exported == [Path("/tmp/mine.csv")]  # noqa: S108
    assert "The history is saved as /tmp/mine.csv" in texts(card)


def test_the_name_suggested_says_the_form(card: DataCard) -> None:
    button(card, "Save the history as…").click()
    dialog = card.findChild(QFileDialog)
    assert dialog is not None

    (csv,) = dialog.selectedFiles()
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    (json,) = dialog.selectedFiles()
    dialog.close()

    assert csv.endswith("/stretchbreak-history.csv")
    assert json.endswith("/stretchbreak-history.json")


def test_a_file_that_cannot_be_written_is_said(
    card: DataCard, records: FakeRecords
) -> None:
    records.fails = "mine.csv: cannot be written: no space left"

    card.export("mine.csv")

    assert records.fails in texts(card)


def texts(card: DataCard) -> list[str]:
    return [each.text() for each in card.findChildren(QLabel) if each.isVisible()]


def button(card: DataCard, text: str) -> QPushButton:
    buttons = card.findChildren(QPushButton)
    return next(each for each in buttons if each.text() == text)
