"""Every round of walking and marching, and what runs by under it."""

import tomllib

import pytest

from stretchbreak.figure.body import FOOT, Side
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.footprints import footprints, print_shapes
from stretchbreak.figure.pose import PoseSequence, pose_from
from stretchbreak.figure.scene import scene
from stretchbreak.figure.shapes import Role
from stretchbreak.figure.skeleton import moment, skeleton
from tests.figure.conftest import POSES

FRAMES = 320
TOUCHING = 0.004
"""A foot this near the floor stands on it."""

STEP = 1e-3


@pytest.fixture(scope="module")
def walk() -> PoseSequence:
    return _read("walk")


@pytest.fixture(scope="module")
def march() -> PoseSequence:
    return _read("march")


def _read(name: str) -> PoseSequence:
    path = next(path for path in POSES if path.stem == name)
    return pose_from(tomllib.loads(path.read_text(encoding="utf-8")))


def _speeds(sequence: PoseSequence, key: int) -> tuple[float, float]:
    """Return how fast the body comes to a key pose and leaves it; 1 is even."""
    ways = len(sequence.keys)
    at = key / ways
    before, after = moment(sequence, at - STEP), moment(sequence, at + STEP)
    return (1 - before.t) / (STEP * ways), after.t / (STEP * ways)


def test_a_walk_never_stands_still(walk: PoseSequence) -> None:
    for key in range(1, len(walk.keys)):
        assert _speeds(walk, key) == pytest.approx((1, 1))


def test_a_march_rests_with_a_knee_up_and_not_with_both_feet_down(
    march: PoseSequence,
) -> None:
    assert _speeds(march, 1) == pytest.approx((0, 0), abs=0.05)
    assert _speeds(march, 2) == pytest.approx((1, 1), abs=0.05)


def test_a_march_lifts_both_knees_to_the_hips_in_turn(march: PoseSequence) -> None:
    for at, side in ((0.25, Side.RIGHT), (0.75, Side.LEFT)):
        body = skeleton(march, at)
        knees = {leg: body.legs[leg].thigh.end.z for leg in Side}
        assert knees[side] == pytest.approx(body.trunk.hips.z, abs=0.03)
        assert knees[side.other] < body.trunk.hips.z - 0.2


def test_a_march_points_where_the_leg_goes(march: PoseSequence) -> None:
    for at, up in ((0.05, True), (0.3, False), (0.55, True), (0.8, False)):
        shapes = scene(march, at=at).shapes
        (arrow,) = (shape for shape in shapes if shape.ink.role is Role.ARROW)
        head, tail = arrow.outlines[0][0], arrow.outlines[-1][0]
        assert (head.y < tail.y) is up, at


@pytest.mark.parametrize("name", ["walk", "march"])
@pytest.mark.parametrize("at", [0.25, 0.75])
def test_arms_swing_against_the_legs(name: str, at: float) -> None:
    body = skeleton(_read(name), at)

    knees = {side: body.legs[side].thigh.end.x for side in Side}
    hands = {side: body.arms[side].hand.wrist.x for side in Side}
    ahead = max(knees, key=lambda side: knees[side])
    assert hands[ahead] < hands[ahead.other] - 0.15


def test_one_foot_at_least_is_on_the_floor(walk: PoseSequence) -> None:
    for i in range(FRAMES):
        feet = skeleton(walk, i / FRAMES).feet
        lowest = min(
            b.center.z - b.radius for foot in feet.values() for b in foot.values()
        )
        assert lowest < TOUCHING


def test_a_print_is_where_the_foot_stood_and_the_floor_took_it(
    walk: PoseSequence,
) -> None:
    for print_ in footprints(walk):
        heels = [
            foot["heel"].center for foot in skeleton(walk, print_.since).feet.values()
        ]
        assert print_.heel in heels
        assert print_.heel.z - FOOT["heel"].radius < TOUCHING


def test_prints_run_back_and_end_a_round_as_they_began(walk: PoseSequence) -> None:
    camera = Camera.looking(walk.view, mirrored=False)
    prints = footprints(walk)

    def places(at: float) -> list[float]:
        shapes = print_shapes(prints, walk.stride, at, camera)
        return sorted(shape.outlines[0][0].x for shape in shapes)

    assert places(1.0) == pytest.approx(places(0.0))
    moved = 0.02 * walk.stride * camera.right.x
    assert places(0.12) == pytest.approx([x - moved for x in places(0.1)])


def test_a_leg_keeps_its_tone(sequence: PoseSequence) -> None:
    assert len({key.brightness for key in sequence.keys}) == 1
