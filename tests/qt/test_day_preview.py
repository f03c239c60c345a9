"""Tests for stretchbreak.qt.day_preview."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from stretchbreak.core.day import Lived
from stretchbreak.core.settings import Settings
from stretchbreak.qt.day_preview import DayPreview
from stretchbreak.runtime.typical_day import typical_day
from tests.support.day import known


class Asked:
    """Lives through days, and remembers with which settings."""

    def __init__(self) -> None:
        self.settings: list[Settings] = []

    def typical_day(self, settings: Settings) -> Lived:
        self.settings.append(settings)
        return typical_day(settings, known(), date(2026, 3, 2))


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def preview(qtbot: QtBot, asked: Asked) -> DayPreview:
    preview = DayPreview(asked.typical_day, {})
    qtbot.addWidget(preview)
    return preview


def _texts(preview: DayPreview) -> str:
    return "\n".join(label.text() for label in preview.findChildren(QLabel))


def test_it_says_when_reminders_would_come(preview: DayPreview) -> None:
    preview.show()
    preview.show_settings(Settings())
    assert "Reminders at 09:45, 10:37, " in _texts(preview)

    preview.show_settings(Settings(sitting_limit=timedelta(hours=2)))
    assert "Reminders at 11:00, 15:15" in _texts(preview)


def test_many_reminders_are_counted(preview: DayPreview) -> None:
    preview.show()

    preview.show_settings(Settings(stand_up=True))

    assert "Reminders: 27 times, from 09:20 to 17:15" in _texts(preview)


def test_a_day_without_reminders_says_so(preview: DayPreview) -> None:
    preview.show()

    preview.show_settings(Settings(hours=("mon 09:00-09:30",)))

    assert "No reminder would come." in _texts(preview)


def test_while_hidden_nothing_is_reckoned(preview: DayPreview, asked: Asked) -> None:
    preview.show_settings(Settings())
    preview.show_settings(Settings(stand_up=True))
    assert asked.settings == []

    preview.show()
    preview.hide()
    preview.show()
    assert asked.settings == [Settings(stand_up=True)]
