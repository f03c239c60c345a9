"""Looking back at a session, and what follows from how the back feels."""

from datetime import timedelta
from functools import partial
from typing import TypeVar

import pytest

from stretchbreak.core import events
from stretchbreak.core.effects import (
    Notice,
    Noticed,
    Refused,
    Remarked,
    RestEnded,
    SessionStarted,
)
from stretchbreak.core.feeling import Feeling, FoundFine, TurnedOn
from stretchbreak.core.safety import Safety
from tests.support.day import Desk, Wish

T = TypeVar("T")
MINUTE = 60
DAY = 24 * 60 * MINUTE
BETTER, SAME, WORSE = (
    partial(events.FeelingSaid, feeling=feeling) for feeling in Feeling
)


def after_a_session(desk: Desk | None = None) -> Desk:
    """Return a desk at which a stretch session has just been done."""
    desk = desk or Desk()
    desk.does(partial(events.StartAsked, routine="after-workout"))
    return desk.waits(10 * MINUTE)


def told(desk: Desk, kind: type[T]) -> list[T]:
    return [effect for _at, effect in desk.effects if isinstance(effect, kind)]


def started(desk: Desk) -> str:
    """Return the routine that Start begins when nothing is named."""
    desk.does(events.StartAsked)
    return told(desk, SessionStarted)[-1].routine


def test_a_session_can_be_looked_back_at_from_its_end_on() -> None:
    closing = after_a_session().view.closing

    assert closing is not None
    assert not closing.back
    assert set(closing.names) == {s.stretch for s in closing.session.stretches}


def test_the_question_waits_until_the_person_is_back() -> None:
    desk = after_a_session().types(20)

    assert desk.view.closing is not None
    assert desk.view.closing.back


def test_a_walk_is_not_looked_back_at() -> None:
    desk = Desk().does(partial(events.StartAsked, routine="walk")).waits(3 * MINUTE)

    assert desk.view.closing is None


def test_a_session_ended_before_anything_was_held_is_not_looked_back_at() -> None:
    desk = Desk().does(partial(events.StartAsked, routine="evening"))

    assert desk.waits(MINUTE).does(events.EndAsked).view.closing is None


@pytest.mark.parametrize("answer", [events.FeelingSaid, BETTER, SAME, WORSE])
def test_any_answer_ends_the_looking_back(answer: partial[events.FeelingSaid]) -> None:
    assert after_a_session().does(answer).view.closing is None


def test_the_next_session_ends_the_looking_back() -> None:
    desk = after_a_session().does(partial(events.StartAsked, routine="walk"))

    assert desk.view.closing is None


def test_without_a_session_there_is_nothing_to_answer() -> None:
    desk = Desk().does(BETTER)

    assert isinstance(desk.effects[-1][1], Refused)
    assert told(desk, Remarked) == []


def test_a_stretch_marked_as_painful_is_not_chosen_until_it_is_taken_back() -> None:
    desk = after_a_session()
    assert desk.view.closing is not None
    stretch = desk.view.closing.session.stretches[0].stretch

    desk.does(partial(events.FeelingSaid, painful=(stretch, "juggling")))
    assert desk.coach.history.painful == {stretch}
    assert desk.coach.view().painful == {stretch}
    desk.does(partial(events.FoundFineSaid, stretch=stretch))

    assert desk.coach.history.painful == frozenset()
    assert desk.effects[-1][1] == Remarked(FoundFine(desk.now.local, stretch))


def test_what_did_not_hurt_cannot_be_taken_back() -> None:
    desk = Desk().does(partial(events.FoundFineSaid, stretch="pelvic-tilt"))

    assert isinstance(desk.effects[-1][1], Refused)


def test_after_one_worse_the_precautions_are_shown_and_the_next_is_a_walk() -> None:
    desk = after_a_session().does(WORSE)

    assert told(desk, Noticed) == [Noticed(Notice.WORSE)]
    assert started(desk) == "walk"
    assert started(desk.waits(5 * MINUTE)) == "short"


def test_after_one_worse_the_next_reminder_asks_for_a_walk_and_then_no_more() -> None:
    desk = after_a_session().does(WORSE).types(46 * MINUTE)
    assert desk.view.prompt is not None
    assert desk.view.prompt.offer.routine == "walk"

    desk.does(events.StartAsked).waits(3 * MINUTE).types(46 * MINUTE)
    assert desk.view.prompt is not None
    assert desk.view.prompt.offer.routine == "short"


def test_a_walk_broken_off_is_still_to_be_done() -> None:
    desk = after_a_session().does(WORSE, events.StartAsked).waits(30)

    assert started(desk.does(events.EndAsked)) == "walk"


@pytest.mark.parametrize("between", [BETTER, SAME])
def test_two_worse_that_do_not_run_leave_the_stretches(
    between: partial[events.FeelingSaid],
) -> None:
    desk = Desk()
    for said in (WORSE, between, WORSE):
        after_a_session(desk).does(said)

    assert desk.view.safety is Safety.CLEAR


def test_worse_is_taken_into_account_by_what_is_asked_already() -> None:
    desk = Desk().types(44 * MINUTE)
    desk.does(partial(events.StartAsked, routine="after-workout")).waits(30)
    desk.does(events.EndAsked).types(3 * MINUTE)
    assert desk.view.prompt is not None
    assert desk.view.prompt.offer.routine == "short"

    desk.does(WORSE)

    assert desk.view.prompt.offer.routine == "walk"


def test_two_worse_running_leave_walking_until_stretches_are_turned_on() -> None:
    desk = after_a_session().does(WORSE)
    after_a_session(desk).does(WORSE)

    assert told(desk, Noticed)[-1] == Noticed(Notice.SEE_SOMEBODY)
    assert desk.view.safety is Safety.ADVISED
    assert started(desk) == "walk"
    desk.waits(5 * MINUTE).does(partial(events.StartAsked, routine="full"))
    assert isinstance(desk.effects[-1][1], Refused)

    desk.does(partial(events.SafetyAnswered, safety=Safety.CLEAR))

    assert Remarked(TurnedOn(desk.now.local)) in told(desk, Remarked)
    assert started(desk) == "short"


@pytest.mark.parametrize(("days", "advised"), [(20, False), (21, True)])
def test_three_weeks_without_better_leave_walking(
    days: int,
    advised: bool,  # noqa: FBT001 - a case of the table
) -> None:
    desk = after_a_session().does(SAME)
    after_a_session(desk.waits(days * DAY - 10 * MINUTE)).does(SAME)

    assert (desk.view.safety is Safety.ADVISED) is advised


def test_turned_on_by_way_of_another_answer_they_are_on_just_as_well() -> None:
    desk = after_a_session().does(SAME)
    after_a_session(desk.waits(21 * DAY)).does(SAME)
    for answer in (Safety.CAUTION, Safety.CLEAR):
        desk.does(partial(events.SafetyAnswered, safety=answer))

    after_a_session(desk).does(SAME)

    assert desk.view.safety is Safety.CLEAR


def in_pain_while_due(*wishes: Wish) -> frozenset[str]:
    """Return what a prompt offers that comes back after *wishes* in its first hold."""
    desk = Desk().types(46 * MINUTE).does(partial(events.StartAsked, warm=True))
    desk.waits(25).does(*wishes).types(11 * MINUTE)
    prompt = desk.view.prompt
    assert prompt is not None
    return frozenset(stretch.id for stretch in prompt.offer.stretches)


FIRST = "single-knee-to-chest"
"""What an automatic choice without a past begins with."""


def test_what_hurt_in_a_session_cut_short_is_not_offered_when_it_comes_back() -> None:
    assert FIRST in in_pain_while_due(events.EndAsked)
    assert FIRST not in in_pain_while_due(events.HurtSaid, events.EndAsked)


def test_nor_is_what_is_marked_as_painful_without_a_word_on_the_back() -> None:
    marked = partial(events.FeelingSaid, painful=(FIRST,))

    assert FIRST not in in_pain_while_due(events.EndAsked, marked)


def test_a_rest_ends_with_the_first_real_input() -> None:
    desk = Desk().types(10 * MINUTE)
    left = desk.now.local
    desk.waits(20 * MINUTE).types(20)

    (ended,) = told(desk, RestEnded)

    assert ended == RestEnded(left, left + timedelta(minutes=20))


def test_a_session_begun_during_a_rest_ends_it() -> None:
    desk = Desk().types(10 * MINUTE).waits(20 * MINUTE)

    desk.does(partial(events.StartAsked, routine="walk"))

    assert len(told(desk, RestEnded)) == 1
