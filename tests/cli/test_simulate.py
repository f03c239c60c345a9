import json
from pathlib import Path

import pytest

from tests.cli.shell import Shell

DAY = """
start = 2026-03-02T09:00:00
until = 2026-03-02T10:30:00
timezone = "Europe/Berlin"

[settings]
sitting_limit = "45m"

[[input]]
from = "09:00:00"
to = "09:44:50"

[[input]]
from = "09:45:10"
to = "09:50:00"

[[event]]
at = "09:47:10"
do = "snooze"
minutes = 10
"""


@pytest.fixture
def day(tmp_path: Path) -> Path:
    file = tmp_path / "day.toml"
    file.write_text(DAY)
    return file


def test_a_day_is_told_as_a_timeline(shell: Shell, day: Path) -> None:
    code, out, err = shell("simulate", str(day))

    assert (code, err) == (0, "")
    first, *more = out.splitlines()
    assert first.startswith("2026-03-02 09:45:00  prompt              reminder=")
    assert more == [
        "2026-03-02 09:47:10  prompt_hidden       reason=answered",
        "2026-03-02 09:47:10  snoozed             until=2026-03-02T09:57:10",
        "2026-03-02 09:55:00  rest                from=2026-03-02T09:50:00",
    ]


def test_the_same_day_for_other_programs_is_one_object_a_line(
    shell: Shell, day: Path
) -> None:
    code, out, err = shell("simulate", str(day), "--json")

    assert (code, err) == (0, "")
    told = [json.loads(line) for line in out.splitlines()]
    assert told[0] == {
        "at": "2026-03-02T09:45:00",
        "event": "prompt",
        "reminder": "stretch",
        "routine": "short",
        "sitting": 2700,
        "strength": "standard",
    }
    assert [line["event"] for line in told] == [
        "prompt",
        "prompt_hidden",
        "snoozed",
        "rest",
    ]


def test_the_users_own_settings_do_not_matter(shell: Shell, day: Path) -> None:
    before = shell("simulate", str(day)).out

    shell("settings", "set", "typing_pause", "1m")

    assert shell("simulate", str(day)).out == before


def test_a_day_on_which_nothing_happens_tells_nothing(
    shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "day.toml"
    file.write_text("start = 2026-03-02T09:00:00\nuntil = 2026-03-02T18:00:00\n")

    assert shell("simulate", str(file), "--json") == (0, "", "")


WRONG = [
    ("start = 2026-03-02T09:00:00", "", "start: expected, but missing"),
    ("start = 2026", "start = 20x6", "expected TOML"),
    ('"45m"', '"4m"', "settings: sitting_limit: '4m' is too little; expected a dur"),
    ("sitting_limit", "nap_limit", "settings: nap_limit: there is no setting 'nap_l"),
    ("Europe/Berlin", "Europe/Bonn", "timezone: expected a time zone such as Europe"),
    ('to = "09:44:50"', 'to = "9.44"', "input[0].to: expected HH:MM"),
    ('to = "09:44:50"', "", "input[0].to: expected, but missing"),
    ('"snooze"', '"sneeze"', "event[0].do: "),
    ('at = "09:47:10"', "", "event[0].at: expected, but missing"),
    ("minutes = 10", "minutes = 1.5", "event[0].minutes: expected "),
    ("minutes = 10", "seconds = 10", "event[0].seconds: no such key was expected"),
]


@pytest.mark.parametrize(("right", "wrong", "why"), WRONG)
def test_a_bad_file_is_refused_with_file_key_and_expectation(
    shell: Shell, day: Path, right: str, wrong: str, why: str
) -> None:
    assert right in DAY
    day.write_text(DAY.replace(right, wrong))

    code, out, err = shell("simulate", str(day))

    assert (code, out) == (1, "")
    assert shell("simulate", str(day), "--json") == (code, out, err)
    assert err.startswith(f"stretchbreak: {day}: {why}")
    assert err.count("\n") == 1


def test_an_event_that_is_not_known_is_named(shell: Shell, day: Path) -> None:
    day.write_text(DAY.replace('"snooze"', '"sneeze"'))

    assert "'sneeze'" in shell("simulate", str(day)).err


def test_a_file_that_is_not_there_is_refused(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "none.toml"

    assert shell("simulate", str(file)) == (
        1,
        "",
        f"stretchbreak: {file}: expected a file\n",
    )
    assert shell("simulate", str(tmp_path)).code == 1
