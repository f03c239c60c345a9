"""`history`: what was done, in three forms, and deleting it."""

import csv
import io
import json
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from stretchbreak.core.feeling import Feeling, Felt
from stretchbreak.core.history import Outcome, Result, Session, Stretched
from stretchbreak.storage.history_db import HistoryDb
from tests.cli.shell import Shell

BERLIN = ZoneInfo("Europe/Berlin")
SECOND = timedelta(seconds=1)
MINUTE = 60 * SECOND
MONDAY = datetime(2026, 3, 2, 10, 2, tzinfo=BERLIN)
TUESDAY = datetime(2026, 3, 3, 9, 30, tzinfo=BERLIN)


def a_session(began: datetime) -> Session:
    return Session(
        routine="short",
        began=began,
        ended=began + 9 * MINUTE,
        result=Result.DONE,
        planned=8 * MINUTE,
        spent=8 * MINUTE,
        stretches=(
            Stretched("pelvic-tilt", Outcome.DONE, (40 * SECOND,)),
            Stretched("spinal-twist", Outcome.HURT, (30 * SECOND, 12 * SECOND)),
        ),
    )


@pytest.fixture
def kept(home: Path) -> HistoryDb:
    """Return two sessions, the first of which did good, and a rest between."""
    database = HistoryDb(home / "data" / "history.sqlite3")
    database.add_session(a_session(MONDAY))
    database.add_remark(Felt(MONDAY + 10 * MINUTE, Feeling.BETTER))
    database.add_rest(MONDAY + 60 * MINUTE, MONDAY + 72 * MINUTE)
    database.add_session(a_session(TUESDAY))
    return database


def test_nothing_done_is_said(shell: Shell) -> None:
    assert shell("history") == (0, "Nothing is recorded.\n", "")
    assert shell("history", "--json") == (0, "[]\n", "")


def test_what_was_done_is_told_day_by_day(shell: Shell, kept: HistoryDb) -> None:
    assert kept.history().stretched

    code, out, err = shell("history")

    assert (code, err) == (0, "")
    assert out == (
        "Monday, 2026-03-02\n"
        "  10:02  short, 8m of 8m, done, felt better afterwards\n"
        "         pelvic-tilt: done, 40s\n"
        "         spinal-twist: hurt, 30s left, 12s right\n"
        "  11:02  rest, 12m\n"
        "\n"
        "Tuesday, 2026-03-03\n"
        "  09:30  short, 8m of 8m, done\n"
        "         pelvic-tilt: done, 40s\n"
        "         spinal-twist: hurt, 30s left, 12s right\n"
    )


@pytest.mark.usefixtures("kept")
def test_other_programs_get_all_of_it(shell: Shell) -> None:
    first, rest, second = json.loads(shell("history", "--json").out)

    assert first == {
        "what": "session",
        "began": "2026-03-02T10:02:00+01:00",
        "ended": "2026-03-02T10:11:00+01:00",
        "routine": "short",
        "result": "done",
        "planned_s": 480,
        "spent_s": 480,
        "stretches": [
            {"stretch": "pelvic-tilt", "outcome": "done", "held_s": [40]},
            {"stretch": "spinal-twist", "outcome": "hurt", "held_s": [30, 12]},
        ],
        "feeling": "better",
    }
    assert rest == {
        "what": "rest",
        "began": "2026-03-02T11:02:00+01:00",
        "ended": "2026-03-02T11:14:00+01:00",
    }
    assert second["feeling"] is None


@pytest.mark.usefixtures("kept")
def test_a_spreadsheet_gets_a_row_for_each(shell: Shell) -> None:
    rows = list(csv.DictReader(io.StringIO(shell("history", "--csv").out)))

    assert [row["what"] for row in rows] == ["session", "rest", "session"]
    assert rows[0]["stretches"] == (
        "pelvic-tilt: done, 40s; spinal-twist: hurt, 30s left, 12s right"
    )
    assert rows[1]["routine"] == ""


@pytest.mark.usefixtures("kept")
def test_only_what_ended_since_a_date_is_told(shell: Shell) -> None:
    told = json.loads(shell("history", "--json", "--since", "2026-03-03").out)

    assert [entry["began"][:10] for entry in told] == ["2026-03-03"]


def test_a_date_that_is_none_is_refused(shell: Shell) -> None:
    code, _out, err = shell("history", "--since", "monday")

    assert code == 2
    assert "'monday' is not a date such as 2026-03-02" in err


def test_all_records_can_be_deleted(shell: Shell, kept: HistoryDb, home: Path) -> None:
    code, out, err = shell("history", "erase")

    assert (code, err) == (0, "")
    assert out.startswith("All records are deleted.")
    assert shell("history", "--json").out == "[]\n"
    assert kept.remarks() == ()
    for file in (home / "data").iterdir():
        assert b"spinal-twist" not in file.read_bytes()


def test_records_that_cannot_be_read_are_said(shell: Shell, home: Path) -> None:
    (home / "data" / "history.sqlite3").mkdir(parents=True)

    code, out, err = shell("history")

    assert (code, out) == (1, "")
    assert "history.sqlite3: unable to open database file" in err
