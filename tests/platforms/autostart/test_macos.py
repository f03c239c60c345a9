"""Starting at login by a launch agent."""

import plistlib
from pathlib import Path

import pytest

from stretchbreak.platforms.autostart.macos import LaunchAgent
from stretchbreak.runtime.ports.failures import AdapterError

PROGRAM = ("/usr/bin/python3", "-m", "stretchbreak")
FILE = "Library/LaunchAgents/io.github.stretchbreak.Stretchbreak.plist"


def test_it_is_off_until_it_is_switched_on(tmp_path: Path) -> None:
    way = LaunchAgent(tmp_path, PROGRAM)

    before = way.on()
    way.switch_on()
    way.switch_on()
    between = way.on()
    way.switch_off()
    way.switch_off()

    assert (before, between, way.on()) == (False, True, False)


def test_the_agent_starts_the_program_at_login(tmp_path: Path) -> None:
    LaunchAgent(tmp_path, PROGRAM).switch_on()

    assert plistlib.loads((tmp_path / FILE).read_bytes()) == {
        "Label": "io.github.stretchbreak.Stretchbreak",
        "ProgramArguments": list(PROGRAM),
        "RunAtLoad": True,
    }


@pytest.mark.parametrize("content", [b"", b"<plist", b"\xff\xfe"])
def test_an_agent_that_cannot_be_read_is_said(tmp_path: Path, content: bytes) -> None:
    way = LaunchAgent(tmp_path, PROGRAM)
    way.switch_on()
    (tmp_path / FILE).write_bytes(content)

    with pytest.raises(AdapterError, match=r"Stretchbreak\.plist: cannot be read: "):
        way.on()
