"""Tests for stretchbreak.qt.session_window and the parts it is made of."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QSequentialAnimationGroup, Qt, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from stretchbreak.core.breath import Breath
from stretchbreak.core.plan import Phase
from stretchbreak.core.routine import Side
from stretchbreak.core.view import SessionView
from stretchbreak.qt import session_wording
from stretchbreak.qt.countdown_ring import CountdownRing
from stretchbreak.qt.figure_view import FigureView
from stretchbreak.qt.fitted_text import FittedText
from stretchbreak.qt.session_stage import SessionStage
from stretchbreak.qt.session_window import SessionWindow
from stretchbreak.qt.side_word import SideWord
from stretchbreak.qt.sound_line import SoundLine
from stretchbreak.qt.step_progress import StepProgress
from tests.support.views import KNEE, MINUTE, SECOND, TILT, a_plan, a_session

SIZES = [
    (640, 420),
    (1100, 720),
    (1920, 1080),
    (2560, 1080),
    (700, 1000),
    (800, 700),
    (1080, 1920),
    (1024, 768),
]
Key = Qt.Key
_FRAME = 4
"""What a button takes beside its text, at least."""


@pytest.fixture
def window(qtbot: QtBot) -> SessionWindow:
    window = SessionWindow()
    qtbot.addWidget(window, before_close_func=QWidget.hide)
    return window


def _show(window: SessionWindow, view: SessionView) -> None:
    window.show_session(view, timer=view.remaining, picture=None)


def _heard(signal: SignalInstance) -> list[None]:
    heard: list[None] = []
    signal.connect(lambda: heard.append(None))
    return heard


def _press(window: SessionWindow, key: Qt.Key) -> None:
    """Press and release *key* where the keyboard is."""
    QApplication.processEvents()  # so that the window is the active one
    QTest.keyClick(window.focusWidget(), key)


def _buttons(window: SessionWindow) -> list[str]:
    return [b.text() for b in window.findChildren(QPushButton) if b.isVisible()]


def _button(window: SessionWindow, text: str) -> QPushButton:
    (found,) = [
        b
        for b in window.findChildren(QPushButton)
        if b.isVisible() and b.text() == text
    ]
    return found


def _ring(window: SessionWindow) -> CountdownRing:
    stage = window.findChild(SessionStage)
    assert stage is not None
    ring = stage.findChild(CountdownRing)
    assert ring is not None
    return ring


def _side(window: SessionWindow) -> SideWord:
    side = window.findChild(SideWord)
    assert side is not None
    return side


def _texts(window: SessionWindow) -> list[str]:
    return [t.text for t in window.findChildren(FittedText) if t.isVisible()]


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Key.Key_Space, "pause_toggled"),
        (Key.Key_Right, "next_asked"),
        (Key.Key_Left, "previous_asked"),
        (Key.Key_H, "hurt_said"),
        (Key.Key_S, "safety_asked"),
    ],
)
def test_a_key_says_what_is_wished(
    window: SessionWindow, key: Qt.Key, signal: str
) -> None:
    heard = _heard(getattr(window, signal))
    _show(window, a_session())

    _press(window, key)

    assert len(heard) == 1


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("Pause", "pause_toggled"),
        ("Next", "next_asked"),
        ("Previous", "previous_asked"),
        ("That hurts", "hurt_said"),
        ("Safety", "safety_asked"),
    ],
)
def test_a_button_says_what_is_wished(
    window: SessionWindow, text: str, signal: str
) -> None:
    heard = _heard(getattr(window, signal))
    _show(window, a_session())

    _button(window, text).click()

    assert len(heard) == 1


def test_it_takes_the_keyboard_when_shown(window: SessionWindow) -> None:
    _show(window, a_session())
    QApplication.processEvents()

    assert window.isActiveWindow()
    assert window.focusWidget() is window


def test_a_clicked_button_does_not_keep_space_for_itself(
    window: SessionWindow, qtbot: QtBot
) -> None:
    paused, skipped = _heard(window.pause_toggled), _heard(window.next_asked)
    _show(window, a_session())

    qtbot.mouseClick(_button(window, "Next"), Qt.MouseButton.LeftButton)
    _press(window, Key.Key_Space)

    assert (len(skipped), len(paused)) == (1, 1)


def test_a_held_space_bar_pauses_once(window: SessionWindow) -> None:
    heard = _heard(window.pause_toggled)
    _show(window, a_session())

    again = QKeyEvent(
        QKeyEvent.Type.KeyPress,
        Key.Key_Space,
        Qt.KeyboardModifier.NoModifier,
        " ",
        autorep=True,
    )
    QApplication.sendEvent(window, again)

    assert not heard


def test_a_click_on_the_picture_pauses(window: SessionWindow, qtbot: QtBot) -> None:
    heard = _heard(window.pause_toggled)
    _show(window, a_session())
    figure = window.findChild(FigureView)
    assert figure is not None

    qtbot.mouseClick(figure, Qt.MouseButton.LeftButton)

    assert len(heard) == 1


def test_a_drifting_mouse_does_nothing(window: SessionWindow, qtbot: QtBot) -> None:
    heard = _heard(window.pause_toggled)
    _show(window, a_session())
    figure = window.findChild(FigureView)
    assert figure is not None

    for step in range(20):
        qtbot.mouseMove(figure, QPoint(10 + 5 * step, 20))

    assert not heard


def test_a_paused_session_offers_to_go_on(window: SessionWindow) -> None:
    _show(window, a_session(Phase.PAUSED))

    assert "Go on" in _buttons(window)


@pytest.mark.parametrize("phase", [p for p in Phase if p is not Phase.HURT])
def test_each_phase_says_what_to_do(window: SessionWindow, phase: Phase) -> None:
    view = a_session(phase)

    _show(window, view)

    assert session_wording.what_to_do(view) in _texts(window)
    assert session_wording.heading(view) in _texts(window)


def test_the_side_is_told_in_words(window: SessionWindow) -> None:
    _show(window, a_session(side=Side.LEFT))
    assert _side(window).word == "LEFT"

    _show(window, a_session(Phase.SWITCH, side=Side.RIGHT))
    assert _side(window).word == "RIGHT"


def test_without_a_side_there_is_no_side_word(window: SessionWindow) -> None:
    _show(window, a_session(side=None))

    assert not _side(window).isVisible()


def test_progress_tells_each_step_in_words(window: SessionWindow) -> None:
    _show(window, a_session(step=1, plan=a_plan(KNEE, TILT)))

    progress = window.findChild(StepProgress)
    assert progress is not None
    said = "Walk: done; Single knee to chest: now; Pelvic tilt: to come"
    assert progress.accessibleName() == said
    assert "Step 2 of 3" in _texts(window)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("remaining", [7 * SECOND, 30 * SECOND, 245 * SECOND])
def test_digits_and_side_are_large_enough_for_the_mat(
    window: SessionWindow, size: tuple[int, int], remaining: timedelta
) -> None:
    _show(window, a_session(remaining=remaining, length=300 * SECOND))
    window.resize(*size)
    QApplication.processEvents()

    assert (window.width(), window.height()) == size
    assert _ring(window).digit_height >= window.height() / 6
    assert _side(window).letter_height >= window.height() / 15


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("phase", Phase)
def test_no_text_is_cut_off(
    window: SessionWindow, size: tuple[int, int], phase: Phase
) -> None:
    _show(window, a_session(phase))
    window.resize(*size)
    QApplication.processEvents()

    for text in window.findChildren(FittedText):
        assert not text.isVisible() or text.fits, text.text
    for button in window.findChildren(QPushButton):
        needs = button.fontMetrics().horizontalAdvance(button.text()) + _FRAME
        assert not button.isVisible() or button.width() >= needs


def test_the_time_left_runs_with_the_countdown(window: SessionWindow) -> None:
    _show(window, a_session(left=7 * MINUTE + 2 * SECOND, remaining=30 * SECOND))
    assert "8 min left" in _texts(window)

    (clock,) = _ring(window).findChildren(QSequentialAnimationGroup)
    clock.setCurrentTime(3_000)

    assert "7 min left" in _texts(window)


def test_a_faster_timer_runs_the_digits_faster(window: SessionWindow) -> None:
    view = a_session(remaining=30 * SECOND)
    window.show_session(view, timer=3 * SECOND, picture=None)

    (clock,) = _ring(window).findChildren(QSequentialAnimationGroup)
    clock.setCurrentTime(1_500)

    assert _ring(window).digits == "15"


def test_repeating_a_call_does_not_start_the_countdown_again(
    window: SessionWindow,
) -> None:
    view = a_session(remaining=30 * SECOND)
    _show(window, view)
    (clock,) = _ring(window).findChildren(QSequentialAnimationGroup)
    clock.setCurrentTime(9_000)

    _show(window, view)

    assert _ring(window).digits == "21"


def test_the_same_step_again_starts_the_countdown_again(
    window: SessionWindow,
) -> None:
    view = a_session(Phase.MOVE, remaining=30 * SECOND)
    _show(window, view)
    (clock,) = _ring(window).findChildren(QSequentialAnimationGroup)
    clock.setCurrentTime(9_000)

    _show(window, replace(view, ends_at=timedelta(hours=2)))

    assert _ring(window).digits == "30"


def test_a_stopped_session_stands_still(window: SessionWindow) -> None:
    _show(window, a_session(Phase.PAUSED))

    assert not _ring(window).moving


def test_esc_asks_before_it_ends(window: SessionWindow) -> None:
    ended = _heard(window.end_asked)
    _show(window, a_session())

    _press(window, Key.Key_Escape)

    assert window.asks_to_end
    assert not ended
    assert window.isVisible()


def test_esc_once_more_goes_on(window: SessionWindow) -> None:
    ended = _heard(window.end_asked)
    _show(window, a_session())

    _press(window, Key.Key_Escape)
    _press(window, Key.Key_Escape)

    assert not window.asks_to_end
    assert not ended
    assert window.focusWidget() is window


@pytest.mark.parametrize("answer", ["Keep going", "End session"])
def test_the_question_can_be_answered(window: SessionWindow, answer: str) -> None:
    ended = _heard(window.end_asked)
    _show(window, a_session())
    _button(window, "End").click()

    _button(window, answer).click()

    assert len(ended) == (answer == "End session")


def test_space_keeps_going_while_it_is_asked(window: SessionWindow) -> None:
    ended = _heard(window.end_asked)
    _show(window, a_session())
    _press(window, Key.Key_Escape)

    _press(window, Key.Key_Space)

    assert not window.asks_to_end
    assert not ended


def test_closing_asks_first_and_ends_the_second_time(window: SessionWindow) -> None:
    ended = _heard(window.end_asked)
    _show(window, a_session())

    assert not window.close()
    assert window.isVisible()
    assert window.asks_to_end
    assert not ended

    assert window.close()
    assert len(ended) == 1


def test_the_next_session_begins_without_the_question(window: SessionWindow) -> None:
    _show(window, a_session())
    _press(window, Key.Key_Escape)
    window.hide()

    _show(window, a_session())

    assert not window.asks_to_end


def test_f_fills_the_screen_and_esc_leaves_it(window: SessionWindow) -> None:
    _show(window, a_session())

    _press(window, Key.Key_F)
    assert window.isFullScreen()
    assert "Leave full screen" in _buttons(window)

    _press(window, Key.Key_Escape)
    assert not window.isFullScreen()
    assert not window.asks_to_end


def test_pain_brings_the_advice_and_three_ways_on(window: SessionWindow) -> None:
    _show(window, a_session(Phase.HURT))

    assert session_wording.ADVICE in _texts(window)
    assert KNEE.easier in _texts(window)
    ways = {
        "1   Easier way",
        "2   Leave it out",
        "3   End the session",
    }
    assert ways <= set(_buttons(window))


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("1   Easier way", "easier_asked"),
        ("2   Leave it out", "leave_out_asked"),
        ("3   End the session", "end_asked"),
    ],
)
def test_each_way_on_says_what_is_wished(
    window: SessionWindow, text: str, signal: str
) -> None:
    heard = _heard(getattr(window, signal))
    _show(window, a_session(Phase.HURT))

    _button(window, text).click()

    assert len(heard) == 1


def test_pain_stops_everything(window: SessionWindow) -> None:
    paused = _heard(window.pause_toggled)
    _show(window, a_session())
    _show(window, a_session(Phase.HURT))

    _press(window, Key.Key_Space)

    assert not paused
    assert not any(ring.moving for ring in window.findChildren(CountdownRing))


def test_without_an_easier_variant_none_is_offered(window: SessionWindow) -> None:
    plan = a_plan(replace(KNEE, easier=""), warm_up=None)

    _show(window, a_session(Phase.HURT, plan=plan, step=0))

    assert "1   Easier way" not in _buttons(window)


def test_after_the_advice_the_session_comes_back(window: SessionWindow) -> None:
    _show(window, a_session(Phase.HURT))

    _show(window, a_session(Phase.GET_READY))

    assert _ring(window).isVisible()
    assert "Pause" in _buttons(window)


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_1, "easier_asked"),
        (Qt.Key.Key_2, "leave_out_asked"),
        (Qt.Key.Key_3, "end_asked"),
    ],
)
def test_after_pain_each_way_on_has_a_number_key(
    window: SessionWindow, qtbot: QtBot, key: Qt.Key, signal: str
) -> None:
    window.show_session(a_session(Phase.HURT), timer=30 * SECOND, picture=None)
    qtbot.waitUntil(window.isActiveWindow)
    heard: list[str] = []
    getattr(window, signal).connect(lambda: heard.append(signal))

    qtbot.keyClick(window, key)

    qtbot.waitUntil(lambda: heard == [signal])


# The breath


def _breathe(window: SessionWindow, fullness: float) -> None:
    figure = window.findChild(FigureView)
    assert figure is not None
    figure.breathed.emit(fullness)


def test_in_a_hold_the_ring_breathes_with_the_figure(window: SessionWindow) -> None:
    _show(window, a_session(Phase.HOLD))
    assert _ring(window).breath is None

    _breathe(window, 0.5)
    assert _ring(window).breath == pytest.approx(0.5)

    _show(window, a_session(Phase.SWITCH))
    assert _ring(window).breath is None


@pytest.mark.parametrize(
    "off",
    [
        lambda window: window.set_motion_reduced(True),
        lambda window: window.set_breath(Breath(), paced=False),
    ],
)
def test_the_ring_stops_breathing_at_once(
    window: SessionWindow, off: Callable[[SessionWindow], None]
) -> None:
    _show(window, a_session(Phase.HOLD))
    _breathe(window, 0.5)

    off(window)

    assert _ring(window).breath is None


def test_without_the_pacer_nothing_breathes_along(window: SessionWindow) -> None:
    window.set_breath(Breath(), paced=False)
    _show(window, a_session(Phase.HOLD))

    _breathe(window, 0.5)

    assert _ring(window).breath is None


# The sound


def test_mute_has_a_key_and_a_button(window: SessionWindow) -> None:
    _show(window, a_session())
    heard = _heard(window.mute_toggled)

    _press(window, Key.Key_M)
    _button(window, "Mute").click()

    assert len(heard) == 2


def test_muted_it_offers_to_end_that(window: SessionWindow) -> None:
    _show(window, a_session(muted=True))

    assert "Unmute" in _buttons(window)


def test_where_nothing_is_to_be_heard_there_is_nothing_to_mute(
    window: SessionWindow,
) -> None:
    window.show_session(a_session(), timer=SECOND, picture=None, audible=False)

    assert "Mute" not in _buttons(window)


def test_what_cannot_be_heard_is_said_in_a_line_until_it_is_dismissed(
    window: SessionWindow,
) -> None:
    _show(window, a_session())
    line = window.findChild(SoundLine)
    assert line is not None
    assert not line.isVisible()

    window.show_unheard("No voice: none.")
    assert line.isVisible()
    _button(window, "All right").click()
    window.show_unheard("No voice: none.")
    assert not line.isVisible()

    window.show_unheard("No chimes: none.")
    assert line.isVisible()
    window.show_unheard("")
    assert not line.isVisible()
