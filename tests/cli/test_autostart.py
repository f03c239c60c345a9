"""`autostart`: starting with the login, or not."""

import sys
from pathlib import Path

import pytest

from tests.cli.shell import Shell

pytestmark = pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="it would change the real login"
)


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the desktop's own configuration."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config"


def test_it_says_how_it_is_after_each_switch(shell: Shell) -> None:
    words = ("status", "on", "on", "status", "off", "off", "status")

    said = [shell("autostart", word) for word in words]

    assert [code for code, _out, _err in said] == [0] * len(words)
    assert [out.strip() for _code, out, _err in said] == [
        *("off", "on", "on", "on"),
        *("off", "off", "off"),
    ]


def test_what_is_started_is_this_very_program(shell: Shell, config: Path) -> None:
    shell("autostart", "on")

    (entry,) = (config / "autostart").iterdir()

    program = f'Exec="{sys.executable}" "-m" "stretchbreak" "--background"'
    assert program in entry.read_text()


def test_a_folder_that_cannot_be_written_is_said(shell: Shell, config: Path) -> None:
    config.write_text("mine")

    code, out, err = shell("autostart", "on")

    assert (code, out) == (1, "")
    assert "cannot be written" in err


def test_another_word_is_wrong_usage(shell: Shell) -> None:
    assert shell("autostart", "maybe").code == 2
