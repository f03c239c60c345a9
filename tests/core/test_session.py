"""What begins a session, and what its end does to the reminders."""

from datetime import timedelta

import pytest

from stretchbreak.core import events
from stretchbreak.core.effects import Refused
from tests.support.day import Day, Desk

MINUTE = timedelta(minutes=1)


def typing(last: str, until: str = "18:00", **settings: str | int) -> Day:
    """Return a day of typing from 09:00:00 to *last*; its prompt is at 09:46:00."""
    return Day("09:00", until, **settings).types("09:00:00", last)


# Its end


def test_a_finished_session_is_a_break_taken() -> None:
    day = typing("11:00:00", "12:00").does("09:20:00", "start", routine="short")
    (ended,) = (line for line in day.timeline() if line.event == "session_ended")

    assert ended.fields["result"] == "done"
    # The next second's input is the first that counts.
    assert (ended.time, ended.fields["seconds"]) == ("09:27:25", 445)
    assert day.told("prompt") == ["10:13:26 prompt stretch"]


@pytest.mark.parametrize(
    ("ends", "result", "appears"),
    [
        # Of 445 s; sitting goes on, or begins, with the input of the next second.
        pytest.param("09:23:42", "partial", "09:49:43", id="222 s"),
        pytest.param("09:23:43", "done", "10:09:44", id="223 s"),
    ],
)
def test_half_of_its_planned_time_makes_a_break(
    ends: str, result: str, appears: str
) -> None:
    day = typing("12:00:00", "10:11").does("09:20:00", "start")
    day.does(ends, "end_session")

    assert day.told("session_ended") == [f"{ends} session_ended {result}"]
    assert day.told("prompt") == [f"{appears} prompt stretch"]


def test_time_paused_is_not_spent() -> None:
    day = typing("09:20:00", "09:22").does("09:20:00", "start", routine="walk")
    day.does("09:20:50", "lock").does("09:21:30", "unlock")
    day.does("09:21:39", "end_session")

    assert day.timeline()[-1].fields == {"result": "partial", "seconds": 59}


def test_a_session_cut_short_while_due_makes_it_due_again_after_ten_minutes() -> None:
    day = typing("12:00:00", "10:00").does("09:47:00", "start")

    assert day.does("09:48:00", "end_session").told() == [
        "09:46:00 prompt stretch",
        "09:47:00 prompt_hidden answered",
        "09:47:00 session_started short",
        "09:48:00 session_ended partial",
        "09:59:00 prompt stretch",
    ]


@pytest.mark.parametrize("pending", ["snoozed", "held"])
def test_so_does_one_begun_while_snoozed_or_held(pending: str) -> None:
    day = typing("12:00:00", "10:05")
    if pending == "held":
        day.does("09:40:00", "dnd_on").does("09:48:30", "dnd_off")
    else:
        day.does("09:46:30", "snooze")
    day.does("09:48:00", "start").does("09:49:00", "end_session")

    assert day.told("prompt")[-1] == "10:00:00 prompt stretch"


def test_the_delay_after_a_session_cut_short_survives_a_restart() -> None:
    day = typing("12:00:00", "10:00").does("09:47:00", "start")
    day.does("09:48:00", "quit").does("09:49:00", "launch")

    assert day.told()[3:] == [
        "09:48:00 session_ended partial",
        "09:59:00 prompt stretch",
    ]


def test_a_session_cut_short_while_nothing_was_due_changes_nothing() -> None:
    day = typing("12:00:00", "09:50").does("09:20:00", "start")
    day.does("09:21:00", "end_session")

    assert day.told()[2:] == ["09:47:01 prompt stretch"]


def test_a_finished_session_shorter_than_the_reminders_leaves_its_count() -> None:
    desk = Desk().types(20 * 60).does(lambda at: events.StartAsked(at, "walk"))

    desk.waits(120).types(60)

    assert desk.view.sitting == timedelta(seconds=59)
    assert desk.view.next_prompt == 24 * MINUTE + timedelta(seconds=1)


def test_one_that_answers_a_prompt_resets_it_however_short() -> None:
    day = typing("12:00:00", "11:00").does("09:47:00", "start", routine="walk")

    assert day.told("prompt") == ["09:46:00 prompt stretch", "10:35:01 prompt stretch"]


def test_quitting_ends_a_session_by_the_half_rule() -> None:
    for quits, result in (("09:20:59", "partial"), ("09:21:00", "done")):
        day = typing("09:20:00", "10:00").does("09:20:00", "start", routine="walk")
        assert day.does(quits, "quit").told("session_ended") == [
            f"{quits} session_ended {result}"
        ]


# Starting


def test_a_start_takes_the_shown_prompts_routine() -> None:
    day = typing("12:00:00", "10:30", stretch_sessions_a_day=1)
    day.does("09:05:00", "start", routine="morning").does("10:10:00", "start")

    (prompt,) = (line for line in day.timeline() if line.event == "prompt")

    assert (prompt.time < "10:10:00", prompt.fields["routine"]) == (True, "walk")
    assert day.told("session_started")[1:] == ["10:10:00 session_started walk"]


def test_without_a_prompt_a_start_gives_the_stretch_even_after_the_days_last() -> None:
    day = typing("09:40:00", stretch_sessions_a_day=1)
    day.does("09:05:00", "start", routine="morning").does("09:30:00", "start")

    assert day.told("session_started")[1:] == ["09:30:00 session_started short"]


def test_a_start_answers_a_snoozed_prompt() -> None:
    day = typing("12:00:00", "10:40").does("09:47:00", "snooze")

    assert day.does("09:48:00", "start").told("prompt")[1:] == []


def test_a_second_start_brings_the_first_to_the_front() -> None:
    day = typing("09:40:00", "09:45").does("09:40:00", "start")
    day.does("09:41:00", "start", routine="walk")

    assert day.told("session_started") == ["09:40:00 session_started short"]


def test_a_start_works_while_paused() -> None:
    day = typing("09:40:00", "09:45").does("09:30:00", "pause")

    assert day.does("09:40:00", "start").told("session_started")


def test_an_unknown_routine_is_refused_and_the_known_named() -> None:
    desk = Desk().does(lambda at: events.StartAsked(at, "yoga"))

    ((_at, refused),) = desk.effects
    assert isinstance(refused, Refused)
    assert refused.why.startswith(
        "There is no routine 'yoga'. There are: after-workout, desk"
    )
