"""Tests for stretchbreak.qt.tray_menu, and for the menus inside it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from stretchbreak.core.holds import By
from stretchbreak.core.pause import DAY_BEGINS, For, PauseEnd, Until, UntilResumed
from stretchbreak.core.view import View
from stretchbreak.qt.tray_menu import TrayMenu
from tests.support.view_builders import (
    a_due_view,
    a_held_view,
    a_paused_view,
    a_session_view,
    a_view,
    some_routines,
)
from tests.support.views import MINUTE, a_prompt
from tests.support.wish_log import WISHES, WishLog

HOUR = timedelta(hours=1)


@pytest.fixture
def menu(qapp: QApplication) -> Iterator[TrayMenu]:
    assert qapp is not None
    menu = TrayMenu()
    menu.set_routines(some_routines())
    menu.show_view(a_view())
    yield menu
    menu.deleteLater()


def test_the_first_line_says_how_things_stand(menu: TrayMenu) -> None:
    first = menu.actions()[0]

    assert first.text() == "Next break in 12 min"
    assert not first.isEnabled()


@pytest.mark.parametrize(
    ("view", "shown"),
    [
        (a_view(), ["Start a break", "Snooze", "Not now", "Pause reminders"]),
        (a_due_view(), ["Snooze 10 min", "Not now"]),
        (a_view(skip_undo=True), ['Undo "Not now"']),
        (a_held_view(), ["Remind me anyway"]),
        (a_paused_view(None), ["Start a break", "Resume reminders"]),
        (a_session_view(), ["Show the session"]),
    ],
)
def test_a_state_offers_what_it_needs(
    menu: TrayMenu, view: View, shown: list[str]
) -> None:
    menu.show_view(view)

    assert set(shown) <= set(_visible(menu))


@pytest.mark.parametrize(
    ("view", "hidden"),
    [
        (a_view(), ["Remind me anyway", "Resume reminders", 'Undo "Not now"']),
        (a_held_view(By.AWAY), ["Remind me anyway"]),
        (a_view(skip_undo=True), ["Not now"]),
        (a_paused_view(None), ["Pause reminders"]),
        (a_session_view(), ["Start a break"]),
    ],
)
def test_a_state_hides_what_makes_no_sense(
    menu: TrayMenu, view: View, hidden: list[str]
) -> None:
    menu.show_view(view)

    assert not set(hidden) & set(_visible(menu))


def test_snooze_and_skip_need_a_prompt_on_the_screen(menu: TrayMenu) -> None:
    assert not _action(menu, "Snooze").isEnabled()
    assert not _action(menu, "Not now").isEnabled()

    menu.show_view(a_due_view())

    assert _action(menu, "Snooze 10 min").isEnabled()
    assert _action(menu, "Not now").isEnabled()


def test_a_used_up_snooze_is_greyed_out(menu: TrayMenu) -> None:
    menu.show_view(a_due_view(prompt=a_prompt(can_snooze=False)))

    assert not _action(menu, "Snooze 10 min").isEnabled()
    assert _action(menu, "Not now").isEnabled()


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        *WISHES,
        ("Show the session", ("start_asked", None)),
        ("Open Stretchbreak", ("open_asked",)),
    ],
)
def test_an_entry_is_a_wish(
    menu: TrayMenu, text: str, wish: tuple[object, ...]
) -> None:
    menu.show_view(a_due_view())
    heard = WishLog(menu.wishes)

    _action(menu, text).trigger()

    assert heard.wishes == [wish]


@pytest.mark.parametrize(
    ("text", "routine"),
    [("Suggested break", None), ("Short", "short"), ("Walk", "walk")],
)
def test_a_break_is_started_by_name(
    menu: TrayMenu, text: str, routine: str | None
) -> None:
    heard = WishLog(menu.wishes)

    _action(_submenu(menu, "Start a break"), text).trigger()

    assert heard.wishes == [("start_asked", routine)]


def test_each_break_says_how_long_it_takes(menu: TrayMenu) -> None:
    menu.set_lengths({None: 8 * MINUTE, "walk": 2 * MINUTE})
    menu.show_view(a_view())

    texts = {each.text() for each in _submenu(menu, "Start a break").actions()}
    assert {"Suggested break (8 min)", "Walk (2 min)", "Short"} <= texts


def test_the_suggestion_says_how_long_it_takes(menu: TrayMenu) -> None:
    menu.show_view(a_due_view())

    first = _submenu(menu, "Start a break").actions()[0]

    assert first.text().startswith("Suggested break (")


def test_routines_are_listed_once(menu: TrayMenu) -> None:
    menu.set_routines(some_routines())
    menu.set_routines(some_routines()[:1])

    texts = [each.text() for each in _submenu(menu, "Start a break").actions()]

    assert texts == ["Suggested break", "", "Short"]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("30 minutes", For(HOUR / 2)),
        ("1 hour", For(HOUR)),
        ("2 hours", For(2 * HOUR)),
        ("Until tomorrow", Until(DAY_BEGINS)),
        ("Until I resume", UntilResumed()),
    ],
)
def test_a_pause_has_an_end(menu: TrayMenu, text: str, end: PauseEnd) -> None:
    heard = WishLog(menu.wishes)

    _action(_submenu(menu, "Pause reminders"), text).trigger()

    assert heard.wishes == [("pause_asked", end)]


def test_opening_the_menu_asks_for_the_newest_view(menu: TrayMenu) -> None:
    heard = WishLog(menu.wishes)

    menu.aboutToShow.emit()

    assert heard.wishes == [("refresh_asked",)]


def _action(menu: QMenu, text: str) -> QAction:
    return next(each for each in menu.actions() if each.text() == text)


def _submenu(menu: QMenu, text: str) -> QMenu:
    submenus = menu.findChildren(QMenu)
    return next(each for each in submenus if each.title() == text)


def _visible(menu: QMenu) -> list[str]:
    return [each.text() for each in menu.actions() if each.isVisible()]
