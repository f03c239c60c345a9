"""The two clocks, and the nights on which the local one is set."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchbreak.core.moment import Moment, add, elapsed, existing

HOUR = timedelta(hours=1)
BERLIN = ZoneInfo("Europe/Berlin")
SPRING = datetime(2026, 3, 29, tzinfo=BERLIN)
"""At 02:00 it is 03:00."""
AUTUMN = datetime(2026, 10, 25, tzinfo=BERLIN)
"""At 03:00 it is 02:00 again."""
TWENTY = datetime(2020, 1, 1, tzinfo=UTC)
ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]


def local_times() -> st.SearchStrategy[datetime]:
    since = st.timedeltas(timedelta(), timedelta(days=3650))
    zones = st.sampled_from(ZONES).map(ZoneInfo)
    return st.builds(lambda past, zone: (TWENTY + past).astimezone(zone), since, zones)


def test_adding_counts_real_time_through_a_change_of_the_clocks() -> None:
    assert add(SPRING, 3 * HOUR) == SPRING.replace(hour=4)
    assert add(AUTUMN, 3 * HOUR) == AUTUMN.replace(hour=2, fold=1)
    assert add(AUTUMN, 3 * HOUR).fold == 1


def test_elapsed_counts_real_time_through_a_change_of_the_clocks() -> None:
    assert elapsed(SPRING, SPRING.replace(hour=4)) == 3 * HOUR
    assert elapsed(AUTUMN, AUTUMN.replace(hour=4)) == 5 * HOUR
    assert elapsed(AUTUMN.replace(hour=2), AUTUMN.replace(hour=2, fold=1)) == HOUR


@given(local_times(), st.timedeltas(-1000 * HOUR, 1000 * HOUR))
def test_what_is_added_has_elapsed(start: datetime, duration: timedelta) -> None:
    assert elapsed(start, add(start, duration)) == duration


@pytest.mark.parametrize(
    ("skipped", "meant"),
    [("02:00", "03:00"), ("02:30", "03:00"), ("02:59", "03:00"), ("03:00", "03:00")],
)
def test_a_skipped_local_time_means_the_first_moment_after_it(
    skipped: str, meant: str
) -> None:
    hour, minute = map(int, skipped.split(":"))

    assert f"{existing(SPRING.replace(hour=hour, minute=minute)):%H:%M}" == meant


def test_a_skipped_time_with_seconds_means_the_same_moment() -> None:
    wanted = SPRING.replace(hour=2, minute=59, second=59)

    assert existing(wanted) == SPRING.replace(hour=3)


@pytest.mark.parametrize("fold", [0, 1])
def test_a_doubled_local_time_means_its_first(fold: int) -> None:
    doubled = existing(AUTUMN.replace(hour=2, minute=30, fold=fold))

    assert doubled.astimezone(UTC).hour == 0
    assert doubled.fold == 0


def test_half_an_hour_may_be_skipped_as_well() -> None:
    lord_howe = ZoneInfo("Australia/Lord_Howe")

    wanted = existing(datetime(2026, 10, 4, 2, 10, tzinfo=lord_howe))

    assert wanted == datetime(2026, 10, 4, 2, 30, tzinfo=lord_howe)


def test_midnight_may_be_skipped_as_well() -> None:
    cairo = ZoneInfo("Africa/Cairo")

    wanted = existing(datetime(2026, 4, 24, 0, 0, tzinfo=cairo))

    assert wanted == datetime(2026, 4, 24, 1, 0, tzinfo=cairo)


@given(local_times())
def test_an_ordinary_local_time_means_itself(local: datetime) -> None:
    assert existing(local) == local.replace(fold=0)


def test_a_later_moment_is_later_on_both_clocks() -> None:
    moment = Moment(HOUR, SPRING.replace(hour=1))

    assert moment.later(2 * HOUR) == Moment(2 * HOUR, SPRING.replace(hour=3))
    assert moment.later(HOUR) is moment
