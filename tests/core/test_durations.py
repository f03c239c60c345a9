from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchbreak.core.durations import EXPECTED, parse, text

WRITTEN = [
    ("90s", timedelta(seconds=90)),
    ("45m", timedelta(minutes=45)),
    ("1h30m", timedelta(hours=1, minutes=30)),
    ("2h", timedelta(hours=2)),
    ("45", timedelta(minutes=45)),
    (" 1h 30m ", timedelta(hours=1, minutes=30)),
    ("1h0m5s", timedelta(hours=1, seconds=5)),
]
RUBBISH = [
    "",
    " ",
    "-5m",
    "+5m",
    "1.5h",
    "5x",
    "5 minutes",
    "30m1h",
    "5m5m",
    "٣m",
    "1e3",
]
NOTHING = ["0", "0s", "0h0m", "000m"]


@pytest.mark.parametrize(("written", "meant"), WRITTEN)
def test_a_duration_is_read_as_people_write_it(written: str, meant: timedelta) -> None:
    assert parse(written) == meant


@pytest.mark.parametrize("written", RUBBISH)
def test_rubbish_is_refused_with_what_was_expected(written: str) -> None:
    with pytest.raises(ValueError, match="is not") as refusal:
        parse(written)

    assert str(refusal.value) == f"{written!r} is not {EXPECTED}"


@pytest.mark.parametrize("written", NOTHING)
def test_no_time_at_all_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="is no time at all; expected a duration"):
        parse(written)


@given(st.integers(1, 10**9))
def test_what_is_written_reads_the_same(seconds: int) -> None:
    duration = timedelta(seconds=seconds)

    assert parse(text(duration)) == duration


@given(st.text() | st.text("0123456789hms -", max_size=12))
def test_any_text_is_a_duration_or_refused_with_what_was_expected(written: str) -> None:
    assert EXPECTED in refusal(written) or parse(written) > timedelta()


def refusal(written: str) -> str:
    """Return why *written* is refused; nothing if it is not."""
    try:
        parse(written)
    except ValueError as error:
        return str(error)
    return ""


def test_nothing_is_written_as_no_seconds() -> None:
    assert text(timedelta()) == "0s"
