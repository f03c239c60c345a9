"""Tests for stretchbreak.qt.day_parts."""

from datetime import timedelta
from functools import partial

from stretchbreak.core import events
from stretchbreak.core.day import Lived
from stretchbreak.core.holds import By
from stretchbreak.core.pause import For
from stretchbreak.core.settings import Settings
from stretchbreak.qt.day_parts import Kind, parts, span, summary
from stretchbreak.qt.prompt_story import last_shown
from tests.support.day import MONDAY, Desk, known

MINUTE = 60
STILL = Settings(typing_pause=timedelta(0))
NAMES = {routine.id: routine.name for routine in known().routines.values()}


def lived(desk: Desk) -> Lived:
    return Lived(desk.view.day, desk.now)


def words(desk: Desk) -> list[str]:
    return [part.words for part in parts(lived(desk), NAMES)]


def test_each_part_says_what_it_is_and_how_long() -> None:
    desk = Desk().types(20 * MINUTE).waits(10 * MINUTE).types(10 * MINUTE)
    desk.does(partial(events.StartAsked, routine="walk")).waits(2 * MINUTE)
    desk.types(5 * MINUTE)

    assert words(desk) == [
        "Sitting, 09:00 to 09:20 (20 min)",
        "Away, 09:20 to 09:30 (10 min)",
        "Sitting, 09:30 to 09:40 (10 min)",
        "Stand and walk, 09:40 to 09:42 (2 min)",
        "Sitting, 09:42 to 09:47 (5 min)",
    ]
    assert summary(parts(lived(desk), NAMES)) == (
        "Sitting 35 min, at most 20 min at a time, 1 break"
    )


def test_being_away_before_the_first_and_after_the_last_sitting_is_no_part() -> None:
    desk = Desk().waits(60 * MINUTE).types(20 * MINUTE).waits(60 * MINUTE)

    assert words(desk) == ["Sitting, 10:00 to 10:20 (20 min)"]


def test_who_sits_on_into_another_day_begins_that_one_without_reminders() -> None:
    desk = Desk(f"{MONDAY}T03:00", STILL).types(70 * MINUTE)

    assert words(desk) == ["Sitting, 04:00 to 04:10 (10 min)"]
    assert last_shown(lived(desk)) is None


def test_what_kept_reminders_back_is_a_part_with_its_reason() -> None:
    desk = Desk(settings=STILL).types(10 * MINUTE)
    desk.does(partial(events.PauseAsked, end=For(timedelta(minutes=20))))
    desk.types(21 * MINUTE).does(partial(events.HoldBegan, by=By.CALL))
    desk.types(50 * MINUTE)

    assert "Reminders were paused, 09:10 to 09:30 (20 min)" in words(desk)
    assert words(desk)[-1] == "A reminder was held, 10:15 to 10:21 (6 min): a call"


def test_a_day_without_anything_says_so() -> None:
    empty = Lived(Desk().view.day, Desk().now)

    assert parts(empty, NAMES) == ()
    assert summary(()) == "Nothing yet today"
    first, last = span(empty, ())
    assert (f"{first:%H:%M}", f"{last:%H:%M}") == ("09:00", "18:00")


def test_the_drawn_hours_are_full_and_go_with_a_long_day() -> None:
    desk = Desk(f"{MONDAY}T07:20").types(11 * 60 * MINUTE)

    first, last = span(lived(desk), parts(lived(desk), NAMES))

    assert (f"{first:%H:%M}", f"{last:%H:%M}") == ("07:00", "19:00")


def test_a_reminder_is_a_part_at_its_instant() -> None:
    desk = Desk(settings=STILL).types(46 * MINUTE)

    (reminder,) = (p for p in parts(lived(desk), NAMES) if p.kind is Kind.REMINDER)

    assert reminder.first == reminder.last
    assert reminder.words == "Reminder at 09:45, as soon as it was due."
