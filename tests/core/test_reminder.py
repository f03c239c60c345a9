"""The list of reminders: what each counts from, and how two become one."""

from datetime import timedelta

import pytest

from stretchbreak.core import events
from stretchbreak.core.reminder import Reminder, every, ready, reminders, wait
from stretchbreak.core.settings import Settings
from tests.support.day import Day, Desk

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
BOTH = reminders(Settings(stand_up=True))


def typing(until: str, **settings: str | bool | int) -> Day:
    """Return a day of typing from 09:00:00 on, with both reminders."""
    settings = {"stand_up": True, "renudge": "1h", **settings}
    return Day("09:00", until, **settings).types("09:00:00", "18:00:00")


def prompts(day: Day) -> list[str]:
    return day.told("prompt")


# The list


def test_there_is_a_second_reminder_that_is_off_at_first() -> None:
    assert [rule.name for rule in reminders(Settings())] == ["stretch"]
    assert [rule.name for rule in every(Settings())] == ["stretch", "stand_up"]


def test_it_offers_half_a_minute_on_ones_feet_every_20_minutes() -> None:
    assert BOTH[1] == Reminder(name="stand_up", after=20 * MINUTE, routine="stand")
    day = typing("09:22").does("09:21:10", "start")
    (prompt,) = (line for line in day.timeline() if line.event == "prompt")

    assert str(prompt) == "09:21:00 prompt stand_up"
    assert prompt.fields["routine"] == "stand"


def test_start_begins_what_is_shown() -> None:
    desk = Desk(settings=Settings(stand_up=True)).types(21 * 60)

    desk.does(events.StartAsked).waits(30)

    ends = [did for at, did in desk.effects if at == 21 * MINUTE + 30 * SECOND]
    assert len(ends) == 1
    assert desk.view.session is None


# One prompt at a time


def test_a_longer_reminder_takes_the_place_of_a_shorter() -> None:
    assert typing("09:50").told() == [
        "09:21:00 prompt stand_up",
        "09:45:00 prompt_hidden replaced",
        "09:46:00 prompt stretch",
    ]


def test_it_does_so_while_that_is_put_off() -> None:
    day = typing("10:10").does("09:43:00", "snooze")

    assert prompts(day) == ["09:21:00 prompt stand_up", "09:46:00 prompt stretch"]


def test_it_does_so_while_that_is_held() -> None:
    day = typing("10:10").does("09:15:00", "dnd_on").does("09:50:00", "dnd_off")

    assert day.told() == [
        "09:20:00 held dnd",
        "09:45:00 held dnd",
        "09:50:00 released",
        "09:51:15 prompt stretch",
    ]


def test_a_shorter_one_waits_for_the_answer_to_a_longer() -> None:
    day = typing("10:20", stand_up_after="50m").does("09:55:00", "skip")

    # Due at 09:50:00, and left out together with the longer one.
    assert day.told("prompt", "skipped") == [
        "09:46:00 prompt stretch",
        "09:55:00 skipped",
    ]


# Two that are one


@pytest.mark.parametrize(
    ("after", "told"),
    [
        pytest.param("43m", [], id="2:00 before"),
        pytest.param(
            "42m59s",
            ["09:43:59 prompt stand_up", "09:45:00 prompt_hidden replaced"],
            id="2:01 before",
        ),
        pytest.param("44m59s", [], id="just before"),
        pytest.param("45m", [], id="at once"),
        pytest.param("45m1s", [], id="just after"),
        pytest.param("47m", [], id="2:00 after"),
    ],
)
def test_two_that_fall_due_within_two_minutes_are_the_longer_one(
    after: str, told: list[str]
) -> None:
    day = typing("09:50", stand_up_after=after)

    assert day.told() == [*told, "09:46:00 prompt stretch"]


@pytest.mark.parametrize(
    ("after", "again"),
    [
        pytest.param("48m10s", [], id="2:00 after the press"),
        pytest.param("48m11s", ["09:49:11 prompt stand_up"], id="2:01 after it"),
    ],
)
def test_one_answer_counts_for_both(after: str, again: list[str]) -> None:
    day = typing("10:30", stand_up_after=after).does("09:46:10", "skip")

    assert day.told("prompt")[1:] == again


def test_leaving_out_a_shorter_one_leaves_out_no_longer_one() -> None:
    day = typing("09:50").does("09:21:30", "skip").does("09:44:00", "skip")

    assert prompts(day) == [
        "09:21:00 prompt stand_up",
        "09:42:30 prompt stand_up",
        "09:46:00 prompt stretch",
    ]


def test_a_shorter_one_that_waits_for_a_longer_comes_if_that_is_put_off() -> None:
    day = typing("09:50", stand_up_after="44m")
    day.does("09:44:30", "set", key="sitting_limit", value="1h")

    assert day.told("prompt") == ["09:45:30 prompt stand_up"]


def test_what_waits_for_a_longer_one_is_not_due_before() -> None:
    marks = {"stand_up": 24 * MINUTE}

    assert wait(BOTH, 1, marks, 43 * MINUTE) == 2 * MINUTE
    assert ready(BOTH, marks, 44 * MINUTE) is None
    assert ready(BOTH, marks, 45 * MINUTE) == BOTH[0]
    assert ready(BOTH, {"stand_up": 22 * MINUTE}, 42 * MINUTE) == BOTH[1]


# What each counts from


def test_a_rest_resets_all() -> None:
    day = Day("09:00", "10:12", stand_up=True, renudge="1h")
    day.types("09:00:00", "09:15:00").types("09:25:00", "18:00:00")

    assert day.told("prompt", "rest") == [
        "09:20:00 rest 09:15:00",
        "09:46:00 prompt stand_up",
        "10:11:00 prompt stretch",
    ]


@pytest.mark.parametrize("routine", ["stand", "walk"])
def test_a_finished_session_resets_none_whose_routine_is_longer(routine: str) -> None:
    day = typing("09:50").does("09:15:00", "start", routine=routine)
    told = [
        line for line in day.timeline() if line.event in {"session_ended", "prompt"}
    ]

    # Sitting goes on with the first input after it, and 15 minutes are counted.
    gone = {"stand": 31, "walk": 121}[routine]
    after = timedelta(hours=9, seconds=gone)
    assert [line.event for line in told] == ["session_ended", "prompt", "prompt"]
    assert told[1].time == f"0{after + 36 * MINUTE}"
    assert told[2].time == f"0{after + 46 * MINUTE}"


def test_the_sitting_time_shown_is_zero_after_it_all_the_same() -> None:
    day = typing("09:50").does("09:15:00", "start", routine="stand")

    shown = [
        line.fields["sitting"] for line in day.timeline() if line.event == "prompt"
    ]

    # 21 and 31 minutes since the session.
    assert shown == [21 * 60, 31 * 60]


def test_a_finished_longer_session_resets_both() -> None:
    day = typing("10:00").does("09:15:00", "start", routine="short")
    (_, ended, *more) = day.timeline()

    assert ended.event == "session_ended"
    (prompt,) = more
    since = timedelta(hours=9, minutes=15, seconds=1 + ended.fields["seconds"])
    assert str(prompt) == f"0{since + 21 * MINUTE} prompt stand_up"


def test_a_walk_resets_the_stretch_once_that_is_a_walk() -> None:
    day = typing("10:40", stand_up=False, stretch_sessions_a_day=1)
    day.does("09:05:00", "start").does("09:45:00", "start", routine="walk")

    # 09:47:01 and 45 minutes, and the wait for a pause in typing.
    assert prompts(day) == ["10:33:01 prompt stretch"]


def test_a_session_that_one_reminder_asked_for_resets_it_however_short() -> None:
    day = typing("10:40", stand_up=False).does("09:46:10", "start", routine="stand")

    assert prompts(day)[1:] == ["10:32:41 prompt stretch"]


@pytest.mark.parametrize(
    ("ends", "prompt"),
    [
        pytest.param("09:15:15", "09:36:16 prompt stand_up", id="half of it"),
        pytest.param("09:15:14", "09:21:15 prompt stand_up", id="less than half"),
    ],
)
def test_only_half_a_session_is_a_break(ends: str, prompt: str) -> None:
    day = typing("09:45").does("09:15:00", "start", routine="stand")

    assert prompts(day.does(ends, "end_session")) == [prompt]


# Switched on and off


def test_switched_on_during_the_day_it_counts_from_the_last_rest() -> None:
    day = Day("09:00", "10:15", renudge="1h").does(
        "09:52:00", "set", key="stand_up", value=True
    )

    assert day.types("09:00:00", "09:40:00").types("09:50:00", "18:00:00").told(
        "prompt"
    ) == ["10:11:00 prompt stand_up"]


def test_switched_on_it_counts_from_a_session_before() -> None:
    day = typing("09:40", stand_up=False).does("09:15:00", "start", routine="stand")

    assert prompts(day.does("09:20:00", "set", key="stand_up", value=True)) == [
        "09:36:31 prompt stand_up"
    ]


def test_switched_off_while_it_is_held_it_is_none() -> None:
    day = typing("09:40").does("09:10:00", "dnd_on").does("09:30:00", "dnd_off")

    assert day.does("09:25:00", "set", key="stand_up", value=False).told() == [
        "09:20:00 held dnd"
    ]


def test_switched_off_while_it_is_shown_it_stays_and_makes_way_for_the_other() -> None:
    day = typing("09:50").does("09:30:00", "set", key="stand_up", value=False)

    assert day.told() == [
        "09:21:00 prompt stand_up",
        "09:45:00 prompt_hidden replaced",
        "09:46:00 prompt stretch",
    ]


def test_switched_off_while_it_is_shown_it_outlasts_the_safety_page() -> None:
    desk = Desk(settings=Settings(stand_up=True)).types(21 * 60)
    desk.does(lambda at: events.SettingsChanged(at, Settings()))

    desk.does(lambda at: events.SafetyAnswered(at, desk.view.safety))

    assert desk.view.prompt is not None
    assert desk.restarts(0).view.due is False


# Switched off


def test_standing_up_alone_can_be_asked_for() -> None:
    assert prompts(typing("10:05", stretch=False)) == ["09:21:00 prompt stand_up"]


def test_with_both_switched_off_nothing_asks_and_nothing_is_promised() -> None:
    desk = Desk(settings=Settings(stretch=False)).types(50 * 60)

    assert desk.view.prompt is None
    assert desk.view.next_prompt is None
    assert desk.view.progress == 0
    assert desk.view.sitting == 50 * MINUTE


def test_an_appointment_comes_all_the_same() -> None:
    day = Day("09:00", "09:20", stretch=False, appointments=["mon-fri 09:10 walk"])

    assert prompts(day.types("09:00:00", "09:20:00")) == ["09:11:00 prompt walk"]


def test_a_shown_reminder_that_is_switched_off_stays() -> None:
    desk = Desk(settings=Settings()).types(46 * 60 + 5)
    assert desk.view.prompt is not None

    desk.does(lambda at: events.SettingsChanged(at, Settings(stretch=False)))

    assert desk.view.prompt is not None
    assert desk.view.sitting >= 46 * MINUTE


def test_one_that_waits_for_a_pause_is_withdrawn() -> None:
    desk = Desk(settings=Settings()).types(45 * 60 + 5)

    desk.does(lambda at: events.SettingsChanged(at, Settings(stretch=False)))

    assert not desk.view.due
    assert desk.view.next_prompt is None
