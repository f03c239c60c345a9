import json
import subprocess
import sys
from pathlib import Path

import pytest

from stretchbreak import __version__
from stretchbreak.cli import VERBS
from tests.cli.shell import Shell

LOADED = """
import json, sys
from stretchbreak.cli import main
try:
    main()
finally:
    print(json.dumps(sorted(sys.modules)))
"""


def loaded(*words: str) -> set[str]:
    """Return the modules that running *words* has loaded."""
    run = subprocess.run(  # noqa: S603 - ours
        [sys.executable, "-c", LOADED, *words],
        capture_output=True,
        text=True,
        check=False,
    )
    return set(json.loads(run.stdout.splitlines()[-1]))


def test_help_names_every_verb_and_what_it_does(shell: Shell) -> None:
    code, out, err = shell("--help")

    assert (code, err) == (0, "")
    for verb, about in VERBS.items():
        assert f"\n    {verb}" in out
        assert about in " ".join(out.split())


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_its_own_help(shell: Shell, verb: str) -> None:
    code, out, err = shell(verb, "--help")

    assert (code, err) == (0, "")
    assert out.startswith(f"usage: stretchbreak {verb} ")


@pytest.mark.parametrize("deed", ["list", "get", "set", "reset", "path"])
def test_every_deed_with_settings_has_its_own_help(shell: Shell, deed: str) -> None:
    code, out, _err = shell("settings", deed, "--help")

    assert code == 0
    assert out.startswith(f"usage: stretchbreak settings {deed} ")


def test_the_version_is_told(shell: Shell) -> None:
    assert shell("--version") == (0, f"{__version__}\n", "")


WRONG = [
    (["sneeze"], "invalid choice: 'sneeze'"),
    (["--loud"], "unrecognized arguments: --loud"),
    (["--background", "status"], "--background goes without a verb"),
    (["status", "now"], "unrecognized arguments: now"),
    (["quit", "--json"], "unrecognized arguments: --json"),
    (["settings"], "the following arguments are required: DEED"),
    (["settings", "get"], "the following arguments are required: name"),
    (["settings", "set", "snooze"], "the following arguments are required: value"),
    (["poster"], "the following arguments are required: -o/--output"),
    (["render"], "the following arguments are required: STRETCH, -o/--output"),
    (["render", "x", "-o", "x.png", "--side", "up"], "invalid choice: 'up'"),
    (["render", "x", "-o", "x.png", "--format", "gif"], "invalid choice: 'gif'"),
    (["render", "x", "-o", "x.png", "--at", "1.5"], "'1.5' is not a number from 0"),
    (["render", "x", "-o", "x.png", "--at", "nan"], "'nan' is not a number from 0"),
    (["render", "x", "-o", "x.png", "--at", "0", "--phase", "hold"], "not allowed"),
    *(
        (["render", "x", "-o", "x.png", "--size", size], f"'{size}' is not a size")
        for size in ("big", "100", "100x", "0x100", "71x100", "100x3841")
    ),
    (["simulate"], "one of the arguments FILE.toml --from-journal is required"),
    (["snooze", "0"], "'0' is no time at all; expected a duration such as 90s, 45m"),
    (["snooze", "-5"], "'-5' is not a duration such as 90s, 45m, 1h30m or 2h"),
    (["snooze", "soon"], "'soon' is not a duration such as 90s, 45m, 1h30m or 2h"),
    (["snooze", "5", "5"], "unrecognized arguments: 5"),
    (["pause", "0m"], "'0m' is no time at all; expected a duration such as 90s, 45m"),
    (["pause", "--until", "25:00"], "'25:00' is not a time of day such as 14:30"),
    (["pause", "--until", "14"], "'14' is not a time of day such as 14:30"),
    (["pause", "--until", "soon"], "'soon' is not a time of day such as 14:30"),
    (["pause", "1h", "--until-tomorrow"], "not allowed with argument"),
    (["pause", "--until", "14:30", "--until-tomorrow"], "not allowed with argument"),
]


@pytest.mark.parametrize(("words", "why"), WRONG)
def test_wrong_usage_is_refused_with_what_was_expected(
    shell: Shell, words: list[str], why: str
) -> None:
    code, out, err = shell(*words)

    assert (code, out) == (2, "")
    assert err.startswith("usage: stretchbreak")
    assert why in err


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["render", "--help"], ["poster", "--help"]]
)
def test_help_loads_no_qt(words: list[str]) -> None:
    assert not [name for name in loaded(*words) if name.startswith("PySide6")]


def test_help_loads_no_verb() -> None:
    ours = {name for name in loaded("--help") if name.startswith("stretchbreak.")}

    assert ours == {"stretchbreak.cli", "stretchbreak.cli.outcome"}


@pytest.mark.parametrize("words", [["status"], ["settings", "list"], ["simulate"]])
def test_verbs_that_show_nothing_load_no_windows(
    words: list[str], tmp_path: Path
) -> None:
    if words == ["simulate"]:
        (tmp_path / "day.toml").write_text(
            "start = 2026-03-02T09:00:00\nuntil = 2026-03-02T10:00:00\n"
        )
        words = ["simulate", str(tmp_path / "day.toml")]

    seen = {"PySide6.QtWidgets", "PySide6.QtGui", "stretchbreak.app"}

    assert not loaded(*words) & seen


def test_a_reader_that_has_seen_enough_is_no_fault() -> None:
    command = f"{sys.executable} -m stretchbreak stretches --json | head -c 1"

    run = subprocess.run(  # noqa: S602 - ours; a pipe is the point
        command, shell=True, capture_output=True, text=True, check=False
    )

    assert (run.stdout, run.stderr) == ("[", "")
