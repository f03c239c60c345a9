"""Tests for stretchbreak.qt.dashboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from stretchbreak.core.pause import DAY_BEGINS, Until
from stretchbreak.core.safety import Safety
from stretchbreak.core.view import View
from stretchbreak.qt import wording
from stretchbreak.qt.dashboard import Dashboard
from stretchbreak.qt.day_line import DayLine
from stretchbreak.qt.fitted_text import FittedText
from stretchbreak.qt.page_area import PageArea
from stretchbreak.qt.tray_wording import NO_IDLE, NO_TRAY
from tests.support.view_builders import (
    a_day,
    a_due_view,
    a_held_view,
    a_paused_view,
    a_session_view,
    a_view,
    clock,
    some_routines,
)
from tests.support.views import MINUTE, a_prompt
from tests.support.wish_log import WISHES, WishLog

ALWAYS = {
    "I just walked",
    "What would a day look like?",
    "Stretches",
    "Routines",
    "Settings",
    "Safety notes",
    "Quit",
}
START = {"Start a break", "Other breaks", "All five stretches", "Walk"}


@pytest.fixture
def window(qtbot: QtBot) -> Dashboard:
    window = Dashboard()
    qtbot.addWidget(window)
    window.set_routines(some_routines())
    window.show_view(a_view())
    window.show()
    return window


@pytest.mark.parametrize(
    ("view", "texts"),
    [
        (a_view(), ["33 min", "12 min to go", "Next break at 14:17"]),
        (a_due_view(), ["45 min", wording.offer(a_prompt().offer)]),
        (a_held_view(), ["45 min", "Held since 14:02: Do Not Disturb"]),
        (a_paused_view(None), ["Paused until you resume"]),
        (
            a_view(safety=Safety.CAUTION),
            ["Stretches are off, as you said in the safety notes."],
        ),
    ],
)
def test_it_says_how_things_stand(
    window: Dashboard, view: View, texts: list[str]
) -> None:
    window.show_view(view)

    assert set(texts) <= set(_texts(window))


@pytest.mark.parametrize(
    ("view", "more"),
    [
        (a_view(), set()),
        (a_due_view(), {"Snooze 10 min", "Not now"}),
        (a_due_view(prompt=a_prompt(can_snooze=False)), {"Not now"}),
        (a_view(skip_undo=True), {'Undo "Not now"'}),
        (a_held_view(), {"Remind me anyway"}),
    ],
)
def test_it_offers_what_the_state_needs(
    window: Dashboard, view: View, more: set[str]
) -> None:
    window.show_view(view)

    assert _buttons(window) == ALWAYS | START | {"Pause reminders"} | more


def test_a_pause_can_be_ended(window: Dashboard) -> None:
    window.show_view(a_paused_view(None))

    assert _buttons(window) == ALWAYS | START | {"Resume reminders"}


def test_in_a_session_there_is_nothing_else_to_start(window: Dashboard) -> None:
    window.show_view(a_session_view())

    assert _buttons(window) == ALWAYS | {"Show the session", "Pause reminders"}


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        *WISHES,
        ("Start a break", ("start_asked", None)),
        ("Walk", ("start_asked", "walk")),
        ("What would a day look like?", ("day_preview_asked",)),
    ],
)
def test_a_button_is_a_wish(
    window: Dashboard, text: str, wish: tuple[object, ...]
) -> None:
    window.show_view(a_due_view())
    heard = WishLog(window.wishes)

    _button(window, text).click()

    assert heard.wishes == [wish]


def test_a_routine_is_chosen_by_name(window: Dashboard) -> None:
    heard = WishLog(window.wishes)

    _entry(_button(window, "Other breaks").menu(), "Walk").trigger()

    assert heard.wishes == [("start_asked", "walk")]


def test_a_pause_is_chosen_by_its_end(window: Dashboard) -> None:
    heard = WishLog(window.wishes)

    _entry(_button(window, "Pause reminders").menu(), "Until tomorrow").trigger()

    assert heard.wishes == [("pause_asked", Until(DAY_BEGINS))]


def test_without_a_tray_it_says_how_to_come_back(window: Dashboard) -> None:
    assert NO_TRAY not in _texts(window)

    window.set_tray_available(False)

    assert NO_TRAY in _texts(window)


def test_escape_only_hides_it(window: Dashboard, qtbot: QtBot) -> None:
    qtbot.waitExposed(window)
    window.activateWindow()

    qtbot.keyClick(window, Qt.Key.Key_Escape)

    assert not window.isVisible()
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_opening_it_asks_for_the_newest_view(window: Dashboard) -> None:
    window.hide()
    heard = WishLog(window.wishes)

    window.show()

    assert heard.wishes == [("refresh_asked",)]


def test_the_same_view_again_repaints_nothing(window: Dashboard, qtbot: QtBot) -> None:
    qtbot.waitExposed(window)
    before = window.grab().toImage()

    window.show_view(a_view())

    assert window.grab().toImage() == before


def test_it_says_plainly_where_nothing_tells_of_absence(window: Dashboard) -> None:
    window.set_idle_source("x11")
    assert NO_IDLE not in _texts(window)

    window.set_idle_source("none")
    assert NO_IDLE in _texts(window)


def test_each_break_says_how_long_it_takes(window: Dashboard) -> None:
    window.set_lengths({None: 8 * MINUTE, "full": 13 * MINUTE, "walk": 2 * MINUTE})

    assert {"Start a break (8 min)", "Walk (2 min)"} <= _buttons(window)
    menu = _button(window, "Other breaks").menu()
    assert _entry(menu, "All five stretches (13 min)").isEnabled()


def test_the_week_and_the_next_appointment_stand_with_today(window: Dashboard) -> None:
    window.show_view(a_view(appointment=(clock(7, 30, days=1), "walk")))

    assert {
        "1 of 3 stretch sessions this week",
        "Next appointment: tomorrow, 07:30, Walk",
    } <= set(_texts(window))


def test_it_says_why_the_last_reminder_came_when_it_came(window: Dashboard) -> None:
    window.show_view(a_view(day=a_day()))

    assert (
        "Last reminder at 11:30. It was due at 11:17. "
        'Held until 11:30: reminders are paused. You said "Not now".'
    ) in _texts(window)


def test_the_line_of_today_is_said_in_words(window: Dashboard, qtbot: QtBot) -> None:
    window.show_view(a_view(day=a_day()))
    line = window.findChild(DayLine)
    assert line is not None
    assert "Sitting 4 h 18 min, at most 1 h 43 min at a time, 2 reminders" in line.words

    qtbot.keyClick(line, Qt.Key.Key_Home)
    qtbot.keyClick(line, Qt.Key.Key_Right)
    assert "A reminder was held, 09:45 to 10:29 (44 min): a call" in _texts(window)


def test_a_routine_that_changes_while_it_is_open_is_offered_anew(
    window: Dashboard, qtbot: QtBot
) -> None:
    changed = [
        replace(each, name="Hall & stairs") if each.id == "walk" else each
        for each in some_routines()
    ]
    window.set_routines(changed)
    qtbot.waitUntil(lambda: "Hall && stairs" in _buttons(window))

    assert "Walk" not in _buttons(window)


def test_the_keyboard_goes_down_the_page(window: Dashboard, qtbot: QtBot) -> None:
    window.set_routines(some_routines())
    window.show_view(a_held_view())
    window.activateWindow()
    first = _button(window, "Remind me anyway")
    first.setFocus()
    places: list[tuple[int, int]] = []
    while not places or window.focusWidget() is not first:
        each = window.focusWidget()
        at = each.mapTo(window, QPoint())
        places.append((at.y(), at.x()))
        qtbot.keyClick(each, Qt.Key.Key_Tab)

    assert len(places) == 14
    assert places == sorted(places)


def test_it_fits_a_small_screen(window: Dashboard) -> None:
    window.show_view(a_held_view(day=a_day()))
    QApplication.processEvents()

    window.resize(500, 300)

    assert (window.width(), window.height()) == (500, 300)
    page = window.findChild(PageArea)
    assert page is not None
    assert page.horizontalScrollBar().maximum() == 0


def _texts(window: Dashboard) -> list[str]:
    labels = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    return labels + [each.text for each in window.findChildren(FittedText)]


def _buttons(window: Dashboard) -> set[str]:
    buttons = window.findChildren(QPushButton)
    return {each.text() for each in buttons if each.isVisible()}


def _button(window: Dashboard, text: str) -> QPushButton:
    buttons = window.findChildren(QPushButton)
    return next(each for each in buttons if each.text() == text)


def _entry(menu: QMenu, text: str) -> QAction:
    return next(each for each in menu.actions() if each.text() == text)


def test_what_is_told_stays_until_the_window_is_closed(window: Dashboard) -> None:
    window.show_view(a_view())
    window.show()

    window.tell("settings.toml: expected TOML; the defaults are used")
    told = window.findChild(QLabel, "warning")
    assert told is not None
    assert told.text() == "settings.toml: expected TOML; the defaults are used"
    assert told.isVisible()

    window.close()
    window.show()
    assert not told.isVisible()
