"""Tests for stretchbreak.qt.prompt_story."""

from datetime import timedelta
from functools import partial

from stretchbreak.core import events
from stretchbreak.core.day import Lived
from stretchbreak.core.holds import By
from stretchbreak.core.settings import Settings
from stretchbreak.qt.prompt_story import answer, last_shown, story, why
from tests.support.day import Desk
from tests.support.views import a_prompt

MINUTE = 60
STILL = Settings(typing_pause=timedelta(0))


def lived(desk: Desk) -> Lived:
    return Lived(desk.view.day, desk.now)


def last_story(desk: Desk) -> str:
    shown = last_shown(lived(desk))
    assert shown is not None
    return story(lived(desk), shown)


def test_a_reminder_that_came_at_once_has_no_excuse() -> None:
    desk = Desk(settings=STILL).types(46 * MINUTE)

    assert last_story(desk) == "Reminder at 09:45, as soon as it was due."


def test_a_reminder_says_that_it_waited_for_a_pause_in_typing() -> None:
    desk = Desk().types(47 * MINUTE)

    assert last_story(desk) == (
        "Reminder at 09:46. It was due at 09:45. It waited for a pause in your typing."
    )


def test_a_reminder_says_what_held_it_and_until_when() -> None:
    desk = Desk(settings=Settings(typing_pause=timedelta(0), settle=timedelta(0)))
    desk.does(partial(events.HoldBegan, by=By.CALL)).types(50 * MINUTE)
    desk.does(partial(events.HoldEnded, by=By.CALL)).types(MINUTE)

    assert last_story(desk) == (
        "Reminder at 09:50. It was due at 09:45. Held until 09:50: a call."
    )


def test_a_reminder_says_that_it_was_snoozed_and_what_became_of_it() -> None:
    desk = Desk(settings=STILL).types(45 * MINUTE).does(events.SnoozeAsked)
    desk.types(10 * MINUTE)
    assert last_story(desk) == (
        "Reminder at 09:55. It was due at 09:45. You snoozed it until 09:55."
    )

    desk.does(events.SkipAsked)
    shown = last_shown(lived(desk))
    assert shown is not None
    assert answer(lived(desk), shown) == 'You said "Not now".'


def test_a_reminder_that_fell_due_just_before_the_user_left_says_so() -> None:
    desk = Desk().types(45 * MINUTE).does(events.Locked).waits(2 * MINUTE)
    desk.does(events.Unlocked).types(2 * MINUTE)

    assert last_story(desk) == (
        "Reminder at 09:48. It was due at 09:45. You were away until 09:47."
    )


def test_a_reminder_asked_for_says_so() -> None:
    desk = Desk(settings=STILL).does(partial(events.HoldBegan, by=By.DND))
    desk.types(50 * MINUTE).does(events.AskAnywayAsked)

    assert last_story(desk).endswith("You asked for it.")


def test_an_appointment_is_called_one() -> None:
    desk = Desk(settings=Settings(appointments=("mon 09:10 walk",)))
    desk.types(12 * MINUTE)

    assert last_story(desk).startswith("Appointment at 09:11. It was due at 09:10.")


def why_now(desk: Desk) -> str:
    assert desk.view.prompt is not None
    return why(desk.view.prompt)


def test_why_now_says_how_long_one_sat_and_what_came_between() -> None:
    assert why_now(Desk(settings=STILL).types(45 * MINUTE)) == (
        "You have been sitting for 45 minutes without a rest. "
        "It came as soon as it was due."
    )
    assert why_now(Desk().types(47 * MINUTE)).endswith(
        "It was due at 09:45. It waited for a pause in your typing."
    )


def test_why_now_names_an_appointment_as_one_however_long_one_sat() -> None:
    desk = Desk(settings=Settings(appointments=("mon 09:10 walk",)))

    assert why_now(desk.types(12 * MINUTE)).startswith("This is a time you chose")


def test_why_now_says_when_it_asks_again() -> None:
    assert "asks again" in why(a_prompt(repeats=1))
    assert "asks again" not in why(a_prompt())
