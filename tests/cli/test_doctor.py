"""In a process of its own: it makes an application, and looks for a desktop."""

import json
import os
import subprocess
import sys
from pathlib import Path

DESKTOP = {
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "DBUS_SESSION_BUS_ADDRESS",
    "XDG_RUNTIME_DIR",
    "XDG_SESSION_ID",
}


def doctor(home: Path, *more: str) -> str:
    """Return what the doctor says where there is no display and no bus."""
    bare = {key: value for key, value in os.environ.items() if key not in DESKTOP}
    no_bus = {
        "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={home}/none",
        "PULSE_SERVER": f"unix:{home}/none",
        "SPEECHD_ADDRESS": f"unix_socket:{home}/none",
    }
    run = subprocess.run(  # noqa: S603 - ours
        [sys.executable, "-m", "stretchbreak", "doctor", *more],
        env=bare | no_bus,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stderr == ""
    return run.stdout


def test_without_a_desktop_every_way_is_passed_over_with_its_reason(
    home: Path,
) -> None:
    found = json.loads(doctor(home, "--json"))

    abilities = {"idle", "session", "hold dnd", "hold call", "awake", "sound"}
    assert abilities <= found.keys()
    for ways in found.values():
        assert all(way.keys() == {"way", "chosen", "why"} for way in ways)
        assert all(way["why"] for way in ways)
    assert not [way for way in found["session"] if way["chosen"]]


def test_without_a_desktop_one_idle_source_stands_in(home: Path) -> None:
    idle = json.loads(doctor(home, "--json"))["idle"]

    assert [way["way"] for way in idle if way["chosen"]] == ["none"]
    assert {"way": "x11", "chosen": False, "why": "DISPLAY is not set"} in idle


def test_people_read_the_same_in_words(home: Path) -> None:
    told = doctor(home).splitlines()

    assert told[0] == "idle:"
    assert "  x11           passed over  DISPLAY is not set" in told
    assert told[-1] == "Holding reminders back now: nothing"
    idle = told[1 : told.index("session:")]
    assert [line.split()[0] for line in idle if " used " in line] == ["none"]


def test_what_a_session_cannot_be_heard_by_is_said_with_what_helps(home: Path) -> None:
    sound = json.loads(doctor(home, "--json"))["sound"]

    assert sound
    for way in sound:
        assert (way["way"], way["chosen"]) == ("missing", False)
        assert "No voice" in way["why"] or "No chimes" in way["why"]
