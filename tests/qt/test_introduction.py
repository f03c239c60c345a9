"""Tests for stretchbreak.qt.introduction and its pages."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt, QVariantAnimation
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from stretchbreak.core.choices import Strength, Where
from stretchbreak.core.safety import Safety
from stretchbreak.core.settings import Settings
from stretchbreak.qt.asking_page import HOW
from stretchbreak.qt.asking_picture import AskingPicture
from stretchbreak.qt.day_picture import breaks
from stretchbreak.qt.figure_view import FigureView
from stretchbreak.qt.introduction import Introduction
from stretchbreak.qt.login_page import IN_THE_TRAY, NO_TRAY
from stretchbreak.qt.prompt_test import NOT_YET
from stretchbreak.qt.step_dots import StepDots
from stretchbreak.qt.switch import Switch
from tests.support.day import known
from tests.support.fakes import FakeAutostart
from tests.support.poses import pose

PLACE, ASKING, STRETCH, INTERVAL, LOGIN = range(5)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def login() -> FakeAutostart:
    return FakeAutostart()


@pytest.fixture
def window(qtbot: QtBot, login: FakeAutostart) -> Introduction:
    window = Introduction(known().stretches, pose, login)
    window.set_motion_reduced(reduced=True)
    qtbot.addWidget(window)
    window.begin(Settings(), Safety.CLEAR)
    window.show()
    return window


@pytest.fixture
def changed(window: Introduction) -> list[tuple[str, object]]:
    changed: list[tuple[str, object]] = []
    window.changed.connect(lambda name, value: changed.append((name, value)))
    return changed


def seen(window: Introduction, kind: type[QWidget]) -> list[QWidget]:
    return [each for each in window.findChildren(kind) if each.isVisible()]


def words(window: Introduction) -> str:
    labels = (each for each in window.findChildren(QLabel) if each.isVisible())
    return "\n".join(label.text() for label in labels)


def button(window: Introduction, name: str) -> QAbstractButton:
    for each in window.findChildren(QAbstractButton):
        named = name in {each.text().replace("&", ""), each.accessibleName()}
        if named and each.isVisible():
            return each
    raise AssertionError(f"there is no {name!r} to be seen")


def step(window: Introduction) -> str:
    dots = window.findChild(StepDots)
    assert dots is not None
    return dots.accessibleName()


def turn_to(window: Introduction, page: int) -> None:
    for _page in range(page):
        button(window, "Next").click()


# The way through


def test_enter_alone_leads_through_and_changes_nothing(
    window: Introduction,
    changed: list[tuple[str, object]],
    login: FakeAutostart,
    qtbot: QtBot,
) -> None:
    steps = []
    while window.isVisible():
        steps.append(step(window))
        here = window.focusWidget()
        assert isinstance(here, QPushButton)
        qtbot.keyClick(here, Qt.Key.Key_Return)

    assert steps == [f"Step {number} of 5" for number in range(1, 6)]
    assert changed == []
    assert not login.switched_on


@pytest.mark.parametrize("page", range(5))
def test_esc_ends_it_on_every_page(
    page: int, window: Introduction, qtbot: QtBot
) -> None:
    turn_to(window, page)

    with qtbot.waitSignal(window.closed):
        qtbot.keyClick(window, Qt.Key.Key_Escape)

    assert not window.isVisible()


def test_the_rest_can_be_skipped_and_a_page_gone_back(window: Introduction) -> None:
    turn_to(window, INTERVAL)
    button(window, "Back").click()
    assert step(window) == "Step 3 of 5"

    button(window, "Skip the rest").click()

    assert not window.isVisible()


def test_shown_again_it_begins_at_the_beginning(window: Introduction) -> None:
    turn_to(window, LOGIN)
    window.close()

    window.begin(Settings(), Safety.CLEAR)

    assert step(window) == "Step 1 of 5"


def test_it_stands_where_the_page_before_it_stood_but_never_off_the_screen(
    window: Introduction, qtbot: QtBot
) -> None:
    before = QWidget()
    qtbot.addWidget(before)
    before.setGeometry(100, 40, 640, 700)
    window.take_place_of(before)
    moved = window.geometry().center() - before.geometry().center()
    assert moved.manhattanLength() <= 8  # as far as a thin frame moves it

    before.setGeometry(0, 0, 100, 100)
    window.take_place_of(before)
    assert window.pos() == QPoint(0, 0)


def test_every_control_has_a_name(window: Introduction) -> None:
    for _page in range(5):
        for each in (*seen(window, QAbstractButton), *seen(window, QSpinBox)):
            said = each.text() if isinstance(each, QAbstractButton) else ""
            assert said or each.accessibleName(), each
        button(window, "Done" if step(window) == "Step 5 of 5" else "Next").click()


# The pages


def test_the_desk_is_chosen_by_its_picture_and_shows_a_seated_stretch(
    window: Introduction, changed: list[tuple[str, object]]
) -> None:
    assert button(window, "I can lie down here").isChecked()

    button(window, "I stay at my desk").click()
    assert changed == [("place", Where.DESK)]
    window.show_settings(Settings(place=Where.DESK))
    turn_to(window, STRETCH)

    assert "seated knee hug" in words(window)
    assert "In a session you warm up first." in words(window)


def test_the_keyboard_chooses_a_place_and_enter_goes_on(
    window: Introduction, changed: list[tuple[str, object]], qtbot: QtBot
) -> None:
    floor = button(window, "I can lie down here")
    floor.setFocus()
    qtbot.keyClick(floor, Qt.Key.Key_Down)
    here = window.focusWidget()
    assert here is button(window, "I stay at my desk")
    qtbot.keyClick(here, Qt.Key.Key_Space)
    assert ("place", Where.DESK) in changed

    qtbot.keyClick(here, Qt.Key.Key_Return)

    assert step(window) == "Step 2 of 5"


def test_what_is_chosen_moves_and_comes_to_rest_unless_less_movement_is_wished(
    window: Introduction, qtbot: QtBot
) -> None:
    desk = button(window, "I stay at my desk")
    figure = desk.findChild(FigureView)
    assert figure is not None
    moves = []
    desk.click()
    moves.append(not figure.still)

    window.set_motion_reduced(reduced=False)
    desk.click()
    moves.append(not figure.still)
    turn_to(window, ASKING)
    moves.append(not figure.still)

    assert moves == [False, True, False]
    button(window, "Gently").click()
    picture = window.findChild(AskingPicture)
    assert picture is not None
    coming = picture.findChild(QVariantAnimation)
    assert coming is not None
    qtbot.waitUntil(lambda: coming.state() is QVariantAnimation.State.Stopped)


def test_a_strength_is_chosen_and_a_reminder_asked_for(
    window: Introduction, changed: list[tuple[str, object]], qtbot: QtBot
) -> None:
    turn_to(window, ASKING)
    button(window, "Firmly").click()
    assert changed == [("strength", Strength.FIRM)]
    assert HOW[Strength.FIRM] in words(window)
    assert NOT_YET in words(window)

    with qtbot.waitSignal(window.prompt_asked):
        button(window, "Show me a reminder").click()
    window.show_answer("Start: the session would begin now.")

    assert "Start: the session would begin now." in words(window)


def test_a_stretch_is_led_by_the_voice_and_what_is_missing_is_said(
    window: Introduction, qtbot: QtBot
) -> None:
    turn_to(window, STRETCH)
    assert "Try one: pelvic tilt" in words(window)

    with qtbot.waitSignal(window.voice_asked) as voice:
        button(window, "Hear the voice").click()
    with qtbot.waitSignal(window.chime_asked):
        button(window, "Hear the chime").click()
    window.show_unheard("No voice: install one.")

    assert voice.args is not None
    assert voice.args[0].startswith("Pelvic tilt. ")
    assert voice.args[0].endswith(" Let go slowly.")
    assert "No voice: install one." in words(window)


def test_whoever_must_not_stretch_is_asked_for_no_place_and_shown_a_march(
    window: Introduction,
) -> None:
    window.begin(Settings(), Safety.CAUTION)

    titles = []
    for _page in range(4):
        titles.append(words(window).splitlines()[0])
        button(window, "Done" if len(titles) == 4 else "Next").click()

    assert not window.isVisible()
    assert titles[1] == "Try one: march in place"
    assert "Where can you stretch?" not in titles


def test_an_interval_is_chosen_ready_made_or_to_the_minute(
    window: Introduction, changed: list[tuple[str, object]], qtbot: QtBot
) -> None:
    turn_to(window, INTERVAL)
    assert button(window, "45 minutes").isChecked()

    button(window, "1 hour").click()
    (box,) = seen(window, QSpinBox)
    assert isinstance(box, QSpinBox)
    assert box.text() == "1 h"
    box.selectAll()
    qtbot.keyClicks(box, "37")
    qtbot.keyClick(box, Qt.Key.Key_Return)

    assert changed == [("sitting_limit", 60 * MINUTE), ("sitting_limit", 37 * MINUTE)]
    assert step(window) == "Step 5 of 5"


@pytest.mark.parametrize(
    ("minutes", "count"), [(5, 95), (30, 15), (45, 10), (60, 7), (90, 5), (240, 1)]
)
def test_a_day_has_so_many_breaks(minutes: int, count: int) -> None:
    assert breaks(minutes * MINUTE) == count


def test_the_start_with_the_login_is_off_until_it_is_wanted(
    window: Introduction, login: FakeAutostart
) -> None:
    turn_to(window, LOGIN)
    (switch,) = seen(window, Switch)
    assert isinstance(switch, Switch)
    assert not switch.isChecked()

    switch.click()
    assert login.switched_on
    switch.click()
    assert not login.switched_on


def test_a_login_that_cannot_be_changed_is_said(
    window: Introduction, login: FakeAutostart
) -> None:
    turn_to(window, LOGIN)
    (switch,) = seen(window, Switch)
    assert isinstance(switch, Switch)
    login.fails = "the folder cannot be written"

    switch.click()

    assert "the folder cannot be written" in words(window)
    assert not switch.isChecked()
    window.begin(Settings(), Safety.CLEAR)
    turn_to(window, LOGIN)
    assert "the folder cannot be written" in words(window)


def test_the_end_says_where_the_program_is_found(window: Introduction) -> None:
    turn_to(window, LOGIN)

    window.set_tray_available(available=True)
    assert IN_THE_TRAY in words(window)
    window.set_tray_available(available=False)
    assert NO_TRAY in words(window)
