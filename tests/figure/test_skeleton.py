"""Tests for stretchbreak.figure.skeleton: instants, loops and breath.

That a body stays a body in every frame is in test_geometry.
"""

import pytest

from stretchbreak.figure.pose import PoseSequence
from stretchbreak.figure.skeleton import skeleton
from tests.figure.contact import balls


def test_a_loop_ends_where_it_began(sequence: PoseSequence) -> None:
    if sequence.loops:
        start, end = skeleton(sequence, 0.0), skeleton(sequence, 1.0)
        for (name, ball), (_, same) in zip(balls(start), balls(end), strict=True):
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
