"""Tests for stretchbreak.qt.why_now: why was I not reminded?"""

from datetime import timedelta
from functools import partial

import pytest

from stretchbreak.core import events
from stretchbreak.core.holds import By
from stretchbreak.core.pause import For, UntilResumed
from stretchbreak.core.settings import Settings
from stretchbreak.core.view import View
from stretchbreak.qt import why_now
from tests.support.day import Desk
from tests.support.view_builders import a_session_view, a_view

MINUTE = 60
STILL = Settings(typing_pause=timedelta(0))


def held(*, until: int) -> Desk:
    """Return a desk with a call from the beginning, after *until* minutes of typing."""
    desk = Desk(settings=STILL).does(partial(events.HoldBegan, by=By.CALL))
    return desk.types(until * MINUTE)


def snoozed() -> Desk:
    """Return a desk at which the reminder was put off."""
    return Desk(settings=STILL).types(45 * MINUTE).does(events.SnoozeAsked)


def unanswered() -> Desk:
    """Return a desk at which all repeats were passed over."""
    return Desk(settings=STILL).types(90 * MINUTE)


@pytest.mark.parametrize(
    ("view", "said"),
    [
        pytest.param(
            Desk().types(20 * MINUTE).view, "Counted from 09:00.", id="first sitting"
        ),
        pytest.param(
            Desk().types(20 * MINUTE).waits(10 * MINUTE).types(5 * MINUTE).view,
            "Counted from 09:30, when you were back after 10 min.",
            id="after a rest",
        ),
        pytest.param(
            Desk().types(20 * MINUTE).waits(4 * MINUTE).types(5 * MINUTE).view,
            "",
            id="after an absence that was no rest",
        ),
        pytest.param(
            Desk().types(20 * MINUTE).waits(10 * MINUTE).view,
            "Nothing is counted until you are back.",
            id="away",
        ),
        pytest.param(
            Desk().types(45 * MINUTE).view,
            "It was due at 09:45. It waits for a pause in your typing.",
            id="typing",
        ),
        pytest.param(
            held(until=50).view,
            "It was due at 09:45. A program uses the microphone or a camera. "
            "The reminder comes soon after that ends.",
            id="held",
        ),
        pytest.param(snoozed().view, "It was due at 09:45.", id="snoozed"),
        pytest.param(
            unanswered().view,
            "It was due at 09:45. You were asked several times; "
            "nothing asks again now.",
            id="unanswered",
        ),
        pytest.param(
            Desk(settings=STILL).types(46 * MINUTE).view,
            "Reminder at 09:45, as soon as it was due.",
            id="shown",
        ),
        pytest.param(
            Desk()
            .types(9 * MINUTE)
            .does(partial(events.PauseAsked, end=UntilResumed()))
            .view,
            "Since 09:09 no reminder comes.",
            id="paused",
        ),
        pytest.param(
            Desk(settings=Settings(hours=("tue 09:00-10:00",))).types(MINUTE).view,
            "Now it is outside your reminder hours.",
            id="outside the hours",
        ),
        pytest.param(a_session_view(), "", id="session"),
        pytest.param(a_view(), "", id="nothing known"),
    ],
)
def test_it_says_why_it_stands_as_it_does(view: View, said: str) -> None:
    assert why_now.now(view) == said


@pytest.mark.parametrize(
    ("view", "said"),
    [
        pytest.param(
            Desk().types(20 * MINUTE).view,
            "No reminder was due yet today.",
            id="none was due",
        ),
        pytest.param(
            held(until=50).waits(10 * MINUTE).types(MINUTE).view,
            "A reminder was due at 09:45, but held: a call. "
            "You took a break before it came.",
            id="a rest came first",
        ),
        pytest.param(
            snoozed().view,
            "Last reminder at 09:45, as soon as it was due. You snoozed it.",
            id="answered",
        ),
        pytest.param(
            Desk(settings=STILL).types(45 * MINUTE).waits(10 * MINUTE).view,
            "Last reminder at 09:45, as soon as it was due. You left the desk.",
            id="followed",
        ),
        pytest.param(
            Desk(settings=STILL).types(46 * MINUTE).view, "", id="still shown"
        ),
        pytest.param(
            Desk()
            .types(MINUTE)
            .does(partial(events.PauseAsked, end=For(timedelta(hours=1))))
            .view,
            "",
            id="paused",
        ),
    ],
)
def test_it_says_what_became_of_the_last_reminder(view: View, said: str) -> None:
    assert why_now.last(view) == said
