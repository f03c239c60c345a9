"""Tests for stretchbreak.figure.pose and the reading of pose data."""

import tomllib
from typing import Any

import pytest

from stretchbreak.figure.key_pose import BentLeg, HoldingArm, PlantedLeg
from stretchbreak.figure.pose import Base, pose_from
from stretchbreak.figure.vector import Vector

GOOD = """
base = "upright"
view = { yaw = 30, elevation = 10 }

[[spot]]
part = "right_thigh"
along = [0.2, 0.5]
angle = -60
radius = 0.04

[[arrow]]
joint = "right_knee"
end = 0.9

[[key]]
hips = [0, 0, 0.53]
chest = { pitch = 5 }
left_leg = { ankle = [0, 0.05, 0.04], knee_toward = [1, 0, 0], toes_toward = [2, 0, 0] }
right_leg = { hip = 40, knee = 60 }
left_arm = { wrist = [0, 0.15, 0.5], elbow_toward = [-1, 0, 0] }
right_arm = { wrist = [0, -0.15, 0.5], elbow_toward = [-1, 0, 0] }

[[key]]
right_leg = { hip = 80, knee = 90, out = 4 }

[key.left_arm]
limb = "right_shin"
along = 0.3
angle = 90
wraps = -1
elbow_toward = [0, 1, 0]
"""


@pytest.fixture
def data() -> dict[str, Any]:
    return tomllib.loads(GOOD)


def test_it_reads_what_the_data_says(data: dict[str, Any]) -> None:
    sequence = pose_from(data)

    assert sequence.base is Base.UPRIGHT
    first, last = sequence.keys
    assert first.hips == Vector(0, 0, 0.53)
    assert first.right_leg == BentLeg(hip=40, knee=60)
    assert isinstance(last.left_arm, HoldingArm)
    assert sequence.mat is None
    assert not sequence.loops


def test_directions_get_length_1(data: dict[str, Any]) -> None:
    leg = pose_from(data).keys[0].left_leg

    assert isinstance(leg, PlantedLeg)
    assert leg.toes_toward == Vector(1, 0, 0)


def test_a_key_leaves_out_what_stays(data: dict[str, Any]) -> None:
    first, last = pose_from(data).keys

    assert last.hips == first.hips
    assert last.chest == first.chest
    assert last.left_leg == first.left_leg
    assert last.right_arm == first.right_arm


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("base",), "sitting", "base: expected one of lying, upright; found 'sitting'"),
        (("view", "yaw"), "left", "view.yaw: expected a number; found 'left'"),
        (("view", "yaw"), True, "view.yaw: expected a number; found True"),
        (("view", "yaw"), float("nan"), "view.yaw: expected a number; found nan"),
        (("view",), 30, "view: expected a table; found 30"),
        (("shoes",), 1, "shoes: expected true or false; found 1"),
        (("key",), "none", "key: expected a list of tables; found 'none'"),
        (("key", 0, "hips"), [0, 1], "key[0].hips: expected 3 numbers; found [0, 1]"),
        (("key", 0, "spine"), [0, 0, 0], "key[0].spine: expected a direction other"),
        (
            ("key", 1, "left_arm", "along"),
            2,
            "key[1].left_arm.along: expected a number",
        ),
        (("key", 1, "left_arm", "wraps"), 3, "key[1].left_arm.wraps: expected 1 or -1"),
        (
            ("key", 1, "left_arm", "limb"),
            "left_forearm",
            "key[1].left_arm.limb: expected one of left_thigh, left_shin, right_thigh",
        ),
        (("key", 0, "left_arm"), {}, "key[0].left_arm.wrist: expected wrist"),
        (("key", 0, "left_leg"), {}, "key[0].left_leg.hip: expected hip"),
        (("key", 1, "right_leg", "knie"), 9, "key[1].right_leg.knie: expected one of"),
        (("key", 1, "pelvis"), {"tilt": 9}, "key[1].pelvis.tilt: expected one of"),
        (("spot", 0, "part"), "nose", "spot[0].part: expected one of pelvis, chest"),
        (("spot", 0, "along"), [], "spot[0].along: expected numbers; found []"),
        (("arrow", 0, "joint"), "toe", "arrow[0].joint: expected one of head"),
        (("arrow", 0, "points"), [[1, 2]], "arrow[0].points: expected a list of"),
        (("brightness",), {"left": 1.5}, "brightness.left: expected a number from 0"),
        (("colour",), "red", "colour: expected one of"),
    ],
)
def test_a_wrong_value_is_named(
    data: dict[str, Any], path: tuple[str | int, ...], value: object, message: str
) -> None:
    place: Any = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value

    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is compared
        pose_from(data)

    assert str(caught.value).startswith(message)


def test_a_missing_value_is_named(data: dict[str, Any]) -> None:
    del data["view"]["elevation"]

    with pytest.raises(ValueError, match=r"^view\.elevation: .* it is missing$"):
        pose_from(data)


def test_one_key_pose_is_not_enough(data: dict[str, Any]) -> None:
    del data["key"][1]

    with pytest.raises(ValueError, match=r"^key: expected two key poses at least"):
        pose_from(data)


def test_a_leg_cannot_rest_on_itself(data: dict[str, Any]) -> None:
    data["key"][1]["left_leg"] = {
        "limb": "left_thigh",
        "along": 0.9,
        "angle": 90,
        "gap": 0.03,
        "knee_toward": [0, 1, 0],
        "toes_toward": [0, 0, 1],
    }

    with pytest.raises(ValueError, match=r"^key\[1\]\.left_leg\.limb: .* other leg"):
        pose_from(data)


def test_the_legs_cannot_rest_on_each_other(data: dict[str, Any]) -> None:
    for side, other in (("left", "right"), ("right", "left")):
        data["key"][1][f"{side}_leg"] = {
            "limb": f"{other}_thigh",
            "along": 0.9,
            "angle": 90,
            "gap": 0.03,
            "knee_toward": [0, 1, 0],
            "toes_toward": [0, 0, 1],
        }

    with pytest.raises(ValueError, match=r"^key\[1\]\.right_leg: expected a leg that"):
        pose_from(data)
