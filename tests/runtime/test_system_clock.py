import subprocess
import sys
from datetime import UTC, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stretchbreak.runtime.system_clock import SystemClock, steady, utc
from tests.support.fakes import HOUR, SECOND

SLACK = 60 * SECOND
"""However slow the machine is that the tests run on."""


def test_the_steady_clock_never_goes_back() -> None:
    readings = [steady() for _reading in range(1_000)]

    assert readings == sorted(readings)


def test_the_clock_goes_on_from_the_given_reading() -> None:
    clock = SystemClock(5 * HOUR)

    assert timedelta() <= clock.now().steady - 5 * HOUR < SLACK


def test_without_a_reading_it_starts_at_zero() -> None:
    assert timedelta() <= SystemClock().now().steady < SLACK


@given(st.timedeltas(timedelta(days=-30_000), timedelta(days=30_000)))
def test_until_is_never_negative(ahead: timedelta) -> None:
    clock = SystemClock(HOUR)
    before = clock.now().steady

    wait = clock.until(before + ahead)

    assert timedelta() <= wait
    assert ahead - SLACK <= wait <= max(ahead, timedelta())


def test_local_time_is_the_present_with_its_offset() -> None:
    before = utc()
    local = SystemClock().now().local

    assert local.utcoffset() is not None
    assert before <= local.astimezone(UTC) <= utc()


def test_local_time_knows_its_zone_by_name_so_that_summer_time_is_known_ahead() -> None:
    code = (
        "from stretchbreak.runtime.system_clock import SystemClock;"
        "print(SystemClock().now().local.tzinfo)"
    )

    told = subprocess.run(  # noqa: S603 - ours; the zone is looked up once a program
        [sys.executable, "-c", code],
        env={"TZ": "Europe/Berlin"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout == "Europe/Berlin\n"


def test_a_zone_without_a_name_is_used_as_it_is() -> None:
    code = (
        "from stretchbreak.runtime.system_clock import SystemClock;"
        "print(SystemClock().now().local.utcoffset())"
    )

    told = subprocess.run(  # noqa: S603 - ours
        [sys.executable, "-c", code],
        env={"TZ": "Here-11"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout == "11:00:00\n"
    assert "Here-11" in told.stderr


PRINT_SLEEP = """
from stretchbreak.runtime.system_clock import SystemClock
print(SystemClock().asleep().total_seconds())
"""


def test_sleep_is_what_the_machines_clocks_are_apart() -> None:
    """A time namespace moves the clock that counts sleep, as a sleep would."""
    moved = _sleep_in("unshare", "--time", "--boottime", "3600")
    if moved.returncode:
        pytest.skip(f"no time namespace here: {moved.stderr.strip()}")

    here = _sleep_in("env")
    assert abs(float(moved.stdout) - float(here.stdout) - 3600) < 1


def _sleep_in(*world: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - ours
        (*world, sys.executable, "-c", PRINT_SLEEP),
        capture_output=True,
        check=False,
        text=True,
    )
