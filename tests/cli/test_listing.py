"""`stretches` and `routines`."""

import json
from pathlib import Path

import pytest

from tests.cli.shell import Shell
from tests.support.day import known


def test_the_stretches_are_listed_with_their_names(shell: Shell) -> None:
    code, out, err = shell("stretches")

    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == list(known().stretches)
    assert "pelvic-tilt           Pelvic tilt\n" in out


def test_the_routines_are_listed_with_their_names(shell: Shell) -> None:
    code, out, err = shell("routines")

    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == list(known().routines)
    assert "short          Short stretch\n" in out


@pytest.mark.parametrize("verb", ["stretches", "routines"])
def test_the_list_for_other_programs_has_all_about_each(
    shell: Shell, verb: str
) -> None:
    each = json.loads(shell(verb, "--json").out)

    assert [one["id"] for one in each] == list(getattr(known(), verb))
    assert each == [json.loads(shell(verb, o["id"], "--json").out) for o in each]


def test_all_about_a_stretch_is_told_in_words(shell: Shell) -> None:
    code, out, err = shell("stretches", "pelvic-tilt")

    assert (code, err) == (0, "")
    tilt = known().stretches["pelvic-tilt"]
    for texts in (tilt.how_to, tilt.targets, tilt.benefits, tilt.mistakes):
        assert all(f"\n  - {text}\n" in out for text in texts)
    assert "\nReps: count 8, press 5s, release 3s\n" in out
    assert "\nSided: no\n" in out
    assert "\nMoments: 0, 1, 1, 1, 0, 1, 0\n" in out
    for odd in "()[]{}":
        assert odd not in out.replace("(PubMed Central)", "")


def test_all_about_a_routine_is_told_in_words(shell: Shell) -> None:
    assert shell("routines", "walk").out == (
        "Id: walk\n"
        "Name: Stand and walk\n"
        "About: Get up and walk about a little. No stretching.\n"
        "Warm up: no\n"
        "Steps:\n"
        "  - walk, lasting 2m\n"
        "Choose: 0\n"
    )


def test_durations_are_written_as_everywhere(shell: Shell) -> None:
    walk = json.loads(shell("routines", "walk", "--json").out)
    tilt = json.loads(shell("stretches", "pelvic-tilt", "--json").out)

    assert walk["steps"] == [{"stretch": "walk", "lasting": "2m"}]
    assert tilt["reps"] == {"count": 8, "press": "5s", "release": "3s"}


@pytest.mark.parametrize("more", [[], ["--json"]])
@pytest.mark.parametrize(
    ("verb", "kind", "one"),
    [("stretches", "stretch", "figure-four"), ("routines", "routine", "full")],
)
def test_a_name_that_there_is_not_is_refused_with_those_there_are(
    shell: Shell, verb: str, kind: str, one: str, more: list[str]
) -> None:
    code, out, err = shell(verb, "yoga", *more)

    assert (code, out) == (1, "")
    assert err.startswith(f"stretchbreak: There is no {kind} 'yoga'. There are: ")
    assert f", {one}, " in err


def test_the_users_own_are_listed_too(shell: Shell, home: Path) -> None:
    folder = home / "data" / "routines"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(
        'name = "Mine"\nabout = "My own."\nwarm_up = false\n'
        'steps = [{ stretch = "march", lasting = "90s" }]\n'
    )

    assert "mine           Mine\n" in shell("routines").out
    assert "\n  - march, lasting 1m30s\n" in shell("routines", "mine").out


def test_a_step_tells_what_it_says_itself(shell: Shell, home: Path) -> None:
    folder = home / "data" / "routines"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(
        'name = "Mine"\nabout = "My own."\nwarm_up = false\n'
        'steps = [{ stretch = "figure-four", hold = "45s", side = "left" }]'
    )

    words, plain = shell("routines", "mine").out, shell("routines", "mine", "--json")

    assert "\n  - figure-four, hold 45s, sides left\n" in words
    assert json.loads(plain.out)["steps"] == [
        {"stretch": "figure-four", "hold": "45s", "sides": ["left"]}
    ]


def test_a_file_that_is_left_out_is_told(shell: Shell, home: Path) -> None:
    folder = home / "data" / "routines"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text("name = \n")

    code, out, err = shell("routines", "--json")

    assert code == 0
    assert len(json.loads(out)) == len(known().routines)
    assert err.startswith("stretchbreak: ")
    assert "mine.toml" in err
    assert err.count("\n") == 1
