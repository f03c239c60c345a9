"""Tests for stretchbreak.qt.prompt_window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QVariantAnimation, SignalInstance
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from stretchbreak.core.pause import DAY_BEGINS, For, Until
from stretchbreak.core.view import PromptView
from stretchbreak.qt.fitted_text import FittedText
from stretchbreak.qt.prompt_window import MARGIN, PromptWindow
from tests.support.views import MINUTE, a_prompt, a_walk


@pytest.fixture
def window(qtbot: QtBot) -> PromptWindow:
    window = PromptWindow()
    qtbot.addWidget(window, before_close_func=QWidget.hide)
    return window


def _show(window: PromptWindow, view: PromptView) -> None:
    window.show_prompt(view, None)


def _heard(signal: SignalInstance) -> list[object]:
    heard: list[object] = []
    signal.connect(lambda *values: heard.extend(values or (None,)))
    return heard


def _button(window: PromptWindow, text: str) -> QAbstractButton:
    buttons = window.findChildren(QAbstractButton)
    (found,) = [b for b in buttons if b.text().replace("&", "") == text]
    return found


def _action(window: PromptWindow, text: str) -> QAction:
    actions = [a for menu in window.findChildren(QMenu) for a in menu.actions()]
    (found,) = [a for a in actions if a.text().replace("&", "") == text]
    return found


def _texts(window: PromptWindow) -> list[str]:
    fitted = [text.text for text in window.findChildren(FittedText)]
    labels = window.findChildren(QLabel)
    return fitted + [label.text() for label in labels if label.isVisible()]


def test_it_says_why_it_came_and_what_it_offers(window: PromptWindow) -> None:
    _show(window, a_prompt())

    assert "You have been sitting for 45 minutes." in _texts(window)
    assert "Walk 5 min, then two stretches: 8 min" in _texts(window)


def test_it_offers_a_walk_as_a_walk(window: PromptWindow) -> None:
    _show(window, a_prompt(offer=a_walk()))

    assert "Stand and walk: 2 min" in _texts(window)


def test_it_never_takes_the_keyboard_by_itself(window: PromptWindow) -> None:
    _show(window, a_prompt())

    flags = window.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.FramelessWindowHint
    assert flags & Qt.WindowType.Tool == Qt.WindowType.Tool
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_it_stands_in_the_corner(window: PromptWindow) -> None:
    _show(window, a_prompt())

    room = QGuiApplication.primaryScreen().availableGeometry()
    place = window.geometry()
    assert room.right() - place.right() == MARGIN
    assert room.bottom() - place.bottom() == MARGIN


def test_start_begins_what_is_offered(window: PromptWindow) -> None:
    heard = _heard(window.start_asked)
    _show(window, a_prompt())

    _button(window, "Start").click()

    assert heard == [None]


def test_a_plain_snooze_is_the_usual_one(window: PromptWindow) -> None:
    heard = _heard(window.snooze_asked)
    _show(window, a_prompt())

    _button(window, "Snooze 10 min").click()

    assert heard == [None]


@pytest.mark.parametrize("minutes", [5, 10, 20])
def test_the_menu_snoozes_for_a_chosen_time(window: PromptWindow, minutes: int) -> None:
    heard = _heard(window.snooze_asked)
    _show(window, a_prompt())

    _action(window, f"Snooze {minutes} minutes").trigger()

    assert heard == [timedelta(minutes=minutes)]


def test_used_up_snoozing_is_not_offered_and_said(window: PromptWindow) -> None:
    _show(window, a_prompt(can_snooze=False))

    assert not _button(window, "Snooze 10 min").isVisible()
    assert "No more snoozing for this reminder." in _texts(window)


def test_snoozing_is_offered_again_for_the_next_reminder(window: PromptWindow) -> None:
    _show(window, a_prompt(can_snooze=False))
    _show(window, a_prompt())

    assert _button(window, "Snooze 10 min").isVisible()
    assert "No more snoozing for this reminder." not in _texts(window)


def test_not_now_skips(window: PromptWindow) -> None:
    heard = _heard(window.skip_asked)
    _show(window, a_prompt())

    _button(window, "Not now").click()

    assert len(heard) == 1


def test_another_routine_can_be_started(window: PromptWindow) -> None:
    heard = _heard(window.start_asked)
    window.set_routines([("full", "Full stretch"), ("walk", "Stand and walk")])
    _show(window, a_prompt())

    _action(window, "Full stretch").trigger()

    assert heard == ["full"]


def test_new_routines_take_the_place_of_the_old(window: PromptWindow) -> None:
    window.set_routines([("full", "Full stretch")])
    window.set_routines([("desk", "At the desk")])

    (menu,) = [m for m in window.findChildren(QMenu) if m.title() == "Another routine"]
    assert [action.text() for action in menu.actions()] == ["At the desk"]


def test_a_walk_just_taken_can_be_told(window: PromptWindow) -> None:
    heard = _heard(window.walked_said)
    _show(window, a_prompt())

    _action(window, "I just walked").trigger()

    assert len(heard) == 1


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("30 minutes", For(30 * MINUTE)),
        ("1 hour", For(60 * MINUTE)),
        ("2 hours", For(120 * MINUTE)),
        ("Until tomorrow", Until(DAY_BEGINS)),
    ],
)
def test_reminders_can_be_paused(window: PromptWindow, text: str, end: object) -> None:
    heard = _heard(window.pause_asked)
    _show(window, a_prompt())

    _action(window, text).trigger()

    assert heard == [end]


def test_why_now_is_explained_on_request(window: PromptWindow) -> None:
    _show(window, a_prompt())
    before = window.geometry()
    assert not any("sitting for 45 minutes without" in text for text in _texts(window))

    _action(window, "Why now?").trigger()

    assert any("sitting for 45 minutes without" in text for text in _texts(window))
    assert window.geometry().bottomRight() == before.bottomRight()
    assert window.height() > before.height()


def test_the_explanation_is_gone_with_the_next_prompt(window: PromptWindow) -> None:
    _show(window, a_prompt())
    _action(window, "Why now?").trigger()
    window.hide()

    _show(window, a_prompt())

    assert not any("sitting for 45 minutes without" in text for text in _texts(window))


def test_it_can_be_given_the_keyboard(window: PromptWindow, qtbot: QtBot) -> None:
    heard = _heard(window.start_asked)
    _show(window, a_prompt())

    window.take_keyboard()

    assert not window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.isVisible()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert heard == [None]


def test_esc_gives_the_keyboard_back_and_answers_nothing(
    window: PromptWindow, qtbot: QtBot
) -> None:
    skipped, snoozed = _heard(window.skip_asked), _heard(window.snooze_asked)
    _show(window, a_prompt())
    window.take_keyboard()

    qtbot.keyClick(window, Qt.Key.Key_Escape)

    assert window.isVisible()
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert not skipped
    assert not snoozed


def test_a_new_view_leaves_the_keyboard_where_it_is(window: PromptWindow) -> None:
    _show(window, a_prompt())
    window.take_keyboard()

    _show(window, a_prompt())

    assert not window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_the_next_prompt_is_shy_again(window: PromptWindow) -> None:
    _show(window, a_prompt())
    window.take_keyboard()
    window.hide()

    _show(window, a_prompt())

    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_a_repeat_asks_softly_for_attention(window: PromptWindow) -> None:
    _show(window, a_prompt())
    assert not _pulses(window)

    _show(window, a_prompt(repeats=1))

    assert _pulses(window)
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_repeating_a_call_changes_nothing(window: PromptWindow) -> None:
    _show(window, a_prompt(repeats=1))
    place = window.geometry()

    _show(window, a_prompt(repeats=1))

    assert not _pulses(window)
    assert window.geometry() == place


def test_with_reduced_motion_a_repeat_does_not_pulse(window: PromptWindow) -> None:
    window.set_motion_reduced(True)
    _show(window, a_prompt())

    _show(window, a_prompt(repeats=1))

    assert not _pulses(window)
    assert window.glow == 1.0


def test_closing_it_means_not_now(window: PromptWindow) -> None:
    heard = _heard(window.skip_asked)
    _show(window, a_prompt())

    window.close()

    assert len(heard) == 1
    assert not window.isVisible()


def _pulses(window: PromptWindow) -> bool:
    pulses = window.findChildren(
        QVariantAnimation, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    return any(pulse.state() is QVariantAnimation.State.Running for pulse in pulses)
