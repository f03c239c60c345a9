"""Appointments in the course of a day: asked, answered and missed.

The time of most is 09:30 on a Monday on which somebody types from 09:00:00
on, so that it is asked at 09:31:00 and missed at 11:30:00.
"""

import pytest

from stretchbreak.core import events
from stretchbreak.core.safety import Safety
from stretchbreak.core.settings import Settings
from tests.support.appointed import MISSED, WALK, told, typing
from tests.support.day import Day, Desk

# Its time


def test_it_is_asked_at_its_time_and_missed_two_hours_later() -> None:
    day = typing(sitting_limit="3h")

    assert told(day) == [
        f"09:31:00 prompt {WALK}",
        f"09:37:00 renudge {WALK}",
        f"09:43:00 renudge {WALK}",
        f"09:49:00 renudge {WALK}",
        "09:54:00 prompt_hidden expired",
        MISSED,
    ]


def test_it_says_what_it_offers_and_how() -> None:
    (prompt,) = typing("09:32", strength="gentle").timeline()

    assert prompt.fields == {
        "appointment": WALK,
        "routine": "walk",
        "sitting": 31 * 60,
        "strength": "gentle",
    }


def test_it_comes_once_a_date() -> None:
    texts = ["mon-tue 09:30 walk", "tue 21:00 evening"]
    day = Day("2026-03-02T09:00", "2026-03-05T09:00", appointments=texts)

    assert told(day, "appointment_missed") == [
        "11:30:00 appointment_missed mon-tue 09:30 walk",
        "2026-03-03 11:30:00 appointment_missed mon-tue 09:30 walk",
        "2026-03-03 23:00:00 appointment_missed tue 21:00 evening",
    ]


def test_it_comes_once_a_date_though_the_clock_is_set_back() -> None:
    day = typing("11:00").does("09:31:30", "skip")

    assert told(day.does("09:40:00", "clock_jump", by="-1h"), "prompt") == [
        f"09:31:00 prompt {WALK}"
    ]


def test_it_comes_again_though_the_clock_was_a_year_ahead() -> None:
    day = typing("10:00").does("09:10:00", "clock_jump", by="+9000h")

    assert told(day.does("09:20:00", "clock_jump", by="-9000h"), "prompt")[-1:] == [
        f"09:31:00 prompt {WALK}"
    ]


def test_it_comes_when_the_clock_is_set_past_it() -> None:
    day = typing("11:00").does("09:10:00", "clock_jump", by="+1h")

    # Its time was 40 minutes ago by then, so 80 minutes are left.
    assert told(day, "prompt") == [f"09:11:00 prompt {WALK}"]


@pytest.mark.parametrize(
    ("night", "text", "times"),
    [
        pytest.param("2026-03-29", "sun 02:30 walk", ["03:00:05"], id="skipped"),
        pytest.param("2026-10-25", "sun 02:30 walk", ["02:30:05"], id="doubled"),
    ],
)
def test_it_comes_once_in_the_nights_of_the_clocks(
    night: str, text: str, times: list[str]
) -> None:
    day = Day(f"{night}T01:00", f"{night}T04:00", appointments=[text])
    # Somebody reads, with one input in 100 s, and never leaves.
    day.types(f"{night}T01:00:00", f"{night}T01:00:10")
    for second in range(0, 4 * 3600, 100):
        minutes, seconds = divmod(second, 60)
        at = f"{night}T{1 + minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
        day.types(at, at)

    asked = [line for line in told(day, "prompt") if text in line]
    assert [line.partition(" ")[0] for line in asked] == times


def test_it_comes_once_though_the_clock_is_set_within_a_doubled_hour() -> None:
    text = "sun 02:30 walk"
    day = Day("2026-10-25T02:10", "2026-10-25T02:40", appointments=[text])
    day.types("2026-10-25T02:10:00", "2026-10-25T02:40:00")

    # From the first 02:20 to the second one.
    day.does("2026-10-25T02:20:00", "clock_jump", by="+1h")

    assert told(day, "prompt") == [f"02:21:00 prompt {text}"]


def test_one_set_for_a_time_that_is_over_comes_tomorrow() -> None:
    day = typing("12:00", appointments=[])

    assert told(day.does("09:31:00", "set", key="appointments", value=[WALK])) == []


def test_one_taken_off_the_list_and_set_again_has_missed_nothing() -> None:
    day = typing("12:00").does("09:20:00", "set", key="appointments", value=[])

    assert told(day.does("09:50:00", "set", key="appointments", value=[WALK])) == []


# Present, absent, late


def test_while_it_waits_for_a_hold_it_is_held_like_any_prompt() -> None:
    day = typing("10:00").does("09:00:00", "dnd_on").does("09:40:00", "dnd_off")

    assert told(day) == [
        "09:30:00 held dnd",
        "09:40:00 released",
        f"09:41:15 prompt {WALK}",
        f"09:47:15 renudge {WALK}",
        f"09:53:15 renudge {WALK}",
        f"09:59:15 renudge {WALK}",
    ]


@pytest.mark.parametrize(
    ("back", "last", "then"),
    [
        pytest.param(
            "09:50:00", "09:50:30", ["09:50:03 released", "09:50:35 prompt"], id="soon"
        ),
        pytest.param(
            "11:29:57", "11:30:30", ["11:30:00 released", "11:30:35 prompt"], id="late"
        ),
        pytest.param("11:29:58", "11:30:30", ["11:30:00 appointment_missed"]),
        pytest.param("11:40:00", "11:40:30", ["11:30:00 appointment_missed"]),
    ],
)
def test_who_was_absent_is_asked_on_the_return_within_two_hours(
    back: str, last: str, then: list[str]
) -> None:
    day = Day("09:00", "11:42", appointments=[WALK]).types("09:00:00", "09:10:00")

    # Their return is certain after three seconds.
    lines = day.types(back, last).timeline()

    after = [f"{line.time} {line.event}" for line in lines]
    assert after[:2] == ["09:15:00 rest", "09:30:00 held"]
    assert after[2 : 2 + len(then)] == then


def test_who_left_just_before_its_time_is_asked_on_the_return() -> None:
    day = Day("09:00", "10:00", appointments=[WALK]).types("09:00:00", "09:28:00")

    # Only at 09:31:00 is it known that the absence began at 09:28:00.
    assert told(day.types("09:50:00", "09:50:30")) == [
        f"09:30:00 prompt {WALK}",
        "09:33:00 prompt_hidden rest",
        "09:33:00 rest 09:28:00",
        "09:33:00 held away",
        "09:50:03 released",
        f"09:50:35 prompt {WALK}",
        "09:55:30 prompt_hidden rest",
        "09:55:30 rest 09:50:30",
    ]


def test_it_is_asked_after_a_launch() -> None:
    day = typing("10:05").does("09:10:00", "quit").does("10:00:00", "launch")

    assert told(day) == [
        "10:00:00 rest 09:10:00",
        "10:00:00 held away",
        "10:00:04 released",
        f"10:01:16 prompt {WALK}",
    ]


def test_what_was_missed_while_nothing_ran_is_said_at_the_launch() -> None:
    day = Day("2026-03-02T09:00", "2026-03-05T12:00", appointments=["mon-fri 09:30 a"])
    day.does("09:10:00", "quit").does("2026-03-05T11:29:59", "launch")

    assert told(day, "held", "appointment_missed") == [
        *["2026-03-05 11:29:59 appointment_missed mon-fri 09:30 a"] * 3,
        "2026-03-05 11:29:59 held away",
        "2026-03-05 11:30:00 appointment_missed mon-fri 09:30 a",
    ]


def test_it_is_asked_after_the_machine_slept() -> None:
    day = typing("10:02").does("09:10:00", "suspend").does("10:00:00", "wake")

    assert told(day, "prompt") == [f"10:01:16 prompt {WALK}"]


# Missed, for whatever reason


@pytest.mark.parametrize(
    ("at", "do", "again"),
    [
        pytest.param("09:35:00", "pause", "resume", id="a pause"),
        pytest.param("09:35:00", "quit", "launch", id="a restart"),
        pytest.param("09:00:00", "dnd_on", "dnd_on", id="held till then"),
        pytest.param("09:29:00", "pause", "pause", id="paused till then"),
        pytest.param("09:29:00", "lock", "lock", id="locked till then"),
    ],
)
def test_unanswered_it_is_missed_after_two_hours(at: str, do: str, again: str) -> None:
    day = typing().does(at, do).does("09:36:00", again)

    assert told(day, "appointment_missed") == [MISSED]
    assert len(told(day, "prompt")) == (at == "09:35:00")


def test_a_rest_does_not_ask_it_again() -> None:
    day = Day("09:00", "12:00", appointments=[WALK], sitting_limit="4h")
    day.types("09:00:00", "09:33:00").types("09:45:00", "12:00:00")

    assert told(day) == [
        f"09:31:00 prompt {WALK}",
        "09:38:00 prompt_hidden rest",
        "09:38:00 rest 09:33:00",
        MISSED,
    ]


def test_the_end_of_hours_withdraws_it() -> None:
    day = typing(hours=["mon 09:00-09:33"])

    assert told(day) == [
        f"09:31:00 prompt {WALK}",
        "09:33:00 prompt_hidden held",
        MISSED,
    ]


def test_what_was_left_out_is_not_missed() -> None:
    assert told(typing().does("09:32:00", "skip"), "appointment_missed") == []


def test_a_session_within_its_two_hours_is_the_answer() -> None:
    day = typing().does("09:35:00", "pause").does("09:36:00", "resume")

    assert told(day.does("11:29:00", "start"), "appointment_missed") == []


def test_one_taken_off_the_list_is_not_missed() -> None:
    day = typing().does("10:00:00", "set", key="appointments", value=[])
    assert told(day)[-1] == "09:54:00 prompt_hidden expired"

    day = typing().does("09:00:00", "dnd_on").does("11:00:00", "dnd_off")
    assert told(day.does("10:00:00", "set", key="appointments", value=[])) == [
        "09:30:00 held dnd"
    ]


def test_put_off_past_its_two_hours_it_is_asked_once_more() -> None:
    # Of three repeats, one falls before the second snooze.
    day = typing("13:00").does("09:31:30", "snooze", minutes=60)
    day.does("10:40:00", "snooze", minutes=60)

    assert told(day, "prompt", "appointment_missed") == [
        f"09:31:00 prompt {WALK}",
        f"10:32:30 prompt {WALK}",
        f"11:41:00 prompt {WALK}",
        f"11:58:00 appointment_missed {WALK}",
    ]


def test_shown_late_it_may_be_answered_after_its_two_hours() -> None:
    day = Day("09:00", "12:00", appointments=[WALK]).types("11:28:00", "11:28:20")

    assert told(day.does("11:31:00", "skip"), "prompt", "skipped") == [
        f"11:28:25 prompt {WALK}",
        "11:31:00 skipped",
    ]


def test_held_after_its_two_hours_it_is_missed_at_once() -> None:
    day = Day("09:00", "11:31", appointments=[WALK]).types("11:28:00", "11:28:20")

    assert told(day.does("11:31:00", "dnd_on"))[-3:] == [
        "11:31:00 prompt_hidden held",
        "11:31:00 held dnd",
        f"11:31:00 appointment_missed {WALK}",
    ]


# What it offers


def test_a_routine_that_is_not_known_becomes_the_reminders() -> None:
    day = typing("09:35", appointments=["mon 09:30 juggling"])

    assert [line.fields["routine"] for line in day.timeline()] == ["short"]


@pytest.mark.parametrize("text", ["mon 09:01 full", "mon 09:01 juggling"])
def test_whoever_should_ask_first_is_offered_a_walk(text: str) -> None:
    desk = Desk(settings=Settings(appointments=(text,)))
    desk.does(lambda at: events.SafetyAnswered(at, Safety.CAUTION)).types(120)
    assert desk.view.prompt is not None
    assert desk.view.prompt.offer.routine == "walk"

    desk.does(lambda at: events.SafetyAnswered(at, Safety.CLEAR))

    assert desk.view.prompt is not None
    assert (
        desk.view.prompt.offer.routine
        == {"full": "full", "juggling": "short"}[text.split()[2]]
    )


def test_start_begins_what_it_offers() -> None:
    day = typing("09:40", appointments=["mon 09:30 stand"]).does("09:32:00", "start")

    assert told(day, "session_started") == ["09:32:00 session_started stand"]


@pytest.mark.parametrize("taken_off", ["09:30:10", "09:30:59"])
def test_one_taken_off_the_list_before_it_is_shown_is_not_asked(
    taken_off: str,
) -> None:
    day = typing().does(taken_off, "set", key="appointments", value=[])

    assert told(day) == []
