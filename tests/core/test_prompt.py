"""When a due prompt appears, is repeated, gives up, and comes back."""

import pytest

from stretchbreak.core import events
from stretchbreak.core.settings import Settings
from tests.support.day import Day, Desk


def typing(last: str, until: str = "18:00", **settings: str | int) -> Day:
    """Return a day of typing from 09:00:00 to *last*; 45 min are over at 09:45."""
    return Day("09:00", until, **settings).types("09:00:00", last)


def reading(until: str, **settings: str | int) -> Day:
    """Return a day at the desk with a single input once in 170 s.

    Nobody types when the prompt is due, at 09:45:00, or repeated.
    """
    day = Day("09:00", until, **settings).types("09:00:00", "09:00:10")
    for second in range(170, 4 * 3600, 170):
        minutes, seconds = divmod(second, 60)
        at = f"{9 + minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
        day.types(at, at)
    return day


# The wait for a pause in typing


@pytest.mark.parametrize(
    ("last", "appears"),
    [
        pytest.param("09:44:50", "09:45:00", id="nobody types"),
        pytest.param("09:44:55", "09:45:00", id="5 s without input just over"),
        pytest.param("09:44:56", "09:45:01", id="only 4 s without input"),
        pytest.param("09:45:00", "09:45:05", id="input at that second"),
        pytest.param("09:45:54", "09:45:59", id="a pause just before the cap"),
        pytest.param("09:45:55", "09:46:00", id="a pause at the cap"),
        pytest.param("09:45:56", "09:46:00", id="a pause too late"),
        pytest.param("09:50:00", "09:46:00", id="no pause at all"),
    ],
)
def test_a_due_prompt_waits_for_a_pause_in_typing_but_not_for_long(
    last: str, appears: str
) -> None:
    assert typing(last, "09:47").told() == [f"{appears} prompt stretch"]


@pytest.mark.parametrize(
    ("again", "appears"),
    [
        pytest.param("09:45:14", "09:45:19", id="4 s are no pause"),
        pytest.param("09:45:15", "09:45:20", id="nor is input in the fifth"),
        pytest.param("09:45:16", "09:45:15", id="5 s are one"),
    ],
)
def test_a_pause_in_typing_is_five_seconds_without_input(
    again: str, appears: str
) -> None:
    day = typing("09:45:10", "09:47").types(again, again)

    assert day.told() == [f"{appears} prompt stretch"]


def test_the_pause_and_its_cap_are_settings() -> None:
    day = typing("09:45:10", "09:47", typing_pause="20s")
    assert day.told() == ["09:45:30 prompt stretch"]

    day = typing("09:50:00", "09:52", typing_cap="3m")
    assert day.told() == ["09:48:00 prompt stretch"]


def test_a_prompt_says_what_why_and_how() -> None:
    (line,) = typing("09:45:00", "09:47", strength="firm").timeline()

    assert line.fields == {
        "reminder": "stretch",
        "routine": "short",
        "sitting": 45 * 60 + 5,
        "strength": "firm",
    }


# Repeats


def test_an_unanswered_prompt_is_repeated_three_times_then_closes() -> None:
    assert reading("12:00").told() == [
        "09:45:00 prompt stretch",
        "09:50:00 renudge stretch",
        "09:55:00 renudge stretch",
        "10:00:00 renudge stretch",
        "10:05:00 prompt_hidden expired",
    ]


def test_a_repeat_waits_for_a_pause_in_typing_too() -> None:
    # Each counts from when the one before appeared; closing waits for nothing.
    assert typing("12:00:00", "12:00").told() == [
        "09:46:00 prompt stretch",
        "09:52:00 renudge stretch",
        "09:58:00 renudge stretch",
        "10:04:00 renudge stretch",
        "10:09:00 prompt_hidden expired",
    ]


def test_the_time_between_repeats_is_a_setting() -> None:
    assert reading("12:00", renudge="10m").told("renudge") == [
        "09:55:00 renudge stretch",
        "10:05:00 renudge stretch",
        "10:15:00 renudge stretch",
    ]


def test_after_it_expired_there_is_silence_until_a_rest() -> None:
    day = typing("12:00:00", "14:00").types("12:10:00", "14:00:00")

    assert day.told()[4:] == [
        "10:09:00 prompt_hidden expired",
        "12:05:00 rest 12:00:00",
        "12:56:00 prompt stretch",
        "13:02:00 renudge stretch",
        "13:08:00 renudge stretch",
        "13:14:00 renudge stretch",
        "13:19:00 prompt_hidden expired",
    ]


def test_an_expired_prompt_is_overdue_until_then() -> None:
    desk = Desk().types(80 * 60)
    assert (desk.view.overdue, desk.view.due, desk.view.prompt) == (True, True, None)

    desk.waits(300)
    assert (desk.view.overdue, desk.view.due) == (False, False)


def test_an_expired_prompt_stays_so_over_a_restart() -> None:
    day = typing("12:00:00", "12:00").does("10:30:00", "quit")
    day.does("10:31:00", "launch")

    assert day.told()[4:] == ["10:09:00 prompt_hidden expired"]


@pytest.mark.parametrize("way", ["skip", "pause", "start"])
def test_an_expired_prompt_can_be_answered(way: str) -> None:
    day = typing("13:00:00", "13:00").does("10:30:00", way)
    day.does("10:31:00", "end_session").does("10:31:00", "resume")

    again = day.told("prompt")

    # A session broken off began while due: due again 10 min after.
    expected = {"skip": "11:16:00", "pause": "11:17:01", "start": "10:42:00"}
    assert again == ["09:46:00 prompt stretch", f"{expected[way]} prompt stretch"]


# Leaving while it is shown


def test_leaving_while_it_is_shown_starts_the_absence_and_the_prompt_stays() -> None:
    day = typing("09:45:00", "09:52").types("09:49:00", "09:49:30")

    assert day.told() == ["09:45:05 prompt stretch", "09:50:05 renudge stretch"]
    assert Desk().types(2700).waits(180).view.prompt is not None


def test_a_prompt_stays_until_the_absence_becomes_a_rest() -> None:
    assert typing("09:45:00", "10:00").told() == [
        "09:45:05 prompt stretch",
        "09:50:00 prompt_hidden rest",
        "09:50:00 rest 09:45:00",
    ]


def test_sitting_time_going_back_does_not_undo_it() -> None:
    # Due with 45:00, of which 2:00 turn out to be an absence.
    day = typing("09:43:00", "09:52").types("09:47:00", "09:52:00")

    assert day.told() == ["09:45:00 prompt stretch", "09:51:00 renudge stretch"]


def test_it_is_not_repeated_during_an_absence() -> None:
    day = typing("09:45:00", "10:04", rest_after="20m").does("09:49:00", "lock")

    assert day.told() == ["09:45:05 prompt stretch"]


def test_a_repeat_that_falls_in_an_absence_comes_at_the_return_after_settle() -> None:
    day = typing("09:45:00", "10:00", rest_after="20m").types("09:57:00", "09:57:05")

    assert day.told() == ["09:45:05 prompt stretch", "09:57:15 renudge stretch"]


def test_that_repeat_waits_for_a_pause_in_typing_as_well() -> None:
    day = typing("09:45:00", "10:00", rest_after="20m").types("09:57:00", "09:57:20")

    assert day.told() == ["09:45:05 prompt stretch", "09:57:25 renudge stretch"]


def test_an_expiry_that_falls_in_an_absence_comes_at_the_return_after_settle() -> None:
    day = reading("10:30", rest_after="30m").does("10:04:30", "lock")
    day.does("10:15:00", "unlock").types("10:20:30", "10:30:00")

    assert day.told("renudge")[-1] == "10:00:00 renudge stretch"
    assert day.told("prompt_hidden") == ["10:20:45 prompt_hidden expired"]


def test_a_repeat_due_after_the_return_keeps_its_time() -> None:
    day = typing("09:45:00", "10:00").types("09:49:58", "09:49:58")
    day.types("09:49:55", "09:49:59")

    assert day.told()[1] == "09:50:05 renudge stretch"


# Snooze


def test_a_snooze_counts_from_the_press() -> None:
    day = typing("12:00:00", "10:00").does("09:47:10", "snooze", minutes=10)

    assert day.told() == [
        "09:46:00 prompt stretch",
        "09:47:10 prompt_hidden answered",
        "09:47:10 snoozed 09:57:10",
        "09:58:10 prompt stretch",
    ]


def test_after_a_snooze_it_is_free_to_show_exactly_then() -> None:
    day = reading("10:00").does("09:46:00", "snooze", minutes=10)

    assert day.told("prompt")[1:] == ["09:56:00 prompt stretch"]


def test_a_snooze_without_a_length_takes_the_setting() -> None:
    day = reading("10:00", snooze="7m").does("09:46:00", "snooze")

    assert day.told("snoozed") == ["09:46:00 snoozed 09:53:00"]


@pytest.mark.parametrize(
    ("limit", "snoozes"),
    [pytest.param(3, 3, id="3 of 4"), pytest.param(0, 4, id="no limit")],
)
def test_snoozing_is_limited_for_one_due_prompt(limit: int, snoozes: int) -> None:
    day = reading("11:00", snooze_limit=limit)
    for at in ("09:46:00", "09:52:00", "09:58:00", "10:04:00"):
        day.does(at, "snooze", minutes=5)

    assert len(day.told("snoozed")) == snoozes


def test_what_cannot_be_snoozed_any_more_does_not_offer_it() -> None:
    desk = Desk(settings=Settings(snooze_limit=1)).types(45 * 60).waits(5)
    assert desk.view.prompt is not None
    assert desk.view.prompt.can_snooze

    desk.does(events.SnoozeAsked).types(11 * 60)

    assert desk.view.prompt is not None
    assert not desk.view.prompt.can_snooze


@pytest.mark.parametrize("way", ["snooze", "skip"])
def test_with_nothing_shown_it_is_refused_without_an_event(way: str) -> None:
    assert typing("09:40:00", "09:42").does("09:30:00", way).told() == []


@pytest.mark.parametrize("way", ["snooze", "skip"])
def test_a_snoozed_prompt_is_not_shown(way: str) -> None:
    day = reading("09:55").does("09:46:00", "snooze").does("09:50:00", way)

    assert day.told()[3:] == []


def test_a_snooze_survives_a_restart() -> None:
    day = typing("12:00:00", "10:00").does("09:47:00", "snooze")
    day.does("09:48:00", "quit").does("09:49:00", "launch")

    assert day.told("prompt") == ["09:46:00 prompt stretch", "09:58:00 prompt stretch"]


def test_a_snooze_over_while_away_comes_at_the_return_after_settle() -> None:
    day = typing("09:53:00", "10:00").does("09:47:00", "snooze", minutes=8)
    day.types("09:57:30", "10:00:00")

    assert day.told()[3:] == [
        "09:55:00 prompt stretch",
    ]


def test_a_snooze_over_while_locked_is_held() -> None:
    day = typing("09:54:00", "10:00").does("09:47:00", "snooze", minutes=8)
    day.does("09:54:00", "lock").does("09:56:00", "unlock")
    day.types("09:57:30", "09:57:40")

    assert day.told()[3:] == [
        "09:55:00 held away",
        "09:57:33 released",
        "09:57:45 prompt stretch",
    ]


# Rest


@pytest.mark.parametrize("way", ["snooze", "skip"])
def test_a_rest_clears_all_that_is_pending(way: str) -> None:
    day = typing("09:47:00", "11:00").does("09:46:30", way)
    day.types("09:55:00", "11:00:00")

    assert day.told("prompt") == ["09:46:00 prompt stretch", "10:41:00 prompt stretch"]


def test_a_rest_clears_the_count_of_snoozes() -> None:
    day = typing("09:47:00", "11:30", snooze_limit=1).does("09:46:30", "snooze")
    day.types("09:55:00", "11:30:00").does("10:41:30", "snooze")

    assert len(day.told("snoozed")) == 2


def test_a_rest_clears_the_delay_after_a_partial_session() -> None:
    day = typing("09:46:00", "11:00").does("09:46:30", "start")
    day.does("09:47:00", "end_session").types("09:55:00", "11:00:00")

    assert day.told("prompt") == ["09:46:00 prompt stretch", "10:41:00 prompt stretch"]


# A restart of the program


def test_after_a_launch_a_due_prompt_waits_for_real_input_and_settle() -> None:
    day = typing("09:46:30", "10:00").does("09:46:30", "quit")
    day.does("09:47:00", "launch")
    day.types("09:48:00", "09:48:01").types("09:49:00", "09:49:03")

    assert day.told() == [
        "09:46:00 prompt stretch",
        "09:47:00 held away",
        "09:49:03 released",
        "09:49:15 prompt stretch",
        "09:54:03 prompt_hidden rest",
        "09:54:03 rest 09:49:03",
    ]
