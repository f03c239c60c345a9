"""The one door: what it shows, what it refuses, and what it keeps."""

from copy import copy
from datetime import timedelta

import pytest

from stretchbreak.core import events
from stretchbreak.core.coach import Coach
from stretchbreak.core.effects import Effect, Refused, SessionEnded, SessionRaised
from stretchbreak.core.history import History, Outcome
from stretchbreak.core.memory import blank
from stretchbreak.core.plan import Phase
from stretchbreak.core.safety import Safety
from stretchbreak.core.settings import Settings
from tests.support.day import Desk, Wish, known

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


def in_session(routine: str = "evening") -> Desk:
    """Return a desk with a session just begun."""
    return Desk().does(lambda at: events.StartAsked(at, routine))


def last(desk: Desk) -> Effect:
    """Return what was wanted done last."""
    return desk.effects[-1][1]


# What it shows


def test_at_first_nothing_is_counted() -> None:
    view = Desk().view

    assert (view.sitting, view.seated, view.due) == (timedelta(), False, False)
    assert (view.next_prompt, view.progress) == (45 * MINUTE, 0)


def test_the_view_counts_while_one_sits() -> None:
    view = Desk().types(15 * 60).view

    assert (view.sitting, view.seated) == (15 * MINUTE, True)
    assert view.next_prompt == 30 * MINUTE
    assert view.progress == pytest.approx(1 / 3)


def test_a_shown_prompt_says_why_it_came_and_what_it_offers() -> None:
    view = Desk().types(45 * 60).waits(5).view

    assert view.prompt is not None
    assert view.prompt.sitting == 45 * MINUTE + 5 * SECOND
    assert (view.prompt.repeats, view.prompt.can_snooze) == (0, True)
    assert view.prompt.offer.warm_up == 5 * MINUTE
    assert (view.due, view.next_prompt, view.progress) == (True, timedelta(), 1)


def test_a_snooze_shows_until_when() -> None:
    desk = Desk().types(45 * 60).waits(5).does(events.SnoozeAsked).types(60)

    assert f"{desk.view.snoozed_until:%H:%M:%S}" == "09:55:05"
    assert desk.view.next_prompt == 9 * MINUTE
    assert not desk.view.due


def test_a_repeat_can_be_seen() -> None:
    desk = Desk().types(45 * 60).waits(5).types(310)

    assert desk.view.prompt is not None
    desk.types(100)
    assert desk.view.prompt.repeats == 1


def test_a_session_shows_what_is_done_now() -> None:
    desk = in_session().waits(310)

    assert desk.view.session is not None
    assert desk.view.session.phase is Phase.GET_READY
    assert desk.view.session.remaining == 10 * SECOND


# When it wants to be called


def test_while_the_user_works_it_is_woken_about_once_in_three_minutes() -> None:
    desk = Desk().types(60)

    assert desk.coach.next_wake() is not None
    assert not desk.coach.awaits_input()


def test_while_nobody_is_there_it_waits_for_input_and_nothing_else() -> None:
    desk = Desk().types(60).waits(3600)

    assert desk.coach.next_wake() is None
    assert desk.coach.awaits_input()


def test_while_locked_no_input_is_waited_for() -> None:
    desk = Desk().types(60).does(events.Locked)

    assert not desk.coach.awaits_input()


# Wishes in a session


def test_pressing_pause_twice_goes_on_again() -> None:
    desk = in_session().waits(10).does(events.SessionPauseAsked).waits(5)
    assert desk.view.session is not None
    assert desk.view.session.phase is Phase.PAUSED

    desk.does(events.SessionPauseAsked).waits(3)

    assert desk.view.session.remaining == 290 * SECOND


@pytest.mark.parametrize("lock", [events.Locked, events.Suspended])
def test_lock_and_sleep_pause_a_session_and_their_end_does_not_go_on(
    lock: Wish,
) -> None:
    desk = in_session().waits(10).does(lock).waits(60)

    desk.does(events.Unlocked, events.Woke).waits(60)

    assert desk.view.session is not None
    assert desk.view.session.phase is Phase.PAUSED
    assert desk.view.session.remaining == 290 * SECOND


def test_next_and_previous_move_the_session() -> None:
    desk = in_session().does(events.NextAsked)
    assert desk.view.session is not None
    assert desk.view.session.step == 1

    desk.does(events.PreviousAsked).does(events.PreviousAsked)

    assert desk.view.session.step == 0


def test_what_hurts_stops_and_the_rest_can_be_done_without_it() -> None:
    desk = in_session().waits(330).does(events.HurtSaid)
    assert desk.view.session is not None
    assert desk.view.session.phase is Phase.HURT

    desk.does(events.LeaveOutAsked).waits(600)

    ended = last(desk)
    assert isinstance(ended, SessionEnded)
    assert ended.session.those(Outcome.HURT) == {"single-knee-to-chest"}


def test_what_hurt_is_left_out_of_the_next_choice() -> None:
    desk = in_session("short").waits(330).does(events.HurtSaid, events.LeaveOutAsked)
    desk.waits(600).does(lambda at: events.StartAsked(at, "short"))

    assert desk.view.session is not None
    stretches = {stretch.id for stretch in desk.view.session.plan.stretches}
    assert not stretches & {"single-knee-to-chest", "double-knee-to-chest"}


def test_the_easier_variant_begins_with_its_set_up() -> None:
    desk = in_session().waits(330).does(events.HurtSaid).does(events.EasierAsked)

    assert desk.view.session is not None
    assert desk.view.session.phase is Phase.GET_READY


def test_a_session_can_be_ended() -> None:
    desk = in_session().waits(10).does(events.EndAsked)

    assert desk.view.session is None
    assert isinstance(last(desk), SessionEnded)


def test_a_second_start_raises_the_first() -> None:
    desk = in_session().does(events.StartAsked)

    assert desk.effects[-1][1] == SessionRaised()


def test_who_is_warm_starts_without_a_warm_up() -> None:
    desk = Desk().does(lambda at: events.StartAsked(at, "full", warm=True))

    assert desk.view.session is not None
    assert desk.view.session.plan.warm_up == timedelta()


def test_a_prompts_routine_can_be_started_warm_as_well() -> None:
    desk = Desk().types(45 * 60).waits(5)

    desk.does(lambda at: events.StartAsked(at, warm=True))

    assert desk.view.session is not None
    assert desk.view.session.plan.warm_up == timedelta()


@pytest.mark.parametrize(
    "wish",
    [
        events.SessionPauseAsked,
        events.SessionContinued,
        events.NextAsked,
        events.PreviousAsked,
        events.HurtSaid,
        events.LeaveOutAsked,
        events.EasierAsked,
        events.MuteAsked,
        events.EndAsked,
    ],
)
def test_without_a_session_there_is_nothing_to_move(wish: Wish) -> None:
    desk = Desk().does(wish)

    assert desk.effects == [(timedelta(), Refused("No session is running."))]


# What it keeps


def test_its_memory_goes_on_where_it_stopped() -> None:
    desk = Desk().types(20 * 60).restarts(30).types(60)

    assert desk.view.sitting == 21 * MINUTE - SECOND


def test_a_crash_is_an_absence_from_the_last_saved_moment() -> None:
    desk = Desk().types(20 * 60)
    saved = desk.coach.memory()

    again = Coach(Settings(), known(), History(), saved)
    later = desk.now.later(desk.now.steady + 10 * MINUTE)
    again.handle(events.Launched(later))
    again.handle(events.TimePassed(later))

    assert again.view().sitting == timedelta()


def test_a_crash_in_a_session_leaves_the_user_away_since_then() -> None:
    desk = Desk().types(600).does(events.StartAsked).waits(60)
    saved = desk.coach.memory()

    again = Coach(Settings(), known(), History(), saved)
    again.handle(events.Launched(desk.now))

    assert again.view().session is None
    assert again.view().sitting == 10 * MINUTE
    assert again.next_wake() == desk.now.steady + 5 * MINUTE


def test_a_program_that_never_ran_has_nothing_to_remember() -> None:
    moment = Desk().now
    memory = blank(moment)

    assert (memory.prompt, memory.pause, memory.safety) == (
        None,
        None,
        Safety.UNANSWERED,
    )


def test_the_settings_in_force_can_be_read() -> None:
    desk = Desk(settings=Settings(sitting_limit=30 * MINUTE))

    assert desk.coach.settings.sitting_limit == 30 * MINUTE


# A copy of it


def test_a_copy_decides_for_itself_alone() -> None:
    desk = Desk().types(45 * 60)
    before, wake = desk.view, desk.coach.next_wake()

    later = desk.now.later(desk.now.steady + 2 * MINUTE)
    assert copy(desk.coach).handle(events.TimePassed(later)) != ()

    assert desk.view == before
    assert desk.coach.next_wake() == wake
