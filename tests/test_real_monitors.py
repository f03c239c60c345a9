"""A monitor that is unplugged in the middle of a session, on a real X server."""

from pathlib import Path

import pytest

from tests.support.desktop import VirtualDesktop
from tests.support.person import Person
from tests.support.programs import wait_until
from tests.support.running_app import App

SESSION = "Stretchbreak session"


@pytest.mark.desktop
def test_a_session_comes_to_the_monitor_that_is_left(tmp_path: Path) -> None:
    with VirtualDesktop(tmp_path, manager=True, bus=True, size="2560x800") as wide:
        wide.splits_in_two()
        app = App(wide, tmp_path / "stretchbreak")
        person = Person(wide)
        app.launch()
        person.answers_safety()
        app.does("start", "walk")
        wait_until(lambda: person.sees(SESSION), "there is no session")
        person.drags(SESSION, 1500, 40)
        person.turns_to(SESSION)
        person.presses("f")
        filled = (1280, 0, 1280, 800)
        wait_until(lambda: person.sees_at(SESSION) == filled, "it fills no screen")

        wide.unplugs_the_right_one()

        filled = (0, 0, 1280, 800)
        wait_until(lambda: person.sees_at(SESSION) == filled, "it stays behind")
        person.turns_to(SESSION)
        person.presses("f")
        wait_until(lambda: person.sees_at(SESSION) != filled, "it stays large")
        left, top, width, height = person.sees_at(SESSION)
        assert (width, height) == (1100, 720)
        assert 0 <= left <= 1280 - width
        assert 0 <= top <= 800 - height
        assert app.status()["session"]["phase"] == "move"
