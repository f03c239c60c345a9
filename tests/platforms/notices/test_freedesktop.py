"""Questions by notification, put to a server on a private bus."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from stretchbreak.platforms.notices.freedesktop import FreedesktopNotifier
from stretchbreak.runtime.ports.notifier import BODY, CLOSED, LOST, Question
from tests.support.fake_notifications import FakeNotifications
from tests.support.programs import PrivateBus, wait_until

LONG_MS = 20_000  # only what never comes takes this long
QUESTION = Question(
    title="You have been sitting for 45 minutes.",
    body="Walk & stretch: 8 min",
    answers=((BODY, "Open"), ("start", "Start"), ("skip", "Not now")),
)


class Asked:
    """Somebody who asks, and what they are answered."""

    def __init__(self, qtbot: QtBot) -> None:
        self.notifier = FreedesktopNotifier()
        self.answers: list[str] = []
        self._qtbot = qtbot

    def ask(self, question: Question = QUESTION) -> bool:
        return self.notifier.ask(question, self.answers.append)

    def until(self, *answers: str) -> None:
        self._qtbot.waitUntil(
            lambda: len(self.answers) >= len(answers), timeout=LONG_MS
        )
        assert self.answers == list(answers)


@pytest.fixture
def asked(bus: PrivateBus, qtbot: QtBot) -> Iterator[Asked]:
    assert bus.running
    asked = Asked(qtbot)
    yield asked
    asked.notifier.close()


@pytest.fixture
def server(bus: PrivateBus) -> Iterator[FakeNotifications]:
    with FakeNotifications(bus.address) as server:
        yield server


def shown(server: FakeNotifications) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(server.tell("shown"))
    return found


def test_a_question_is_shown_with_its_buttons_and_stays(
    server: FakeNotifications, asked: Asked
) -> None:
    assert asked.ask()

    (notification,) = shown(server)
    assert notification == {
        "title": "You have been sitting for 45 minutes.",
        "body": "Walk &amp; stretch: 8 min",
        "actions": ["default", "Open", "start", "Start", "skip", "Not now"],
        "timeout": 0,
        "signature": "susssasa{sv}i",
    }


def test_where_no_markup_is_understood_there_is_none(
    server: FakeNotifications, asked: Asked
) -> None:
    server.tell("abilities", "actions")

    assert asked.ask()

    assert shown(server)[0]["body"] == QUESTION.body


@pytest.mark.parametrize("key", ["start", "skip", BODY])
def test_the_button_that_is_pressed_is_the_answer(
    key: str, server: FakeNotifications, asked: Asked
) -> None:
    asked.ask()

    server.tell("press", key)

    asked.until(key)  # the closing that follows is none


def test_closing_it_by_hand_is_an_answer(
    server: FakeNotifications, asked: Asked
) -> None:
    asked.ask()

    server.tell("dismiss")

    asked.until(CLOSED)


def test_one_that_goes_by_itself_is_not_answered(
    server: FakeNotifications, asked: Asked
) -> None:
    asked.ask()
    server.tell("expire")
    asked.ask()
    server.tell("press", "start")

    asked.until("start")


def test_a_new_question_takes_the_place_of_the_old_one(
    server: FakeNotifications, asked: Asked
) -> None:
    asked.ask()
    asked.ask(replace(QUESTION, title="It is time for a break."))

    (notification,) = shown(server)
    assert notification["title"] == "It is time for a break."


def test_what_is_withdrawn_is_gone(server: FakeNotifications, asked: Asked) -> None:
    asked.ask()
    asked.notifier.withdraw()
    asked.notifier.withdraw()

    wait_until(lambda: shown(server) == [], "it stays on the screen")


def test_somebody_elses_notification_is_no_answer(
    server: FakeNotifications, bus: PrivateBus, asked: Asked, qtbot: QtBot
) -> None:
    assert bus.running
    asked.ask()
    asked.notifier.withdraw()
    wait_until(lambda: shown(server) == [], "it stays on the screen")
    other = Asked(qtbot)
    other.ask()

    server.tell("press", "start")

    other.until("start")
    assert asked.answers == []
    other.notifier.close()


def test_a_server_without_buttons_shows_nothing(
    server: FakeNotifications, asked: Asked
) -> None:
    server.tell("abilities", "body")

    assert not asked.ask()
    assert shown(server) == []


def test_without_a_server_nothing_is_shown(
    asked: Asked, caplog: pytest.LogCaptureFixture
) -> None:
    assert not asked.ask()

    assert "No notification is shown" in caplog.text


def test_without_a_bus_nothing_is_shown(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)

    assert not Asked(qtbot).ask()


def test_a_server_that_goes_takes_the_question_with_it(
    bus: PrivateBus, asked: Asked
) -> None:
    with FakeNotifications(bus.address):
        asked.ask()

    asked.until(LOST)


def test_a_server_that_was_started_again_is_asked_again(
    bus: PrivateBus, asked: Asked
) -> None:
    with FakeNotifications(bus.address):
        asked.ask()
    asked.until(LOST)

    with FakeNotifications(bus.address) as server:
        assert asked.ask()
        server.tell("press", "start")
        asked.until(LOST, "start")


def test_a_bus_that_goes_takes_the_question_with_it(
    server: FakeNotifications, bus: PrivateBus, asked: Asked
) -> None:
    asked.ask()
    assert shown(server)

    bus.kill()

    asked.until(LOST)
    assert not asked.ask()
