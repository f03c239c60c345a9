import logging
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchbreak.storage.journal_file import FILES, SIZE, JournalFile
from tests.storage.full_disk import full_disk, needs_full_disk


def test_lines_are_appended_and_stay_over_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "log/journal.jsonl"
    for line in ("one", "two", "three"):
        JournalFile(path).write(line)

    assert path.read_text() == "one\ntwo\nthree\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_only_the_user_can_read_it(tmp_path: Path) -> None:
    JournalFile(tmp_path / "journal.jsonl").write("one")

    assert (tmp_path / "journal.jsonl").stat().st_mode & 0o777 == 0o600


def test_the_newest_lines_are_kept_in_a_few_files(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    journal = JournalFile(path)
    lines = [f"{number} " + "x" * (SIZE // 3) for number in range(4 * FILES)]
    for line in lines:
        journal.write(line)

    numbered = [tmp_path / f"journal.jsonl.{n}" for n in range(FILES - 1, 0, -1)]
    files = [*numbered, path]
    kept = "".join(file.read_text() for file in files).splitlines()
    assert set(tmp_path.iterdir()) == set(files)
    assert all(file.stat().st_size <= SIZE for file in files)
    assert kept == lines[-len(kept) :]
    assert len(kept) == 2 * FILES


def test_a_line_too_long_for_a_file_is_kept_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    journal = JournalFile(path)
    for line in ("one", "x" * SIZE * 2, "two"):
        journal.write(line)

    assert path.read_text() == "two\n"
    assert (tmp_path / "journal.jsonl.1").stat().st_size == SIZE * 2 + 1


def test_a_half_line_does_not_spoil_the_next(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_bytes(b"one\nha")

    JournalFile(path).write("two")

    assert path.read_bytes() == b"one\nha\ntwo\n"


@needs_full_disk
def test_after_a_full_disk_it_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    journal = JournalFile(path)
    journal.write("one")
    with full_disk(room=6):
        journal.write("two")

    journal.write("three")

    assert path.read_bytes() == b"one\ntw\nthree\n"


def test_trouble_is_logged_once_and_never_raised(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    journal = JournalFile(tmp_path / "file/journal.jsonl")
    for _each in range(3):
        journal.write("one")

    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert str(tmp_path / "file/journal.jsonl") in record.getMessage()


@settings(deadline=None)  # the disk may be slow
@given(st.binary(), st.text(st.characters()))
def test_whatever_is_there_and_whatever_comes_nothing_is_lost(
    tmp_path_factory: pytest.TempPathFactory, before: bytes, line: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "journal.jsonl"
    path.write_bytes(before)

    JournalFile(path).write(line)

    assert path.read_bytes().startswith(before)
    assert path.read_bytes().endswith(b"\n")
