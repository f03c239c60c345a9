"""The angles of the joints as a physician measures them, read off a skeleton."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from stretchbreak.figure.arms import Arm
from stretchbreak.figure.body import Side
from stretchbreak.figure.frame import Frame
from stretchbreak.figure.legs import Leg
from stretchbreak.figure.skeleton import Skeleton
from stretchbreak.figure.trunk import Trunk
from stretchbreak.figure.vector import Vector, clamp

_SUPPLE = "Soucie et al. 2011, Haemophilia 17:500 (CDC), passive, 20 to 44 years"
_AAOS = "AAOS: Joint Motion, Method of Measuring and Recording, 1965"
_FOUR = (
    f"{_AAOS}, has 45 with the thigh straight ahead; counted after bending and"
    " spreading, a shin that lies square across as in a figure-four makes 90"
)


@dataclass(frozen=True, slots=True)
class Range:
    """How far a healthy joint goes, in degrees, and who says so."""

    least: float
    most: float
    source: str


RANGES = {
    # hands or the weight of the body help: so the passive ranges where known
    "hip bends forward": Range(-18, 132, _SUPPLE),
    "knee bends": Range(0, 140, _SUPPLE),
    "toes point": Range(-20, 58, f"{_SUPPLE}; upward {_AAOS}"),
    "hip out to the side": Range(-30, 45, _AAOS),
    "hip turns outward": Range(-45, 90, _FOUR),
    "elbow bends": Range(0, 150, _AAOS),
    "upper arm goes back": Range(-180, 60, _AAOS),
    "wrist bends": Range(0, 80, _AAOS),
    "neck turns": Range(-80, 80, _AAOS),
    "neck bends": Range(0, 45, _AAOS),
    "trunk turns": Range(-45, 45, _AAOS),
    "trunk bends": Range(0, 80, _AAOS),
}


def joint_angles(body: Skeleton) -> Iterator[tuple[str, str, float]]:
    """Yield the name of every movement in `RANGES`, where, and its degrees."""
    trunk = body.trunk
    yield "neck turns", "neck", _twist(trunk.chest, trunk.head)
    yield "neck bends", "neck", _angle(trunk.chest.up, trunk.head.up)
    yield "trunk turns", "trunk", _twist(trunk.pelvis, trunk.chest)
    yield "trunk bends", "trunk", _angle(trunk.pelvis.up, trunk.chest.up)
    for side in Side:
        for name, degrees in _leg_angles(trunk.pelvis, side, body.legs[side]):
            yield name, side, degrees
        for name, degrees in _arm_angles(trunk, body.arms[side]):
            yield name, side, degrees


def _leg_angles(pelvis: Frame, side: Side, leg: Leg) -> Iterator[tuple[str, float]]:
    thigh, shin = leg.thigh.axis, leg.shin.axis
    outside = pelvis.left * side.sign
    forward = math.degrees(math.atan2(thigh.dot(pelvis.front), -thigh.dot(pelvis.up)))
    if forward < -90:  # past the head, not round the back
        forward += 360
    yield "hip bends forward", forward
    yield "hip out to the side", _sine(thigh.dot(outside))
    yield "hip turns outward", _outward(pelvis, side, leg, forward)
    yield "knee bends", _angle(thigh, shin)
    yield "toes point", _sine(leg.toes.dot(shin))


def _outward(pelvis: Frame, side: Side, leg: Leg, forward: float) -> float:
    """Return how far the kneecap is turned outward about the thigh.

    Counted from where it faces when the thigh goes forward and then out.
    """
    thigh = leg.thigh.axis
    level = (pelvis.left * side.sign).across(thigh).unit()
    angle = math.radians(forward)
    unturned = pelvis.front * math.cos(angle) + pelvis.up * math.sin(angle)
    kneecap = leg.thigh.front
    return math.degrees(math.atan2(kneecap.dot(level), kneecap.dot(unturned)))


def _arm_angles(trunk: Trunk, arm: Arm) -> Iterator[tuple[str, float]]:
    upper = arm.upper.axis
    behind = -upper.dot(trunk.chest.front)
    yield "elbow bends", _angle(upper, arm.forearm.axis)
    yield "upper arm goes back", _sine(behind)
    yield "wrist bends", _angle(arm.forearm.axis, arm.hand.middle - arm.hand.wrist)


def _twist(lower: Frame, upper: Frame) -> float:
    """Return by how many degrees *upper* is turned to the left on *lower*."""
    axis = (lower.up + upper.up).unit()
    start, end = lower.front.across(axis), upper.front.across(axis)
    return math.degrees(math.atan2(start.cross(end).dot(axis), start.dot(end)))


def _angle(first: Vector, second: Vector) -> float:
    return math.degrees(math.acos(clamp(first.unit().dot(second.unit()), -1)))


def _sine(share: float) -> float:
    return math.degrees(math.asin(clamp(share, -1)))
