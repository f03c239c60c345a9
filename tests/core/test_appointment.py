"""Appointments as people write them, and when they come."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchbreak.core.appointment import Appointment, between, next_after, parse
from stretchbreak.core.moment import add, elapsed
from stretchbreak.core.weekdays import NAMES

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
BERLIN = ZoneInfo("Europe/Berlin")
TOKYO = ZoneInfo("Asia/Tokyo")
NEW_YORK = ZoneInfo("America/New_York")


def local(written: str, fold: int = 0, zone: ZoneInfo = BERLIN) -> datetime:
    """Return a local time, in Berlin if no *zone* is given."""
    return datetime.fromisoformat(written).replace(tzinfo=zone, fold=fold)


# What is written


@pytest.mark.parametrize(
    ("text", "days", "minutes", "routine"),
    [
        ("mon-fri 07:30 morning", {0, 1, 2, 3, 4}, 450, "morning"),
        ("sun 21:00 evening", {6}, 1260, "evening"),
        ("  SAT,mon\t0:00   after-workout ", {5, 0}, 0, "after-workout"),
        ("sat-sun 23:59 Läufe", {5, 6}, 1439, "Läufe"),
    ],
)
def test_an_appointment_is_days_a_time_and_a_routine(
    text: str, days: set[int], minutes: int, routine: str
) -> None:
    assert parse(text) == Appointment(frozenset(days), minutes * MINUTE, routine)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "'' is not an appointment such as mon-fri 07:30 morning"),
        ("07:30 morning", "'07:30 morning' is not an appointment such as"),
        ("mon 07:30", "'mon 07:30' is not an appointment such as"),
        ("mon 07:30 my own", "'mon 07:30 my own' is not an appointment such as"),
        ("mon 7.30 morning", "'7.30' is not a time such as 09:00"),
        ("mo 07:30 morning", "'mo' are no days; expected days such as"),
        (
            "mon 24:00 morning",
            "'mon 24:00 morning' has no time of its day; expected an",
        ),
    ],
)
def test_what_is_no_appointment_is_refused_with_what_was_expected(
    text: str, why: str
) -> None:
    with pytest.raises(ValueError, match="such as") as refusal:
        parse(text)

    assert str(refusal.value).startswith(why)


PIECES = [*NAMES, " ", "-", ",", "09:00", "24:00", "9:0", "walk", "mon-fri 09:00 "]


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_is_an_appointment_or_refused(text: str) -> None:
    try:
        appointment = parse(text)
    except ValueError as refusal:
        assert "such as" in str(refusal)  # noqa: PT017 - some pass
        return
    assert timedelta() <= appointment.time < DAY


# When it comes


@pytest.mark.parametrize(
    ("after", "until", "times"),
    [
        pytest.param("02T07:29:59", "02T07:30:00", ["02T07:30"], id="just now"),
        pytest.param("02T07:30:00", "02T12:00:00", [], id="it was there already"),
        pytest.param("02T07:00:00", "02T07:29:59", [], id="not yet"),
        pytest.param("02T06:00", "04T08:00", ["02T07:30", "03T07:30", "04T07:30"]),
        pytest.param("06T08:00", "09T07:00", [], id="not on a weekend"),
        pytest.param("06T08:00", "09T07:30", ["09T07:30"], id="on Monday again"),
    ],
)
def test_it_comes_once_on_each_of_its_days(
    after: str, until: str, times: list[str]
) -> None:
    came = between(
        "mon-fri 07:30 walk", local(f"2026-03-{after}"), local(f"2026-03-{until}")
    )

    assert [f"{at:%dT%H:%M}" for at in came] == times


def test_of_a_long_absence_a_month_is_looked_at() -> None:
    came = list(between("mon-sun 09:00 walk", local("2025-01-01"), local("2026-03-02")))

    assert len(came) == 31


@pytest.mark.parametrize(
    ("text", "date", "comes"),
    [
        pytest.param("sun 02:30 walk", "2026-03-29", "03:00:00+0200", id="skipped"),
        pytest.param("sun 02:30 walk", "2026-10-25", "02:30:00+0200", id="doubled"),
        pytest.param("sun 03:00 walk", "2026-10-25", "03:00:00+0100", id="after it"),
    ],
)
def test_it_comes_once_in_the_nights_of_the_clocks(
    text: str, date: str, comes: str
) -> None:
    midnight = local(f"{date}T00:00")

    (came,) = between(text, midnight, add(midnight, timedelta(hours=12)))

    assert f"{came:%H:%M:%S%z}" == comes
    assert next_after(text, midnight) == came


def test_the_second_of_a_doubled_time_is_not_its_time() -> None:
    second = local("2026-10-25T02:29", fold=1)

    assert not list(between("sun 02:30 walk", second, add(second, 2 * MINUTE)))
    assert next_after("sun 02:30 walk", second) == local("2026-11-01T02:30")


def test_it_comes_in_the_zone_that_one_is_in_now() -> None:
    tokyo = local("2026-03-03T08:00", zone=TOKYO)
    arrived = local("2026-03-02T22:00", zone=NEW_YORK)

    (came,) = between("mon 21:00 walk", tokyo, arrived)

    assert came == local("2026-03-02T21:00", zone=NEW_YORK)


@settings(max_examples=50)
@given(
    st.sets(st.sampled_from(NAMES), min_size=1).map(sorted).map(",".join),
    st.integers(0, 24 * 60 - 1),
    st.datetimes(datetime(2026, 3, 20), datetime(2026, 11, 1)),  # noqa: DTZ001 - made local
    st.integers(0, 1),
)
def test_the_next_is_the_only_one_until_then(
    days: str, minutes: int, naive: datetime, fold: int
) -> None:
    text = f"{days} {minutes // 60:02}:{minutes % 60:02} walk"
    now = local(naive.isoformat(), fold)

    following = next_after(text, now)

    assert elapsed(now, following) > timedelta()
    assert list(between(text, now, following)) == [following]
    assert not list(between(text, now, add(following, -timedelta.resolution)))
    assert NAMES[following.weekday()] in days
