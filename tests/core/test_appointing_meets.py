"""Appointments that meet hours, pauses, reminders, sessions and each other."""

import pytest

from tests.support.appointed import MISSED, WALK, told, typing
from tests.support.day import Day

# Hours


def test_hours_do_not_hold_it() -> None:
    day = typing("09:35", hours=["mon 13:00-17:00"])

    assert told(day) == [f"09:31:00 prompt {WALK}"]
    assert day.timeline()[0].fields["sitting"] == 0


def test_outside_hours_other_holds_do_and_it_settles_after_them() -> None:
    day = typing("09:45", hours=["mon 13:00-17:00"]).does("09:00:00", "dnd_on")

    assert told(day.does("09:40:00", "dnd_off")) == [
        "09:30:00 held dnd",
        "09:40:00 released",
        f"09:41:15 prompt {WALK}",
    ]


def test_the_beginning_of_hours_leaves_it_where_it_is() -> None:
    day = typing("09:45", hours=["mon 09:33-17:00"])

    assert told(day) == [
        f"09:31:00 prompt {WALK}",
        f"09:37:00 renudge {WALK}",
        f"09:43:00 renudge {WALK}",
    ]


def test_who_leaves_before_hours_begin_takes_a_rest_from_it_too() -> None:
    day = Day("09:00", "12:00", appointments=[WALK], hours=["mon 09:33-17:00"])
    day.types("09:00:00", "09:32:00")

    assert told(day) == [
        f"09:31:00 prompt {WALK}",
        "09:38:00 prompt_hidden rest",
        MISSED,
    ]


def test_at_the_very_end_of_hours_it_is_asked_after_them() -> None:
    day = typing("09:35", hours=["mon 09:00-09:30"])

    assert told(day) == [f"09:31:00 prompt {WALK}"]


def test_one_that_came_in_a_pause_is_asked_after_it() -> None:
    day = typing("09:45").does("09:20:00", "pause", for_="20m")

    # The input of 09:40:00 does not count yet.
    assert told(day)[1:] == [
        "09:30:00 held paused",
        "09:40:00 resumed",
        "09:40:00 notice pause_over",
        "09:40:04 released",
        f"09:41:16 prompt {WALK}",
    ]


# With a reminder


@pytest.mark.parametrize(
    ("before", "hidden"),
    [
        pytest.param([], ["09:30:00 prompt_hidden replaced"], id="shown"),
        pytest.param([("09:20:00", "snooze")], [], id="snoozed"),
        pytest.param([("09:10:00", "dnd_on"), ("09:30:00", "dnd_off")], [], id="held"),
    ],
)
def test_it_takes_the_place_of_a_reminder_and_one_answer_counts_for_both(
    before: list[tuple[str, str]], hidden: list[str]
) -> None:
    day = typing("10:15", sitting_limit="15m", renudge="1h", snooze="30m")
    for at, do in before:
        day.does(at, do)
    day.does("09:32:00", "skip")

    after = [line for line in told(day) if line >= "09:30:00"]
    assert [line for line in after if "released" not in line][: len(hidden) + 4] == [
        *hidden,
        f"09:31:00 prompt {WALK}",
        "09:32:00 prompt_hidden answered",
        "09:32:00 skipped",
        "09:48:00 prompt stretch",
    ]


@pytest.mark.parametrize(
    ("do", "again"),
    [
        pytest.param("skip", "10:18:30 prompt stretch", id="left out"),
        pytest.param("start", "10:20:31 prompt stretch", id="done"),
    ],
)
def test_a_reminder_that_falls_due_meanwhile_is_answered_with_it(
    do: str, again: str
) -> None:
    # Sat enough at 09:31:30, while the appointment is shown.
    day = typing("10:30", sitting_limit="31m30s", renudge="1h").does("09:46:00", do)

    assert told(day, "prompt")[1:] == [again]


def test_missed_while_held_it_leaves_the_reminder_it_stood_for() -> None:
    day = typing("11:55", sitting_limit="1h").does("09:00:00", "dnd_on")

    assert told(day.does("11:50:00", "dnd_off")) == [
        "09:30:00 held dnd",
        "11:30:00 notice held",
        MISSED,
        "11:50:00 released",
        "11:51:15 prompt stretch",
    ]


def test_after_it_expired_a_reminder_comes_as_ever() -> None:
    day = typing("12:00", sitting_limit="1h")

    assert told(day)[4:] == [
        "09:54:00 prompt_hidden expired",
        "10:01:00 prompt stretch",
        "10:07:00 renudge stretch",
        "10:13:00 renudge stretch",
        "10:19:00 renudge stretch",
        "10:24:00 prompt_hidden expired",
        MISSED,
    ]


def test_the_reminder_it_stood_for_expires_with_it() -> None:
    day = typing("12:00", sitting_limit="35m")

    assert told(day, "prompt") == [f"09:31:00 prompt {WALK}"]


def test_a_restart_leaves_the_reminder_it_stood_for() -> None:
    day = typing("09:50", sitting_limit="35m").does("09:36:00", "quit")

    assert told(day.does("09:36:10", "launch"), "prompt") == [
        f"09:31:00 prompt {WALK}",
        "09:37:26 prompt stretch",
    ]


# During a session


def test_one_that_comes_during_a_session_is_asked_after_it() -> None:
    day = typing("09:35").does("09:29:00", "start", routine="walk")

    assert told(day) == [
        "09:29:00 session_started walk",
        "09:30:00 held session",
        "09:31:00 session_ended done",
        "09:31:04 released",
        f"09:32:16 prompt {WALK}",
    ]


def test_a_session_cut_short_leaves_the_one_that_came_during_it() -> None:
    # The stretch asks at 09:29:00; walking begins, and ends at once.
    day = typing("09:35", sitting_limit="28m").does("09:29:30", "start")

    assert told(day.does("09:30:10", "end_session"))[2:] == [
        "09:29:30 session_started short",
        "09:30:00 held session",
        "09:30:10 session_ended partial",
        "09:30:14 released",
        f"09:31:26 prompt {WALK}",
    ]


def test_a_session_cut_short_that_it_began_is_due_again() -> None:
    day = typing("10:00").does("09:32:00", "start").does("09:32:30", "end_session")

    assert told(day, "prompt") == [
        f"09:31:00 prompt {WALK}",
        f"09:43:30 prompt {WALK}",
    ]


# Two of them


def test_a_later_one_takes_the_place_of_an_earlier() -> None:
    later = "mon 09:35 stand"

    assert told(typing("12:00", later))[:4] == [
        f"09:31:00 prompt {WALK}",
        "09:35:00 prompt_hidden replaced",
        f"09:36:00 prompt {later}",
        f"09:42:00 renudge {later}",
    ]
    assert told(typing("12:00", later), "appointment_missed") == [
        MISSED,
        f"11:35:00 appointment_missed {later}",
    ]


def test_of_two_that_came_during_an_absence_the_later_is_asked() -> None:
    day = Day("09:00", "10:30", appointments=["mon 09:50 walk", "mon 09:30 stand"])

    assert told(day.types("10:10:00", "10:10:20"), "prompt") == [
        "10:10:25 prompt mon 09:50 walk"
    ]
