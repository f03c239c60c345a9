"""What answers, rests, sessions and settings do to what is due."""

from datetime import timedelta

import pytest

from stretchbreak.core import events
from stretchbreak.core.effects import PromptHidden, Refused, Rested
from stretchbreak.core.pause import UntilResumed
from stretchbreak.core.reminder import left, reminders
from stretchbreak.core.safety import Safety
from stretchbreak.core.settings import Settings
from tests.support.day import Day, Desk, Wish

MINUTE = timedelta(minutes=1)


def typing(last: str, until: str = "18:00", **settings: str | int) -> Day:
    """Return a day of typing from 09:00:00 to *last*; its prompt is at 09:46:00."""
    return Day("09:00", until, **settings).types("09:00:00", last)


def asked() -> Desk:
    """Return a desk at which a prompt was shown just now."""
    return Desk().types(45 * 60).waits(5)


def refusals(desk: Desk) -> list[str]:
    """Return why the last wishes were refused."""
    return [did.why for _at, did in desk.effects if isinstance(did, Refused)]


# The limit


@pytest.mark.parametrize(
    ("limit", "appears"), [("5m", "09:06:00"), ("45m", "09:46:00"), ("4h", "13:01:00")]
)
def test_a_stretch_is_offered_after_the_sitting_limit(limit: str, appears: str) -> None:
    day = typing("14:00:00", "14:00", sitting_limit=limit)

    assert day.told("prompt")[0] == f"{appears} prompt stretch"


def test_the_default_is_one_reminder_after_45_minutes() -> None:
    (stretch,) = reminders(Settings())

    assert (stretch.name, stretch.after) == ("stretch", 45 * MINUTE)
    assert left(stretch, {}, 44 * MINUTE) == MINUTE
    assert left(stretch, {}, 46 * MINUTE) == timedelta()


# Skipping


def test_after_a_skip_the_next_prompt_comes_a_full_interval_after_the_press() -> None:
    day = typing("11:00:00", "10:45").does("09:50:00", "skip")

    assert day.told() == [
        "09:46:00 prompt stretch",
        "09:50:00 prompt_hidden answered",
        "09:50:00 skipped",
        "10:36:00 prompt stretch",
        "10:42:00 renudge stretch",
    ]


def test_the_sitting_time_runs_on_after_a_skip_and_is_still_shown() -> None:
    day = typing("11:00:00", "11:00").does("09:50:00", "skip")
    prompts = [line for line in day.timeline() if line.event == "prompt"]
    assert prompts[1].fields["sitting"] == 96 * 60

    desk = asked().does(events.SkipAsked).types(60)
    assert desk.view.sitting == 46 * MINUTE + timedelta(seconds=5)
    assert desk.view.next_prompt == 44 * MINUTE


def test_an_absence_that_began_before_the_press_shortens_no_interval() -> None:
    # The last input is at 09:45:50, and sitting goes on from 09:49:30.
    day = typing("09:45:50", "11:00").does("09:46:30", "skip")
    day.types("09:49:30", "11:00:00")

    assert day.told("prompt")[1] == "10:35:30 prompt stretch"


def test_a_skip_survives_a_restart() -> None:
    day = typing("11:00:00", "10:40").does("09:50:00", "skip")
    day.does("09:51:00", "quit").does("09:51:00", "launch")

    assert day.told("prompt")[1:] == ["10:36:01 prompt stretch"]


@pytest.mark.parametrize(
    ("after", "shown"), [pytest.param(10, True, id="10 s"), pytest.param(11, False)]
)
def test_a_skip_can_be_undone_for_ten_seconds(after: int, *, shown: bool) -> None:
    desk = asked().does(events.SkipAsked).waits(after)
    assert desk.view.skip_undo is shown

    desk.does(events.SkipUndone)

    assert (desk.view.prompt is not None) is shown
    assert bool(refusals(desk)) is not shown


def test_a_skip_is_undone_once() -> None:
    desk = asked().does(events.SkipAsked).waits(2).does(events.SkipUndone)

    desk.does(events.SkipUndone)

    assert refusals(desk) == ["There is no skip to take back."]


def test_an_expired_prompt_stays_expired_when_its_skip_is_undone() -> None:
    desk = Desk().types(80 * 60).does(events.SkipAsked).types(2)

    desk.does(events.SkipUndone).types(60)

    assert (desk.view.overdue, desk.view.prompt) == (True, None)


def test_after_an_undo_a_full_interval_is_owed_to_nobody() -> None:
    desk = asked().does(events.SkipAsked).waits(2).does(events.SkipUndone)

    assert desk.view.due
    assert desk.view.next_prompt == timedelta()


@pytest.mark.parametrize(
    "wish",
    [
        events.WalkedSaid,
        events.StartAsked,
        lambda at: events.PauseAsked(at, UntilResumed()),
    ],
    ids=["a walk", "a session", "a pause"],
)
def test_what_was_done_since_is_not_undone_with_the_skip(wish: Wish) -> None:
    desk = asked().does(events.SkipAsked).waits(2).does(wish).waits(2)

    assert not desk.view.skip_undo
    desk.does(events.SkipUndone)

    assert desk.view.prompt is None
    assert not desk.view.due


# A walk


def test_having_walked_counts_as_a_rest() -> None:
    desk = asked().does(events.WalkedSaid)
    assert [type(did) for _at, did in desk.effects[-2:]] == [PromptHidden, Rested]
    assert desk.view.sitting == timedelta()

    desk.types(60)

    # The input of that very second does not count yet.
    assert desk.view.sitting == timedelta(seconds=59)
    assert desk.view.next_prompt == 44 * MINUTE + timedelta(seconds=1)


def test_having_walked_does_not_end_a_session() -> None:
    desk = Desk().types(60).does(events.StartAsked).waits(10).does(events.WalkedSaid)

    desk.types(60)

    assert desk.view.session is not None
    assert desk.view.sitting == timedelta()


# The day's stretch sessions


def test_after_the_days_stretch_sessions_a_walk_is_offered() -> None:
    day = typing("18:00:00")
    day.does("09:05:00", "start").does("09:30:00", "start")

    (first, *_) = (line for line in day.timeline() if line.event == "prompt")

    assert first.fields["routine"] == "walk"


def test_the_day_of_a_stretch_session_begins_at_four() -> None:
    def offered(start: str) -> object:
        day = Day(f"2026-03-02T{start}", "2026-03-03T08:00", stretch_sessions_a_day=1)
        day.does(f"2026-03-02T{start}:00", "start", routine="morning")
        day.types("2026-03-03T04:00:30", "2026-03-03T08:00:00")
        return next(x for x in day.timeline() if x.event == "prompt").fields["routine"]

    assert offered("23:00") == "short"


def test_zero_sets_no_limit_to_the_days_stretch_sessions() -> None:
    day = typing("18:00:00", stretch_sessions_a_day=0)
    for hour in (9, 10, 11):
        day.does(f"{hour:02}:05:00", "start")

    assert {x.fields["routine"] for x in day.timeline() if x.event == "prompt"} == {
        "short"
    }


# Changed settings


def test_a_lower_limit_is_due_at_once() -> None:
    day = typing("09:40:30", "09:42").does(
        "09:40:00", "set", key="sitting_limit", value="30m"
    )

    assert day.told() == ["09:40:35 prompt stretch"]


def test_a_higher_limit_withdraws_what_is_held() -> None:
    day = typing("12:00:00", "10:05").does("09:40:00", "dnd_on")
    day.does("09:50:00", "set", key="sitting_limit", value="1h")

    assert day.told() == ["09:45:00 held dnd", "10:00:00 held dnd"]


def test_a_prompt_already_shown_stays() -> None:
    day = typing("12:00:00", "09:55").does(
        "09:47:00", "set", key="sitting_limit", value="1h"
    )

    assert day.told() == ["09:46:00 prompt stretch", "09:52:00 renudge stretch"]


def test_a_snooze_stands_when_the_limit_is_changed() -> None:
    day = typing("12:00:00", "10:00").does("09:47:00", "snooze")
    day.does("09:48:00", "set", key="sitting_limit", value="4h")

    assert day.told("prompt")[1:] == ["09:58:00 prompt stretch"]


def test_the_sitting_time_is_never_changed_by_a_setting() -> None:
    desk = Desk().types(600)

    desk.does(
        lambda at: events.SettingsChanged(at, Settings(sitting_limit=5 * MINUTE))
    ).types(0)

    assert desk.view.sitting == 10 * MINUTE


def test_a_setting_that_has_nothing_to_do_with_it_withdraws_nothing() -> None:
    # Held at 45:00 of sitting, of which a minute turns out to be an absence.
    day = typing("09:44:00", "10:00").does("09:40:00", "dnd_on")
    day.types("09:47:30", "10:00:00").does("09:48:00", "set", key="warm_up", value=6)

    assert day.does("09:49:00", "dnd_off").told() == [
        "09:45:00 held dnd",
        "09:49:00 released",
        "09:50:15 prompt stretch",
        "09:56:15 renudge stretch",
    ]


# The safety page


def test_a_changed_safety_answer_changes_what_is_asked() -> None:
    desk = asked().does(lambda at: events.SafetyAnswered(at, Safety.CAUTION))

    assert desk.view.prompt is not None
    assert desk.view.prompt.offer.routine == "walk"
