"""The verbs that speak to the running program."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.shell import Shell

Running = Callable[[int], None]

NEEDY = [
    ["status"],
    ["status", "--json"],
    ["snooze"],
    ["snooze", "5"],
    ["skip"],
    ["walked"],
    ["pause"],
    ["pause", "1h30m"],
    ["pause", "--until", "14:30"],
    ["pause", "--until-tomorrow"],
    ["resume"],
    ["quit"],
]


@pytest.mark.parametrize("words", NEEDY, ids=" ".join)
def test_where_no_program_runs_that_is_said(shell: Shell, words: list[str]) -> None:
    assert shell(*words) == (
        3,
        "",
        "stretchbreak: Stretchbreak is not running; start it with: stretchbreak\n",
    )


def test_asking_leaves_no_trace(shell: Shell, home: Path) -> None:
    shell("status")

    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_status_tells_what_is_going_on(shell: Shell, running: Running) -> None:
    running(33)

    assert shell("status") == (
        0,
        "Sitting for 33m\nNext reminder in 12m\nIdle source: fake\n",
        "",
    )
    assert json.loads(shell("status", "--json").out) == {
        "sitting_s": 33 * 60,
        "next_prompt_s": 12 * 60,
        "due": False,
        "held": [],
        "paused_until": None,
        "paused": False,
        "session": None,
        "idle_source": "fake",
    }

    assert shell("start", "walk") == (0, "", "")
    assert "In session: walk, walk, move, 2m left\n" in shell("status").out


def test_status_tells_what_holds_a_prompt(shell: Shell, running: Running) -> None:
    running(50)

    told = shell("status").out

    assert told.startswith("Sitting for 50m\nA break is due\nHeld since 09:00: dnd\n")


def test_wishes_are_met(shell: Shell, running: Running) -> None:
    running(33)

    assert shell("pause", "90") == (0, "", "")
    assert "\nPaused until 11:03\n" in shell("status").out
    assert shell("pause", "--until", "14:30") == (0, "", "")
    assert "\nPaused until 14:30\n" in shell("status").out
    assert shell("pause", "--until-tomorrow") == (0, "", "")
    assert "\nPaused until 04:00\n" in shell("status").out
    assert shell("pause") == (0, "", "")
    assert "\nPaused until you resume\n" in shell("status").out
    assert shell("resume") == (0, "", "")
    assert shell("walked") == (0, "", "")
    assert shell("status").out.startswith("Sitting for 0s\nNext reminder in 45m\n")
    assert shell() == (0, "", "")  # brought to the front


def test_what_is_refused_is_refused_with_its_reason(
    shell: Shell, running: Running
) -> None:
    running(33)

    for words, why in (
        (["snooze"], "No reminder is shown, so none can be snoozed."),
        (["skip"], "No reminder is shown, so none can be skipped."),
        (["resume"], "Reminders are not paused."),
        (["start", "yoga"], "There is no routine 'yoga'. There are: "),
    ):
        code, out, err = shell(*words)
        assert (code, out) == (1, "")
        assert err.startswith(f"stretchbreak: {why}")
        assert err.count("\n") == 1


def test_settings_are_changed_in_the_running_program(
    shell: Shell, running: Running, home: Path
) -> None:
    running(33)

    assert shell("settings", "set", "sitting_limit", "50m") == (0, "", "")

    assert "\nNext reminder in 17m\n" in shell("status").out
    assert not (home / "config" / "settings.toml").exists()  # it saves, not we

    assert shell("settings", "reset") == (0, "", "")
    assert "\nNext reminder in 12m\n" in shell("status").out


def test_a_program_that_was_told_to_quit_is_gone(
    shell: Shell, running: Running
) -> None:
    running(33)

    assert shell("quit") == (0, "", "")
    assert shell("status").code == 3
