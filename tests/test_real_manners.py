"""How the program asks, and when it does not, on a real desktop with real input.

An X server, a window manager, a session bus and a notification server run for
the test alone. Only the program's clock hurries.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desktop import VirtualDesktop
from tests.support.fake_logind import FakeLogind
from tests.support.fake_notifications import FakeNotifications
from tests.support.person import Person
from tests.support.programs import wait_until
from tests.support.running_app import App

REMINDER = "Stretchbreak reminder"
COVER = "Stretchbreak full screen"
NOTIFICATION = "Notification"
BUTTON_ROW = 106 / 145
SNOOZE = 220 / 400
"""Where notification-daemon has the second button, as parts of its window."""


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[VirtualDesktop]:
    with VirtualDesktop(tmp_path, manager=True, tray=True, bus=True) as desktop:
        yield desktop


@pytest.fixture
def app(desktop: VirtualDesktop, tmp_path: Path) -> App:
    app = App(desktop, tmp_path / "stretchbreak")
    app.does("settings", "set", "sitting_limit", "5m")
    return app


def works_until(person: Person, title: str) -> None:
    """Type, without a pause, until a window of that *title* has appeared."""
    person.turns_to("Work")
    while not person.sees(title):
        person.types("work ")


@pytest.mark.desktop
@pytest.mark.parametrize(
    ("strength", "title"),
    [("gentle", NOTIFICATION), ("standard", REMINDER), ("firm", COVER)],
)
def test_no_key_is_lost_while_it_asks(
    strength: str, title: str, desktop: VirtualDesktop, app: App
) -> None:
    desktop.run_notifier()
    app.does("settings", "set", "strength", strength)
    person = Person(desktop)
    app.launch(speed=60)
    person.answers_safety()

    works_until(person, title)
    person.types("forty keys more, and all of them arrive.")

    assert len(person.typed) >= 40
    assert person.looks_at() == "Work"
    assert person.reads_own_work() == person.typed


@pytest.mark.desktop
def test_a_button_of_a_real_notification_snoozes(
    desktop: VirtualDesktop, app: App
) -> None:
    desktop.run_notifier()
    app.does("settings", "set", "strength", "gentle")
    person = Person(desktop)
    app.launch(speed=60)
    person.answers_safety()
    works_until(person, NOTIFICATION)
    assert not person.sees(REMINDER)

    person.clicks(NOTIFICATION, SNOOZE, BUTTON_ROW)

    wait_until(lambda: not app.status()["due"], "the button does nothing")
    assert 0 < app.status()["next_prompt_s"] <= 600
    wait_until(lambda: not person.sees(NOTIFICATION), "the notification stays")


@pytest.mark.desktop
def test_without_a_notification_server_the_window_asks(
    desktop: VirtualDesktop, app: App
) -> None:
    app.does("settings", "set", "strength", "gentle")
    person = Person(desktop)
    app.launch(speed=60)
    person.answers_safety()

    works_until(person, REMINDER)

    assert person.looks_at() == "Work"


@pytest.mark.desktop
def test_a_server_that_ends_leaves_the_question_to_the_window(
    desktop: VirtualDesktop, app: App
) -> None:
    server = desktop.run_notifier()
    app.does("settings", "set", "strength", "gentle")
    person = Person(desktop)
    app.launch(speed=60)
    person.answers_safety()
    works_until(person, NOTIFICATION)

    server.kill()

    wait_until(lambda: person.sees(REMINDER), "the question is lost")
    assert app.status()["due"]


@pytest.mark.desktop
def test_one_click_ends_a_firm_reminder(desktop: VirtualDesktop, app: App) -> None:
    app.does("settings", "set", "strength", "firm")
    person = Person(desktop)
    app.launch(speed=60)
    person.answers_safety()
    works_until(person, COVER)
    assert person.sees(REMINDER)

    person.clicks(COVER, 0.05, 0.4)

    wait_until(lambda: not person.sees(COVER), "it stays")
    assert not person.sees(REMINDER)
    assert not app.status()["due"]
    assert person.looks_at() == "Work"


@pytest.mark.desktop
def test_a_full_screen_window_holds_a_reminder_until_it_is_gone(
    desktop: VirtualDesktop, app: App
) -> None:
    person = Person(desktop)
    app.launch(speed=60)
    person.answers_safety()
    film = desktop.run("xterm", "-fullscreen", "-title", "Film", "-e", "cat")
    wait_until(lambda: person.sees("Film"), "there is no film")

    def held() -> list[str]:
        desktop.xdotool("type", "--delay", "20", "what a film")
        return [hold["by"] for hold in app.status()["held"]]

    wait_until(lambda: held() == ["fullscreen"], "it is not held")
    assert not person.sees(REMINDER)

    film.stop()
    works_until(person, REMINDER)
    assert app.status()["held"] == []


@pytest.mark.desktop
def test_it_asks_on_the_screen_in_use(tmp_path: Path) -> None:
    with VirtualDesktop(tmp_path, manager=True, bus=True, size="2560x800") as wide:
        wide.splits_in_two()
        app = App(wide, tmp_path / "stretchbreak")
        app.does("settings", "set", "sitting_limit", "5m")
        app.does("settings", "set", "strength", "firm")
        person = Person(wide)
        app.launch(speed=60)
        person.answers_safety()

        wide.xdotool("mousemove", "1900", "400")
        works_until(person, COVER)

        assert person.sees_at(COVER) == (1280, 0, 1280, 800)
        x, _y, width, _height = person.sees_at(REMINDER)
        assert 1280 < x < x + width < 2560


@pytest.mark.desktop
def test_locks_and_do_not_disturb_reach_the_program(
    desktop: VirtualDesktop, app: App
) -> None:
    address = desktop.env["DBUS_SESSION_BUS_ADDRESS"]
    desktop.env["DBUS_SYSTEM_BUS_ADDRESS"] = address
    with FakeLogind(address, "c1") as logind, FakeNotifications(address) as server:
        person = Person(desktop)
        app.launch(speed=60)
        person.answers_safety()
        server.tell("inhibit", "true")

        def held() -> list[str]:
            person.types("work " * 20)  # hurried as it is, a word is a moment
            return [hold["by"] for hold in app.status()["held"]]

        wait_until(lambda: held() == ["dnd"], "Do Not Disturb holds nothing")
        logind.tell("set", "c1", "LockedHint", "true")
        wait_until(lambda: held() == ["dnd", "away"], "the lock is not noticed")
        logind.tell("set", "c1", "LockedHint", "false")
        wait_until(lambda: held() == ["dnd"], "it stays locked")
        server.tell("inhibit", "false")
        works_until(person, REMINDER)
