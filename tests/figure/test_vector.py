"""Tests for stretchbreak.figure.vector and stretchbreak.figure.frame."""

import pytest

from stretchbreak.figure.frame import LYING, UPRIGHT, Frame, Turn, blended
from stretchbreak.figure.vector import UP, Vector, between, swung

FORWARD = Vector(1, 0, 0)
TURNS = [
    Turn(),
    Turn(pitch=90),
    Turn(pitch=-130, roll=40),
    Turn(side=179),
    Turn(roll=175, side=30),
    Turn(pitch=180),
    Turn(pitch=20, side=-80, roll=-100),
]


def _same(a: Vector, b: Vector) -> bool:
    return (a - b).length < 1e-9


def _same_frame(a: Frame, b: Frame) -> bool:
    return _same(a.up, b.up) and _same(a.front, b.front) and _same(a.left, b.left)


def test_turning_goes_by_the_right_hand() -> None:
    assert _same(FORWARD.turned(UP, 90), Vector(0, 1, 0))


def test_a_swing_keeps_its_length_and_meets_both_ends() -> None:
    for t in (0, 0.2, 0.5, 1):
        assert swung(UP, FORWARD, t).length == pytest.approx(1)
    assert _same(swung(UP, FORWARD, 0), UP)
    assert _same(swung(UP, FORWARD, 1), FORWARD)
    assert _same(swung(UP, FORWARD, 0.5), between(UP, FORWARD, 0.5).unit())


@pytest.mark.parametrize("start", [UP, FORWARD, Vector(0, -1, 0)])
def test_a_swing_to_the_opposite_side_keeps_its_length(start: Vector) -> None:
    halfway = swung(start, -start, 0.5)

    assert halfway.length == pytest.approx(1)
    assert halfway.dot(start) == pytest.approx(0)
    assert _same(swung(start, -start, 1), -start)


def test_a_bow_goes_to_the_front() -> None:
    assert _same(UPRIGHT.turned(Turn(pitch=90)).up, UPRIGHT.front)
    assert _same(LYING.turned(Turn(pitch=90)).up, LYING.front)


def test_a_roll_turns_the_front_to_the_left() -> None:
    assert _same(UPRIGHT.turned(Turn(roll=90)).front, UPRIGHT.left)


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("base", [LYING, UPRIGHT])
def test_a_blend_meets_both_ends_and_never_shears(base: Frame, turn: Turn) -> None:
    end = base.turned(turn)

    assert _same_frame(blended(base, end, 0), base)
    assert _same_frame(blended(base, end, 1), end)
    halfway = blended(base, end, 0.5)
    assert _same(halfway.up.cross(halfway.front), halfway.left)
    assert halfway.up.dot(halfway.front) == pytest.approx(0)


def test_half_a_blend_is_half_the_turn() -> None:
    halfway = blended(UPRIGHT, UPRIGHT.turned(Turn(pitch=80)), 0.5)

    assert _same_frame(halfway, UPRIGHT.turned(Turn(pitch=40)))
