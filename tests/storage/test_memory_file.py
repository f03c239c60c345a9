import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchbreak.core.memory import Memory, blank
from stretchbreak.core.moment import Moment
from stretchbreak.core.safety import Safety
from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.storage.memory_file import MemoryFile, Saved, boot_id, gap
from tests.runtime.values import JSON, values
from tests.storage.full_disk import full_disk, needs_full_disk
from tests.support.fakes import MINUTE, Bench

HOUR = timedelta(hours=1)
NOW = datetime(2026, 3, 2, 9, 5, 7, tzinfo=ZoneInfo("Europe/Berlin"))
ASIDE = "state.broken-20260302-090507.json"
MEMORY = blank(Moment(5 * HOUR, NOW), Safety.CLEAR)
CLOCKS = st.timedeltas(timedelta(0), timedelta(days=3_650))


@pytest.fixture
def file(tmp_path: Path) -> MemoryFile:
    return MemoryFile(path=tmp_path / "state.json", boot_id="this")


def loaded(file: MemoryFile) -> Saved:
    saved, lines = file.load(NOW)
    assert lines == ()
    assert saved is not None
    return saved


def test_without_a_file_there_is_a_fresh_start(file: MemoryFile) -> None:
    assert file.load(NOW) == (None, ())


def asks_for_no_appointment(memory: Memory) -> bool:
    """Any text that is drawn for one is none; see below."""
    return memory.prompt is None or memory.prompt.appointment is None


@settings(deadline=None)  # the disk may be slow
@given(values(Memory).filter(asks_for_no_appointment))
def test_every_memory_comes_back(
    tmp_path_factory: pytest.TempPathFactory, memory: Memory
) -> None:
    path = tmp_path_factory.getbasetemp() / "state.json"
    file = MemoryFile(path=path, boot_id="this", ahead=memory.at.steady)
    file.save(memory)

    saved = loaded(file)

    assert saved.memory == memory
    assert saved.memory.at.local.tzinfo == memory.at.local.tzinfo
    assert saved.boot_id == "this"
    assert saved.steady == timedelta()
    assert saved.utc == memory.at.local.astimezone(UTC)


def test_within_one_start_of_the_computer_the_steady_clock_counts() -> None:
    saved = Saved(memory=MEMORY, boot_id="this", steady=HOUR, utc=NOW)

    assert gap(saved, boot_id="this", steady=3 * HOUR, utc=NOW - HOUR) == 2 * HOUR
    assert gap(saved, boot_id="this", steady=HOUR / 2, utc=NOW) == timedelta()


@pytest.mark.parametrize(("before", "now"), [("this", "that"), ("", ""), ("this", "")])
def test_otherwise_utc_counts(before: str, now: str) -> None:
    saved = Saved(memory=MEMORY, boot_id=before, steady=HOUR, utc=NOW)

    assert gap(saved, boot_id=now, steady=9 * HOUR, utc=NOW + HOUR) == HOUR
    assert gap(saved, boot_id=now, steady=9 * HOUR, utc=NOW - HOUR) == timedelta()


@settings(deadline=None)  # the disk may be slow
@given(st.lists(st.tuples(CLOCKS, CLOCKS, st.booleans()), max_size=5))
def test_over_many_restarts_no_time_is_lost_or_counted_twice(
    tmp_path_factory: pytest.TempPathFactory,
    runs: list[tuple[timedelta, timedelta, bool]],
) -> None:
    path = tmp_path_factory.getbasetemp() / "restarts.json"
    steady, utc = HOUR, datetime(2026, 3, 2, 9, tzinfo=UTC)
    file = MemoryFile(path=path, boot_id="0")
    file.save(blank(Moment(steady, utc)))
    total = steady
    for number, (off, on, boots) in enumerate(runs, start=1):
        name = str(number) if boots else file.boot_id
        total, utc, steady = total + off, utc + off, HOUR if boots else steady + off
        saved = loaded(file)
        away = gap(saved, boot_id=name, steady=steady, utc=utc)
        file = MemoryFile(path=path, boot_id=name).going_on(saved, away, steady)
        assert away == off
        total, utc, steady = total + on, utc + on, steady + on
        file.save(blank(Moment(saved.memory.at.steady + away + on, utc)))

    assert loaded(file).memory.at.steady == total


BROKEN = [
    (b"", "expected JSON: Expecting value"),
    (b"{", "expected JSON: Expecting property name"),
    (b"\xff\xfe\xff", "expected JSON: "),
    (b"[" * 100_000, "expected JSON, not nested so deeply"),
    (b"9" * 10_000, "expected JSON: "),
    (b"[]", "version: expected 1"),
    (b"{}", "version: expected 1"),
    (b'{"version": 2, "saved": {}}', "version: expected 1"),
    (b'{"version": 1}', "expected an object, got None"),
    (b'{"version": 1, "saved": {"type": "Saved"}}', "memory: expected, but missing"),
]


@pytest.mark.parametrize(("content", "why"), BROKEN)
def test_a_broken_file_is_set_aside(file: MemoryFile, content: bytes, why: str) -> None:
    file.path.write_bytes(content)

    saved, (line,) = file.load(NOW)
    file.save(MEMORY)

    assert saved is None
    assert line.startswith(f"{file.path}: {why}")
    assert f"; it is kept as {ASIDE}; the sitting time starts at zero" in line
    assert file.path.with_name(ASIDE).read_bytes() == content
    assert loaded(file).memory == MEMORY


@settings(deadline=None)  # the disk may be slow
@given(st.integers(min_value=0), st.binary(max_size=3))
def test_a_file_half_written_or_altered_is_used_or_set_aside(
    tmp_path_factory: pytest.TempPathFactory, place: int, wrong: bytes
) -> None:
    folder = tmp_path_factory.mktemp("state")
    file = MemoryFile(path=folder / "state.json", boot_id="this")
    file.save(MEMORY)
    whole = file.path.read_bytes()
    place %= len(whole)
    altered = whole[:place] + wrong + (whole[place + len(wrong) :] if wrong else b"")
    file.path.write_bytes(altered)

    saved, lines = file.load(NOW)

    (left,) = folder.iterdir()
    assert left.read_bytes() == altered
    assert (left.name, len(lines)) == (ASIDE, 1) if saved is None else ("state.json", 0)


@settings(deadline=None)  # the disk may be slow
@given(st.binary() | JSON.map(lambda plain: json.dumps(plain).encode()))
def test_no_file_ever_raises_or_is_lost(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("state")
    file = MemoryFile(path=folder / "state.json", boot_id="this")
    file.path.write_bytes(content)

    saved, (line,) = file.load(NOW)

    assert saved is None
    assert line.isprintable()
    assert (folder / ASIDE).read_bytes() == content


def test_what_is_no_file_is_set_aside(file: MemoryFile) -> None:
    (file.path / "inside").mkdir(parents=True)

    saved, lines = file.load(NOW)

    assert saved is None
    assert len(lines) == 1
    assert (file.path.with_name(ASIDE) / "inside").is_dir()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such a file")
def test_a_file_that_cannot_be_set_aside_is_said() -> None:
    saved, (line,) = MemoryFile(path=Path("/proc/self/mem"), boot_id="").load(NOW)

    assert saved is None
    assert "cannot be read: Input/output error; it could not be set aside: " in line


@needs_full_disk
def test_a_full_disk_leaves_the_old_memory(file: MemoryFile) -> None:
    file.save(MEMORY)

    with full_disk(room=50), pytest.raises(AdapterError, match="cannot be written"):
        file.save(blank(Moment(6 * HOUR, NOW)))

    assert loaded(file).memory == MEMORY


@pytest.mark.skipif(sys.platform != "linux", reason="other systems name no start")
def test_linux_names_each_start_of_the_computer() -> None:
    assert len(boot_id()) == 36
    assert boot_id() == boot_id()


def test_an_appointment_that_is_none_is_refused(file: MemoryFile) -> None:
    bench = Bench(appointments=["mon 09:30 walk"])
    bench.passes(31 * MINUTE)
    file.save(bench.coach.memory())
    assert loaded(file).memory.prompt is not None

    file.path.write_bytes(file.path.read_bytes().replace(b"mon 09:30", b"mon 99:30"))

    saved, (line,) = file.load(NOW)
    assert saved is None
    assert "'99:30'" in line
