"""Times of day: read as people write them, and found on any day."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchbreak.core.clock_time import on, parse

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("00:00", 0), ("9:05", 545), ("09:05", 545), ("23:59", 1439), ("24:00", 1440)],
)
def test_a_time_is_hours_and_minutes(text: str, minutes: int) -> None:
    assert parse(text) == minutes * MINUTE


@pytest.mark.parametrize(
    "text",
    [
        *("", "9", "9:5", "24:01", "25:00", "09:60", "0900", "009:00", "-9:00"),
        *(
            " 09:00",
            "09:00\n",
            "09:00:00",
            "09.00",
            "noon",
            "\u0660\u0669:\u0660\u0660",
        ),
    ],
)
def test_what_is_no_time_is_refused_with_what_was_expected(text: str) -> None:
    with pytest.raises(ValueError, match="is not a time such as 09:00"):
        parse(text)


@settings(max_examples=50)
@given(st.text() | st.from_regex(r"\d+:\d+", fullmatch=True))
def test_any_text_is_a_time_of_the_day_or_refused(text: str) -> None:
    try:
        since_midnight = parse(text)
    except ValueError as refusal:
        assert str(refusal).endswith("a time such as 09:00")  # noqa: PT017 - some pass
        return
    assert timedelta() <= since_midnight <= DAY


@given(st.integers(0, 24 * 60))
def test_a_time_reads_as_it_is_written(minutes: int) -> None:
    hour, minute = divmod(minutes, 60)

    assert parse(f"{hour:02}:{minute:02}") == minutes * MINUTE


@pytest.mark.parametrize(
    ("day", "text", "expected"),
    [
        pytest.param("2026-03-02", "09:30", "2026-03-02T09:30+01:00", id="a day"),
        pytest.param("2026-03-02", "24:00", "2026-03-03T00:00+01:00", id="its end"),
        pytest.param("2026-12-31", "24:00", "2027-01-01T00:00+01:00", id="the year's"),
        pytest.param("2026-03-29", "01:59", "2026-03-29T01:59+01:00", id="before"),
        pytest.param("2026-03-29", "02:00", "2026-03-29T03:00+02:00", id="skipped"),
        pytest.param("2026-03-29", "02:59", "2026-03-29T03:00+02:00", id="likewise"),
        pytest.param("2026-03-29", "03:00", "2026-03-29T03:00+02:00", id="after"),
        pytest.param("2026-10-25", "02:00", "2026-10-25T02:00+02:00", id="doubled"),
        pytest.param("2026-10-25", "03:00", "2026-10-25T03:00+01:00", id="once again"),
    ],
)
def test_a_time_is_found_on_its_day(day: str, text: str, expected: str) -> None:
    found = on(date.fromisoformat(day), parse(text), BERLIN)

    assert found.isoformat(timespec="minutes") == expected


def test_a_midnight_that_is_skipped_means_the_first_moment_of_the_day() -> None:
    santiago = ZoneInfo("America/Santiago")
    begins = datetime(2026, 9, 6, 1, tzinfo=santiago)

    assert on(date(2026, 9, 6), parse("00:00"), santiago) == begins
    assert on(date(2026, 9, 5), parse("24:00"), santiago) == begins
