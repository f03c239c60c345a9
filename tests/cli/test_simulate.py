import json
from pathlib import Path

import pytest

from stretchbreak.core.events import StartAsked
from stretchbreak.runtime.journal import event as event_of
from stretchbreak.runtime.journal import line
from tests.cli.shell import Shell
from tests.support.fakes import MINUTE, Bench

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


# What the program itself has written down


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    bench = Bench()
    bench.passes(48 * MINUTE)
    bench.engine.skip()
    file = tmp_path / "journal.jsonl"
    file.write_text("\n".join(bench.journal.lines) + "\n")
    return file


def test_a_journal_is_replayed(shell: Shell, journal: Path) -> None:
    code, out, err = shell("simulate", "--from-journal", str(journal), "--json")

    assert (code, err) == (0, "")
    decided = [json.loads(line).get("did") for line in journal.read_text().splitlines()]
    told = [json.loads(line) for line in out.splitlines()]
    assert [line["event"] for line in told] == ["prompt", "prompt_hidden", "skipped"]
    assert told == [line for line in decided if line is not None]


def test_a_replay_reads_like_any_day(shell: Shell, journal: Path) -> None:
    out = shell("simulate", "--from-journal", str(journal)).out

    assert out.startswith("2026-03-02 09:46:02  prompt              reminder=stretch")


def test_a_routine_of_the_users_own_is_known_in_a_replay(
    shell: Shell, journal: Path, home: Path
) -> None:
    routine = home / "data" / "routines" / "one.toml"
    routine.parent.mkdir(parents=True)
    routine.write_text(
        'name = "One"\nabout = "One."\nwarm_up = false\n'
        'steps = [{ stretch = "lying-hamstring" }]\n'
    )
    *_, last = (event_of(line) for line in journal.read_text().splitlines())
    assert last is not None
    with journal.open("a") as lines:
        lines.write(line(StartAsked(last.at, "one")))

    out = shell("simulate", "--from-journal", str(journal)).out

    assert out.splitlines()[-1].endswith("session_started     routine=one")


def test_lines_passed_over_are_named(shell: Shell, journal: Path) -> None:
    lines = journal.read_text().splitlines()
    whole = shell("simulate", "--from-journal", str(journal)).out
    journal.write_text("\n".join([*lines[5:9], *lines[:3], "{half", *lines[3:]]))

    code, out, err = shell("simulate", "--from-journal", str(journal))

    assert (code, out) == (0, whole)
    begins, broken = err.splitlines()
    assert begins.startswith(f"stretchbreak: {journal}: its launch is not in it; 4 ")
    assert broken.startswith(f"stretchbreak: {journal}: line 8: ")


def test_a_journal_without_a_launch_is_refused(shell: Shell, journal: Path) -> None:
    lines = journal.read_text().splitlines()
    journal.write_text("\n".join(lines[1:]))

    code, out, err = shell("simulate", "--from-journal", str(journal))

    assert (code, out) == (1, "")
    assert err == (
        f"stretchbreak: {journal}: expected a launch to begin from; there is none\n"
    )


def test_a_journal_that_is_not_there_is_refused(shell: Shell, tmp_path: Path) -> None:
    for file in (tmp_path / "none.jsonl", tmp_path):
        assert shell("simulate", "--from-journal", str(file)) == (
            1,
            "",
            f"stretchbreak: {file}: expected a file\n",
        )


@pytest.mark.parametrize("words", [[], ["day.toml", "--from-journal", "some.jsonl"]])
def test_it_takes_either_a_day_or_a_journal(shell: Shell, words: list[str]) -> None:
    code, out, err = shell("simulate", *words)

    assert (code, out) == (2, "")
    assert "--from-journal" in err
