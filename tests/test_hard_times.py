"""The program where something is missing, and after it was killed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.desktop import VirtualDesktop
from tests.support.person import Person
from tests.support.programs import wait_until
from tests.support.running_app import App

NOWHERE = "unix:path=/nonexistent/bus"

pytestmark = pytest.mark.desktop


def test_without_a_tray_its_window_opens_by_itself(tmp_path: Path) -> None:
    with VirtualDesktop(tmp_path, manager=True, bus=True) as desktop:
        app, person = App(desktop, tmp_path / "stretchbreak"), Person(desktop)
        app.launch()
        person.answers_safety()

        wait_until(lambda: person.sees("^Stretchbreak$"), "its window does not open")


def test_without_a_tray_a_second_launch_opens_its_window(tmp_path: Path) -> None:
    with VirtualDesktop(tmp_path, manager=True, bus=True) as desktop:
        app, person = App(desktop, tmp_path / "stretchbreak"), Person(desktop)
        app.launch()
        person.answers_safety()
        wait_until(lambda: person.sees("^Stretchbreak$"), "its window does not open")
        person.turns_to("^Stretchbreak$")
        person.presses("Escape")
        wait_until(lambda: not person.sees("^Stretchbreak$"), "its window stays")

        assert app.does() == 0

        wait_until(lambda: person.sees("^Stretchbreak$"), "its window does not open")


def test_without_a_bus_it_starts_and_doctor_says_what_is_missing(
    tmp_path: Path,
) -> None:
    with VirtualDesktop(tmp_path, manager=True, tray=True) as desktop:
        desktop.env["DBUS_SESSION_BUS_ADDRESS"] = NOWHERE
        desktop.env["DBUS_SYSTEM_BUS_ADDRESS"] = NOWHERE
        app = App(desktop, tmp_path / "stretchbreak")
        app.launch()

        found = json.loads(app.says("doctor", "--json"))

    assert not any(way["chosen"] for way in found["session"])
    why = {way["way"]: way["why"] for way in found["session"]}
    assert "bus" in why["logind"]
    assert "bus" in why["screensaver"]
    assert [way["way"] for way in found["idle"] if way["chosen"]] == ["x11"]


def test_killed_and_started_again_it_goes_on_where_it_was(tmp_path: Path) -> None:
    with VirtualDesktop(tmp_path, manager=True, tray=True, bus=True) as desktop:
        app, person = App(desktop, tmp_path / "stretchbreak"), Person(desktop)
        app.does("settings", "set", "sitting_limit", "2h")
        killed = app.launch(speed=20)
        person.answers_safety()
        app.does("start", "walk")
        wait_until(lambda: app.status()["session"] is None, "the walk does not end")
        person.turns_to("Work")
        while (before := app.status()["sitting_s"]) < 150:
            person.types("work ")

        killed.kill()
        app.launch(speed=20)
        after = app.status()

        assert 0 <= before - after["sitting_s"] <= 60
        assert app.sessions() == [("walk", "done")]
        assert app.says("settings", "get", "sitting_limit") == "2h"
        assert not person.sees("Before you stretch")


def test_killed_in_mid_session_the_next_start_tells_how_far_it_went(
    tmp_path: Path,
) -> None:
    with VirtualDesktop(tmp_path, manager=True, tray=True, bus=True) as desktop:
        app, person = App(desktop, tmp_path / "stretchbreak"), Person(desktop)
        killed = app.launch(speed=10)
        person.answers_safety()
        app.does("start", "after-workout")
        wait_until(lambda: app.status()["session"]["side"] != "left", "no side is done")

        killed.kill()
        app.launch(speed=20)

        assert app.status()["session"] is None
        assert app.sessions() == [("after-workout", "partial")]


def test_without_a_screen_it_says_so_in_one_line(tmp_path: Path) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {key: value for key, value in os.environ.items() if key not in hidden}
    env["STRETCHBREAK_HOME"] = str(tmp_path)

    done = subprocess.run(
        (sys.executable, "-m", "stretchbreak"),
        env=env,
        check=False,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "no screen" in done.stderr
