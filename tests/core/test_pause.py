"""Reminders switched off: until when, and what happens then."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from stretchbreak.core import events
from stretchbreak.core.moment import Moment, add
from stretchbreak.core.pause import (
    DAY_BEGINS,
    For,
    Until,
    UntilResumed,
    begin,
    next_time,
)
from tests.support.day import Day, Desk

HOUR = timedelta(hours=1)
BERLIN = ZoneInfo("Europe/Berlin")


def local(written: str, fold: int = 0) -> datetime:
    """Return a local time in Berlin."""
    return datetime.fromisoformat(written).replace(tzinfo=BERLIN, fold=fold)


def typing(until: str = "12:00") -> Day:
    """Return a day of typing from 09:00:00 on."""
    return Day("09:00", until).types("09:00:00", "12:00:00")


# The end of a pause


@pytest.mark.parametrize(
    ("clock", "after", "ends"),
    [
        pytest.param("14:00", "2026-03-02T09:00", "2026-03-02T14:00", id="today"),
        pytest.param("08:00", "2026-03-02T09:00", "2026-03-03T08:00", id="tomorrow"),
        pytest.param("09:00", "2026-03-02T09:00", "2026-03-03T09:00", id="just now"),
        pytest.param("02:30", "2026-03-28T22:00", "2026-03-29T03:00", id="skipped"),
        pytest.param("02:30", "2026-10-24T22:00", "2026-10-25T02:30", id="doubled"),
        pytest.param("02:30", "2026-10-25T02:40", "2026-10-26T02:30", id="its first"),
    ],
)
def test_a_pause_until_a_time_ends_when_the_clock_next_shows_it(
    clock: str, after: str, ends: str
) -> None:
    assert next_time(time.fromisoformat(clock), local(after)) == local(ends)


@pytest.mark.parametrize(
    ("now", "fold"), [("2026-10-25T02:10", 1), ("2026-10-25T02:40", 1)]
)
def test_the_second_of_a_doubled_time_is_not_waited_for(now: str, fold: int) -> None:
    ends = next_time(time(2, 30), local(now, fold))

    assert ends == local("2026-10-26T02:30")


@pytest.mark.parametrize(
    ("now", "ends", "hours"),
    [
        pytest.param("2026-03-02T17:00", "2026-03-03T04:00", 11, id="in the evening"),
        pytest.param("2026-03-03T01:00", "2026-03-03T04:00", 3, id="past midnight"),
        pytest.param("2026-03-02T04:00", "2026-03-03T04:00", 24, id="at four"),
        pytest.param("2026-03-28T22:00", "2026-03-29T04:00", 5, id="in spring"),
        pytest.param("2026-10-24T22:00", "2026-10-25T04:00", 7, id="in autumn"),
    ],
)
def test_tomorrow_is_the_next_four_in_the_morning(
    now: str, ends: str, hours: int
) -> None:
    at = Moment(timedelta(), local(now))

    end = begin(Until(DAY_BEGINS), at).ends(at)

    assert end == Moment(hours * HOUR, local(ends))


def test_a_pause_for_a_length_is_a_duration() -> None:
    night = Moment(HOUR, local("2026-03-29T01:30"))

    pause = begin(For(HOUR), night)

    assert pause.ends(night) == Moment(2 * HOUR, local("2026-03-29T03:30"))
    set_by_hand = Moment(timedelta(hours=1, minutes=59), local("2026-03-29T12:00"))
    assert not pause.over(set_by_hand)
    assert pause.over(Moment(2 * HOUR, local("2026-03-28T12:00")))


def test_a_pause_until_a_time_follows_the_wall_clock() -> None:
    at = Moment(timedelta(), local("2026-03-02T09:00"))
    pause = begin(Until(time(10)), at)

    jumped = Moment(timedelta(minutes=1), local("2026-03-02T10:00"))
    assert pause.over(jumped)
    set_back = Moment(2 * HOUR, local("2026-03-02T08:00"))
    assert not pause.over(set_back)
    assert pause.ends(set_back) == Moment(4 * HOUR, local("2026-03-02T10:00"))


def test_a_pause_without_end_lasts_until_it_is_ended() -> None:
    at = Moment(timedelta(), local("2026-03-02T09:00"))
    pause = begin(UntilResumed(), at)

    much_later = Moment(10_000 * HOUR, add(at.local, 10_000 * HOUR))

    assert pause.ends(at) is None
    assert not pause.over(much_later)


# What it does


def test_no_prompt_comes_during_a_pause() -> None:
    assert typing().does("09:30:00", "pause").told() == ["09:30:00 paused None"]


def test_a_pause_ends_with_a_notice_and_counting_begins_from_zero() -> None:
    day = typing("11:00").does("09:30:00", "pause", for_="30m")

    assert day.told() == [
        "09:30:00 paused 10:00:00",
        "10:00:00 resumed",
        "10:00:00 notice pause_over",
        "10:46:01 prompt stretch",
        "10:52:01 renudge stretch",
        "10:58:01 renudge stretch",
    ]


def test_counting_begins_with_the_first_real_input_after_it() -> None:
    day = Day("09:00").types("09:00:00", "09:30:00").types("10:10:00", "12:00:00")
    day.types("10:05:00", "10:05:02").does("09:30:00", "pause", for_="30m")

    assert day.told("prompt")[0] == "10:56:00 prompt stretch"


def test_resuming_by_hand_gives_no_notice() -> None:
    day = typing("10:20").does("09:30:00", "pause", for_="1h")

    assert day.does("09:31:00", "resume").told() == [
        "09:30:00 paused 10:30:00",
        "09:31:00 resumed",
        "10:17:01 prompt stretch",
    ]


def test_resuming_what_is_not_paused_is_refused() -> None:
    assert typing("09:40").does("09:30:00", "resume").told() == []


def test_a_second_pause_replaces_the_first() -> None:
    day = typing("11:00").does("09:30:00", "pause", for_="30m")

    assert day.does("09:40:00", "pause", for_="1h").told("paused", "resumed") == [
        "09:30:00 paused 10:00:00",
        "09:40:00 paused 10:40:00",
        "10:40:00 resumed",
    ]


@pytest.mark.parametrize(
    ("before", "hidden"),
    [
        pytest.param([], ["09:50:00 prompt_hidden held"], id="shown"),
        pytest.param([("09:47:00", "snooze")], [], id="snoozed"),
        pytest.param([("09:40:00", "dnd_on")], [], id="held"),
        pytest.param([("09:47:00", "start"), ("09:48:00", "end_session")], []),
    ],
)
def test_a_pause_withdraws_what_is_pending(
    before: list[tuple[str, str]], hidden: list[str]
) -> None:
    day = typing("10:36")
    for at, do in before:
        day.does(at, do)
    day.does("09:50:00", "pause", for_="1m").does("09:50:30", "dnd_off")

    told = day.told()

    paused = told.index("09:50:00 paused 09:51:00")
    assert [line for line in told[:paused] if line.startswith("09:50")] == hidden
    assert told[paused + 1 :] == ["09:51:00 resumed", "09:51:00 notice pause_over"]


def test_a_pause_never_ends_a_session() -> None:
    day = typing("10:00").does("09:30:00", "start", routine="walk")

    assert day.does("09:31:00", "pause").told() == [
        "09:30:00 session_started walk",
        "09:31:00 paused None",
        "09:32:00 session_ended done",
    ]


def test_what_a_pause_withdrew_does_not_come_back_after_a_session_cut_short() -> None:
    day = typing("10:30").does("09:47:00", "start")
    day.does("09:47:10", "pause").does("09:47:20", "resume")

    assert day.does("09:47:30", "end_session").told("prompt") == [
        "09:46:00 prompt stretch"
    ]


def test_a_pause_ends_in_time_though_it_does_during_a_session() -> None:
    day = typing("10:30").does("09:30:00", "pause", for_="5m")
    day.does("09:34:00", "start", routine="walk")

    assert day.told() == [
        "09:30:00 paused 09:35:00",
        "09:34:00 session_started walk",
        "09:35:00 resumed",
        "09:35:00 notice pause_over",
        "09:36:00 session_ended done",
        "10:22:01 prompt stretch",
        "10:28:01 renudge stretch",
    ]


def test_no_rest_is_reported_during_a_pause() -> None:
    day = Day("09:00").types("09:00:00", "09:30:00")

    assert day.does("09:29:00", "pause").told() == ["09:29:00 paused None"]


def test_a_pause_survives_a_restart() -> None:
    day = typing("11:00").does("09:30:00", "pause", for_="30m")
    day.does("09:40:00", "quit").does("09:50:00", "launch")

    assert day.told("resumed", "prompt") == [
        "10:00:00 resumed",
        "10:46:01 prompt stretch",
    ]


def test_a_pause_over_while_the_program_did_not_run_ends_at_the_launch() -> None:
    day = typing("11:00").does("09:30:00", "pause", for_="30m")
    day.does("09:40:00", "quit").does("10:20:00", "launch")

    assert day.told()[1:] == ["10:20:00 resumed", "10:20:00 notice pause_over"]


def test_the_view_says_until_when_and_shows_no_sitting_time() -> None:
    desk = Desk().types(600).does(lambda at: events.PauseAsked(at, For(HOUR)))

    desk.types(60)

    assert desk.view.paused is not None
    assert desk.view.paused.until == local("2026-03-02T10:10")
    assert desk.view.sitting == timedelta()
    assert desk.view.next_prompt is None


def test_a_pause_until_tomorrow_lasts_through_the_spring_night() -> None:
    day = Day("2026-03-28T22:00", "2026-03-29T05:00")
    day.does("2026-03-28T22:30:00", "pause", until="tomorrow")

    assert day.told() == [
        "22:30:00 paused 2026-03-29 04:00:00",
        "2026-03-29 04:00:00 resumed",
        "2026-03-29 04:00:00 notice pause_over",
    ]


def test_a_pause_until_a_time_ends_at_once_when_the_clock_is_set_past_it() -> None:
    day = typing("12:00").does("09:30:00", "pause", until="11:00")
    day.does("09:40:00", "clock_jump", by="+2h")

    assert day.told("resumed") == ["09:40:00 resumed"]


def test_a_pause_for_a_length_does_not_care_for_the_wall_clock() -> None:
    day = typing("12:00").does("09:30:00", "pause", for_="1h")
    day.does("09:40:00", "clock_jump", by="+2h")

    assert day.told("resumed") == ["10:30:00 resumed"]
