"""Tests for stretchbreak.qt.session_motion."""

from dataclasses import replace
from datetime import timedelta

import pytest

from stretchbreak.core.plan import Phase
from stretchbreak.core.routine import Side
from stretchbreak.qt.session_motion import (
    GETTING_UP,
    Loop,
    Move,
    Show,
    following,
    mirrored,
    motion,
    pose,
    start,
)
from stretchbreak.qt.ways import WAY_BACK, WAY_IN
from tests.support.views import KNEE, SECOND, TILT, a_session

LONG = 30 * SECOND


@pytest.mark.parametrize("phase", [Phase.WARM_UP, Phase.MOVE])
def test_walking_goes_on_and_on(phase: Phase) -> None:
    assert isinstance(motion(a_session(phase), LONG), Loop)


@pytest.mark.parametrize("phase", [Phase.GET_READY, Phase.SWITCH, Phase.RESUME])
def test_what_is_yet_to_come_is_shown_over_and_over(phase: Phase) -> None:
    assert isinstance(motion(a_session(phase), LONG), Show)


def test_a_hold_goes_in_slowly_stays_and_breathes() -> None:
    begun, gone_on = motion(a_session(), LONG), motion(a_session(), LONG / 2)

    assert begun == Move(1.0, WAY_IN, breathes=WAY_IN)
    assert gone_on == Move(1.0, WAY_IN, breathes=LONG / 2 + WAY_IN)


def test_a_press_goes_in_and_a_release_goes_back() -> None:
    five, three = 5 * SECOND, 3 * SECOND

    assert motion(a_session(Phase.PRESS), five) == Move(1.0, five / 3)
    assert motion(a_session(Phase.RELEASE), three) == Move(0.0, three / 2)


def test_getting_up_is_shown_slowly_whatever_was_stretched_last() -> None:
    view = a_session(Phase.FINISH, side=None)

    assert pose(view) == "getting-up"
    assert motion(view, LONG) == Move(1.0, LONG / 3)


def test_a_stretch_shows_its_own_pose() -> None:
    assert pose(a_session()) == KNEE.pose


@pytest.mark.parametrize("phase", Phase)
def test_no_movement_outlasts_its_phase(phase: Phase) -> None:
    short = timedelta(milliseconds=300)

    result = motion(a_session(phase), short)

    assert not isinstance(result, Move) or result.lasting <= short


@pytest.mark.parametrize("step", [0, 1])
def test_a_pause_lets_go(step: int) -> None:
    view = a_session(Phase.PAUSED, step=step)

    assert motion(view, LONG) == Move(0.0, WAY_BACK)


def test_pain_goes_back_to_the_start_at_once() -> None:
    assert motion(a_session(Phase.HURT), LONG) == Move(0.0, timedelta())


def test_the_picture_shows_the_right_side_and_is_mirrored_for_the_left() -> None:
    assert mirrored(a_session(side=Side.LEFT))
    assert not mirrored(a_session(side=Side.RIGHT))
    assert not mirrored(a_session(side=None))


def test_a_hold_shown_late_begins_held() -> None:
    early = a_session(Phase.HOLD, remaining=29 * SECOND, length=30 * SECOND)
    late = a_session(Phase.HOLD, remaining=12 * SECOND, length=30 * SECOND)

    assert start(early) == 0.0
    assert start(late) == 1.0


def test_what_follows_is_the_next_picture_that_is_another() -> None:
    shown = [("walk", None), (KNEE.pose, Side.LEFT), (KNEE.pose, Side.RIGHT)]
    views = [
        replace(a_session(), step=min(i, 1), side=side)
        for i, (_pose, side) in enumerate(shown)
    ]

    assert [following(view) for view in views] == [
        (KNEE.pose, True),
        (KNEE.pose, False),
        (TILT.pose, False),
    ]


def test_between_two_stretches_the_second_follows_and_last_the_way_to_get_up() -> None:
    resting = replace(a_session(Phase.REST), step=1, side=None)
    steps = len(a_session().plan.steps)
    last = replace(a_session(), step=steps - 1, side=Side.RIGHT)

    assert following(resting) == (TILT.pose, False)
    assert following(last) == (GETTING_UP, False)
    assert following(a_session(Phase.FINISH)) is None
