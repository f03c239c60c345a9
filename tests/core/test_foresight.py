"""What need not be looked at when the input to come is known."""

from datetime import timedelta

import pytest

from stretchbreak.core import events
from stretchbreak.core.effects import Effect, SessionEnded
from tests.support.day import Desk

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


class Input:
    """One burst of input, and perhaps one input more."""

    def __init__(self, until: timedelta, then: timedelta | None = None) -> None:
        self._until = until
        self._then = then

    def busy_until(self, pause: timedelta) -> timedelta:
        near = self._then is not None and self._then - self._until <= pause
        return self._then if near and self._then is not None else self._until

    def next_input(self) -> timedelta | None:
        return self._then


def at_work() -> Desk:
    """Return a desk with somebody who has typed for a minute."""
    return Desk().types(60)


def test_one_look_after_the_last_input_is_enough() -> None:
    desk = at_work()

    assert desk.coach.next_wake() == 4 * MINUTE
    assert desk.coach.next_wake(Input(30 * MINUTE)) == 33 * MINUTE


def test_what_falls_due_is_looked_at_all_the_same() -> None:
    assert at_work().coach.next_wake(Input(50 * MINUTE)) == 45 * MINUTE


def test_a_pause_shorter_than_away_after_needs_no_look() -> None:
    wake = at_work().coach.next_wake

    assert wake(Input(30 * MINUTE, then=33 * MINUTE)) == 36 * MINUTE
    assert wake(Input(30 * MINUTE, then=33 * MINUTE + SECOND)) == 33 * MINUTE


def test_of_a_late_look_it_is_known_that_the_user_was_there() -> None:
    known, unknown = at_work(), at_work()
    now = known.now.later(33 * MINUTE)

    known.coach.handle(events.InputRead(now, 3 * MINUTE, 29 * MINUTE))
    unknown.coach.handle(events.InputRead(now, 3 * MINUTE))

    assert known.view.seated
    assert known.view.sitting == 33 * MINUTE
    assert not unknown.view.seated


def returned(seconds: float) -> Desk:
    """Return a desk whose person was away and has typed again for *seconds*."""
    return Desk().types(60).waits(600).types(seconds)


def test_while_away_the_next_input_is_looked_at() -> None:
    desk = Desk().types(60).waits(600)

    assert desk.coach.next_wake(Input(MINUTE, then=20 * MINUTE)) == 20 * MINUTE
    assert desk.coach.next_wake(Input(MINUTE)) is None


@pytest.mark.parametrize(
    ("until", "then", "wake"),
    [
        pytest.param(60, None, 3, id="it is real once it is longer than a blip"),
        pytest.param(3, None, 3, id="as soon as that"),
        pytest.param(2, None, 2, id="a blip is looked at when it ends"),
        pytest.param(0, None, 10, id="and when it has turned out to be one"),
        pytest.param(0, 5, 5, id="or goes on"),
        pytest.param(0, 11, 10, id="or not in time"),
    ],
)
def test_a_return_is_looked_at_until_it_is_known_to_be_one(
    until: int, then: int | None, wake: int
) -> None:
    desk = returned(0)
    now = desk.now.steady
    more = None if then is None else now + then * SECOND

    assert desk.coach.next_wake(Input(now + until * SECOND, more)) == (
        now + wake * SECOND
    )


def test_a_typing_pause_is_looked_at_when_it_comes() -> None:
    desk = Desk().types(45 * 60)
    now = desk.now.steady

    assert desk.coach.next_wake() == now + 5 * SECOND
    assert desk.coach.next_wake(Input(now + 20 * SECOND)) == now + 25 * SECOND
    assert desk.coach.next_wake(Input(now + 90 * SECOND)) == now + 60 * SECOND


# A session


def in_session() -> Desk:
    return Desk().does(lambda at: events.StartAsked(at, "evening"))


def test_of_a_session_only_the_end_matters() -> None:
    desk = in_session()

    assert desk.coach.next_wake() == 5 * MINUTE
    assert desk.coach.next_wake(Input(timedelta())) == desk.waits(3600).effects[-1][0]


@pytest.mark.parametrize("seconds", [299, 301, 349, 351, 400])
def test_a_wish_comes_in_the_phase_that_it_is_made_in(seconds: int) -> None:
    watched, unwatched = in_session().waits(seconds), in_session()
    now = watched.now
    told: list[list[Effect]] = []
    for desk in (watched, unwatched):
        for event in (events.HurtSaid(now), events.LeaveOutAsked(now)):
            desk.coach.handle(event)
        later = now.later(now.steady + MINUTE)
        told.append(list(desk.coach.handle(events.EndAsked(later))))

    assert told[0] == told[1]
    assert isinstance(told[0][0], SessionEnded)
