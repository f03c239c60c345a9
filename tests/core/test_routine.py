import pytest

from stretchbreak.core.routine import (
    DOUBLE_KNEE,
    SINGLE_KNEE,
    TWIST,
    Disorder,
    order_fault,
)

SOUND = [
    [],
    ["pelvic-tilt"],
    [SINGLE_KNEE],
    [SINGLE_KNEE, DOUBLE_KNEE],
    [SINGLE_KNEE, TWIST, DOUBLE_KNEE],
    ["walk", TWIST],
]
BOTH_TOO_EARLY = [
    [DOUBLE_KNEE],
    [DOUBLE_KNEE, SINGLE_KNEE],
    [DOUBLE_KNEE, SINGLE_KNEE, DOUBLE_KNEE],
    ["pelvic-tilt", DOUBLE_KNEE],
]


@pytest.mark.parametrize("stretches", SOUND)
def test_a_sound_order_has_no_fault(stretches: list[str]) -> None:
    assert order_fault(stretches) is None


@pytest.mark.parametrize("stretches", BOTH_TOO_EARLY)
def test_both_knees_come_only_after_one_at_a_time(stretches: list[str]) -> None:
    assert order_fault(stretches) is Disorder.DOUBLE_KNEE_EARLY


@pytest.mark.parametrize("stretches", [[TWIST], [TWIST, SINGLE_KNEE, DOUBLE_KNEE]])
def test_the_twist_never_comes_first(stretches: list[str]) -> None:
    assert order_fault(stretches) is Disorder.TWIST_FIRST
