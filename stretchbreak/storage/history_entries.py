"""The history as entries that people and other programs read: text and numbers."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from stretchbreak.core import durations
from stretchbreak.core.feeling import Felt
from stretchbreak.core.history import Session, Stretched
from stretchbreak.storage import atomic
from stretchbreak.storage.history_db import HistoryDb
from stretchbreak.storage.history_rows import Rest

EVER = datetime(1970, 1, 1, tzinfo=UTC)
COLUMNS = (
    *("what", "began", "ended", "routine", "result"),
    *("planned_s", "spent_s", "stretches", "feeling"),
)
Entry = dict[str, Any]


def export(database: HistoryDb, file: Path) -> None:
    """Write all that was done to *file*: JSON if it ends so, else a table.

    Raises:
        AdapterError: It cannot be read, or not be written.
    """
    every = entries(database, EVER)
    text = json.dumps(every) if file.suffix.lower() == ".json" else table(every)
    atomic.write(file, text.encode())


def table(entries: Sequence[Entry]) -> str:
    """Return *entries* for a spreadsheet: comma-separated, one a line."""
    text = io.StringIO()
    rows = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    rows.writeheader()
    for entry in entries:
        rows.writerow(entry | {"stretches": "; ".join(held(entry))})
    return text.getvalue()


def entries(database: HistoryDb, since: datetime) -> list[Entry]:
    """Return what was done since then, in the order in which it ended.

    Raises:
        AdapterError: It cannot be read.
    """
    sessions, remarks = database.sessions(since), database.remarks()
    felt = [remark for remark in remarks if isinstance(remark, Felt)]
    ends = [*(each.ended for each in sessions), datetime.max.replace(tzinfo=UTC)]
    done = [
        _session(session, _feeling(felt, session.ended, before))
        for session, before in zip(sessions, ends[1:], strict=True)
    ]
    done += [_rest(rest) for rest in database.rests(since)]
    return sorted(done, key=lambda e: datetime.fromisoformat(e["ended"]))


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


def held(entry: Entry) -> list[str]:
    """Return a line for each stretch: `spinal-twist: done, 30s left, 30s right`."""
    return [
        f"{each['stretch']}: {', '.join((each['outcome'], *_sides(each['held_s'])))}"
        for each in entry.get("stretches", ())
    ]


def _sides(held: Sequence[int]) -> list[str]:
    if len(held) == 1:
        return [text(held[0])]
    sides = ("left", "right")[: len(held)]
    return [f"{text(each)} {side}" for each, side in zip(held, sides, strict=True)]


def text(seconds: int) -> str:
    """Return *seconds* as people write durations: `1m30s`."""
    return durations.text(timedelta(seconds=seconds))
