"""The one notice that a due prompt was held for long."""

import pytest

from tests.support.day import Day


def typing(until: str, **settings: str | bool) -> Day:
    """Return a day of typing from 09:00:00 on; 45 min are over at 09:45."""
    return Day("09:00", until, **settings).types("09:00:00", "18:00:00")


def notices(day: Day) -> list[str]:
    return day.told("notice")


def test_held_for_two_hours_it_gives_one_notice() -> None:
    day = typing("17:00").does("09:00:00", "dnd_on")

    # Due, and first held, at 09:45:00.
    assert day.told() == ["09:45:00 held dnd", "11:45:00 notice held"]


@pytest.mark.parametrize(
    ("off", "told"),
    [("11:44:59", []), ("11:45:01", ["11:45:00 notice held"])],
)
def test_held_for_less_it_gives_none(off: str, told: list[str]) -> None:
    day = typing("12:30").does("09:00:00", "dnd_on")

    assert notices(day.does(off, "dnd_off")) == told


def test_the_limit_is_a_setting() -> None:
    day = typing("17:00", hold_limit="10m").does("09:00:00", "call_on")

    assert notices(day) == ["09:55:00 notice held"]


def test_gaps_in_what_holds_it_count_as_well() -> None:
    day = typing("13:00").does("09:40:00", "dnd_on")
    day.does("10:00:00", "dnd_off").does("10:05:00", "call_on")

    assert day.told() == [
        "09:45:00 held dnd",
        "10:00:00 released",
        "10:01:15 prompt stretch",
        "10:05:00 prompt_hidden held",
        "10:05:00 held call",
        "11:45:00 notice held",
    ]


def test_in_a_gap_the_notice_waits_for_the_next_hold() -> None:
    day = typing("12:30", renudge="1h").does("09:40:00", "dnd_on")
    day.does("11:40:00", "dnd_off").does("11:50:00", "fullscreen_on")

    assert notices(day) == ["11:50:00 notice held"]


def test_one_kind_after_another_is_held_together() -> None:
    day = typing("12:00").does("09:40:00", "dnd_on")
    day.does("10:00:00", "call_on").does("10:30:00", "dnd_off")

    assert day.told() == ["09:45:00 held dnd", "11:45:00 notice held"]


def test_each_due_prompt_has_its_own_notice() -> None:
    day = Day("09:00", "16:00").types("09:00:00", "12:00:00")
    day.types("12:10:00", "16:00:00").does("09:00:00", "dnd_on")

    assert notices(day) == ["11:45:00 notice held", "14:55:00 notice held"]


@pytest.mark.parametrize("do", ["pause", "lock"])
def test_a_pause_or_an_absence_gives_no_notice(do: str) -> None:
    day = typing("13:00", rest_after="1h", hold_limit="10m")
    appointed = {"key": "appointments", "value": ["mon 09:30 walk"]}
    day.does("09:10:00", "set", **appointed).does("09:20:00", do)

    assert notices(day) == []
    assert "held" in {line.event for line in day.timeline()}


def test_hours_give_no_notice() -> None:
    hours: list[str] = ["mon 09:00-09:50"]
    day = Day("09:00", "13:00", hold_limit="10m", hours=hours)

    assert notices(day.types("09:00:00", "13:00:00").does("09:46:30", "snooze")) == []


def test_a_kind_that_is_switched_off_gives_none() -> None:
    day = typing("13:00", hold_dnd=False).does("09:00:00", "dnd_on")

    assert notices(day) == []
