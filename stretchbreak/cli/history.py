"""`stretchbreak history`: what was done; or, on request, all of it deleted."""

import argparse
import json
import os
from collections.abc import Sequence
from datetime import date, datetime, time

from stretchbreak.cli.arguments import day
from stretchbreak.cli.outcome import DONE, CommandError
from stretchbreak.cli.running import asked
from stretchbreak.core import durations
from stretchbreak.core.moment import elapsed
from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.runtime.remote import Erase
from stretchbreak.storage.history_db import HistoryDb
from stretchbreak.storage.history_entries import (
    EVER,
    Entry,
    entries,
    held,
    table,
    text,
)
from stretchbreak.storage.places import places

ERASE = "erase"


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
        done = entries(database, _midnight(arguments.since))
    except AdapterError as error:
        raise CommandError(str(error)) from error
    if arguments.json:
        print(json.dumps(done))
    elif arguments.csv:
        print(table(done), end="")
    else:
        _print_lines(done)
    return DONE


def _erase(database: HistoryDb) -> int:
    """Delete all records; a running program does it, and forgets them."""
    reply = asked(Erase())
    if reply is None:
        database.erase()
    elif reply.error is not None:
        raise CommandError(reply.error)
    print("All records are deleted.")
    return DONE


def _midnight(since: date | None) -> datetime:
    return EVER if since is None else datetime.combine(since, time()).astimezone()


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
        for line in held(entry):
            print(f"         {line}")


def _line(entry: Entry, began: datetime) -> str:
    if entry["what"] == "rest":
        rest = elapsed(began, datetime.fromisoformat(entry["ended"]))
        return f"rest, {durations.text(rest)}"
    words = [
        entry["routine"],
        f"{text(entry['spent_s'])} of {text(entry['planned_s'])}",
        entry["result"],
    ]
    if entry["feeling"] is not None:
        words.append(f"felt {entry['feeling']} afterwards")
    return ", ".join(words)
