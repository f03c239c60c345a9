"""Tests for stretchbreak.qt.ways."""

import pytest

from stretchbreak.qt.ways import MOST_FRAMES, WAY_IN, frames_within, instants, way_in
from tests.support.poses import pose


@pytest.mark.parametrize("name", ["pelvic-tilt", "figure-four"])
def test_the_way_back_leads_through_the_same_instants(name: str) -> None:
    there = instants(pose(name))

    assert there == sorted(there)
    assert (there[0], there[-1]) == (0.0, 1.0)
    assert [1 - at for at in reversed(there)] == pytest.approx(there, abs=1e-9)


def test_a_round_ends_before_it_begins_anew() -> None:
    assert instants(pose("walk"))[0] == 0.0
    assert instants(pose("walk"))[-1] < 1.0


def test_a_way_with_more_poses_takes_longer_but_not_many_more_frames() -> None:
    assert way_in(None) == way_in(pose("pelvic-tilt")) == WAY_IN
    assert way_in(pose("figure-four")) > WAY_IN
    assert frames_within(WAY_IN) < frames_within(100 * WAY_IN) == MOST_FRAMES
