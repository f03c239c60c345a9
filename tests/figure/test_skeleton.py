"""Tests for stretchbreak.figure.skeleton: bodies must stay bodies in every frame."""

from collections.abc import Iterator

import pytest

from stretchbreak.figure.body import LENGTHS, SKULL, Side, stops
from stretchbreak.figure.hands import FINGER_RADII, THUMB_RADII, WRIST_RADIUS
from stretchbreak.figure.key_pose import HoldingArm, PlantedLeg, RestingLeg
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.figure.skeleton import Ball, Skeleton, moment, skeleton
from stretchbreak.figure.vector import Vector

FRAMES = 80
SUNK = 0.005
"""Nothing may sink deeper into the floor than this; flesh gives way so much."""

FASTEST = 0.06
"""Between two of the frames compared, no joint moves farther than this."""

ON_SKIN = 0.006
"""Hands and ankles may miss the limb they lie on by this much."""


Frames = list[tuple[float, Skeleton]]


@pytest.fixture(scope="module")
def frames(sequence: PoseSequence) -> Frames:
    """Many instants of a sequence, and the body at each."""
    return [(i / FRAMES, skeleton(sequence, i / FRAMES)) for i in range(FRAMES + 1)]


def _balls(body: Skeleton) -> Iterator[tuple[str, Ball]]:
    """Yield everything that could touch the floor."""
    for bone in body.bones().values():
        for t in stops():
            yield str(bone.limb), Ball(bone.point(t), bone.radius(t))
    for piece in body.trunk.slices:
        for center in piece.balls:
            yield f"trunk at {piece.height}", Ball(center, piece.radius)
    yield "skull", Ball(body.trunk.skull, SKULL)
    for side in Side:
        for name, ball in body.feet[side].items():
            yield f"{side} {name}", ball
        hand = body.arms[side].hand
        yield f"{side} wrist", Ball(hand.wrist, WRIST_RADIUS)
        for finger in (hand.forefinger, hand.little_finger):
            for place, radius in zip(finger, FINGER_RADII, strict=True):
                yield f"{side} finger", Ball(place, radius)
        for place, radius in zip(hand.thumb, THUMB_RADII, strict=True):
            yield f"{side} thumb", Ball(place, radius)


def _joints(body: Skeleton) -> Iterator[tuple[str, Vector]]:
    """Yield the places where a flipped limb or foot would show."""
    for bone in body.bones().values():
        yield str(bone.limb), bone.end
    for side in Side:
        yield f"{side} toes", body.feet[side]["inner_tip"].center
        yield f"{side} fingers", body.arms[side].hand.forefinger[-1]


def test_bones_keep_their_lengths(frames: Frames) -> None:
    for at, body in frames:
        for limb, bone in body.bones().items():
            length = (bone.end - bone.start).length
            assert length == pytest.approx(LENGTHS[limb.bone]), (at, str(limb))


def test_limbs_hang_together(frames: Frames) -> None:
    for at, body in frames:
        for side in Side:
            assert body.legs[side].thigh.end == body.legs[side].shin.start, at
            assert body.arms[side].upper.end == body.arms[side].forearm.start, at
            assert body.arms[side].forearm.end == body.arms[side].hand.wrist, at


def test_nothing_sinks_into_the_floor(frames: Frames) -> None:
    for at, body in frames:
        for name, ball in _balls(body):
            assert ball.center.z - ball.radius > -SUNK, (at, name)


def test_planted_feet_stay_planted(sequence: PoseSequence, frames: Frames) -> None:
    for at, body in frames:
        now = moment(sequence, at)
        start, end = sequence.keys[now.before], sequence.keys[now.after]
        for side in Side:
            leg = start.leg(side)
            if isinstance(leg, PlantedLeg) and leg == end.leg(side):
                slid = (body.legs[side].shin.end - leg.ankle).length
                assert slid < 0.003, (at, side)


def test_hands_get_where_they_are_meant_to_be(frames: Frames) -> None:
    for at, body in frames:
        for side, arm in body.arms.items():
            assert (arm.target - arm.hand.wrist).length < 0.003, (at, side)


def test_hands_lie_on_what_they_hold(sequence: PoseSequence) -> None:
    body = skeleton(sequence, 1.0)
    for side in Side:
        arm = sequence.keys[moment(sequence, 1.0).after].arm(side)
        if not isinstance(arm, HoldingArm):
            continue
        bone = body.bones()[arm.limb]
        hand = body.arms[side].hand
        for place, radius in (
            (hand.forefinger[0], FINGER_RADII[0]),
            (hand.little_finger[-1], FINGER_RADII[-1]),
        ):
            along = (place - bone.start).dot(bone.axis) / LENGTHS[arm.limb.bone]
            off = (place - bone.point(along)).length - bone.radius(along) - radius
            assert abs(off) < ON_SKIN, side


def test_resting_ankles_lie_on_the_other_leg(sequence: PoseSequence) -> None:
    last = moment(sequence, 1.0).after
    body = skeleton(sequence, 1.0)
    for side in Side:
        leg = sequence.keys[last].leg(side)
        if isinstance(leg, RestingLeg):
            bone = body.bones()[leg.limb]
            ankle = body.legs[side].shin.end
            off = (ankle - bone.point(leg.along)).length
            wanted = bone.radius(leg.along) + leg.gap
            assert off == pytest.approx(wanted, abs=ON_SKIN)


def test_nothing_jumps(frames: Frames) -> None:
    before: dict[str, Vector] = {}
    for at, body in frames:
        joints = dict(_joints(body))
        for name, place in before.items():
            assert (place - joints[name]).length < FASTEST, (at, name)
        before = joints


def test_a_loop_ends_where_it_began(sequence: PoseSequence) -> None:
    if sequence.loops:
        start, end = skeleton(sequence, 0.0), skeleton(sequence, 1.0)
        for (name, ball), (_, same) in zip(_balls(start), _balls(end), strict=True):
            assert (ball.center - same.center).length < 1e-9, name


def test_breath_lifts_the_ribs_and_nothing_else(knee: PoseSequence) -> None:
    empty, full = skeleton(knee, 1.0), skeleton(knee, 1.0, breath=1.0)

    assert empty.legs == full.legs
    swollen = [
        after.radius > before.radius * 1.01
        for before, after in zip(empty.trunk.slices, full.trunk.slices, strict=True)
    ]
    heights = [piece.height for piece in empty.trunk.slices]
    raised = [height for height, grew in zip(heights, swollen, strict=True) if grew]
    assert min(raised) > 0.3


@pytest.mark.parametrize("at", [-0.01, 1.01, float("nan")])
def test_an_instant_outside_the_sequence_is_refused(
    knee: PoseSequence, at: float
) -> None:
    with pytest.raises(ValueError, match="at: expected 0 to 1"):
        skeleton(knee, at)
