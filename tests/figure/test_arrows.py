"""Tests for stretchbreak.figure.arrows: each arrow belongs to something that moves."""

from collections.abc import Iterator

from stretchbreak.figure.body import SKULL
from stretchbreak.figure.marks import Arrow, DrawnArrow
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.figure.skeleton import Skeleton, skeleton
from stretchbreak.figure.vector import Vector
from tests.figure.contact import balls

BESIDE = 0.1
"""An arrow starts this near to what moves."""

MOVED = 0.005
"""Less than this cannot be seen to move."""


def test_an_arrow_starts_beside_what_moves(sequence: PoseSequence) -> None:
    for arrow in sequence.arrows:
        way = _way(arrow, sequence)
        before = skeleton(sequence, way / sequence.ways)
        after = skeleton(sequence, (way + 1) / sequence.ways)
        tail = _tail(arrow, sequence)
        moving = [
            (tail - place).length - radius
            for place, radius, way in _ways(before, after)
            if way > MOVED
        ]
        assert min(moving) < BESIDE, arrow


def test_there_are_two_arrows_at_most_at_a_time(sequence: PoseSequence) -> None:
    keys = [arrow.to_key for arrow in sequence.arrows]
    assert all(keys.count(key) <= 2 for key in keys)


def _way(arrow: Arrow, sequence: PoseSequence) -> int:
    return (arrow.to_key - 1) % len(sequence.keys)


def _tail(arrow: Arrow, sequence: PoseSequence) -> Vector:
    if isinstance(arrow, DrawnArrow):
        return arrow.points[0]
    body = skeleton(sequence, (_way(arrow, sequence) + arrow.start) / sequence.ways)
    return body.joint(arrow.joint, arrow.outward) + arrow.offset


def _ways(before: Skeleton, after: Skeleton) -> Iterator[tuple[Vector, float, float]]:
    """Yield where each piece of the body is, its radius, and how far it goes."""
    for (_, was), (_, now) in zip(balls(before), balls(after), strict=True):
        yield was.center, was.radius, (now.center - was.center).length
    nose = _nose(before)
    yield nose, 0.0, (_nose(after) - nose).length


def _nose(body: Skeleton) -> Vector:
    return body.trunk.skull + body.trunk.head.front * SKULL
