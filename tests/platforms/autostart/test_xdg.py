"""Starting at login by a desktop entry."""

import shlex
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchbreak.platforms.autostart.xdg import DesktopEntry
from stretchbreak.runtime.ports.failures import AdapterError

PROGRAM = ("/usr/bin/python3", "-m", "stretchbreak")
FILE = "autostart/io.github.stretchbreak.Stretchbreak.desktop"
WORDS = st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"])))


def entry(config: Path, program: tuple[str, ...] = PROGRAM) -> DesktopEntry:
    return DesktopEntry({"XDG_CONFIG_HOME": str(config)}, program)


def command(written: str) -> list[str]:
    """Return the words that a desktop makes of the Exec line in *written*.

    The backslash escapes of a string value come off first, then the quoting,
    then the doubled percent signs; shlex quotes as Exec does.
    """
    (line,) = (line for line in written.splitlines() if line.startswith("Exec="))
    value = line.removeprefix("Exec=").replace("\\\\", "\\")
    words = shlex.split(value.replace("\\`", "`").replace("\\$", "$"))
    return [word.replace("%%", "%") for word in words]


def test_it_is_off_until_it_is_switched_on(tmp_path: Path) -> None:
    way = entry(tmp_path)

    before = way.on()
    way.switch_on()
    between = way.on()
    way.switch_off()

    assert (before, between, way.on()) == (False, True, False)


def test_switching_twice_is_as_switching_once(tmp_path: Path) -> None:
    way = entry(tmp_path)
    way.switch_on()
    once = (tmp_path / FILE).read_bytes()
    way.switch_on()

    assert (tmp_path / FILE).read_bytes() == once
    way.switch_off()
    way.switch_off()
    assert not (tmp_path / FILE).exists()


def test_the_entry_starts_the_program(tmp_path: Path) -> None:
    entry(tmp_path).switch_on()

    written = (tmp_path / FILE).read_text(encoding="utf-8")

    assert written.startswith("[Desktop Entry]\nType=Application\nName=Stretchbreak\n")
    assert command(written) == list(PROGRAM)


@given(WORDS)
def test_any_path_is_quoted(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    config = tmp_path_factory.mktemp("config")
    entry(config, tuple(words)).switch_on()

    assert command((config / FILE).read_text(encoding="utf-8")) == words


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_that_the_desktop_switched_off_is_off(
    tmp_path: Path, line: str
) -> None:
    way = entry(tmp_path)
    way.switch_on()
    with (tmp_path / FILE).open("a") as file:
        file.write(f"{line}\n")

    assert not way.on()
    way.switch_on()
    assert way.on()


@pytest.mark.parametrize(
    "content", [b"\xff", b"Exec=\n", b"[Desktop Entry]\nrubbish\n"]
)
def test_an_entry_that_cannot_be_read_is_said(tmp_path: Path, content: bytes) -> None:
    way = entry(tmp_path)
    way.switch_on()
    (tmp_path / FILE).write_bytes(content)

    with pytest.raises(AdapterError, match=r"Stretchbreak\.desktop: cannot be read: "):
        way.on()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("mine")

    with pytest.raises(AdapterError, match="cannot be written"):
        entry(tmp_path).switch_on()


@pytest.mark.skipif(
    sys.platform != "linux", reason="the home folder's place is Linux's"
)
def test_without_a_config_folder_it_is_below_the_home_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    DesktopEntry({}, PROGRAM).switch_on()

    assert (tmp_path / ".config" / FILE).exists()
