import json
import tomllib
from pathlib import Path

import pytest

from stretchbreak.core.setting_values import expected
from stretchbreak.core.settings import DEFAULTS, SPECS
from tests.cli.shell import Shell


def written(home: Path) -> dict[str, object]:
    """Return what the settings file says."""
    return tomllib.loads((home / "config" / "settings.toml").read_text())


def test_every_setting_is_listed_with_what_it_takes(shell: Shell) -> None:
    code, out, err = shell("settings", "list")

    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert [line.split()[0] for line in lines] == list(SPECS)
    assert all(line.endswith(expected(line.split()[0])) for line in lines)
    assert "hold_dnd                true      true or false" in lines


def test_the_list_for_other_programs_says_all_about_each(shell: Shell) -> None:
    shell("settings", "set", "snooze", "20m")

    rows = json.loads(shell("settings", "list", "--json").out)

    assert [row["name"] for row in rows] == list(SPECS)
    assert next(row for row in rows if row["name"] == "snooze") == {
        "name": "snooze",
        "value": "20m",
        "default": "10m",
        "expected": "a duration from 1m to 1h",
        "label": "Snooze for",
        "group": "Reminders",
        "level": "advanced",
    }


@pytest.mark.parametrize(
    ("name", "value", "shown", "as_json"),
    [
        ("sitting_limit", "50", "50m", '"50m"'),
        ("sitting_limit", "1h30m", "1h30m", '"1h30m"'),
        ("snooze_limit", "0", "0", "0"),
        ("hold_dnd", "off", "false", "false"),
        ("hold_inhibitor", "true", "true", "true"),
        ("strength", "gentle", "gentle", '"gentle"'),
    ],
)
def test_what_is_set_is_what_one_gets(
    shell: Shell, name: str, value: str, shown: str, as_json: str
) -> None:
    assert shell("settings", "set", name, value) == (0, "", "")

    assert shell("settings", "get", name) == (0, f"{shown}\n", "")
    assert shell("settings", "get", name, "--json") == (0, f"{as_json}\n", "")


@pytest.mark.parametrize("name", SPECS)
def test_every_setting_takes_back_what_it_tells(shell: Shell, name: str) -> None:
    told = shell("settings", "get", name).out.strip()

    assert shell("settings", "set", name, told) == (0, "", "")
    assert shell("settings", "get", name).out.strip() == told


def test_a_reset_setting_has_its_default_and_the_others_stay(
    shell: Shell, home: Path
) -> None:
    shell("settings", "set", "snooze", "20m")
    shell("settings", "set", "hold_dnd", "no")

    assert shell("settings", "reset", "snooze") == (0, "", "")
    assert written(home) == {"hold_dnd": False}


def test_all_settings_can_be_reset_at_once(shell: Shell, home: Path) -> None:
    shell("settings", "set", "snooze", "20m")
    shell("settings", "set", "hold_dnd", "no")

    assert shell("settings", "reset") == (0, "", "")
    assert written(home) == {}


def test_the_file_is_named(shell: Shell, home: Path) -> None:
    file = home / "config" / "settings.toml"

    assert shell("settings", "path") == (0, f"{file}\n", "")
    assert json.loads(shell("settings", "path", "--json").out) == str(file)


WRONG = [
    ("sitting_limit", "4m", "'4m' is too little; expected a duration from 5m to 4h"),
    ("sitting_limit", "5h", "'5h' is too much; expected a duration from 5m to 4h"),
    ("sitting_limit", "0", "'0' is no time at all; expected a duration such as 90s,"),
    ("sitting_limit", "soon", "'soon' is not a duration such as 90s, 45m, 1h30m or 2"),
    ("snooze_limit", "21", "'21' is too much; expected a whole number from 0 to 20"),
    ("snooze_limit", "1.5", "'1.5' is not a whole number"),
    ("hold_dnd", "maybe", "'maybe' is neither true nor false"),
    ("strength", "loud", "'loud' is not one of gentle, standard, firm"),
]


@pytest.mark.parametrize(("name", "value", "why"), WRONG)
def test_a_wrong_value_is_refused_with_what_was_expected(
    shell: Shell, home: Path, name: str, value: str, why: str
) -> None:
    code, out, err = shell("settings", "set", name, value)

    assert (code, out) == (1, "")
    assert err.startswith(f"stretchbreak: {name}: {why}")
    assert err.endswith("; nothing is changed\n")
    assert not (home / "config").exists()


@pytest.mark.parametrize("words", [["get", "nap"], ["set", "nap", "1"]])
def test_a_setting_that_there_is_not_is_refused(shell: Shell, words: list[str]) -> None:
    code, out, err = shell("settings", *words)

    assert (code, out) == (1, "")
    assert err.startswith("stretchbreak: There is no setting 'nap'. `stretchbreak set")


def test_a_wrong_value_in_the_file_is_told_and_its_default_shown(
    shell: Shell, home: Path
) -> None:
    (home / "config").mkdir()
    (home / "config" / "settings.toml").write_text('snooze = "2h"\nhold_dnd = false\n')

    code, out, err = shell("settings", "get", "snooze")

    assert (code, out) == (0, "10m\n")
    assert "snooze: expected a duration from 1m to 1h; 10m is used\n" in err
    assert shell("settings", "get", "hold_dnd").out == "false\n"


def test_a_broken_file_is_set_aside_and_told(shell: Shell, home: Path) -> None:
    (home / "config").mkdir()
    (home / "config" / "settings.toml").write_text("snooze = \n")

    code, out, err = shell("settings", "get", "snooze")

    assert (code, out) == (0, "10m\n")
    assert err.startswith(f"stretchbreak: {home}/config/settings.toml: expected TOML")
    assert len(list((home / "config").glob("settings.broken-*.toml"))) == 1


def test_a_file_that_cannot_be_written_is_a_failure(shell: Shell, home: Path) -> None:
    (home / "config").write_text("in the way")

    code, out, err = shell("settings", "set", "snooze", "20m")

    assert (code, out) == (1, "")
    assert err.startswith(f"stretchbreak: {home}/config")
    assert "Traceback" not in err


def test_the_defaults_need_no_file(shell: Shell, home: Path) -> None:
    shell("settings", "list")

    assert len(DEFAULTS) == len(SPECS)
    assert not (home / "config").exists()
