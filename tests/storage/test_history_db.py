import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from functools import reduce
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchbreak.core.feeling import (
    Feeling,
    Felt,
    FoundFine,
    FoundPainful,
    Remark,
    TurnedOn,
)
from stretchbreak.core.history import (
    History,
    Outcome,
    Result,
    Session,
    Stretched,
    remember,
)
from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.storage.history_db import HistoryDb
from tests.storage.full_disk import full_disk, needs_full_disk

NOW = datetime(2026, 3, 2, 9, 5, 7, tzinfo=ZoneInfo("Europe/Berlin"))
ASIDE = "history.broken-20260302-090507.sqlite3"
MINUTE = timedelta(minutes=1)
SESSION = Session(
    routine="short",
    began=NOW,
    ended=NOW + 9 * MINUTE,
    result=Result.DONE,
    planned=8 * MINUTE,
    spent=timedelta(minutes=8, microseconds=1),
    stretches=(
        Stretched("cat-cow", Outcome.DONE, (timedelta(seconds=40),)),
        Stretched("seated-twist", Outcome.HURT, (timedelta(seconds=30), timedelta())),
    ),
)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(m * MINUTE))
TIMES = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=OFFSETS)  # noqa: DTZ001 - hypothesis wants them so
LENGTHS = st.timedeltas(timedelta(), timedelta(days=9))
SESSIONS = st.builds(
    Session,
    routine=st.text(st.characters(codec="utf-8")),
    began=TIMES,
    ended=TIMES,
    result=st.sampled_from(Result),
    planned=LENGTHS,
    spent=LENGTHS,
    stretches=st.lists(
        st.builds(
            Stretched,
            st.sampled_from("abcd"),
            st.sampled_from(Outcome),
            st.lists(LENGTHS, max_size=2).map(tuple),
        ),
        max_size=5,
    ).map(tuple),
)
REMARKS = st.one_of(
    st.builds(Felt, TIMES, st.sampled_from(Feeling)),
    st.builds(FoundPainful, TIMES, st.sampled_from("abcd")),
    st.builds(FoundFine, TIMES, st.sampled_from("abcd")),
    st.builds(TurnedOn, TIMES),
)


not_on_windows = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no modes and moves no open files"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.sqlite3"


def do(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(sql)


def files(path: Path) -> set[str]:
    return {file.name for file in path.parent.iterdir()}


def test_without_a_database_nothing_was_done(path: Path) -> None:
    history = HistoryDb(path)

    assert history.load(NOW) == (History(), ())
    assert history.history() == History()
    assert history.sessions(NOW) == ()
    assert history.rests(NOW) == ()
    assert not path.parent.exists()


@settings(deadline=None, max_examples=25)
@given(st.lists(SESSIONS | REMARKS, max_size=8))
def test_what_was_done_and_said_is_remembered_over_a_restart(
    tmp_path_factory: pytest.TempPathFactory, records: list[Session | Remark]
) -> None:
    path = tmp_path_factory.mktemp("data") / "history.sqlite3"
    sessions = [each for each in records if isinstance(each, Session)]
    remarks = [each for each in records if not isinstance(each, Session)]
    for session in sessions:
        HistoryDb(path).add_session(session)
    for remark in remarks:
        HistoryDb(path).add_remark(remark)

    history = HistoryDb(path)

    in_order = sorted(
        [*sessions, *remarks],
        key=lambda r: (r.ended if isinstance(r, Session) else r.at).astimezone(UTC),
    )
    assert history.load(NOW) == (reduce(remember, in_order, History()), ())
    assert history.history() == reduce(remember, in_order, History())
    assert history.sessions(datetime.min.replace(tzinfo=UTC)) == tuple(sessions)
    assert history.remarks() == tuple(remarks)


def test_the_local_time_is_kept_with_its_offset(path: Path) -> None:
    HistoryDb(path).add_session(SESSION)

    (kept,) = HistoryDb(path).sessions(NOW)

    assert kept.began.isoformat() == "2026-03-02T09:05:07+01:00"


def test_rests_are_kept(path: Path) -> None:
    history = HistoryDb(path)
    history.add_rest(NOW, NOW + MINUTE)
    history.add_rest(NOW + MINUTE, NOW + 2 * MINUTE)

    assert history.rests(NOW + 2 * MINUTE) == ((NOW + MINUTE, NOW + 2 * MINUTE),)
    assert len(history.rests(NOW)) == 2


def test_since_is_an_instant_whatever_the_offset(path: Path) -> None:
    history = HistoryDb(path)
    history.add_session(SESSION)

    assert history.sessions(SESSION.ended.astimezone(UTC)) == (SESSION,)
    assert history.sessions(SESSION.ended.astimezone(UTC) + MINUTE) == ()


@not_on_windows
def test_only_the_user_can_read_it(path: Path) -> None:
    HistoryDb(path).add_session(SESSION)

    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_another_program_may_read_meanwhile(path: Path) -> None:
    history = HistoryDb(path)
    history.add_session(SESSION)
    with closing(sqlite3.connect(path)) as other:
        rows = other.execute("SELECT count(*) FROM sessions")
        other.execute("BEGIN")
        other.execute("SELECT * FROM sessions").fetchone()
        history.add_session(SESSION)

        assert rows.fetchone() == (1,)
    assert len(history.sessions(NOW)) == 2


BROKEN = [
    (b"no database", "file is not a database"),
    (b"SQLite format 3\0" + b"\xff" * 4096, "file is not a database"),
]


@pytest.mark.parametrize(("content", "why"), BROKEN)
def test_a_damaged_database_is_set_aside(path: Path, content: bytes, why: str) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    history = HistoryDb(path)

    remembered, (line,) = history.load(NOW)
    history.add_session(SESSION)

    assert remembered == History()
    assert line == f"{path}: {why}; it is kept as {ASIDE}; a new history is begun"
    assert path.with_name(ASIDE).read_bytes() == content
    assert history.sessions(NOW) == (SESSION,)


def test_a_database_of_another_version_is_set_aside(path: Path) -> None:
    history = HistoryDb(path)
    history.add_session(SESSION)
    do(path, "PRAGMA user_version = 7")

    remembered, (line,) = history.load(NOW)

    assert remembered == History()
    assert f"{path}: expected version 1, got 7; it is kept as {ASIDE}" in line
    assert history.sessions(NOW) == ()


def test_tables_that_are_not_ours_are_set_aside(path: Path) -> None:
    path.parent.mkdir()
    do(path, "CREATE TABLE sessions (song TEXT)")

    _history, (line,) = HistoryDb(path).load(NOW)

    assert "no such column" in line
    assert path.with_name(ASIDE).exists()


@not_on_windows
def test_what_belongs_to_a_damaged_database_goes_with_it(path: Path) -> None:
    history = HistoryDb(path)
    history.add_session(SESSION)
    with closing(sqlite3.connect(path)) as other:
        other.execute("SELECT * FROM sessions").fetchall()
        do(path, "PRAGMA user_version = 7")
        history.load(NOW)

        assert files(path) == {ASIDE, f"{ASIDE}-wal", f"{ASIDE}-shm"}
    history.add_session(SESSION)
    assert history.sessions(NOW) == (SESSION,)


WRONG = [
    "result = 'won'",
    "began = 'today'",
    "began = '2026-03-02T09:00:00'",
    "ended = 5",
    "spent_us = 'long'",
    "spent_us = 1e300",
    "stretches = '[[\"a\"]]'",
    "stretches = '['",
    "stretches = x'ff'",
    "stretches = CAST(x'ff' AS TEXT)",
    'stretches = \'[["a", "done", "long"]]\'',
]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_record_leaves_the_others(path: Path, wrong: str) -> None:
    history = HistoryDb(path)
    history.add_session(SESSION)
    history.add_session(SESSION)
    do(path, f"UPDATE sessions SET {wrong} WHERE id = 1")  # noqa: S608 - ours

    remembered, lines = history.load(NOW)

    assert remembered == remember(History(), SESSION)
    assert lines == (f"{path}: 1 of its records cannot be read and are left out",)
    assert history.sessions(NOW) == (SESSION,)
    assert files(path) == {path.name}


@pytest.mark.parametrize("wrong", ["kind = 'sung'", "what = 'blue'", "at = 'now'"])
def test_a_wrong_remark_leaves_the_others(path: Path, wrong: str) -> None:
    history = HistoryDb(path)
    for _each in range(2):
        history.add_remark(Felt(NOW, Feeling.SAME))
    do(path, f"UPDATE remarks SET {wrong} WHERE id = 1")  # noqa: S608 - ours

    remembered, lines = history.load(NOW)

    assert remembered.felt == (Felt(NOW, Feeling.SAME),)
    assert lines == (f"{path}: 1 of its records cannot be read and are left out",)


def test_wrong_records_are_logged(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    history = HistoryDb(path)
    history.add_rest(NOW, NOW)
    do(path, "UPDATE rests SET began = ''")

    assert history.rests(NOW) == ()
    assert caplog.messages == [f"{path}: 1 of its records cannot be read"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("mine")
    history = HistoryDb(tmp_path / "data/history.sqlite3")

    assert history.load(NOW) == (History(), ())
    with pytest.raises(AdapterError, match="cannot be made"):
        history.add_session(SESSION)
    with pytest.raises(AdapterError, match="cannot be made"):
        history.add_rest(NOW, NOW)


def test_what_is_no_file_is_left_alone_and_said(path: Path) -> None:
    path.mkdir(parents=True)
    history = HistoryDb(path)

    remembered, (line,) = history.load(NOW)

    assert remembered == History()
    assert line.startswith(f"{path}: unable to open database file; ")
    with pytest.raises(AdapterError, match="unable to open"):
        history.add_session(SESSION)
    with pytest.raises(AdapterError, match="unable to open"):
        history.history()


@needs_full_disk
def test_a_full_disk_is_said_and_loses_nothing(path: Path) -> None:
    history = HistoryDb(path)
    history.add_session(SESSION)

    with full_disk(room=path.stat().st_size), pytest.raises(AdapterError) as refusal:
        history.add_session(SESSION)

    assert str(refusal.value).startswith(f"{path}: ")
    assert history.load(NOW) == (remember(History(), SESSION), ())
    history.add_session(SESSION)
    assert len(history.sessions(NOW)) == 2


@needs_full_disk
def test_a_full_disk_does_not_set_a_sound_database_aside(path: Path) -> None:
    history = HistoryDb(path)
    history.add_session(SESSION)
    with full_disk():
        _history, (line,) = history.load(NOW)

    assert "what was done before is not taken in" in line
    assert history.load(NOW) == (remember(History(), SESSION), ())


def test_a_locked_database_is_said_and_not_set_aside(path: Path) -> None:
    history = HistoryDb(path)
    history.add_session(SESSION)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(AdapterError, match="locked"):
            history.add_session(SESSION)

    assert history.sessions(NOW) == (SESSION,)


def test_a_time_without_an_offset_is_a_bug(path: Path) -> None:
    with pytest.raises(ValueError, match="UTC offset"):
        HistoryDb(path).add_rest(NOW.replace(tzinfo=None), NOW)


@settings(deadline=None, max_examples=50)
@given(st.binary(min_size=2))  # a file of one byte is an empty one to SQLite
def test_no_file_ever_raises_or_is_lost(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("data") / "history.sqlite3"
    path.write_bytes(content)
    history = HistoryDb(path)

    remembered, (line,) = history.load(NOW)
    history.add_session(SESSION)

    assert remembered == History()
    assert line.isprintable()
    assert path.with_name(ASIDE).read_bytes() == content
    assert history.sessions(NOW) == (SESSION,)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("sound") / "history.sqlite3"
    history = HistoryDb(path)
    for _each in range(3):
        history.add_session(SESSION)
        history.add_rest(NOW, NOW)
    return path.read_bytes()


def test_a_database_whose_words_are_no_text_is_set_aside(
    path: Path, sound: bytes
) -> None:
    path.parent.mkdir()
    path.write_bytes(sound.replace(b"CREATE TABLE rests", b"CREATE\xfbTABLE rests"))

    _history, (line,) = HistoryDb(path).load(NOW)

    assert line.startswith(f"{path}: expected text in UTF-8; ")
    assert path.with_name(ASIDE).exists()


@settings(deadline=None)  # the disk may be slow
@given(st.integers(min_value=0), st.binary(max_size=5))
def test_an_altered_database_is_used_set_aside_or_said_to_be_of_no_use(
    tmp_path_factory: pytest.TempPathFactory, sound: bytes, place: int, wrong: bytes
) -> None:
    path = tmp_path_factory.mktemp("data") / "history.sqlite3"
    place %= len(sound)
    end = sound[place + len(wrong) :] if wrong else b""
    path.write_bytes(sound[:place] + wrong + end)
    history = HistoryDb(path)

    _history, lines = history.load(NOW)

    assert path.exists() or path.with_name(ASIDE).exists()
    assert path.exists() or lines
    assert not (path.exists() and path.with_name(ASIDE).exists())
