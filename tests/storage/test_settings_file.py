import sys
import tomllib
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchbreak.core.choices import Strength
from stretchbreak.core.setting_values import write
from stretchbreak.core.settings import DEFAULTS, SPECS, Settings
from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.storage.settings_file import SettingsFile
from tests.storage.full_disk import full_disk, needs_full_disk

NOW = datetime(2026, 3, 2, 9, 5, 7, tzinfo=UTC)
ASIDE = "settings.broken-20260302-090507.toml"
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def given_file(path: Path, content: str | bytes) -> SettingsFile:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return SettingsFile(path)


def written(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


LINES = {
    "hours": ("mon-fri 09:00-12:00", "fri 22:00-06:00"),
    "appointments": ("mon-fri 07:30 morning", "sun 21:00 evening"),
}


def any_value(name: str) -> st.SearchStrategy[Any]:
    default, spec = DEFAULTS[name], SPECS[name]
    if isinstance(default, timedelta):
        seconds = st.integers(spec.low // SECOND, spec.high // SECOND)
        return seconds.map(lambda count: count * SECOND)
    if isinstance(default, bool):
        return st.booleans()
    if isinstance(default, Enum):
        return st.sampled_from(type(default))
    if isinstance(default, tuple):
        lines = LINES.get(name, ("soffice", "vlc"))
        return st.lists(st.sampled_from(lines), unique=True).map(tuple)
    assert isinstance(default, int)
    return st.integers(spec.low, spec.high)


SETTINGS = st.builds(Settings, **{name: any_value(name) for name in DEFAULTS})
TOML = st.recursive(
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text()
    | st.dates()
    | st.times()
    | st.datetimes(timezones=st.just(UTC)),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
NAMES = st.sampled_from(list(DEFAULTS)) | st.text()
ANY_FILE = (
    st.binary()
    | st.text().map(str.encode)
    | st.dictionaries(NAMES, TOML).map(tomli_w.dumps).map(str.encode)
)


@pytest.mark.parametrize("content", [None, "", "\n# mine\n", "\ufeff"])
def test_no_settings_are_the_defaults(path: Path, content: str | None) -> None:
    file = SettingsFile(path) if content is None else given_file(path, content)

    assert file.load(NOW) == (Settings(), ())


@settings(deadline=None)  # the disk may be slow
@given(SETTINGS, SETTINGS)
def test_what_was_saved_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, first: Settings, second: Settings
) -> None:
    path = tmp_path_factory.mktemp("config") / "settings.toml"
    file = SettingsFile(path)
    file.save(first)
    file.save(second)

    assert SettingsFile(path).load(NOW) == (second, ())


def test_only_what_differs_from_the_defaults_is_written(path: Path) -> None:
    file = SettingsFile(path)
    file.save(Settings(sitting_limit=30 * MINUTE, hold_dnd=False))
    file.save(Settings(sitting_limit=30 * MINUTE, strength=Strength.FIRM))

    assert written(path) == {"sitting_limit": "30m", "strength": "firm"}


def test_a_person_may_write_values_in_other_ways(path: Path) -> None:
    file = given_file(path, 'sitting_limit = 30\nhold_dnd = "off"\nsnooze = "90s"')

    settings, lines = file.load(NOW)

    assert lines == ()
    assert settings == Settings(
        sitting_limit=30 * MINUTE, hold_dnd=False, snooze=90 * SECOND
    )


def test_unknown_keys_are_kept(path: Path) -> None:
    unknown = {"later": 1, "table": {"list": [1, {"day": NOW}], "text": 'a"\n\u2028'}}
    file = given_file(path, tomli_w.dumps({"snooze": "5m", **unknown}))
    settings, lines = file.load(NOW)

    file.save(Settings(hold_dnd=False))

    assert settings == Settings(snooze=5 * MINUTE)
    assert lines == ()
    assert written(path) == {"hold_dnd": False, **unknown}


def test_a_wrong_value_leaves_the_others(path: Path) -> None:
    file = given_file(path, 'sitting_limit = "9x"\nsnooze = "5m"\nstrength = 3')

    settings, lines = file.load(NOW)

    assert settings == Settings(snooze=5 * MINUTE)
    assert lines == (
        f"{path}: sitting_limit: expected a duration from 5m to 4h; 45m is used",
        f"{path}: strength: expected one of gentle, standard, firm; standard is used",
    )


def test_a_wrong_value_stays_in_the_file_until_it_is_changed(path: Path) -> None:
    file = given_file(path, 'sitting_limit = "9x"')
    settings, _lines = file.load(NOW)
    file.save(Settings(snooze=5 * MINUTE))
    first = written(path)
    file.save(Settings(snooze=5 * MINUTE, sitting_limit=30 * MINUTE))

    assert settings == Settings()
    assert first == {"sitting_limit": "9x", "snooze": "5m"}
    assert written(path) == {"sitting_limit": "30m", "snooze": "5m"}


def test_what_the_user_edits_meanwhile_is_not_lost(path: Path) -> None:
    file = given_file(path, 'snooze = "5m"')
    file.load(NOW)
    path.write_text('snooze = "6m"\nlater = 1')

    file.save(Settings(snooze=5 * MINUTE, hold_dnd=False))

    assert written(path) == {"snooze": "6m", "later": 1, "hold_dnd": False}


def test_a_file_deleted_meanwhile_is_written_anew(path: Path) -> None:
    file = given_file(path, 'snooze = "5m"')
    settings, _lines = file.load(NOW)
    path.unlink()

    file.save(settings)

    assert written(path) == {"snooze": "5m"}


def test_a_file_broken_meanwhile_is_not_overwritten(path: Path) -> None:
    file = given_file(path, 'snooze = "5m"')
    file.load(NOW)
    path.write_text("snooze =")

    with pytest.raises(AdapterError, match="expected TOML") as refusal:
        file.save(Settings())

    assert str(refusal.value).startswith(f"{path}: ")
    assert str(refusal.value).endswith("; nothing is saved")
    assert path.read_text() == "snooze ="


BROKEN = [
    (b"snooze =", "expected TOML: Invalid value"),
    (b"snooze = 1\nsnooze = 2", "expected TOML: Cannot overwrite"),
    (b"\xff\xfe", "expected text in UTF-8"),
    (b"a = " + b"[" * 10_000, "expected TOML, not nested so deeply"),
    (b"a = " + b"9" * 10_000, "expected TOML: "),
    (b"\0\0\0\0", "expected TOML: "),
]


@pytest.mark.parametrize(("content", "why"), BROKEN)
def test_a_broken_file_is_set_aside(path: Path, content: bytes, why: str) -> None:
    file = given_file(path, content)

    settings, (line,) = file.load(NOW)
    file.save(Settings(hold_dnd=False))

    assert settings == Settings()
    assert line.startswith(f"{path}: {why}")
    assert line.endswith(f"; it is kept as {ASIDE}; the default settings are used")
    assert path.with_name(ASIDE).read_bytes() == content
    assert written(path) == {"hold_dnd": False}


def test_files_set_aside_do_not_replace_one_another(path: Path) -> None:
    for number in range(3):
        given_file(path, f"broken {number}").load(NOW)

    kept = sorted(file.read_text() for file in path.parent.iterdir())
    assert kept == ["broken 0", "broken 1", "broken 2"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such a file")
def test_a_file_that_cannot_be_read_is_left_alone() -> None:
    file = SettingsFile(Path("/proc/self/mem"))

    settings, (line,) = file.load(NOW)

    assert settings == Settings()
    assert line.startswith("/proc/self/mem: cannot be read: Input/output error; ")
    assert line.endswith("; the default settings are used")
    with pytest.raises(AdapterError, match="error; nothing is saved"):
        file.save(Settings(hold_dnd=False))


def test_what_is_no_file_is_set_aside(path: Path) -> None:
    (path / "inside").mkdir(parents=True)

    _settings, lines = SettingsFile(path).load(NOW)

    assert len(lines) == 1
    assert (path.with_name(ASIDE) / "inside").is_dir()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("mine")
    file = SettingsFile(tmp_path / "config/settings.toml")
    file.load(NOW)

    with pytest.raises(AdapterError):
        file.save(Settings(hold_dnd=False))

    assert (tmp_path / "config").read_text() == "mine"


@needs_full_disk
def test_a_full_disk_leaves_the_settings_as_they_were(path: Path) -> None:
    file = given_file(path, 'snooze = "5m"')
    file.load(NOW)

    with full_disk(), pytest.raises(AdapterError, match="cannot be written"):
        file.save(Settings(hold_dnd=False))
    file.save(Settings(hold_dnd=False))

    assert written(path) == {"hold_dnd": False}


TOO_LARGE = ["a" + ".a" * 2000 + " = 1", "a = 0x" + "f" * 10_000]


@pytest.mark.parametrize("content", TOO_LARGE)
def test_what_cannot_be_written_again_is_not_lost(path: Path, content: str) -> None:
    file = given_file(path, content)
    file.load(NOW)

    with pytest.raises(AdapterError):
        file.save(Settings(hold_dnd=False))

    assert path.read_text() == content


@pytest.mark.parametrize("content", TOO_LARGE)
def test_a_value_beyond_all_bounds_is_wrong(path: Path, content: str) -> None:
    file = given_file(path, content.replace("a", "snooze_limit", 1))

    settings, lines = file.load(NOW)

    assert settings == Settings()
    assert len(lines) == 1


@settings(deadline=None)  # the disk may be slow
@given(ANY_FILE)
def test_no_file_ever_raises_or_is_lost(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("config") / "settings.toml"
    file = given_file(path, content)

    settings, lines = file.load(NOW)

    aside = path.with_name(ASIDE)
    assert aside.exists() != path.exists()
    assert (path if path.exists() else aside).read_bytes() == content
    assert all(line.startswith(str(path)) and line.isprintable() for line in lines)
    assert lines or not aside.exists()
    if path.exists():
        before = written(path)
        file.save(settings)
        assert written(path) == before


@settings(deadline=None, max_examples=40)
@given(st.dictionaries(NAMES, TOML, max_size=5))
def test_each_value_is_used_or_said_to_be_wrong(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, Any]
) -> None:
    path = tmp_path_factory.mktemp("config") / "settings.toml"
    file = given_file(path, tomli_w.dumps(values))

    settings, lines = file.load(NOW)

    wrong = {line.split(": ")[1] for line in lines}
    assert wrong <= values.keys()
    for name in DEFAULTS.keys() - values.keys() | wrong:
        assert write(getattr(settings, name)) == write(DEFAULTS[name])
