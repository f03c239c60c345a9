"""What the line of today says of a day at the desk."""

from datetime import timedelta

from stretchbreak.core import events
from stretchbreak.core.day import Day, Did, Mark, began
from stretchbreak.core.diary import MOST
from stretchbreak.core.holds import By
from stretchbreak.core.moment import Moment
from stretchbreak.core.pause import For
from stretchbreak.core.settings import Settings
from tests.support.day import MONDAY, Desk, Wish

HOUR, MINUTE = 3600, 60
STILL = Settings(typing_pause=timedelta(0))


def seats(desk: Desk) -> list[str]:
    """Return where the user was today, and from when on."""
    return [f"{_clock(s.began, desk)} {s.was.value}" for s in _day(desk).seats]


def asked(desk: Desk) -> list[str]:
    """Return whether prompts could come today, and from when on."""
    return [f"{_clock(s.began, desk)} {s.was.value}" for s in _day(desk).asked]


def marks(desk: Desk) -> list[str]:
    """Return what happened today."""
    return [f"{_clock(m.at, desk)} {m.did.value}" for m in _day(desk).marks]


def mark(desk: Desk, did: Did) -> Mark:
    """Return the last time that this happened."""
    return next(m for m in reversed(_day(desk).marks) if m.did is did)


def _day(desk: Desk) -> Day:
    return desk.view.day


def _clock(steady: timedelta, desk: Desk) -> str:
    return f"{desk.now.later(steady).local:%H:%M}"


def _held(by: By) -> Wish:
    return lambda at: events.HoldBegan(at, by)


def _released(by: By) -> Wish:
    return lambda at: events.HoldEnded(at, by)


def test_an_absence_begins_with_the_last_input_although_it_is_known_later() -> None:
    desk = Desk().types(20 * MINUTE).waits(10 * MINUTE).types(5 * MINUTE)

    assert seats(desk)[-3:] == ["09:00 sitting", "09:20 away", "09:30 sitting"]


def test_a_short_lock_is_left_out_and_a_longer_one_is_not() -> None:
    desk = Desk().types(10 * MINUTE).does(events.Locked).waits(20)
    desk.does(events.Unlocked).types(10 * MINUTE)
    assert seats(desk)[-1] == "09:00 sitting"

    desk.does(events.Locked).waits(2 * MINUTE).does(events.Unlocked).types(MINUTE)
    assert seats(desk)[-2:] == ["09:20 away", "09:22 sitting"]


def test_a_session_is_in_the_line_with_how_it_ended() -> None:
    desk = Desk().types(10 * MINUTE).does(events.StartAsked).waits(MINUTE)
    desk.does(events.EndAsked).waits(10 * MINUTE).types(MINUTE)

    assert seats(desk)[-4:] == [
        "09:00 sitting",
        "09:10 session",
        "09:11 away",
        "09:21 sitting",
    ]
    assert mark(desk, Did.CUT_SHORT).name == "short"


def test_a_prompt_says_since_when_it_was_due_and_what_held_it() -> None:
    desk = Desk(settings=STILL).types(40 * MINUTE).does(_held(By.CALL))
    desk.types(15 * MINUTE).does(_released(By.CALL)).types(5 * MINUTE)

    assert marks(desk) == ["09:45 held", "09:55 released", "09:55 shown"]
    assert asked(desk) == ["09:00 on", "09:45 held", "09:55 on"]
    assert mark(desk, Did.HELD).by == (By.CALL,)
    assert mark(desk, Did.SHOWN).due == timedelta(minutes=45)


def test_a_prompt_shown_on_wish_says_so() -> None:
    desk = Desk(settings=STILL).does(_held(By.DND)).types(46 * MINUTE)
    desk.does(events.AskAnywayAsked)

    assert mark(desk, Did.SHOWN).anyway


def test_a_rest_before_the_due_prompt_was_shown_is_told() -> None:
    desk = Desk(settings=STILL).does(_held(By.CALL)).types(46 * MINUTE)
    desk.waits(10 * MINUTE)

    assert marks(desk) == ["09:45 held", "09:51 spared"]
    assert mark(desk, Did.SPARED).due == timedelta(minutes=45)


def test_what_the_user_answers_is_told() -> None:
    desk = Desk(settings=STILL).types(45 * MINUTE).does(events.SnoozeAsked)
    desk.types(10 * MINUTE).does(events.SkipAsked)
    desk.does(events.WalkedSaid)

    assert [text.split()[1] for text in marks(desk)] == [
        "shown",
        "snoozed",
        "shown",
        "skipped",
        "walked",
    ]
    assert mark(desk, Did.SNOOZED).until == timedelta(minutes=55)


def test_a_pause_and_the_reminder_hours_are_in_the_line() -> None:
    desk = Desk(settings=Settings(hours=("mon-fri 09:00-10:00",)))
    desk.types(10 * MINUTE).does(
        lambda at: events.PauseAsked(at, For(timedelta(minutes=30)))
    )
    desk.types(80 * MINUTE)

    assert asked(desk) == ["09:00 on", "09:10 paused", "09:40 on", "10:00 closed"]


def test_at_four_in_the_morning_another_day_begins() -> None:
    desk = Desk(f"{MONDAY}T22:00").types(2 * HOUR).waits(8 * HOUR).types(MINUTE)

    assert seats(desk) == ["00:00 away", "08:00 sitting"]
    assert marks(desk) == []
    assert began(desk.now) == timedelta(hours=6)
    small_hours = Moment(timedelta(), desk.now.local.replace(hour=3, minute=0))
    assert began(small_hours) == timedelta(hours=-23)


def test_the_line_goes_on_after_a_restart() -> None:
    desk = Desk().types(10 * MINUTE).restarts(10 * MINUTE).types(MINUTE)

    assert seats(desk)[-3:] == ["09:00 sitting", "09:10 away", "09:20 sitting"]


def test_however_often_it_is_held_the_line_does_not_grow_for_ever() -> None:
    desk = Desk(settings=STILL).types(45 * MINUTE)
    for _again in range(MOST):
        desk.does(_held(By.DND)).does(_released(By.DND))

    assert len(_day(desk).marks) == MOST
    assert len(_day(desk).asked) <= MOST
