"""Tests for stretchbreak.qt.settings_window."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from stretchbreak import __version__
from stretchbreak.core.choices import Preset
from stretchbreak.core.day import Lived
from stretchbreak.core.routine import Source
from stretchbreak.core.setting_spec import Group, Level
from stretchbreak.core.settings import DEFAULTS, SPECS, Settings
from stretchbreak.qt.day_preview import DayPreview
from stretchbreak.qt.login_switch import START
from stretchbreak.qt.page_area import PageArea
from stretchbreak.qt.setting_editor import Editor
from stretchbreak.qt.setting_row import SettingRow
from stretchbreak.qt.settings_pages import BASICS
from stretchbreak.qt.settings_sheet import NOTHING_FOUND
from stretchbreak.qt.settings_window import SettingsWindow
from stretchbreak.runtime.typical_day import typical_day
from tests.support.day import known
from tests.support.fakes import FakeAutostart, FakeRecords

MINUTE = timedelta(minutes=1)
SOURCE = Source(title="Back 2", publisher="Go4Life")


@pytest.fixture
def window(qtbot: QtBot) -> SettingsWindow:
    day = DayPreview(_typical_day, {})
    window = SettingsWindow(FakeAutostart(), FakeRecords(), [SOURCE], day)
    qtbot.addWidget(window)
    window.show_settings(Settings())
    window.show()
    return window


@pytest.fixture
def heard(window: SettingsWindow) -> list[Settings]:
    heard: list[Settings] = []
    window.settings_changed.connect(heard.append)
    return heard


def test_every_setting_has_an_editor(window: SettingsWindow) -> None:
    shown = {name: _editor(window, name).value() for name in SPECS}

    assert shown == DEFAULTS


def test_the_first_page_has_the_basic_ones_and_no_others(
    window: SettingsWindow,
) -> None:
    basic = [name for name, spec in SPECS.items() if spec.level is Level.BASIC]

    assert _shown(window) == basic


@pytest.mark.parametrize("group", Group)
def test_a_page_has_all_settings_of_its_group(
    window: SettingsWindow, group: Group
) -> None:
    _open(window, group.value)

    assert _shown(window) == [n for n, spec in SPECS.items() if spec.group is group]


def test_every_label_hint_and_range_is_there(window: SettingsWindow) -> None:
    texts = " ".join(each.text() for each in window.findChildren(QLabel))

    for group in Group:
        assert group.value in texts
    for spec in SPECS.values():
        assert spec.label in texts
        assert spec.hint in texts
        assert spec.part in texts
    assert "5\N{NO-BREAK SPACE}min to 4\N{NO-BREAK SPACE}h" in texts


def test_every_control_says_what_it_is(window: SettingsWindow) -> None:
    _open(window, "Reminders")  # the day names itself when it is seen
    controls = [each for each in window.findChildren(QWidget) if _takes_keys(each)]

    unnamed = [each for each in controls if not _said(each)]

    assert controls
    assert unnamed == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("snoozes", ["snooze_limit"]),
        ("typing_cap", ["typing_cap"]),
        ("microphone", ["hold_call"]),
        ("VOICE english", ["accent"]),
        ("look mia", ["figure_look"]),
        ("dark", ["appearance"]),
        ("before 9 weekdays", ["hours"]),
        ("interval", ["sitting_limit"]),
        ("look postpone", []),
    ],
)
def test_a_search_finds_by_label_hint_name_and_group(
    window: SettingsWindow, qtbot: QtBot, words: str, found: list[str]
) -> None:
    _search(window, qtbot, words)

    assert _shown(window) == found


def test_what_is_found_stands_under_its_group(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    _search(window, qtbot, "seconds")

    headings = window.findChildren(QLabel, "heading")

    assert [each.text() for each in headings if each.isVisible()] == ["Stretching"]


def test_nothing_found_is_said(window: SettingsWindow, qtbot: QtBot) -> None:
    assert NOTHING_FOUND not in _texts(window)

    _search(window, qtbot, "xyzzy")

    assert _shown(window) == []
    assert NOTHING_FOUND in _texts(window)


def test_escape_ends_the_search_and_then_leaves(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    before = _shown(window)
    _search(window, qtbot, "snooze")

    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert _shown(window) == before
    assert window.isVisible()

    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_choosing_a_page_ends_the_search(window: SettingsWindow, qtbot: QtBot) -> None:
    _search(window, qtbot, "snooze")

    _open(window, "Look")

    assert _shown(window)[0] == "appearance"
    field = window.findChild(QLineEdit, "field")
    assert field is not None
    assert field.text() == ""


def test_the_keys_lead_from_the_search_to_the_pages(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)

    qtbot.keyClick(field, Qt.Key.Key_Down)
    pages = QApplication.focusWidget()
    assert isinstance(pages, QListWidget)
    qtbot.keyClick(pages, Qt.Key.Key_Down)

    assert pages.currentItem().text() == "Reminders"


def test_a_change_applies_at_once_and_to_one_setting_only(
    window: SettingsWindow, heard: list[Settings]
) -> None:
    before = Settings(hold=Preset.EASY)
    window.show_settings(before)
    more = _more(window, "sitting_limit")

    more.click()
    more.click()

    assert heard == [
        replace(before, sitting_limit=50 * MINUTE),
        replace(before, sitting_limit=55 * MINUTE),
    ]


def test_any_interval_can_be_set_to_the_minute(
    window: SettingsWindow, heard: list[Settings], qtbot: QtBot
) -> None:
    box = _editor(window, "sitting_limit").focusProxy()
    assert isinstance(box, QWidget)

    _retype(qtbot, box, "47")

    assert heard == [Settings(sitting_limit=47 * MINUTE)]


@pytest.mark.parametrize(
    ("typed", "minutes", "said"),
    [
        ("2", 5, "It is at least 5 min."),
        ("9h", 240, "It is at most 4 h."),
        ("soon", 45, "'soon' is no length of time, such as 45 min or 1 h 30 min."),
    ],
)
def test_what_cannot_be_is_said_beside_it(
    window: SettingsWindow, qtbot: QtBot, typed: str, minutes: int, said: str
) -> None:
    box = _editor(window, "sitting_limit").focusProxy()
    assert isinstance(box, QWidget)

    _retype(qtbot, box, typed)
    assert said in _texts(window)
    assert _editor(window, "sitting_limit").value() == minutes * MINUTE

    _retype(qtbot, box, "50")
    assert said not in _texts(window)


def test_showing_settings_reports_nothing(
    window: SettingsWindow, heard: list[Settings]
) -> None:
    window.show_settings(Settings(hold=Preset.EASY, snooze=5 * MINUTE))

    assert _editor(window, "snooze").value() == 5 * MINUTE
    assert heard == []


def test_what_is_half_typed_is_not_swept_away(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    box: Any = _editor(window, "sitting_limit").focusProxy()
    box.selectAll()
    qtbot.keyClicks(box, "5")

    window.show_settings(Settings(snooze=5 * MINUTE))

    assert box.lineEdit().text() == "5"


def test_the_way_back_is_there_where_a_value_differs(
    window: SettingsWindow, heard: list[Settings]
) -> None:
    _open(window, "Reminders")
    back = _back(window, "snooze")
    assert not back.isVisible()

    window.show_settings(Settings(snooze=5 * MINUTE, snooze_limit=0))
    assert back.isVisible()
    assert back.toolTip() == "Snooze for: back to the default, 10 min"

    back.click()

    assert heard == [Settings(snooze_limit=0)]
    assert not back.isVisible()


def test_every_way_back_says_where_it_leads(window: SettingsWindow) -> None:
    for name, spec in SPECS.items():
        said = _back(window, name).accessibleName()
        assert said.startswith(f"{spec.label}: back to the default, ")


def test_all_go_back_to_their_defaults_and_that_can_be_undone(
    window: SettingsWindow, heard: list[Settings]
) -> None:
    mine = Settings(hold=Preset.EASY, snooze=5 * MINUTE)
    window.show_settings(mine)

    _press(window, "All back to defaults")
    assert "Every setting is back at its default." in _texts(window)
    assert _editor(window, "snooze").value() == Settings().snooze
    _press(window, "Undo")

    assert heard == [Settings(), mine]
    assert _editor(window, "snooze").value() == 5 * MINUTE
    assert "Every setting is back at its default." not in _texts(window)


def test_every_page_is_as_wide_as_the_others(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    area = window.findChild(PageArea)
    assert area is not None
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    wide = area.viewport().width()

    _open(window, "Data")
    qtbot.waitUntil(lambda: bar.maximum() == 0)

    assert area.viewport().width() == wide
    assert not bar.isEnabled()


def test_the_foot_says_that_there_is_nothing_to_save(window: SettingsWindow) -> None:
    assert "Changes apply at once." in _texts(window)

    for page in ("Data", "About"):
        _open(window, page)
        assert not any(b.isVisible() for b in _buttons(window, "All back to defaults"))

    _open(window, "Look")
    assert any(b.isVisible() for b in _buttons(window, "All back to defaults"))


def test_after_another_change_it_cannot_be_undone(window: SettingsWindow) -> None:
    window.show_settings(Settings(snooze=5 * MINUTE))
    _press(window, "All back to defaults")

    _more(window, "sitting_limit").click()

    assert not [b for b in _buttons(window, "Undo") if b.isVisible()]


def test_what_means_nothing_cannot_be_changed(window: SettingsWindow) -> None:
    _open(window, "Reminders")
    assert not _editor(window, "stand_up_after").isEnabled()
    only = "Only with: Remind me to stand up as well. "
    assert [text for text in _texts(window) if text.startswith(only)]

    window.show_settings(Settings(stand_up=True, voice=False))

    assert _editor(window, "stand_up_after").isEnabled()
    assert not [text for text in _texts(window) if text.startswith("Only with")]
    assert not _editor(window, "pace").isEnabled()


def test_it_says_where_the_settings_are_kept(window: SettingsWindow) -> None:
    window.set_file("/home/anna/settings.toml")
    _open(window, "Data")

    assert "Settings are kept in /home/anna/settings.toml" in _texts(window)


def test_it_says_by_what_presence_is_noticed(window: SettingsWindow) -> None:
    _open(window, "Sitting and breaks")
    window.set_idle_source("x11")
    window.set_idle_source("gnome")

    assert "Stretchbreak sees pauses of keyboard and mouse through: gnome" in _texts(
        window
    )


def test_the_sound_can_be_tried(window: SettingsWindow) -> None:
    asked: list[str] = []
    window.voice_asked.connect(lambda: asked.append("voice"))
    window.chime_asked.connect(lambda: asked.append("chime"))

    _press(window, "Hear the voice")
    _press(window, "Hear the chime")

    assert asked == ["voice", "chime"]


def test_a_reminder_can_be_seen_and_what_its_answer_would_do(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    _open(window, Group.REMINDERS.value)

    with qtbot.waitSignal(window.prompt_asked):
        _press(window, "Show me a reminder")
    window.show_answer("Start: the session would begin now.")

    assert "Start: the session would begin now." in _texts(window)


def test_the_start_with_the_login_can_be_found(
    window: SettingsWindow, qtbot: QtBot
) -> None:
    _search(window, qtbot, "autostart")

    assert START in _texts(window)


def test_why_nothing_is_heard_is_said_beside_the_buttons(
    window: SettingsWindow,
) -> None:
    _open(window, "Voice and sound")
    window.show_unheard("No voice: none.")
    assert "No voice: none." in _texts(window)

    window.show_unheard("")
    assert "No voice: none." not in _texts(window)


def test_at_most_twelve_things_are_on_the_first_page(window: SettingsWindow) -> None:
    groups = window._groups.values()
    basic = [e for g in groups for e in g._entries if e.level is Level.BASIC]

    assert len(basic) <= 12


def test_the_first_pages_can_be_seen_again(window: SettingsWindow) -> None:
    asked: list[str] = []
    window.safety_asked.connect(lambda: asked.append("safety"))
    window.introduction_asked.connect(lambda: asked.append("introduction"))

    _press(window, "Read the safety notes")
    _press(window, "Show the introduction again")

    assert asked == ["safety", "introduction"]


def test_about_says_the_version_and_the_sources(window: SettingsWindow) -> None:
    _open(window, "About")

    texts = " ".join(_texts(window))

    assert f"Stretchbreak {__version__}" in texts
    assert "MIT" in texts
    assert SOURCE.title in texts


def test_a_change_that_could_not_be_kept_is_said(window: SettingsWindow) -> None:
    window.settings_changed.connect(lambda _s: window.tell("the disk is full"))

    _more(window, "sitting_limit").click()

    assert "the disk is full" in _texts(window)


def test_what_went_wrong_is_said_until_the_next_change(window: SettingsWindow) -> None:
    window.tell("settings.toml: the disk is full")
    assert "settings.toml: the disk is full" in _texts(window)

    _more(window, "sitting_limit").click()

    assert "settings.toml: the disk is full" not in _texts(window)


def test_a_page_shows_what_a_day_would_look_like(window: SettingsWindow) -> None:
    _open(window, "Reminders")
    before = _times(window)

    for _press in range(3):
        _more(window, "sitting_limit").click()

    assert before.startswith("Reminders at 09:45, ")
    assert _times(window).startswith("Reminders at 10:00, ")


def _times(window: SettingsWindow) -> str:
    """Return when reminders would come."""
    return next(text for text in _texts(window) if text.startswith("Reminders at"))


def _typical_day(settings: Settings) -> Lived:
    return typical_day(settings, known(), date(2026, 3, 2))


def _more(window: SettingsWindow, name: str) -> QToolButton:
    more = _editor(window, name).findChild(QToolButton, "more")
    assert more is not None
    return more


def _editor(window: SettingsWindow, name: str) -> Editor:
    editor = window.findChild(Editor, name)
    assert isinstance(editor, Editor)
    return editor


def _shown(window: SettingsWindow) -> list[str]:
    """Return the names of the settings that are shown, from the top."""
    return [name for name in DEFAULTS if _editor(window, name).isVisible()]


def _back(window: SettingsWindow, name: str) -> QToolButton:
    row = _editor(window, name).parentWidget()
    assert isinstance(row, SettingRow)
    buttons = row.findChildren(QToolButton, "word")
    return next(b for b in buttons if "back to the default" in b.toolTip())


def _open(window: SettingsWindow, title: str) -> None:
    pages = window.findChild(QListWidget)
    assert pages is not None
    (item,) = pages.findItems(title, Qt.MatchFlag.MatchExactly)
    pages.setCurrentItem(item)


def _search(window: SettingsWindow, qtbot: QtBot, words: str) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = window.findChild(QLineEdit, "field")
    assert field is not None
    qtbot.keyClicks(field, words)


def _texts(window: SettingsWindow) -> list[str]:
    return [each.text() for each in window.findChildren(QLabel) if each.isVisible()]


def _buttons(window: SettingsWindow, text: str) -> list[QPushButton]:
    buttons = window.findChildren(QPushButton)
    return [each for each in buttons if each.text() == text]


def _press(window: SettingsWindow, text: str) -> None:
    (button,) = _buttons(window, text)
    button.click()


def _retype(qtbot: QtBot, box: QWidget, text: str) -> None:
    box.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def _takes_keys(widget: QWidget) -> bool:
    tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    inner = widget.objectName() == "qt_spinbox_lineedit"
    return bool(tabbed) and not inner and widget.focusProxy() is None


def _said(widget: QWidget) -> str:
    """Return what a screen reader says of *widget*."""
    text = getattr(widget, "text", str)()
    return str(widget.accessibleName() or (text if len(text) > 1 else ""))


def test_the_first_page_comes_first(window: SettingsWindow) -> None:
    assert _texts(window)[0] == BASICS
