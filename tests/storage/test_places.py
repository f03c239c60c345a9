import sys
from pathlib import Path

import pytest

from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.storage.places import make, places

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")


def mode(file: Path) -> int:
    return file.stat().st_mode & 0o777


def test_one_variable_puts_everything_under_one_folder(tmp_path: Path) -> None:
    here = places({"STRETCHBREAK_HOME": str(tmp_path / "home")})

    assert here.settings == tmp_path / "home/config/settings.toml"
    assert here.history == tmp_path / "home/data/history.sqlite3"
    assert here.memory == tmp_path / "home/state/state.json"
    assert here.journal == tmp_path / "home/log/journal.jsonl"
    assert here.runtime == tmp_path / "home/run"


def test_a_relative_home_does_not_move_with_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert places({"STRETCHBREAK_HOME": "home"}).data == tmp_path / "home/data"


def test_only_the_runtime_folder_is_made_at_once(tmp_path: Path) -> None:
    places({"STRETCHBREAK_HOME": str(tmp_path)})

    assert [folder.name for folder in tmp_path.iterdir()] == ["run"]


@posix
def test_folders_are_the_users_alone(tmp_path: Path) -> None:
    here = places({"STRETCHBREAK_HOME": str(tmp_path / "home")})
    make(here.data)

    assert mode(tmp_path / "home") == 0o700
    assert mode(here.data) == 0o700
    assert mode(here.runtime) == 0o700


@posix
def test_an_open_runtime_folder_is_closed(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run").chmod(0o777)

    here = places({"STRETCHBREAK_HOME": str(tmp_path)})

    assert here.runtime == tmp_path / "run"
    assert mode(here.runtime) == 0o700


@posix
def test_without_a_runtime_folder_of_our_own_the_state_folder_serves(
    tmp_path: Path,
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "run").write_text("")
    blocked = places({"STRETCHBREAK_HOME": str(tmp_path)})
    (tmp_path / "run").unlink()
    (tmp_path / "run").symlink_to(elsewhere)
    linked = places({"STRETCHBREAK_HOME": str(tmp_path)})

    assert blocked.runtime == blocked.state
    assert linked.runtime == linked.state
    assert mode(elsewhere) != 0o700


@posix
def test_a_runtime_folder_that_others_could_replace_is_not_used(
    tmp_path: Path,
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(0o777)

    here = places({"STRETCHBREAK_HOME": str(home)})

    assert here.runtime == here.state


@pytest.mark.skipif(sys.platform != "linux", reason="other desktops, other places")
def test_the_desktop_says_where_things_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    (tmp_path / "runtime").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "runtime"))

    here = places({})

    assert here.config == tmp_path / "config/stretchbreak"
    assert here.data == tmp_path / "data/stretchbreak"
    assert here.state == tmp_path / "state/stretchbreak"
    assert here.log == tmp_path / "state/stretchbreak/log"
    assert here.runtime == tmp_path / "runtime/stretchbreak"
    assert mode(here.runtime) == 0o700


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    wanted = tmp_path / "file" / "folder"

    with pytest.raises(AdapterError, match="cannot be made: ") as refusal:
        make(wanted)

    assert str(refusal.value).startswith(f"{wanted}: ")


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    before = tmp_path.stat()

    make(tmp_path)

    assert tmp_path.stat() == before
