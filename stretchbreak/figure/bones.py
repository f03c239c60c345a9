"""A limb bone in space, and the two-bone chain of every arm and leg."""

import math
from dataclasses import dataclass

from stretchbreak.figure.body import LENGTHS, Bone, Limb, radius_along
from stretchbreak.figure.vector import Vector, between

_FULL_STRETCH = 0.9985
"""A chain is never pulled quite straight: the bend's direction would be lost."""

_TOO_NEAR = 1e-3


@dataclass(frozen=True, slots=True)
class BonePose:
    """One limb bone in space.

    Attributes:
        limb: Which one.
        start: Its end nearer the trunk.
        end: Its far end.
        front: Unit, across the bone: for legs where the kneecap faces.
        outer: Unit, across the bone: for legs away from the other leg.
        girth: Factor of the usual thickness.
    """

    limb: Limb
    start: Vector
    end: Vector
    front: Vector
    outer: Vector
    girth: float

    @property
    def axis(self) -> Vector:
        """The unit direction from start to end."""
        return (self.end - self.start).unit()

    def point(self, share: float) -> Vector:
        """Return the place on the bone's axis at *share* of its length."""
        return between(self.start, self.end, share)

    def outward(self, degrees: float) -> Vector:
        """Return the unit direction off the axis: 0 outer side, 90 front."""
        angle = math.radians(degrees)
        return self.outer * math.cos(angle) + self.front * math.sin(angle)

    def radius(self, share: float) -> float:
        """Return the limb's radius at *share* of its length."""
        usual = radius_along(self.limb.bone, min(1.0, max(0.0, share)))
        return usual * self.girth


def bone_pose(
    limb: Limb, ends: tuple[Vector, Vector], front: Vector, outer: Vector, girth: float
) -> BonePose:
    """Return the bone with *front* and *outer* squared to its axis and each other."""
    start, end = ends
    axis = (end - start).unit()
    square_outer = outer.across(axis).unit()
    square_front = front.across(axis)
    square_front = square_front.across(square_outer).unit()
    return BonePose(limb, start, end, square_front, square_outer, girth)


def two_bones(
    root: Vector, target: Vector, upper: Bone, lower: Bone, bend_toward: Vector
) -> tuple[Vector, Vector]:
    """Return the middle joint and the end of a chain that reaches for *target*.

    By the law of cosines; the middle joint goes toward *bend_toward*. A target
    out of reach is only pointed at: the bones keep their lengths.
    """
    first, second = LENGTHS[upper], LENGTHS[lower]
    way = target - root
    nearest, farthest = (
        abs(first - second) + _TOO_NEAR,
        (first + second) * _FULL_STRETCH,
    )
    distance = min(max(way.length, nearest), farthest)
    along = way.unit()
    foot = (first**2 - second**2 + distance**2) / (2 * distance)
    height = math.sqrt(max(0.0, first**2 - foot**2))
    bend = bend_toward.across(along).unit()
    return root + along * foot + bend * height, root + along * distance
