"""The history as a file to be read elsewhere."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.storage.history_db import HistoryDb
from stretchbreak.storage.records import HistoryRecords

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def records(tmp_path: Path) -> HistoryRecords:
    database = HistoryDb(tmp_path / "data" / "history.sqlite3")
    database.add_rest(NOON, NOON + timedelta(minutes=7))
    return HistoryRecords(tmp_path / "data", database)


def test_it_is_a_table_or_json_as_its_name_says(
    records: HistoryRecords, tmp_path: Path
) -> None:
    records.export(tmp_path / "mine.csv")
    records.export(tmp_path / "mine.JSON")

    assert (tmp_path / "mine.csv").read_text().splitlines()[1].startswith("rest,2026-")
    (entry,) = json.loads((tmp_path / "mine.JSON").read_text())
    assert entry["what"] == "rest"


def test_a_place_that_cannot_be_written_is_said(
    records: HistoryRecords, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(AdapterError, match="file"):
        records.export(tmp_path / "file" / "mine.csv")
