"""Tests for stretchbreak.qt.settings_window."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from stretchbreak.core.settings import SPECS, Group, Level, Preset, Settings
from stretchbreak.qt.setting_editors import Editor
from stretchbreak.qt.settings_window import SettingsWindow

MINUTE = timedelta(minutes=1)


@pytest.fixture
def window(qtbot: QtBot) -> SettingsWindow:
    window = SettingsWindow()
    qtbot.addWidget(window)
    window.show_settings(Settings())
    window.show()
    return window


@pytest.fixture
def heard(window: SettingsWindow) -> list[Settings]:
    heard: list[Settings] = []
    window.settings_changed.connect(heard.append)
    return heard


@pytest.mark.parametrize("name", SPECS)
def test_every_setting_has_an_editor(window: SettingsWindow, name: str) -> None:
    assert _editor(window, name).value() == getattr(Settings(), name)


@pytest.mark.parametrize("name", SPECS)
def test_only_the_basic_ones_are_shown_at_first(
    window: SettingsWindow, name: str
) -> None:
    basic = SPECS[name].level is Level.BASIC

    assert _editor(window, name).isVisible() is basic


def test_more_are_shown_on_demand(window: SettingsWindow) -> None:
    for toggle in _buttons(window, "Show more"):
        toggle.click()

    assert all(_editor(window, name).isVisible() for name in SPECS)

    for toggle in _buttons(window, "Show less"):
        toggle.click()

    assert not _editor(window, "typing_cap").isVisible()


def test_every_label_hint_and_range_is_there(window: SettingsWindow) -> None:
    texts = " ".join(each.text() for each in window.findChildren(QLabel))

    for group in Group:
        assert group.value in texts
    for spec in SPECS.values():
        assert spec.label in texts
        assert spec.hint in texts
    assert "5 min to 4 h" in texts


def test_a_change_applies_at_once_and_to_one_setting_only(
    window: SettingsWindow, heard: list[Settings]
) -> None:
    before = Settings(hold=Preset.EASY)
    window.show_settings(before)
    more = _editor(window, "sitting_limit").findChild(QToolButton, "more")
    assert more is not None

    more.click()
    more.click()

    assert heard == [
        replace(before, sitting_limit=50 * MINUTE),
        replace(before, sitting_limit=55 * MINUTE),
    ]


def test_showing_settings_reports_nothing(
    window: SettingsWindow, heard: list[Settings]
) -> None:
    window.show_settings(Settings(hold=Preset.EASY, snooze=5 * MINUTE))

    assert _editor(window, "snooze").value() == 5 * MINUTE
    assert heard == []


def test_the_defaults_are_one_button_away(
    window: SettingsWindow, heard: list[Settings]
) -> None:
    window.show_settings(Settings(hold=Preset.EASY, snooze=5 * MINUTE))

    (button,) = _buttons(window, "Back to defaults")
    button.click()

    assert heard == [Settings()]
    assert _editor(window, "snooze").value() == Settings().snooze


def test_it_says_where_the_settings_are_kept(window: SettingsWindow) -> None:
    window.set_file("/home/anna/settings.toml")

    texts = [each.text() for each in window.findChildren(QLabel)]

    assert "Kept in /home/anna/settings.toml" in texts


def test_it_says_by_what_presence_is_noticed(window: SettingsWindow) -> None:
    window.set_file("/home/anna/settings.toml")
    window.set_idle_source("x11")
    window.set_idle_source("gnome")

    texts = [each.text() for each in window.findChildren(QLabel)]

    assert ("Kept in /home/anna/settings.toml\nPresence is noticed by: gnome") in texts


def _editor(window: SettingsWindow, name: str) -> Editor:
    editor = window.findChild(Editor, name)
    assert isinstance(editor, Editor)
    return editor


def _buttons(window: SettingsWindow, text: str) -> list[QPushButton]:
    buttons = window.findChildren(QPushButton)
    return [each for each in buttons if each.text() == text]


def test_the_sound_can_be_tried(window: SettingsWindow) -> None:
    asked: list[str] = []
    window.voice_asked.connect(lambda: asked.append("voice"))
    window.chime_asked.connect(lambda: asked.append("chime"))

    for text in ("Hear the voice", "Hear the chime"):
        (button,) = _buttons(window, text)
        button.click()

    assert asked == ["voice", "chime"]


def test_why_nothing_is_heard_is_said_beside_the_buttons(
    window: SettingsWindow,
) -> None:
    window.show_unheard("No voice: none.")
    assert [w for w in window.findChildren(QLabel) if w.text() == "No voice: none."]

    window.show_unheard("")
    assert not [w for w in window.findChildren(QLabel) if "No voice" in w.text()]
