"""Tests for stretchbreak.qt.prompter."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from stretchbreak.core.choices import Strength
from stretchbreak.core.settings import Settings
from stretchbreak.qt.cover import Cover
from stretchbreak.qt.prompt_window import PromptWindow
from stretchbreak.qt.prompter import Prompter
from stretchbreak.runtime.ports.notifier import BODY, CLOSED, LOST, Question
from tests.qt.test_screen import Program
from tests.support.seen import seen
from tests.support.view_builders import some_routines
from tests.support.views import a_prompt


class FakeNotifier:
    """A desktop with notifications, or without.

    Attributes:
        works: Whether it shows any.
        shown: What is on the screen.
        count: How often something was shown.
    """

    def __init__(self) -> None:
        self.works = True
        self.shown: Question | None = None
        self.count = 0
        self._answered: Callable[[str], None] | None = None

    def ask(self, question: Question, answered: Callable[[str], None]) -> bool:
        self.shown = question if self.works else None
        self._answered = answered
        self.count += self.works
        return self.works

    def withdraw(self) -> None:
        self.shown = None

    def answer(self, answer: str) -> None:
        """Let the user answer, or the server go."""
        assert self._answered is not None
        self.shown = None
        self._answered(answer)


@pytest.fixture
def program() -> Program:
    return Program()


@pytest.fixture
def notifier() -> FakeNotifier:
    return FakeNotifier()


@pytest.fixture
def prompter(
    qtbot: QtBot,  # noqa: ARG001 - there must be an application
    program: Program,
    notifier: FakeNotifier,
) -> Iterator[Prompter]:
    prompter = Prompter(program, notifier, some_routines(), lambda _pose: None)
    yield prompter
    prompter.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def asks(program: Program, strength: Strength) -> None:
    program.settings = replace(Settings(), strength=strength)


def test_gently_a_notification_asks(
    prompter: Prompter, program: Program, notifier: FakeNotifier
) -> None:
    asks(program, Strength.GENTLE)

    prompter.show(a_prompt())

    assert notifier.shown is not None
    assert notifier.shown.title == "You have been sitting for 45 minutes."
    assert [text for _name, text in notifier.shown.answers] == [
        *("Open", "Start", "Snooze 10 min", "Not now"),
    ]
    assert seen(PromptWindow) is None


def test_a_reminder_for_trial_says_that_it_is_one(
    prompter: Prompter, program: Program, notifier: FakeNotifier
) -> None:
    asks(program, Strength.GENTLE)

    prompter.show(replace(a_prompt(), trial=True))

    assert notifier.shown is not None
    assert "No answer counts this time." in notifier.shown.body


def test_snoozed_too_often_it_is_not_offered(
    prompter: Prompter, program: Program, notifier: FakeNotifier
) -> None:
    asks(program, Strength.GENTLE)

    prompter.show(a_prompt(can_snooze=False))

    assert notifier.shown is not None
    assert "snooze" not in dict(notifier.shown.answers)


@pytest.mark.parametrize(
    ("answer", "wish"),
    [("start", "start"), ("snooze", "snooze"), ("skip", "skip"), (CLOSED, "skip")],
)
def test_answers_are_passed_on(
    answer: str,
    wish: str,
    prompter: Prompter,
    program: Program,
    notifier: FakeNotifier,
) -> None:
    asks(program, Strength.GENTLE)
    prompter.show(a_prompt())

    notifier.answer(answer)

    assert [name for name, _values in program.wishes] == [wish]


def test_a_click_on_its_text_opens_the_window(
    prompter: Prompter, program: Program, notifier: FakeNotifier
) -> None:
    asks(program, Strength.GENTLE)
    prompter.show(a_prompt())

    notifier.answer(BODY)

    assert seen(PromptWindow) is not None
    prompter.show(a_prompt())
    assert notifier.shown is None, "it asks twice"


def test_without_notifications_the_window_asks(
    prompter: Prompter, program: Program, notifier: FakeNotifier
) -> None:
    asks(program, Strength.GENTLE)
    notifier.works = False

    prompter.show(a_prompt())

    assert seen(PromptWindow) is not None
    assert seen(Cover) is None


def test_a_server_that_goes_is_asked_again_and_then_the_window(
    prompter: Prompter, program: Program, notifier: FakeNotifier
) -> None:
    asks(program, Strength.GENTLE)
    prompter.show(a_prompt())

    notifier.answer(LOST)
    assert notifier.shown is not None
    notifier.works = False
    notifier.answer(LOST)

    assert seen(PromptWindow) is not None


def test_a_repeat_shows_the_notification_anew_and_nothing_else_does(
    prompter: Prompter, program: Program, notifier: FakeNotifier
) -> None:
    asks(program, Strength.GENTLE)
    prompter.show(a_prompt())
    prompter.show(a_prompt())
    assert notifier.count == 1

    prompter.show(a_prompt(repeats=1))
    assert notifier.count == 2


def test_what_is_over_is_withdrawn(
    prompter: Prompter, program: Program, notifier: FakeNotifier
) -> None:
    asks(program, Strength.GENTLE)
    prompter.show(a_prompt())

    prompter.show(None)

    assert notifier.shown is None


def test_an_answer_that_comes_too_late_is_none(
    prompter: Prompter, program: Program, notifier: FakeNotifier
) -> None:
    asks(program, Strength.GENTLE)
    prompter.show(a_prompt())
    prompter.show(None)

    notifier.answer("start")

    assert program.wishes == []


def test_normally_the_window_in_the_corner_asks(
    prompter: Prompter, notifier: FakeNotifier
) -> None:
    prompter.show(a_prompt())

    assert seen(PromptWindow) is not None
    assert (seen(Cover), notifier.shown) == (None, None)


def test_the_keyboard_is_given_to_the_window_whatever_asked(
    prompter: Prompter, program: Program, notifier: FakeNotifier
) -> None:
    asks(program, Strength.GENTLE)
    prompter.show(a_prompt())

    prompter.take_keyboard()

    assert seen(PromptWindow) is not None
    assert notifier.shown is None


def test_firmly_the_screen_is_covered(prompter: Prompter, program: Program) -> None:
    asks(program, Strength.FIRM)

    prompter.show(a_prompt())

    cover, window = seen(Cover), seen(PromptWindow)
    assert cover is not None
    assert window is not None
    screen = QGuiApplication.primaryScreen().geometry()
    assert cover.geometry() == screen
    middle = window.geometry().center() - screen.center()
    assert middle.manhattanLength() <= 2
    prompter.show(None)
    assert (seen(Cover), seen(PromptWindow)) == (None, None)


def test_one_click_anywhere_on_the_cover_is_not_now(
    prompter: Prompter, program: Program, qtbot: QtBot
) -> None:
    asks(program, Strength.FIRM)
    prompter.show(a_prompt())
    cover = seen(Cover)
    assert cover is not None

    qtbot.mouseClick(cover, Qt.MouseButton.LeftButton)

    assert [name for name, _values in program.wishes] == ["skip"]


def test_esc_with_the_keyboard_closes_a_firm_one(
    prompter: Prompter, program: Program, qtbot: QtBot
) -> None:
    asks(program, Strength.FIRM)
    prompter.show(a_prompt())
    prompter.take_keyboard()
    window = seen(PromptWindow)
    assert window is not None

    qtbot.keyClick(window, Qt.Key.Key_Escape)

    assert [name for name, _values in program.wishes] == ["skip"]


def test_a_strength_changed_meanwhile_counts_the_next_time(
    prompter: Prompter, program: Program, notifier: FakeNotifier
) -> None:
    prompter.show(a_prompt())
    asks(program, Strength.FIRM)
    prompter.show(a_prompt())
    assert seen(Cover) is None

    prompter.show(None)
    prompter.show(a_prompt())
    assert seen(Cover) is not None

    asks(program, Strength.GENTLE)
    prompter.show(None)
    prompter.show(a_prompt())
    assert (seen(Cover), seen(PromptWindow)) == (None, None)
    assert notifier.shown is not None
