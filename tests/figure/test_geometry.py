"""Every stretch, frame by frame: bodies must stay bodies.

Lengths are fractions of the standing height. The other side of the body is
the picture's mirror image, so what holds here holds for both.
"""

import math
from collections.abc import Iterator
from itertools import pairwise

import pytest

from stretchbreak.core.choices import FigureLook
from stretchbreak.figure.body import LENGTHS, SKULL, Side
from stretchbreak.figure.hands import FINGER_RADII
from stretchbreak.figure.key_pose import HoldingArm, PlantedLeg, RestingLeg
from stretchbreak.figure.look import LOOKS
from stretchbreak.figure.pose import Base, PoseSequence
from stretchbreak.figure.skeleton import Ball, Skeleton, moment, skeleton
from stretchbreak.figure.vector import Vector, clamp
from tests.figure.conftest import FRAMES_A_WAY, Frames, getting_up
from tests.figure.contact import balls, gaps
from tests.figure.joint_angles import RANGES, joint_angles

SUNK = 0.005
"""Nothing may sink deeper into the floor than this; flesh gives way so much."""

FASTEST = 0.03
"""Between two neighbouring frames, no joint moves farther than this."""

SHARPEST = 12.0
"""Between two neighbouring frames, no bone turns by more degrees than this."""

ON_SKIN = 0.006
"""Hands and ankles may miss the limb they lie on by this much."""

PRESSED = 0.02
"""Soft parts may be pressed into each other by this much ..."""

PRESSED_BELLY = 0.03
"""... and thigh and belly by this much."""

TOUCHING = 0.004
"""A foot this near the floor stands on it."""

SLID = 0.025
"""So far in all a foot may slip on the floor from one key pose to the next."""

HEAD_OFF = 0.01
"""Who lies has the head on the mat; hair and pillow hide this much."""


def _joints(body: Skeleton) -> Iterator[tuple[str, Vector]]:
    """Yield the places where a flipped limb or foot would show."""
    for bone in body.bones().values():
        yield str(bone.limb), bone.end
    for side in Side:
        yield f"{side} toes", body.feet[side]["inner_tip"].center
        yield f"{side} fingers", body.arms[side].hand.fingers[0][-1]


def test_bones_keep_their_lengths(frames: Frames) -> None:
    for at, body in frames:
        for limb, bone in body.bones().items():
            length = (bone.end - bone.start).length
            assert length == pytest.approx(LENGTHS[limb.bone], abs=0.001), (at, limb)


def test_limbs_hang_together(frames: Frames) -> None:
    for at, body in frames:
        for side in Side:
            assert body.legs[side].thigh.end == body.legs[side].shin.start, at
            assert body.arms[side].upper.end == body.arms[side].forearm.start, at
            assert body.arms[side].forearm.end == body.arms[side].hand.wrist, at


def test_nothing_sinks_into_the_floor(frames: Frames) -> None:
    for at, body in frames:
        for name, ball in balls(body):
            assert ball.center.z - ball.radius > -SUNK, (at, name)


def test_the_head_of_who_lies_rests_on_the_mat(
    sequence: PoseSequence, frames: Frames
) -> None:
    if sequence.base is Base.LYING and sequence != getting_up():
        for at, body in frames:
            assert body.trunk.skull.z - SKULL < HEAD_OFF, at


def test_planted_feet_stay_planted(sequence: PoseSequence, frames: Frames) -> None:
    for at, body in frames:
        now = moment(sequence, at)
        start, end = sequence.keys[now.before], sequence.keys[now.after]
        for side in Side:
            leg = start.leg(side)
            if isinstance(leg, PlantedLeg) and leg == end.leg(side):
                slid = (body.legs[side].shin.end - leg.ankle).length
                assert slid < 0.003, (at, side)


def test_standing_feet_do_not_slide(sequence: PoseSequence, frames: Frames) -> None:
    floor = Vector(-sequence.stride / (len(frames) - 1), 0, 0)
    for side in Side:
        slid = 0.0
        for i, ((_, before), (at, after)) in enumerate(pairwise(frames)):
            if i % FRAMES_A_WAY == 0:
                slid = 0.0
            pairs = zip(
                before.feet[side].values(), after.feet[side].values(), strict=True
            )
            slid += max(_slip(ball, now, floor) for ball, now in pairs)
            assert slid < SLID, (at, side)


def _slip(before: Ball, after: Ball, floor: Vector) -> float:
    """Return how far a ball of a foot slipped on the floor, which went by *floor*."""
    way = after.center - before.center - floor
    return math.hypot(way.x, way.y) if _stands(before) and _stands(after) else 0.0


def _stands(ball: Ball) -> bool:
    return ball.center.z - ball.radius < TOUCHING


def test_hands_get_where_they_are_meant_to_be(frames: Frames) -> None:
    for at, body in frames:
        for side, arm in body.arms.items():
            assert (arm.target - arm.hand.wrist).length < 0.003, (at, side)


@pytest.mark.parametrize("look", LOOKS)
def test_whoever_shows_it_can_reach(sequence: PoseSequence, look: FigureLook) -> None:
    ways = sequence.ways
    for key in range(ways + 1):
        body = skeleton(sequence, key / ways, build=LOOKS[look].build)
        for side, arm in body.arms.items():
            assert (arm.target - arm.hand.wrist).length < 0.003, (key, side)


def test_hands_lie_on_what_they_hold(sequence: PoseSequence, frames: Frames) -> None:
    _, body = frames[-1]
    for side in Side:
        arm = sequence.keys[-1].arm(side)
        if not isinstance(arm, HoldingArm) or sequence.loops:
            continue
        bone = body.bones()[arm.limb]
        hand = body.arms[side].hand
        for place, radius in (
            (hand.fingers[0][0], FINGER_RADII[0]),
            (hand.fingers[-1][-1], FINGER_RADII[-1]),
        ):
            along = (place - bone.start).dot(bone.axis) / LENGTHS[arm.limb.bone]
            off = (place - bone.point(along)).length - bone.radius(along) - radius
            assert abs(off) < ON_SKIN, side


def test_resting_ankles_lie_on_the_other_leg(
    sequence: PoseSequence, frames: Frames
) -> None:
    _, body = frames[-1]
    for side in Side:
        leg = sequence.keys[-1].leg(side)
        if isinstance(leg, RestingLeg) and not sequence.loops:
            bone = body.bones()[leg.limb]
            ankle = body.legs[side].shin.end
            off = (ankle - bone.point(leg.along)).length
            wanted = bone.radius(leg.along) + leg.gap
            assert off == pytest.approx(wanted, abs=ON_SKIN)


def test_no_joint_goes_farther_than_a_healthy_one(frames: Frames) -> None:
    for at, body in frames:
        for name, where, degrees in joint_angles(body):
            span = RANGES[name]
            assert span.least <= degrees <= span.most, (at, where, name, span.source)


def test_nothing_goes_through_anything(frames: Frames) -> None:
    for at, body in frames[::3]:
        for name, gap in gaps(body):
            soft = "thigh in trunk" in name
            assert gap > -(PRESSED_BELLY if soft else PRESSED), (at, name)


def test_nothing_jumps(frames: Frames) -> None:
    for (_, before), (at, after) in pairwise(frames):
        places = dict(_joints(before))
        for name, place in _joints(after):
            assert (place - places[name]).length < FASTEST, (at, name)


def test_nothing_flips(frames: Frames) -> None:
    for (_, before), (at, after) in pairwise(frames):
        was = dict(_directions(before))
        for name, direction in _directions(after):
            turned = math.degrees(math.acos(clamp(direction.dot(was[name]), -1)))
            assert turned < SHARPEST, (at, name)


def _directions(body: Skeleton) -> Iterator[tuple[str, Vector]]:
    """Yield where every bone points, and every kneecap."""
    for bone in body.bones().values():
        yield str(bone.limb), bone.axis
    for side, leg in body.legs.items():
        yield f"{side} kneecap", leg.thigh.front
        yield f"{side} toes", leg.toes
