"""Tests for stretchbreak.figure.look: anybody can show every stretch."""

import pytest

from stretchbreak.core.choices import FigureLook
from stretchbreak.figure.body import Bone, Side
from stretchbreak.figure.key_pose import HoldingArm
from stretchbreak.figure.look import LOOKS, Build, Girth
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.figure.skeleton import moment, skeleton

MISSED = 0.012
"""A hand may miss its place by this much; nobody sees it."""


@pytest.fixture(params=FigureLook, ids=lambda look: look.value)
def build(request: pytest.FixtureRequest) -> Build:
    return LOOKS[request.param].build


def test_hands_get_where_they_are_meant_to_be(
    sequence: PoseSequence, build: Build
) -> None:
    for i in range(9):
        for side, arm in skeleton(sequence, i / 8, build=build).arms.items():
            assert (arm.target - arm.hand.wrist).length < MISSED, (i / 8, side)


def test_hands_lie_on_what_they_hold(sequence: PoseSequence, build: Build) -> None:
    body = skeleton(sequence, 1.0, build=build)
    last = sequence.keys[moment(sequence, 1.0).after]
    for side in Side:
        arm, hand = last.arm(side), body.arms[side].hand
        if not isinstance(arm, HoldingArm) or hand.held is None:
            continue
        bone = body.bones()[hand.held]
        knuckle = hand.fingers[0][0]
        along = (knuckle - bone.start).dot(bone.axis) / (bone.end - bone.start).length
        off = (knuckle - bone.point(along)).length - bone.radius(along)
        assert 0 < off < 0.02 + MISSED, side


def test_a_trunk_differs_evenly_between_two_heights() -> None:
    build = Build(trunk=(Girth(0.0, 1.0, 1.0), Girth(1.0, 2.0, 3.0, 0.1)))

    assert build.around(-1) == build.trunk[0]
    assert build.around(0.5) == Girth(0.5, 1.5, 2.0, 0.05)
    assert build.around(2) == build.trunk[1]


def test_each_limb_has_its_own_girth() -> None:
    build = Build(thigh=1.1, shin=1.2, upper_arm=1.3, forearm=1.4)

    assert [build.girth(bone) for bone in Bone] == [1.1, 1.2, 1.3, 1.4]
