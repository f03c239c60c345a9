"""Tests for stretchbreak.qt.trial."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from stretchbreak.core.choices import Strength
from stretchbreak.core.safety import Safety
from stretchbreak.qt.cover import Cover
from stretchbreak.qt.prompt_answers import PromptAnswers
from stretchbreak.qt.prompt_window import PromptWindow
from stretchbreak.qt.trial import Trial
from tests.qt.test_prompter import FakeNotifier
from tests.support.fakes import Bench
from tests.support.seen import seen
from tests.support.view_builders import some_routines

MakeTrial = Callable[[Bench], Trial]


@pytest.fixture
def notifier() -> FakeNotifier:
    return FakeNotifier()


@pytest.fixture
def make_trial(
    qtbot: QtBot,  # noqa: ARG001 - there must be an application
    notifier: FakeNotifier,
) -> Iterator[MakeTrial]:
    made: list[Trial] = []

    def make(bench: Bench) -> Trial:
        trial = Trial(bench.engine, notifier, some_routines(), lambda _pose: None)
        made.append(trial)
        return trial

    yield make
    for trial in made:
        trial.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def the(kind: type[QWidget]) -> QWidget:
    window = seen(kind)
    assert window is not None
    return window


def press(word: str) -> None:
    buttons = the(PromptWindow).findChildren(QPushButton)
    next(button for button in buttons if word in button.text()).click()


def answers() -> PromptAnswers:
    found = the(PromptWindow).findChild(PromptAnswers)
    assert isinstance(found, PromptAnswers)
    return found


def words() -> str:
    return " ".join(label.text() for label in the(PromptWindow).findChildren(QLabel))


def test_it_asks_as_the_reminder_would_and_says_that_no_answer_counts(
    make_trial: MakeTrial,
) -> None:
    make_trial(Bench(sitting_limit="50m")).begin()

    window = the(PromptWindow)
    assert window.windowTitle() == "Stretchbreak reminder"
    assert "No answer counts this time." in words()
    assert not window.isActiveWindow()


def test_each_answer_takes_it_away_and_tells_what_it_would_do(
    make_trial: MakeTrial,
) -> None:
    bench = Bench(sitting_limit="50m", snooze="15m")
    trial = make_trial(bench)
    told: list[str] = []
    trial.answered.connect(told.append)
    trial.begin()
    press("Start")
    trial.begin()
    answers().snooze_asked.emit(None)
    trial.begin()
    answers().snooze_asked.emit(timedelta(minutes=5))
    trial.begin()
    press("Not now")
    trial.begin()
    answers().walked_said.emit()
    trial.begin()
    answers().pause_asked.emit(None)
    trial.begin()
    the(PromptWindow).close()

    assert not trial.shown
    assert seen(PromptWindow) is None
    assert told == [
        "Start: the session would begin now.",
        "Snooze: it would ask again in 15 minutes.",
        "Snooze: it would ask again in 5 minutes.",
        "Not now: it would ask again after another 50 minutes of sitting.",
        "I just walked: the sitting time would start anew.",
        "Pause: no reminder would come until the pause is over.",
        "Not now: it would ask again after another 50 minutes of sitting.",
    ]


def test_no_answer_leaves_a_trace(make_trial: MakeTrial) -> None:
    bench = Bench()
    bench.passes(timedelta(minutes=20))
    before, lines = bench.coach.memory(), len(bench.journal.lines)
    trial = make_trial(bench)

    for answer in ("Start", "Not now"):
        trial.begin()
        press(answer)

    assert bench.coach.memory() == before
    assert bench.coach.view().session is None
    assert len(bench.journal.lines) == lines
    assert bench.history.history() == bench.coach.history


def test_it_comes_as_strongly_as_was_chosen(
    make_trial: MakeTrial, notifier: FakeNotifier, qtbot: QtBot
) -> None:
    firm = make_trial(Bench(strength=Strength.FIRM.value))
    firm.begin()
    qtbot.mouseClick(the(Cover), Qt.MouseButton.LeftButton)
    assert not firm.shown
    assert seen(Cover) is None

    gentle = make_trial(Bench(strength=Strength.GENTLE.value))
    gentle.begin()
    assert notifier.shown is not None
    assert "No answer counts" in notifier.shown.body
    assert seen(PromptWindow) is None
    notifier.answer("snooze")
    assert not gentle.shown


def test_asked_for_again_it_takes_the_keyboard(
    make_trial: MakeTrial, qtbot: QtBot
) -> None:
    trial = make_trial(Bench())
    trial.begin()

    trial.begin()

    start = next(b for b in the(PromptWindow).findChildren(QPushButton))
    qtbot.waitUntil(start.hasFocus)
    qtbot.keyClick(start, Qt.Key.Key_Space)
    assert not trial.shown


def test_whoever_has_not_read_the_safety_page_is_shown_a_walk() -> None:
    unread = Bench(safety=Safety.UNANSWERED).engine.trial_prompt()
    read = Bench().engine.trial_prompt()

    assert not unread.offer.stretches
    assert read.offer.stretches
