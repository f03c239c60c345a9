"""The sitting clock, sentence by sentence.

When a reminder falls due is read off the hold that keeps it back: that begins
at the very second, while a prompt would wait for a pause in typing.
"""

import pytest

from tests.support.day import Day, Desk


def due(day: Day) -> list[str]:
    """Return when the reminder of *day* falls due."""
    day.does("09:00:00", "dnd_on")
    return [line.time for line in day.timeline() if line.event == "held"]


def back_after_typing(back: str, **settings: str) -> Day:
    """Return a day of typing until 09:10:00 and again from *back* on."""
    day = Day("09:00", until="11:00", **settings)
    return day.types("09:00:00", "09:10:00").types(back, "11:00:00")


# Presence


def test_sitting_begins_with_the_first_input() -> None:
    assert due(Day("09:00").types("09:00:00", "10:00:00")) == ["09:45:00"]
    assert due(Day("09:00").types("09:07:30", "10:00:00")) == ["09:52:30"]


def test_nobody_there_is_never_reminded() -> None:
    assert Day("09:00").told() == []


@pytest.mark.parametrize(
    ("back", "falls_due"),
    [
        pytest.param("09:12:59", "09:45:00", id="179 s are sitting"),
        pytest.param("09:13:00", "09:45:00", id="180 s are sitting"),
        pytest.param("09:13:01", "09:48:01", id="181 s are not, from the first"),
    ],
)
def test_a_gap_in_input_shorter_than_away_after_counts_as_sitting(
    back: str, falls_due: str
) -> None:
    assert due(back_after_typing(back)) == [falls_due]


def test_away_after_is_a_setting() -> None:
    assert due(back_after_typing("09:13:01", away_after="4m")) == ["09:45:00"]
    assert due(back_after_typing("09:10:31", away_after="30s")) == ["09:45:31"]


def test_the_sitting_time_goes_back_to_what_it_was_at_the_last_input() -> None:
    desk = Desk().types(600).waits(179)
    before = desk.view.sitting

    desk.waits(1)

    assert (before.total_seconds(), desk.view.sitting.total_seconds()) == (779, 600)
    assert not desk.view.seated


def test_a_reminder_may_fall_due_in_a_gap_that_is_still_sitting() -> None:
    day = Day("09:00").types("09:00:00", "09:44:00")

    assert due(day) == ["09:45:00"]


# Rests


@pytest.mark.parametrize(
    ("back", "falls_due", "rests"),
    [
        pytest.param("09:14:59", "09:49:59", [], id="299 s are none"),
        pytest.param("09:15:00", "10:00:00", ["09:15:03"], id="300 s are one"),
        pytest.param("09:15:01", "10:00:01", ["09:15:00"], id="301 s are one"),
    ],
)
def test_an_absence_of_rest_after_is_a_rest(
    back: str, falls_due: str, rests: list[str]
) -> None:
    day = back_after_typing(back)

    assert due(day) == [falls_due]
    assert [line.time for line in day.timeline() if line.event == "rest"] == rests


def test_a_rest_is_reported_when_it_has_become_one() -> None:
    day = Day("09:00", until="09:30").types("09:00:00", "09:10:00")

    assert day.told() == ["09:15:00 rest 09:10:00"]


def test_rest_after_is_a_setting() -> None:
    day = Day("09:00", until="09:30", rest_after="7m").types("09:00:00", "09:10:00")

    assert day.told() == ["09:17:00 rest 09:10:00"]


def test_a_rest_is_reported_once() -> None:
    day = Day("09:00", until="17:00").types("09:00:00", "09:10:00")

    assert len(day.told("rest")) == 1


def test_no_rest_is_reported_where_there_was_no_sitting_to_end() -> None:
    day = Day("09:00").types("09:00:00", "09:10:00").types("12:00:00", "12:00:01")

    assert day.told() == ["09:15:00 rest 09:10:00"]


def test_a_rest_may_be_shorter_than_away_after() -> None:
    day = Day("09:00", rest_after="1m", away_after="10m")
    day.types("09:00:00", "09:20:00").types("09:29:00", "10:00:00")

    assert due(day) == ["09:45:00"]


# Lock, sleep, another user, and the program not running

OUT = [("lock", "unlock"), ("suspend", "wake"), ("quit", "launch")]


@pytest.mark.parametrize(("out", "back"), OUT)
def test_they_are_absences_from_the_moment_they_begin(out: str, back: str) -> None:
    day = Day("09:00").types("09:00:00", "09:10:00").does("09:10:30", out)
    day.does("09:12:00", back).types("09:12:10", "12:00:00")

    # 10 min 30 s before, so 34 min 30 s after.
    assert due(day) == ["09:46:40"]


@pytest.mark.parametrize(("out", "back"), OUT)
@pytest.mark.parametrize(
    ("first", "falls_due"),
    [
        pytest.param("09:12:58", "09:47:28", id="178 s: from the lock"),
        pytest.param("09:12:59", "09:47:29", id="179 s: from the lock"),
        pytest.param("09:13:00", "09:47:30", id="180 s: from the lock"),
        pytest.param("09:13:01", "09:48:01", id="181 s: from the last input"),
    ],
)
def test_they_begin_at_the_last_input_when_the_whole_gap_exceeds_away_after(
    out: str, back: str, first: str, falls_due: str
) -> None:
    day = Day("09:00").types("09:00:00", "09:10:00").does("09:10:30", out)
    day.does("09:12:00", back).types(first, "12:00:00")

    assert due(day) == [falls_due]


@pytest.mark.parametrize(("out", "back"), OUT)
@pytest.mark.parametrize(
    ("first", "rests"),
    [
        pytest.param("09:14:59", [], id="299 s since the last input"),
        pytest.param("09:15:00", ["09:15:03 rest 09:10:00"], id="300 s"),
    ],
)
def test_their_length_decides_whether_they_are_a_rest(
    out: str, back: str, first: str, rests: list[str]
) -> None:
    day = Day("09:00", until="09:20").types("09:00:00", "09:10:00")
    day.does("09:11:00", out).does("09:12:00", back).types(first, "09:20:00")

    assert day.told() == rests


@pytest.mark.parametrize(("out", "back"), OUT)
def test_a_break_of_ten_seconds_wipes_nothing(out: str, back: str) -> None:
    day = Day("09:00").types("09:00:00", "09:40:00").does("09:40:00", out)
    day.does("09:40:10", back).types("09:40:11", "12:00:00")

    assert due(day) == ["09:45:11"]


@pytest.mark.parametrize(("out", "back"), OUT)
def test_a_long_one_is_a_rest(out: str, back: str) -> None:
    day = Day("09:00").types("09:00:00", "09:40:00").does("09:40:00", out)
    day.does("10:40:00", back).types("10:41:00", "12:00:00")

    assert due(day) == ["11:26:00"]


@pytest.mark.parametrize(("out", "back"), OUT)
def test_coming_back_is_no_input(out: str, back: str) -> None:
    day = Day("09:00").types("09:00:00", "09:10:00").does("09:10:00", out)
    day.does("09:12:00", back).types("09:13:00", "12:00:00")

    assert due(day) == ["09:48:00"]


@pytest.mark.parametrize(("out", "back"), OUT)
def test_input_at_that_very_second_does_not_count_yet(out: str, back: str) -> None:
    day = Day("09:00").types("09:00:00", "12:00:00")
    day.does("09:10:00", out).does("09:12:00", back)

    assert due(day) == ["09:47:01"]


def test_input_while_locked_is_none() -> None:
    day = Day("09:00", until="11:00").types("09:00:00", "11:00:00")
    day.does("09:10:00", "lock").does("09:20:00", "unlock")

    assert due(day) == ["10:05:01"]
    assert day.told("rest") == ["09:15:00 rest 09:10:00"]


def test_a_lock_that_begins_while_absent_does_not_begin_the_absence_anew() -> None:
    day = Day("09:00", until="09:30").types("09:00:00", "09:10:00")
    day.does("09:14:00", "lock").does("09:14:30", "unlock")

    assert day.told() == ["09:15:00 rest 09:10:00"]


def test_asleep_and_locked_counts_as_away_until_both_are_over() -> None:
    day = Day("09:00").types("09:00:00", "12:00:00")
    day.does("09:10:00", "lock").does("09:10:01", "suspend")
    day.does("09:11:00", "wake").does("09:12:00", "unlock")

    assert due(day) == ["09:47:01"]


def test_an_unlock_during_sleep_is_not_missed() -> None:
    day = Day("09:00").types("09:00:00", "12:00:00")
    day.does("09:10:00", "lock").does("09:10:01", "suspend")
    day.does("09:12:00", "unlock").does("09:12:00", "wake")

    assert due(day) == ["09:47:01"]


def test_a_rest_while_locked_is_over_only_with_the_first_real_input() -> None:
    day = Day("09:00", rest_after="1m", away_after="5m")
    day.types("09:00:00", "09:10:00").does("09:12:00", "lock")
    day.does("09:16:00", "unlock").types("09:20:00", "12:00:00")

    assert due(day) == ["10:05:00"]


# Sessions


def test_session_time_is_not_sitting() -> None:
    day = Day("09:00").types("09:00:00", "09:30:00")
    day.does("09:30:00", "start", routine="full").does("09:36:00", "end_session")

    assert due(day.types("09:36:10", "12:00:00")) == ["09:51:10"]


def test_session_time_is_no_absence() -> None:
    day = Day("09:00", until="09:40").types("09:00:00", "09:25:00")
    day.does("09:29:00", "start", routine="full").does("09:31:00", "end_session")

    assert day.told("rest") == ["09:36:00 rest 09:31:00"]


def test_after_a_session_the_next_interval_starts_at_the_first_real_input() -> None:
    day = Day("09:00").types("09:00:00", "09:30:00")
    day.does("09:30:00", "start", routine="short")
    (ended,) = (line for line in day.timeline() if line.event == "session_ended")

    day.types(ended.time, ended.time).types("09:50:00", "12:00:00")

    assert due(day) == ["10:35:00"]


def test_input_at_the_very_second_of_its_end_does_not_count_yet() -> None:
    day = Day("09:00").types("09:00:00", "12:00:00")
    day.does("09:30:00", "start").does("09:31:00", "end_session")

    assert due(day) == ["09:46:01"]


def test_a_session_begun_during_an_absence_ends_the_absence() -> None:
    day = Day("09:00", until="10:00").types("09:00:00", "09:10:00")
    day.does("09:14:00", "start").does("09:14:30", "end_session")

    assert day.told("rest") == ["09:19:30 rest 09:14:30"]


def test_no_rest_is_reported_after_a_finished_session() -> None:
    day = Day("09:00", until="12:00").types("09:00:00", "09:10:00")

    assert day.does("09:11:00", "start", routine="walk").told("rest") == []


# A restart of the program


def test_the_sitting_time_survives_a_restart() -> None:
    day = Day("09:00").types("09:00:00", "09:40:00").does("09:40:00", "quit")
    day.does("09:40:30", "launch").types("09:40:31", "12:00:00")

    assert due(day) == ["09:45:31"]


def test_launching_a_program_that_runs_changes_nothing() -> None:
    day = Day("09:00").types("09:00:00", "12:00:00").does("09:30:00", "launch")

    assert due(day) == ["09:45:00"]


def test_waking_does_not_start_a_program_that_was_ended() -> None:
    day = Day("09:00").types("09:00:00", "12:00:00").does("09:10:00", "quit")
    day.does("09:11:00", "suspend").does("09:12:00", "wake")

    assert due(day) == []


def test_the_wall_clock_moves_no_sitting_time() -> None:
    day = Day("09:00").types("09:00:00", "12:00:00")
    day.does("09:10:00", "clock_jump", by="+1h")
    day.does("09:20:00", "clock_jump", by="-3h")

    assert due(day) == ["09:45:00"]
