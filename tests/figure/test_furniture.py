"""Who sits sits on the chair, and who holds the desk has a hand on it."""

import pytest

from stretchbreak.figure.body import Side
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.figure.skeleton import Skeleton
from tests.figure.conftest import Frames
from tests.figure.contact import hand_balls

SINKS = 0.018
"""So far a cushion gives way ..."""

HOVERS = 0.005
"""... and so far above it nobody would see a gap."""

SOLE = 0.005
"""A foot is flat if heel and ball are this near the floor."""


def test_who_sits_rests_on_the_seat(sequence: PoseSequence, frames: Frames) -> None:
    if sequence.chair is None:
        pytest.skip("nobody sits")
    for at, body in frames:
        seat = body.trunk.slices[1]
        assert sequence.chair.back < seat.center.x < sequence.chair.front, at
        lowest = min(seat.center.z - seat.radius, _thigh_on_the_seat(body))
        gap = lowest - sequence.chair.seat
        assert -SINKS < gap < HOVERS, (at, gap)


def _thigh_on_the_seat(body: Skeleton) -> float:
    """Return how high the underside of the standing leg's thigh is."""
    thigh = body.legs[Side.LEFT].thigh
    return thigh.point(0.3).z - thigh.radius(0.3)


def test_who_sits_has_a_foot_flat_on_the_floor(
    sequence: PoseSequence, frames: Frames
) -> None:
    if sequence.chair is None:
        pytest.skip("nobody sits")
    for at, body in frames:
        foot = body.feet[Side.LEFT]
        for name in ("heel", "inner_ball", "outer_ball"):
            assert abs(foot[name].center.z - foot[name].radius) < SOLE, (at, name)


def test_the_hand_on_the_desk_stays_on_it(
    sequence: PoseSequence, frames: Frames
) -> None:
    if sequence.desk is None:
        pytest.skip("no desk")
    area = sequence.desk.area
    for at, body in frames:
        balls = list(hand_balls(body, Side.LEFT))
        lowest = min(ball.center.z - ball.radius for ball in balls)
        assert lowest == pytest.approx(sequence.desk.height, abs=0.008), at
        for ball in balls:
            assert area.left < ball.center.x < area.right, at
            assert area.near < ball.center.y < area.far, at
