"""The main job, end to end, on a real desktop with real input.

An X server, a window manager, a tray and a session bus run for the test alone;
xdotool types and presses keys. Only the program's clock hurries.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desktop import VirtualDesktop
from tests.support.person import Person
from tests.support.programs import wait_until
from tests.support.running_app import App

REMINDER = "Stretchbreak reminder"


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[VirtualDesktop]:
    with VirtualDesktop(tmp_path, manager=True, tray=True, bus=True) as desktop:
        yield desktop


@pytest.fixture
def app(desktop: VirtualDesktop, tmp_path: Path) -> App:
    return App(desktop, tmp_path / "stretchbreak")


@pytest.mark.desktop
def test_typing_leads_to_a_prompt_a_session_and_a_record(
    desktop: VirtualDesktop, app: App
) -> None:
    person = Person(desktop)
    app.does("settings", "set", "sitting_limit", "5m")
    app.does("settings", "set", "warm_up", "1m")
    app.launch(speed=60)

    person.answers_safety()

    # Work goes on until the prompt comes, and while it is there.
    person.turns_to("Work")
    while not person.sees(REMINDER):
        person.types("work ")
    person.types("and not a key is lost")
    assert person.looks_at() == "Work"
    assert person.reads_own_work() == person.typed

    due = person.sees_in_the_tray()

    # A second launch gives the prompt the keyboard, and Enter is Start.
    assert app.does() == 0
    wait_until(lambda: person.looks_at() == REMINDER, "the prompt gets no keyboard")
    person.presses("Return")
    wait_until(lambda: app.status()["session"] is not None, "no session begins")
    assert not person.sees(REMINDER)
    in_session = person.sees_in_the_tray()
    assert in_session != due
    wait_until(lambda: app.status()["session"] is None, "the session does not end")
    assert app.sessions() == [("short", "done")]

    # Back at work the next interval begins at zero.
    assert app.status()["sitting_s"] == 0
    person.turns_to("Work")
    person.types("again, for longer than a bumped desk would " * 4)
    wait_until(lambda: app.status()["sitting_s"] > 0, "no new interval begins")
    assert person.looks_at() == "Work"
    assert 0 < app.status()["next_prompt_s"] < 300
    assert person.sees_in_the_tray() not in {due, in_session}
