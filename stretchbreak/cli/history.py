"""`stretchbreak history`: what was done; or, on request, all of it deleted."""

import argparse
import csv
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from stretchbreak.cli.arguments import day
from stretchbreak.cli.outcome import DONE, CommandError
from stretchbreak.core import durations
from stretchbreak.core.feeling import Felt
from stretchbreak.core.history import Session, Stretched
from stretchbreak.core.moment import elapsed
from stretchbreak.runtime.ports import AdapterError
from stretchbreak.storage.history_db import HistoryDb
from stretchbreak.storage.history_rows import Rest
from stretchbreak.storage.places import places

ERASE = "erase"
EVER = datetime(1970, 1, 1, tzinfo=UTC)
COLUMNS = (
    *("what", "began", "ended", "routine", "result"),
    *("planned_s", "spent_s", "stretches", "feeling"),
)

Entry = dict[str, Any]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this verb takes to *parser*."""
    parser.add_argument(
        "what", nargs="?", choices=[ERASE], help="delete all records for good"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="for other programs")
    form.add_argument("--csv", action="store_true", help="for a spreadsheet")
    parser.add_argument(
        "--since", type=day, metavar="DATE", help="only what ended on or after it"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print sessions and rests, or delete them, and return the exit code.

    Raises:
        CommandError: The records cannot be read or deleted.
    """
    database = HistoryDb(places(os.environ).history)
    try:
        if arguments.what == ERASE:
            return _erase(database)
        entries = _entries(database, _midnight(arguments.since))
    except AdapterError as error:
        raise CommandError(str(error)) from error
    if arguments.json:
        print(json.dumps(entries))
    elif arguments.csv:
        _print_table(entries)
    else:
        _print_lines(entries)
    return DONE


def _erase(database: HistoryDb) -> int:
    database.erase()
    print("All records are deleted. A running Stretchbreak forgets them at its end.")
    return DONE


def _midnight(since: date | None) -> datetime:
    return EVER if since is None else datetime.combine(since, time()).astimezone()


def _entries(database: HistoryDb, since: datetime) -> list[Entry]:
    """Return what was done since then, in the order in which it ended."""
    sessions, remarks = database.sessions(since), database.remarks()
    felt = [remark for remark in remarks if isinstance(remark, Felt)]
    ends = [*(each.ended for each in sessions), datetime.max.replace(tzinfo=UTC)]
    entries = [
        _session(session, _feeling(felt, session.ended, before))
        for session, before in zip(sessions, ends[1:], strict=True)
    ]
    entries += [_rest(rest) for rest in database.rests(since)]
    return sorted(entries, key=lambda e: datetime.fromisoformat(e["ended"]))


def _feeling(felt: Sequence[Felt], since: datetime, before: datetime) -> str | None:
    """Return how the back felt after a session, before the next one ended."""
    for each in felt:
        if since <= each.at < before:
            return each.feeling.value
    return None


def _session(session: Session, feeling: str | None) -> Entry:
    return {
        "what": "session",
        "began": session.began.isoformat(timespec="seconds"),
        "ended": session.ended.isoformat(timespec="seconds"),
        "routine": session.routine,
        "result": session.result.value,
        "planned_s": _seconds(session.planned),
        "spent_s": _seconds(session.spent),
        "stretches": [_stretched(each) for each in session.stretches],
        "feeling": feeling,
    }


def _stretched(each: Stretched) -> Entry:
    return {
        "stretch": each.stretch,
        "outcome": each.outcome.value,
        "held_s": [_seconds(held) for held in each.held],
    }


def _rest(rest: Rest) -> Entry:
    began, ended = rest
    return {
        "what": "rest",
        "began": began.isoformat(timespec="seconds"),
        "ended": ended.isoformat(timespec="seconds"),
    }


def _seconds(length: timedelta) -> int:
    return round(length.total_seconds())


def _print_table(entries: Sequence[Entry]) -> None:
    table = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    table.writeheader()
    for entry in entries:
        table.writerow(entry | {"stretches": "; ".join(_held(entry))})


def _print_lines(entries: Sequence[Entry]) -> None:
    if not entries:
        print("Nothing is recorded.")
    today = ""
    for entry in entries:
        began = datetime.fromisoformat(entry["began"])
        if (this := f"{began:%A, %Y-%m-%d}") != today:
            print(*([""] if today else []), this, sep="\n")
            today = this
        print(f"  {began:%H:%M}  {_line(entry, began)}")
        for held in _held(entry):
            print(f"         {held}")


def _line(entry: Entry, began: datetime) -> str:
    if entry["what"] == "rest":
        rest = elapsed(began, datetime.fromisoformat(entry["ended"]))
        return f"rest, {durations.text(rest)}"
    words = [
        entry["routine"],
        f"{_text(entry['spent_s'])} of {_text(entry['planned_s'])}",
        entry["result"],
    ]
    if entry["feeling"] is not None:
        words.append(f"felt {entry['feeling']} afterwards")
    return ", ".join(words)


def _held(entry: Entry) -> list[str]:
    """Return a line for each stretch: `spinal-twist: done, 30s left, 30s right`."""
    return [
        f"{each['stretch']}: {', '.join((each['outcome'], *_sides(each['held_s'])))}"
        for each in entry.get("stretches", ())
    ]


def _sides(held: Sequence[int]) -> list[str]:
    if len(held) == 1:
        return [_text(held[0])]
    sides = ("left", "right")[: len(held)]
    return [f"{_text(each)} {side}" for each, side in zip(held, sides, strict=True)]


def _text(seconds: int) -> str:
    return durations.text(timedelta(seconds=seconds))
