"""What keeps a due prompt back, and how it comes once it may."""

from datetime import datetime, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest

from stretchbreak.core import events
from stretchbreak.core.holds import By, Held, switched_on, update
from stretchbreak.core.moment import Moment
from stretchbreak.core.settings import Settings
from tests.support.day import Day, Desk

BERLIN = ZoneInfo("Europe/Berlin")
OUTSIDE = ["dnd", "fullscreen", "call"]


def typing(last: str, until: str, **settings: str | bool) -> Day:
    """Return a day of typing from 09:00:00 to *last*; 45 min are over at 09:45."""
    return Day("09:00", until, **settings).types("09:00:00", last)


def moment(seconds: int) -> Moment:
    """Return the moment *seconds* after 14:00."""
    steady = timedelta(seconds=seconds)
    return Moment(steady, datetime(2026, 3, 2, 14, tzinfo=BERLIN) + steady)


# Which kinds there are


@pytest.mark.parametrize("kind", OUTSIDE)
def test_each_kind_holds_a_due_prompt_and_loses_none(kind: str) -> None:
    day = typing("10:00:00", "10:00")
    day.does("09:30:00", f"{kind}_on").does("09:52:00", f"{kind}_off")

    assert day.told() == [
        f"09:45:00 held {kind}",
        "09:52:00 released",
        "09:53:15 prompt stretch",
        "09:59:15 renudge stretch",
    ]


@pytest.mark.parametrize("kind", OUTSIDE)
def test_each_kind_can_be_switched_off(kind: str) -> None:
    day = typing("10:00:00", "09:50", **{f"hold_{kind}": False})

    assert day.does("09:30:00", f"{kind}_on").told() == ["09:46:00 prompt stretch"]


def test_a_video_holds_nothing_unless_asked_to() -> None:
    day = typing("10:00:00", "09:50").does("09:30:00", "inhibit_on")
    assert day.told() == ["09:46:00 prompt stretch"]

    day = typing("10:00:00", "09:50", hold_inhibitor=True)
    assert day.does("09:30:00", "inhibit_on").told() == ["09:45:00 held inhibitor"]


def test_a_kind_switched_off_while_it_holds_releases() -> None:
    day = typing("10:00:00", "09:50").does("09:30:00", "dnd_on")
    day.does("09:47:00", "set", key="hold_dnd", value=False)

    assert day.told() == [
        "09:45:00 held dnd",
        "09:47:00 released",
        "09:48:15 prompt stretch",
    ]


def test_all_kinds_in_force_are_told() -> None:
    day = typing("10:00:00", "09:50").does("09:30:00", "call_on")

    assert day.does("09:44:00", "dnd_on").told() == ["09:45:00 held dnd,call"]


def test_the_default_holds_are_those_of_the_design() -> None:
    assert switched_on(Settings()) == {By.DND, By.FULLSCREEN, By.CALL, By.PROGRAM}


# Settling


def test_a_prompt_that_became_due_while_held_waits_settle_then_for_typing() -> None:
    day = typing("09:46:00", "09:50").does("09:44:00", "dnd_on")
    day.does("09:46:30", "dnd_off")

    assert day.told()[1:] == ["09:46:30 released", "09:46:45 prompt stretch"]


def test_settle_is_a_setting() -> None:
    day = typing("09:46:00", "09:50", settle="1m").does("09:44:00", "dnd_on")

    assert day.does("09:46:30", "dnd_off").told()[2:] == ["09:47:30 prompt stretch"]


def test_only_the_end_of_the_last_hold_counts() -> None:
    day = typing("09:48:30", "09:50").does("09:44:00", "dnd_on")
    day.does("09:44:00", "call_on").does("09:46:00", "dnd_off")

    assert day.does("09:48:00", "call_off").told() == [
        "09:45:00 held dnd,call",
        "09:48:00 released",
        "09:48:35 prompt stretch",
    ]


@pytest.mark.parametrize("ends", [*permutations([*OUTSIDE, "inhibit"])])
def test_overlapping_holds_may_end_in_any_order(ends: tuple[str, ...]) -> None:
    day = typing("10:20:00", "10:04", hold_inhibitor=True)
    for minute, kind in enumerate([*OUTSIDE, "inhibit"], start=46):
        day.does(f"09:{minute}:30", f"{kind}_on")
    for minute, kind in enumerate(ends, start=50):
        day.does(f"09:{minute}:00", f"{kind}_off")

    assert day.told() == [
        "09:46:00 prompt stretch",
        "09:46:30 prompt_hidden held",
        "09:46:30 held dnd",
        "09:53:00 released",
        "09:54:15 prompt stretch",
        "10:00:15 renudge stretch",
    ]


def test_a_new_hold_restarts_the_settling() -> None:
    day = typing("09:46:00", "09:48").does("09:44:00", "dnd_on")
    day.does("09:46:00", "dnd_off").does("09:46:14", "dnd_on")
    day.does("09:46:20", "dnd_off")

    assert day.told() == [
        "09:45:00 held dnd",
        "09:46:00 released",
        "09:46:14 held dnd",
        "09:46:20 released",
        "09:46:35 prompt stretch",
    ]


def test_flicker_never_makes_two_prompts() -> None:
    day = typing("09:59:00", "09:55").does("09:44:00", "dnd_on")
    for second in range(0, 60, 4):
        day.does(f"09:47:{second:02}", "dnd_off")
        day.does(f"09:47:{second + 2:02}", "dnd_on")
    day.does("09:48:00", "dnd_off")

    assert day.told("prompt") == ["09:49:15 prompt stretch"]


def test_a_hold_that_ended_before_it_was_due_makes_it_wait_for_nothing() -> None:
    day = typing("09:44:50", "09:47").does("09:30:00", "dnd_on")

    assert day.does("09:44:59", "dnd_off").told() == ["09:45:00 prompt stretch"]


def test_a_hold_that_begins_while_it_waits_for_typing_holds_it() -> None:
    day = typing("10:00:00", "09:48").does("09:45:30", "dnd_on")

    assert day.told() == ["09:45:30 held dnd"]


# A hold that begins while a prompt is shown


def test_a_hold_hides_a_shown_prompt_and_it_comes_again() -> None:
    day = typing("09:50:00", "09:58").does("09:47:00", "call_on")
    day.types("09:55:30", "09:55:31").does("09:52:30", "inhibit_on")

    assert day.does("09:52:00", "call_off").told() == [
        "09:46:00 prompt stretch",
        "09:47:00 prompt_hidden held",
        "09:47:00 held call",
        "09:52:00 released",
        "09:52:15 prompt stretch",
        "09:57:15 renudge stretch",
    ]


def test_hiding_it_is_no_skip_and_its_repeats_stay_counted() -> None:
    day = typing("12:00:00", "11:00").does("09:53:00", "dnd_on")
    day.does("10:00:00", "dnd_off")

    # Repeats count from each appearance, three in all.
    assert day.told("renudge") == [
        "09:52:00 renudge stretch",
        "10:07:15 renudge stretch",
        "10:13:15 renudge stretch",
    ]
    assert day.told("prompt_hidden")[-1] == "10:18:15 prompt_hidden expired"


def test_shown_again_after_its_third_repeat_it_closes_after_renudge() -> None:
    day = typing("12:00:00", "11:00").does("10:05:00", "dnd_on")
    day.does("10:20:00", "dnd_off")

    assert day.told()[3:] == [
        "10:04:00 renudge stretch",
        "10:05:00 prompt_hidden held",
        "10:05:00 held dnd",
        "10:20:00 released",
        "10:21:15 prompt stretch",
        "10:26:15 prompt_hidden expired",
    ]


def test_leaving_hides_nothing() -> None:
    day = typing("09:46:30", "09:50").does("09:47:00", "lock")

    assert day.told() == ["09:46:00 prompt stretch"]


def test_a_prompt_hidden_by_a_hold_waits_for_an_absent_user_too() -> None:
    day = typing("09:46:30", "10:00", rest_after="1h").does("09:47:00", "lock")
    day.does("09:48:00", "dnd_on").does("09:50:00", "dnd_off")
    day.does("09:51:00", "unlock").types("09:55:00", "09:55:03")

    assert day.told()[1:] == [
        "09:48:00 prompt_hidden held",
        "09:48:00 held dnd,away",
        "09:55:03 released",
        "09:55:15 prompt stretch",
    ]


@pytest.mark.parametrize("kind", OUTSIDE)
def test_a_hold_never_closes_a_running_session(kind: str) -> None:
    day = typing("09:10:00", "09:30").does("09:10:00", "start", routine="walk")

    assert day.does("09:11:00", f"{kind}_on").told() == [
        "09:10:00 session_started walk",
        "09:12:00 session_ended done",
    ]


def test_a_repeat_is_held_with_its_prompt() -> None:
    day = typing("09:46:00", "09:52").does("09:47:00", "dnd_on")
    day.types("09:48:30", "09:49:00").types("09:51:00", "09:52:00")

    assert day.told("renudge") == []


def test_a_snooze_over_during_a_hold_is_held() -> None:
    day = typing("10:00:00", "10:00").does("09:47:00", "snooze", minutes=5)
    day.does("09:50:00", "dnd_on").does("09:55:00", "dnd_off")

    assert day.told()[3:] == [
        "09:52:00 held dnd",
        "09:55:00 released",
        "09:56:15 prompt stretch",
    ]


def test_a_due_prompt_stays_due_while_held_though_sitting_time_goes_back() -> None:
    day = typing("09:44:00", "10:00").does("09:30:00", "dnd_on")
    day.types("09:47:30", "09:47:33").does("09:48:00", "dnd_off")

    assert day.told() == [
        "09:45:00 held dnd",
        "09:48:00 released",
        "09:48:15 prompt stretch",
        "09:52:33 prompt_hidden rest",
        "09:52:33 rest 09:47:33",
    ]


def test_a_rest_ends_what_is_held() -> None:
    day = typing("09:46:00", "10:00").does("09:30:00", "dnd_on")

    assert day.does("09:55:00", "dnd_off").told() == [
        "09:45:00 held dnd",
        "09:51:00 rest 09:46:00",
    ]


# What is said about it


def test_each_kind_says_since_when_it_holds() -> None:
    desk = Desk().types(40 * 60).does(lambda at: events.HoldBegan(at, By.DND))
    desk.types(300).does(lambda at: events.HoldBegan(at, By.CALL)).types(60)

    assert [(hold.by, f"{hold.since:%H:%M:%S}") for hold in desk.view.held] == [
        (By.DND, "09:40:00"),
        (By.CALL, "09:45:00"),
    ]


def test_nothing_is_said_to_be_held_while_nothing_is_due() -> None:
    desk = Desk().types(60).does(lambda at: events.HoldBegan(at, By.DND))

    assert desk.view.held == ()


def test_a_program_from_the_users_list_holds() -> None:
    desk = Desk().does(lambda at: events.HoldBegan(at, By.PROGRAM)).types(46 * 60)

    assert [hold.by for hold in desk.view.held] == [By.PROGRAM]


def test_a_kind_that_goes_on_keeps_the_time_it_began_at() -> None:
    dnd = update((), frozenset({By.DND}), moment(0))
    both = update(dnd, frozenset({By.CALL, By.DND}), moment(60))

    assert both == (
        Held(By.DND, moment(0).local, timedelta()),
        Held(By.CALL, moment(60).local, timedelta(seconds=60)),
    )
    assert update(both, frozenset({By.CALL}), moment(90)) == both[1:]
    assert update(both, frozenset(), moment(90)) == ()


# "Remind me anyway"


def test_a_held_prompt_can_be_asked_for_anyway() -> None:
    desk = Desk().does(lambda at: events.HoldBegan(at, By.DND)).types(46 * 60)

    desk.does(events.AskAnywayAsked)

    assert desk.view.prompt is not None
    assert desk.types(60).view.prompt is not None


def test_what_nothing_holds_cannot_be_asked_for() -> None:
    desk = Desk().types(60).does(events.AskAnywayAsked)

    assert desk.view.prompt is None


def test_asked_for_anyway_holds_but_once() -> None:
    desk = Desk().does(lambda at: events.HoldBegan(at, By.DND)).types(46 * 60)
    desk.does(events.AskAnywayAsked).does(events.SnoozeAsked).types(11 * 60)

    assert desk.view.prompt is None
    assert [hold.by for hold in desk.view.held] == [By.DND]
