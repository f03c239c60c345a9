"""`poster`, as it runs where there is no display."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from stretchbreak.cli import kept
from stretchbreak.cli.poster import planned
from stretchbreak.core.history import Outcome, Result, Session, Stretched
from stretchbreak.core.settings import Settings
from stretchbreak.storage.history_db import HistoryDb
from stretchbreak.storage.places import resources
from stretchbreak.storage.routine_files import load
from tests.cli.bare import bare
from tests.cli.shell import Shell
from tests.support.fakes import MINUTE, SECOND

PAGE = re.compile(rb"/Type /Page\b(?!s)")
SIZE = re.compile(rb"/MediaBox \[([0-9. ]+)\]")


@pytest.mark.parametrize("routine", load(resources()).routines)
def test_every_routine_is_one_page_of_a4(routine: str) -> None:
    ran = bare("poster", routine, "-o", "-")

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.startswith(b"%PDF-")
    assert len(PAGE.findall(ran.stdout)) == 1
    assert b"/Subtype /Image" not in ran.stdout  # a printer gets no pixels
    (size,) = SIZE.findall(ran.stdout)
    assert [float(number) for number in size.split()] == [0, 0, 595, 842]


def test_the_full_routine_is_printed_unless_told_otherwise(tmp_path: Path) -> None:
    file = tmp_path / "sheet.PDF"

    assert bare("poster", "-o", str(file)).returncode == 0

    title = "Full stretch".encode("utf-16-be")
    assert title in file.read_bytes()


def test_a_display_is_not_touched(tmp_path: Path) -> None:
    there = {"DISPLAY": ":47", "WAYLAND_DISPLAY": "none", "QT_QPA_PLATFORM": "xcb"}

    ran = bare("poster", "walk", "-o", str(tmp_path / "a.pdf"), **there)

    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_routine_that_fills_more_than_a_page_is_refused(home: Path) -> None:
    steps = '{ stretch = "pelvic-tilt" },' * 30
    folder = home / "data" / "routines"
    folder.mkdir(parents=True)
    (folder / "endless.toml").write_text(
        f'name = "Endless"\nabout = "On and on."\nwarm_up = false\nsteps = [{steps}]\n'
    )

    ran = bare("poster", "endless", "-o", str(home / "a.pdf"))

    assert ran.returncode == 1
    assert ran.stderr == (
        b"stretchbreak: endless: its 30 steps do not fit on one page\n"
    )
    assert not (home / "a.pdf").exists()


REFUSED = [
    (["yoga", "-o", "a.pdf"], 1, "There is no routine 'yoga'. There are: after-"),
    (["walk", "-o", "a.png"], 2, "a.png: expected a name that ends in .pdf"),
]


@pytest.mark.parametrize(("words", "code", "why"), REFUSED)
def test_what_cannot_be_printed_is_refused_in_one_line(
    shell: Shell, words: list[str], code: int, why: str
) -> None:
    ran = shell("poster", *words)

    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("stretchbreak: ")
    assert ran.err.count("\n") == 1
    assert why in ran.err


def test_a_folder_that_there_is_not_is_told(tmp_path: Path) -> None:
    file = tmp_path / "none" / "a.pdf"

    ran = bare("poster", "walk", "-o", str(file))

    assert ran.returncode == 1
    assert ran.stderr.decode() == (
        f"stretchbreak: {file}: cannot be written: No such file or directory\n"
    )


def test_lengths_are_as_in_the_settings(shell: Shell) -> None:
    known = load(resources())
    full = known.routines["full"]
    usual = planned(full, known, kept.settings(kept.settings_file()))

    assert shell("settings", "set", "hold", "easy").code == 0
    assert shell("settings", "set", "warm_up", "10m").code == 0

    easy = planned(full, known, kept.settings(kept.settings_file()))
    assert easy.warm_up - usual.warm_up == 5 * MINUTE
    assert usual.total - easy.total == 9 * 10 * SECOND - 5 * MINUTE


def test_what_is_chosen_leaves_out_what_hurt(home: Path) -> None:
    known = load(resources())
    short = known.routines["short"]
    first, second = planned(short, known, Settings()).stretches
    began = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    HistoryDb(home / "data" / "history.sqlite3").add_session(
        Session(
            routine="short",
            began=began,
            ended=began + 8 * MINUTE,
            result=Result.DONE,
            spent=8 * MINUTE,
            planned=8 * MINUTE,
            stretches=(
                Stretched(first.id, Outcome.DONE),
                Stretched(second.id, Outcome.HURT),
            ),
        )
    )

    later = planned(short, known, Settings()).stretches
    assert len(later) == 2
    assert second not in later
    assert first not in later
