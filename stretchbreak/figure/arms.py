"""Shoulder, elbow, wrist and hand of one arm.

The wrist goes from its place before to its place after; each place is worked
out on the limbs as they are now, so a hand that holds a moving leg stays on
it.
"""

from dataclasses import dataclass
from typing import assert_never

from stretchbreak.figure.body import (
    SHOULDER_DROP,
    SHOULDER_HALF_WIDTH,
    Bone,
    Limb,
    Side,
)
from stretchbreak.figure.bones import BonePose, bone_pose, two_bones
from stretchbreak.figure.frame import Frame
from stretchbreak.figure.hands import (
    Hand,
    HandPose,
    free_shape,
    hand_between,
    holding,
)
from stretchbreak.figure.key_pose import ArmPose, HoldingArm, ReachingArm
from stretchbreak.figure.legs import Bones
from stretchbreak.figure.look import Build
from stretchbreak.figure.trunk import Trunk
from stretchbreak.figure.vector import Vector, between, bump, swung

_GRIPS_FROM = 0.72
"""From here on, on the way to a hold, the fingers close round the limb."""


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm in space.

    Attributes:
        upper: The upper arm.
        forearm: The forearm; it ends at the wrist.
        hand: The hand.
        target: Where the wrist was meant to be; it is there if in reach.
    """

    upper: BonePose
    forearm: BonePose
    hand: Hand
    target: Vector


@dataclass(frozen=True, slots=True)
class ArmWay:
    """An arm at share *t* (0..1) of the way between two key poses."""

    start: ArmPose
    end: ArmPose
    t: float


def solve_arm(side: Side, trunk: Trunk, way: ArmWay, legs: Bones, build: Build) -> Arm:
    """Return the arm on *side* somewhere on the way between two key poses."""
    start, end, t = way.start, way.end, way.t
    aside = trunk.chest.left * (side.sign * SHOULDER_HALF_WIDTH * build.shoulders)
    shoulder = trunk.shoulders + aside - trunk.chest.up * SHOULDER_DROP
    shoulder = shoulder + between(start.shoulder, end.shoulder, t)
    target = between(_wrist(side, start, legs), _wrist(side, end, legs), t)
    if start != end:
        target = target + end.detour * bump(t)
    elbow_toward = swung(start.elbow_toward, end.elbow_toward, t)
    elbow, wrist = two_bones(
        shoulder, target, Bone.UPPER_ARM, Bone.FOREARM, elbow_toward
    )
    forearm_way = (wrist - elbow).unit()
    hand = hand_between(
        wrist,
        _hand(side, start, legs, forearm_way),
        _hand(side, end, legs, forearm_way),
        t,
        held=_held(start, end, t),
    )
    outer = trunk.chest.left * side.sign

    def bone(bone: Bone, start: Vector, end: Vector) -> BonePose:
        limb, girth = Limb(side, bone), build.girth(bone)
        return bone_pose(limb, (start, end), elbow_toward, outer, girth)

    return Arm(
        bone(Bone.UPPER_ARM, shoulder, elbow),
        bone(Bone.FOREARM, elbow, wrist),
        hand,
        target,
    )


def _wrist(side: Side, arm: ArmPose, legs: Bones) -> Vector:
    match arm:
        case ReachingArm():
            return arm.wrist
        case HoldingArm():
            return holding(side, arm, legs[arm.limb]).wrist
        case unreachable:
            assert_never(unreachable)


def _hand(side: Side, arm: ArmPose, legs: Bones, forearm_way: Vector) -> HandPose:
    match arm:
        case ReachingArm():
            fingers = arm.fingers_toward or forearm_way
            frame = Frame.facing(fingers, arm.palm_toward)
            return HandPose(arm.wrist, frame, free_shape(side, arm.curl))
        case HoldingArm():
            return holding(side, arm, legs[arm.limb])
        case unreachable:
            assert_never(unreachable)


def _held(start: ArmPose, end: ArmPose, t: float) -> Limb | None:
    """Return the limb the fingers are closed round at this moment."""
    before = start.limb if isinstance(start, HoldingArm) else None
    after = end.limb if isinstance(end, HoldingArm) else None
    if before == after:
        return after
    if t > _GRIPS_FROM:
        return after
    return before if t < 1 - _GRIPS_FROM else None
