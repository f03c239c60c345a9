"""The hours in which reminders may come, and what their ends do."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stretchbreak.core import events
from stretchbreak.core.hours import Hours, next_change, open_at, parse
from stretchbreak.core.moment import add
from stretchbreak.core.settings import Settings
from stretchbreak.core.weekdays import NAMES
from tests.support.day import Day, Desk, Line

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = ("mon-fri 09:00-12:00", "mon,wed 13:00-17:30", "fri 22:00-06:00")
SPRING, AUTUMN = "2026-03-29", "2026-10-25"
"""The nights in which the clocks are set, both from Saturday to Sunday."""


def local(written: str, fold: int = 0) -> datetime:
    """Return a local time in Berlin."""
    return datetime.fromisoformat(written).replace(tzinfo=BERLIN, fold=fold)


def typing(*hours: str, until: str = "13:00", **settings: str | bool) -> Day:
    """Return a Monday of typing from 08:00:00 to 18:00:00."""
    day = Day("08:00", until, hours=list(hours), **settings)
    return day.types("08:00:00", "18:00:00")


def prompts(day: Day) -> list[Line]:
    return [line for line in day.timeline() if line.event == "prompt"]


# What is written


@pytest.mark.parametrize(
    ("text", "days", "begins", "ends"),
    [
        ("mon-fri 09:00-12:00", {0, 1, 2, 3, 4}, 540, 720),
        ("mon,wed 13:00-17:30", {0, 2}, 780, 1050),
        ("fri 22:00-06:00", {4}, 1320, 1800),
        ("  SUN  0:00-24:00 ", {6}, 0, 1440),
        ("sat 22:00-24:00", {5}, 1320, 1440),
        ("sat 22:00-00:00", {5}, 1320, 1440),
    ],
)
def test_hours_are_days_and_a_range_that_may_cross_midnight(
    text: str, days: set[int], begins: int, ends: int
) -> None:
    assert parse(text) == Hours(frozenset(days), begins * MINUTE, ends * MINUTE)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "'' are not hours such as mon-fri 09:00-12:00"),
        ("09:00-12:00", "'09:00-12:00' are not hours such as"),
        ("mon-fri", "'mon-fri' are not hours such as"),
        ("mon-fri 09:00", "'mon-fri 09:00' are not hours such as"),
        ("sat 09:00-09:00", "'sat 09:00-09:00' has no length; expected hours such"),
        ("sat 24:00-06:00", "'sat 24:00-06:00' has no length; expected hours such"),
        ("mon-fri 9-12", "'9' is not a time such as 09:00"),
        ("mon-fri 09:00-25:00", "'25:00' is not a time such as 09:00"),
        ("mo-fr 09:00-12:00", "'mo-fr' are no days; expected days such as"),
        ("mon-fri 09:00-12:00 13:00", "'12:00 13:00' is not a time such as"),
    ],
)
def test_what_are_no_hours_is_refused_with_what_was_expected(
    text: str, why: str
) -> None:
    with pytest.raises(ValueError, match=r"such as") as refusal:
        parse(text)

    assert str(refusal.value).startswith(why)


PIECES = [*NAMES, " ", "-", ",", ":", "09:00", "24:00", "9", "mon-fri 09:00-"]


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_are_hours_or_refused(text: str) -> None:
    try:
        hours = parse(text)
    except ValueError as refusal:
        assert "such as" in str(refusal)  # noqa: PT017 - some pass
        return
    assert timedelta() < hours.ends - hours.begins <= 24 * HOUR


def ranges() -> st.SearchStrategy[str]:
    """Return hours of any days, in words."""
    times = st.integers(0, 24 * 60 - 1).map(lambda m: f"{m // 60:02}:{m % 60:02}")
    days = st.sets(st.sampled_from(NAMES), min_size=1).map(sorted).map(",".join)
    both = st.tuples(days, times, times)
    return both.filter(lambda it: it[1] != it[2]).map(lambda it: "{} {}-{}".format(*it))


@settings(max_examples=50)
@given(ranges())
def test_hours_read_as_they_are_written(text: str) -> None:
    days, _, times = text.partition(" ")

    hours = parse(text)

    assert {NAMES[day] for day in hours.days} == set(days.split(","))
    bounds = (hours.begins, hours.ends % (24 * HOUR))
    clock = [f"{at // HOUR:02}:{at % HOUR // MINUTE:02}" for at in bounds]
    assert "-".join(clock) == times


# When they are


@pytest.mark.parametrize(
    ("at", "within"),
    [
        pytest.param("2026-03-02T08:59:59", False, id="just before"),
        pytest.param("2026-03-02T09:00:00", True, id="at their beginning"),
        pytest.param("2026-03-02T11:59:59", True, id="just before their end"),
        pytest.param("2026-03-02T12:00:00", False, id="at their end"),
        pytest.param("2026-03-02T17:29:59", True, id="on Monday afternoon"),
        pytest.param("2026-03-03T15:00:00", False, id="not on Tuesday afternoon"),
        pytest.param("2026-03-06T21:59:59", False, id="before Friday night"),
        pytest.param("2026-03-06T22:00:00", True, id="on Friday night"),
        pytest.param("2026-03-07T05:59:59", True, id="on Saturday morning too"),
        pytest.param("2026-03-07T06:00:00", False, id="till its end"),
        pytest.param("2026-03-06T05:00:00", False, id="not on Friday morning"),
        pytest.param("2026-03-08T10:00:00", False, id="not on Sunday"),
    ],
)
def test_each_range_belongs_to_the_day_it_starts_on(at: str, *, within: bool) -> None:
    assert open_at(OFFICE, local(at)) is within


def test_no_hours_mean_always() -> None:
    assert open_at((), local("2026-03-08T03:00"))
    assert next_change((), local("2026-03-08T03:00")) is None


def test_hours_that_are_always_never_change() -> None:
    assert next_change(("mon-sun 00:00-24:00",), local("2026-03-02T09:00")) is None
    halves = ("mon-sun 00:00-12:00", "mon-sun 12:00-24:00")
    assert next_change(halves, local("2026-03-02T09:00")) is None


@pytest.mark.parametrize(
    ("at", "hours"),
    [
        ("2026-03-02T08:30", 0.5),
        ("2026-03-02T09:00", 3),
        ("2026-03-02T12:00", 1),
        ("2026-03-02T17:30", 15.5),
        ("2026-03-06T12:00", 10),
        ("2026-03-07T05:00", 1),
        ("2026-03-07T06:00", 51),
    ],
)
def test_the_next_change_is_the_nearest_beginning_or_end(at: str, hours: float) -> None:
    assert next_change(OFFICE, local(at)) == hours * HOUR


def test_once_a_week_is_looked_ahead_for_long_enough() -> None:
    monday = ("mon 09:00-10:00",)

    assert next_change(monday, local("2026-03-02T10:00")) == (7 * 24 - 1) * HOUR


@pytest.mark.parametrize(
    ("hours", "at", "fold", "change"),
    [
        pytest.param("sat 22:00-06:00", f"{SPRING}T01:00", 0, 4, id="a short night"),
        pytest.param("sat 22:00-06:00", f"{AUTUMN}T01:00", 0, 6, id="a long night"),
        pytest.param("sun 02:30-05:00", f"{SPRING}T01:30", 0, 0.5, id="skipped"),
        pytest.param("sun 01:00-02:30", f"{SPRING}T01:00", 0, 1, id="skipped end"),
        pytest.param("sun 02:30-05:00", f"{AUTUMN}T02:00", 0, 0.5, id="its first"),
        pytest.param("sun 02:30-05:00", f"{AUTUMN}T02:15", 1, 2.75, id="since then"),
        pytest.param("sun 01:00-02:30", f"{AUTUMN}T01:00", 0, 1.5, id="till its first"),
    ],
)
def test_the_nights_of_the_clocks_have_their_real_length(
    hours: str, at: str, fold: int, change: float
) -> None:
    assert next_change((hours,), local(at, fold)) == change * HOUR


def test_a_range_that_is_skipped_altogether_is_none_that_night() -> None:
    skipped = ("sun 02:10-02:50",)

    assert not open_at(skipped, local(f"{SPRING}T03:00"))
    assert next_change(skipped, local(f"{SPRING}T01:00")) == (7 * 24 + 0) * HOUR + (
        10 * MINUTE
    )


@settings(max_examples=50)
@given(
    st.lists(ranges(), min_size=1, max_size=3).map(tuple),
    st.datetimes(datetime(2026, 3, 20), datetime(2026, 11, 1)),  # noqa: DTZ001 - made local
    st.integers(0, 99),
)
def test_up_to_the_next_change_all_is_as_it_is_now(
    hours: tuple[str, ...], naive: datetime, percent: int
) -> None:
    now = local(naive.isoformat())

    change = next_change(hours, now)

    until = 9 * 24 * HOUR if change is None else change
    assert open_at(hours, add(now, until * (percent / 100))) is open_at(hours, now)
    if change is not None:
        assert change > timedelta()
        assert open_at(hours, add(now, change)) is not open_at(hours, now)


# What they do


def test_outside_the_hours_sitting_is_not_counted() -> None:
    desk = Desk("2026-03-02T08:00", Settings(hours=("mon 09:00-12:00",))).types(1800)

    assert desk.view.sitting == timedelta()
    assert desk.view.next_prompt is None
    assert desk.view.progress == 0


def test_at_their_start_counting_begins_from_zero() -> None:
    (prompt, *_) = prompts(typing("mon 09:00-12:00"))

    # The input of 09:00:00 does not count yet.
    assert str(prompt) == "09:46:01 prompt stretch"
    assert prompt.fields["sitting"] == 46 * 60


def test_it_begins_with_the_first_real_input() -> None:
    day = Day("08:00", "12:00", hours=["mon 09:00-12:00"])
    day.types("08:00:00", "08:59:59").types("09:05:00", "09:05:02")

    assert day.types("09:10:00", "12:00:00").told("prompt") == [
        "09:56:00 prompt stretch"
    ]


@pytest.mark.parametrize(
    ("before", "hidden"),
    [
        pytest.param([], ["10:00:00 prompt_hidden held"], id="shown"),
        pytest.param([("09:50:00", "snooze")], [], id="snoozed"),
        pytest.param([("09:40:00", "dnd_on")], [], id="held"),
        pytest.param([("09:50:00", "start"), ("09:51:00", "end_session")], []),
    ],
)
def test_their_end_withdraws_what_is_pending(
    before: list[tuple[str, str]], hidden: list[str]
) -> None:
    day = typing("mon 09:00-10:00", "mon 10:30-12:00", until="11:10")
    for at, do in before:
        day.does(at, do)

    told = day.does("10:10:00", "dnd_off").told()

    assert [line for line in told if line >= "10:00:00"] == hidden


def test_their_end_never_ends_a_session() -> None:
    day = typing("mon 09:00-10:00", until="11:00")
    day.does("09:59:00", "start", routine="walk")

    assert day.told()[3:] == [
        "09:59:00 prompt_hidden answered",
        "09:59:00 session_started walk",
        "10:01:00 session_ended done",
    ]


def test_what_they_withdrew_does_not_come_back_after_a_session_cut_short() -> None:
    day = typing("mon 09:00-10:00", "mon 10:01-12:00", until="10:40")
    day.does("09:59:50", "start").does("10:01:10", "end_session")

    assert day.told("prompt") == ["09:46:01 prompt stretch"]


def test_after_each_beginning_it_counts_anew() -> None:
    day = typing("mon 08:30-09:30", "mon 10:00-12:00", until="11:30")

    assert day.told("prompt") == ["09:16:01 prompt stretch", "10:46:01 prompt stretch"]


def test_no_rest_is_reported_outside_them() -> None:
    day = Day("08:00", "12:00", hours=["mon 09:00-12:00"])

    assert day.types("08:00:00", "08:30:00").told() == []


def test_a_session_outside_them_works() -> None:
    day = typing("mon 09:00-12:00", until="09:00")

    assert day.does("08:10:00", "start", routine="walk").told() == [
        "08:10:00 session_started walk",
        "08:12:00 session_ended done",
    ]


def test_a_night_belongs_to_the_day_it_starts_on() -> None:
    day = Day("2026-03-02T21:00", "2026-03-03T07:00", hours=["mon 22:00-02:00"])
    day.types("2026-03-02T21:00:00", "2026-03-03T07:00:00")

    assert day.told("prompt", "prompt_hidden") == [
        "22:46:01 prompt stretch",
        "23:09:01 prompt_hidden expired",
    ]


@pytest.mark.parametrize(
    ("night", "prompt"),
    [
        pytest.param(SPRING, "03:46:01 prompt stretch", id="skipped: from 03:00"),
        pytest.param(AUTUMN, "02:16:01 prompt stretch", id="doubled: its first"),
    ],
)
def test_hours_that_begin_in_a_night_of_the_clocks(night: str, prompt: str) -> None:
    day = Day(f"{night}T01:00", f"{night}T04:00", hours=["sun 02:30-06:00"])
    day.types("01:00:00", "04:00:00")

    (first, *_) = prompts(day)

    # In autumn 02:16 is the second one, 45 minutes after the first 02:30.
    assert str(first) == prompt
    assert first.fields["sitting"] == 46 * 60


def test_hours_follow_the_wall_clock_when_it_is_set() -> None:
    day = typing("mon 11:00-12:00", until="12:00").does(
        "09:00:00", "clock_jump", by="+2h"
    )

    assert day.told("prompt") == ["09:46:01 prompt stretch"]


def test_hours_set_during_the_day_count_at_once() -> None:
    day = typing(until="12:00").does(
        "08:50:00", "set", key="hours", value=["mon 09:00-12:00"]
    )

    assert day.told("prompt", "prompt_hidden") == [
        "08:46:00 prompt stretch",
        "08:50:00 prompt_hidden held",
        "09:46:01 prompt stretch",
        "10:09:01 prompt_hidden expired",
    ]


def test_hours_taken_off_begin_a_count_from_zero() -> None:
    day = typing("mon 13:00-14:00", until="10:20")

    assert day.does("09:30:00", "set", key="hours", value=[]).told() == [
        "10:16:01 prompt stretch"
    ]


def test_their_end_is_seen_at_a_launch() -> None:
    day = typing("mon 08:00-09:00", until="12:00").does("08:50:00", "quit")

    assert day.does("09:10:00", "launch").told()[1:] == []


def test_a_pause_outlasts_their_beginning() -> None:
    day = typing("mon 09:00-12:00", until="11:00")

    assert day.does("08:50:00", "pause", for_="30m").told()[1:4] == [
        "09:20:00 resumed",
        "09:20:00 notice pause_over",
        "10:06:01 prompt stretch",
    ]


def test_a_program_that_was_not_running_begins_outside_them_as_well() -> None:
    desk = Desk("2026-03-02T08:00", Settings(hours=("mon 09:00-12:00",)))

    desk.does(events.TimePassed).types(60)

    assert desk.view.sitting == timedelta()
