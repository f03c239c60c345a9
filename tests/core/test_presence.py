"""What input ends an absence, and what stands for input: blips and videos."""

import pytest

from tests.support.day import Day


def due(day: Day) -> list[str]:
    """Return when the reminder of *day* falls due."""
    day.does("09:00:00", "dnd_on")
    return [line.time for line in day.timeline() if line.event == "held"]


def back_after_typing(back: str, **settings: str) -> Day:
    """Return a day of typing until 09:10:00 and again from *back* on."""
    day = Day("09:00", until="11:00", **settings)
    return day.types("09:00:00", "09:10:00").types(back, "11:00:00")


# Blips


@pytest.mark.parametrize(
    ("last", "rests"),
    [
        pytest.param("09:13:30", ["09:15:00 rest 09:10:00"], id="one input"),
        pytest.param("09:13:32", ["09:15:00 rest 09:10:00"], id="2 s are one"),
        pytest.param("09:13:33", ["09:18:33 rest 09:13:33"], id="3 s are none"),
    ],
)
def test_a_blip_is_a_burst_of_at_most_two_seconds(last: str, rests: list[str]) -> None:
    day = Day("09:00", until="09:30").types("09:00:00", "09:10:00")

    assert day.types("09:13:30", last).told() == rests


@pytest.mark.parametrize(
    ("again", "rests"),
    [
        pytest.param("09:13:40", ["09:18:40 rest 09:13:40"], id="9 s are too few"),
        pytest.param("09:13:41", ["09:15:00 rest 09:10:00"], id="10 s will do"),
    ],
)
def test_a_blip_is_followed_by_ten_seconds_without_input(
    again: str, rests: list[str]
) -> None:
    day = Day("09:00", until="09:30").types("09:00:00", "09:10:00")
    day.types("09:13:30", "09:13:31").types(again, again)

    assert day.told() == rests


def test_a_blip_does_not_end_an_absence() -> None:
    day = back_after_typing("09:14:00").types("09:12:00", "09:12:02")
    assert due(day) == ["09:45:00"]  # it keeps the user present, of course

    day = back_after_typing("09:14:30").types("09:13:30", "09:13:32")
    assert due(day) == ["09:49:30"]


def test_real_input_ends_an_absence_at_its_first_second() -> None:
    day = back_after_typing("09:14:00").types("09:13:30", "09:13:33")

    assert due(day) == ["09:48:30"]


def test_no_rest_is_declared_while_a_burst_is_undecided() -> None:
    day = Day("09:00", until="09:30").types("09:00:00", "09:10:00")

    assert day.types("09:14:59", "09:15:00").told() == ["09:15:10 rest 09:10:00"]


def test_a_burst_just_before_it_would_be_a_rest_prevents_it_if_it_is_real() -> None:
    day = back_after_typing("09:14:58")

    assert day.told("rest") == []
    assert due(day) == ["09:49:58"]


def test_blip_upon_blip_is_still_no_input() -> None:
    day = back_after_typing("10:00:00")
    for second in (20, 31, 42, 53):
        day.types(f"09:14:{second}", f"09:14:{second + 1}")

    assert day.told("rest") == ["09:15:04 rest 09:10:00"]


def test_sitting_after_a_late_rest_counts_from_the_first_real_input() -> None:
    day = Day("09:00").types("09:00:00", "09:10:00").types("09:14:53", "09:14:53")
    day.types("09:15:03", "12:00:00")

    assert due(day) == ["10:00:03"]


# Videos and calls: sitting without input


def watching(begins: str, ends: str, **settings: str) -> Day:
    """Return a day of typing until 09:10:00 and watching from *begins* to *ends*."""
    day = Day("09:00", **settings).types("09:00:00", "09:10:00")
    return day.does(begins, "inhibit_on").does(ends, "inhibit_off")


def test_a_video_prolongs_presence() -> None:
    assert due(watching("09:10:00", "10:00:00")) == ["09:45:00"]


def test_the_end_of_a_video_stands_for_the_last_input() -> None:
    day = watching("09:11:00", "09:20:00").types("09:23:00", "12:00:00")
    assert due(day) == ["09:45:00"]

    day = watching("09:11:00", "09:20:00").types("09:23:01", "12:00:00")
    assert due(day) == ["09:48:01"]


def test_a_rest_after_a_video_begins_at_its_end() -> None:
    assert watching("09:11:00", "09:20:00").told() == ["09:25:00 rest 09:20:00"]


@pytest.mark.parametrize(
    ("begins", "rests"),
    [
        pytest.param("09:12:59", ["09:25:00 rest 09:20:00"], id="179 s"),
        pytest.param("09:13:01", ["09:15:00 rest 09:10:00"], id="181 s"),
    ],
)
def test_a_video_counts_only_if_it_began_before_away_after_had_passed(
    begins: str, rests: list[str]
) -> None:
    assert watching(begins, "09:20:00").told() == rests


def test_a_video_does_not_count_while_locked() -> None:
    day = watching("09:10:00", "10:00:00").does("09:20:00", "lock")

    assert day.told() == ["09:25:00 rest 09:20:00"]


def test_a_video_begun_before_the_user_came_back_counts_from_then_on() -> None:
    day = watching("09:30:00", "09:50:00").types("09:40:00", "09:40:05")

    assert day.told() == ["09:15:00 rest 09:10:00", "09:55:00 rest 09:50:00"]


@pytest.mark.parametrize(
    ("ends", "rest"),
    [
        pytest.param("09:39:59", "09:44:59 rest 09:39:59", id="just before"),
        pytest.param("09:40:00", "09:45:00 rest 09:40:00", id="at the limit"),
        pytest.param("10:30:00", "09:45:00 rest 09:40:00", id="long after"),
    ],
)
def test_a_video_counts_for_watching_limit_from_the_last_input(
    ends: str, rest: str
) -> None:
    day = watching("09:11:00", ends, watching_limit="30m")

    assert day.told() == [rest]


def test_watching_limit_is_two_hours() -> None:
    day = watching("09:11:00", "15:00:00", sitting_limit="4h")

    assert day.told() == ["11:15:00 rest 11:10:00"]


def test_input_during_a_video_starts_its_limit_anew() -> None:
    day = watching("09:11:00", "15:00:00", watching_limit="30m", sitting_limit="4h")
    day.types("09:35:00", "09:35:00")

    assert day.told() == ["10:10:00 rest 10:05:00"]
