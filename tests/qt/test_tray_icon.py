"""Tests for stretchbreak.qt.tray_icon."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from stretchbreak.qt.tray_icon import TrayIcon
from stretchbreak.qt.tray_wording import NO_IDLE, NO_IDLE_SOURCE
from tests.support.view_builders import (
    a_due_view,
    a_held_view,
    a_view,
    some_routines,
)
from tests.support.views import MINUTE
from tests.support.wish_log import WishLog


@pytest.fixture
def tray(qapp: QApplication) -> Iterator[TrayIcon]:
    assert qapp is not None
    tray = TrayIcon()
    tray.set_routines(some_routines())
    tray.show_view(a_view())
    yield tray
    tray.hide()


def test_the_tooltip_says_how_things_stand(tray: TrayIcon) -> None:
    assert _icon(tray).toolTip() == "Next break in 12 min"

    tray.show_view(a_held_view())

    assert _icon(tray).toolTip() == "Held since 14:02: Do Not Disturb"


def test_it_says_where_nothing_tells_when_the_user_is_away(tray: TrayIcon) -> None:
    before = _icon(tray).icon().cacheKey()

    tray.set_idle_source(NO_IDLE_SOURCE)
    tray.show_view(a_view())
    assert _icon(tray).toolTip() == f"Next break in 12 min\n{NO_IDLE}"
    assert _icon(tray).icon().cacheKey() != before

    tray.set_idle_source("x11")
    tray.show_view(a_view())
    assert _icon(tray).toolTip() == "Next break in 12 min"


def test_another_state_is_another_icon(tray: TrayIcon) -> None:
    before = _icon(tray).icon().cacheKey()

    tray.show_view(a_due_view())

    assert _icon(tray).icon().cacheKey() != before


def test_a_minute_more_in_the_same_notch_repaints_nothing(tray: TrayIcon) -> None:
    before = _icon(tray).icon().cacheKey()

    tray.show_view(a_view(next_prompt=11 * MINUTE, progress=33.5 / 45))

    assert _icon(tray).icon().cacheKey() == before
    assert _icon(tray).toolTip() == "Next break in 11 min"


def test_a_click_opens_the_window(tray: TrayIcon) -> None:
    heard = WishLog(tray.wishes)

    _icon(tray).activated.emit(QSystemTrayIcon.ActivationReason.Trigger)

    assert heard.wishes == [("open_asked",)]


def test_a_right_click_is_only_for_the_menu(tray: TrayIcon) -> None:
    heard = WishLog(tray.wishes)

    _icon(tray).activated.emit(QSystemTrayIcon.ActivationReason.Context)

    assert heard.wishes == []


def test_a_panel_that_comes_late_gets_the_icon_as_it_is(tray: TrayIcon) -> None:
    tray.show_view(a_due_view())
    before = _icon(tray)
    heard: list[bool] = []
    tray.availability_changed.connect(heard.append)

    tray._host_came()

    assert _icon(tray) is not before
    assert _icon(tray).isVisible()
    assert _icon(tray).toolTip() == "Time for a break"
    assert not before.isVisible()
    assert heard == [True]


def test_hiding_takes_the_icon_away(tray: TrayIcon) -> None:
    tray.hide()

    assert not _icon(tray).isVisible()


def _icon(tray: TrayIcon) -> QSystemTrayIcon:
    return tray._icon
