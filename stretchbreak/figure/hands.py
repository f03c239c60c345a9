"""The hand: palm, four fingers and a thumb.

A hand is told in its own frame (up: where the fingers point, front: out of the
palm), so that between two poses it turns as a whole and never collapses. It is a
little larger than life: hands that hold must be seen to hold in small pictures.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from stretchbreak.figure.body import Limb, Side
from stretchbreak.figure.bones import BonePose
from stretchbreak.figure.frame import Frame, blended
from stretchbreak.figure.key_pose import HoldingArm
from stretchbreak.figure.vector import Vector, between


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finger:
    """A finger.

    Attributes:
        forward: From the wrist to its knuckle, along the hand.
        thumbward: Its knuckle's offset to the thumb's side.
        length: From the knuckle to the tip.
        fan: How much it spreads from the hand's middle, in degrees.
    """

    forward: float
    thumbward: float
    length: float
    fan: float


_FINGERS = (
    _Finger(forward=0.050, thumbward=0.0185, length=0.048, fan=5.0),
    _Finger(forward=0.052, thumbward=0.0063, length=0.053, fan=1.5),
    _Finger(forward=0.050, thumbward=-0.0060, length=0.049, fan=-2.0),
    _Finger(forward=0.045, thumbward=-0.0178, length=0.039, fan=-6.0),
)
"""From the forefinger to the little finger."""

_JOINTS = (0.42, 0.75, 1.0)
"""Where the finger's joints and tip are, as shares of its length."""

_FINGER_BENDS = (42.0, 58.0, 44.0)
"""How far a fist bends each joint, in degrees."""

_RELAXED_BEND = 4.0
"""Even a flat hand bends a little at the knuckles, in degrees."""

_THUMB_ROOT = Vector(0.016, 0.006, 0.016)
"""Forward, palmward and thumbward of the wrist."""

FINGER_RADII = (0.0076, 0.0073, 0.0068, 0.0060)
"""From the knuckle to the tip."""

THUMB_RADII = (0.0120, 0.0090, 0.0072)
WRIST_RADIUS = 0.0160
KNUCKLE_RADIUS = 0.0095
PALM_RADIUS = 0.0170

_PALM_FROM_WRIST = 0.028
"""How far the part of the palm that touches lies from the wrist."""

_WRIST_BACK = -0.027
"""Where the wrist is along the hand, seen from the middle of the palm."""

_WRIST_OFF = 0.0205
"""How far the wrist's middle stands off the limb that is held."""


@dataclass(frozen=True, slots=True)
class HandShape:
    """A hand in its own frame; each vector is (forward, palmward, thumbward).

    `thumbward` is already signed for the side: + along the frame's left.

    Attributes:
        fingers: From the forefinger on; each knuckle, two joints and tip.
        thumb: Root, joint and tip.
    """

    fingers: tuple[tuple[Vector, ...], ...]
    thumb: tuple[Vector, ...]


@dataclass(frozen=True, slots=True)
class HandPose:
    """Where a hand wants to be: the wrist, the hand's frame and its shape."""

    wrist: Vector
    frame: Frame
    shape: HandShape


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """A hand in space.

    Attributes:
        wrist: The wrist.
        fingers: From the forefinger on; each knuckle, two joints and tip.
        thumb: Root, joint and tip.
        held: The limb it is wrapped round, if any.
    """

    wrist: Vector
    fingers: tuple[tuple[Vector, ...], ...]
    thumb: tuple[Vector, ...]
    held: Limb | None

    @property
    def middle(self) -> Vector:
        """The middle of the knuckles."""
        return between(self.fingers[0][0], self.fingers[-1][0], 0.5)


@lru_cache(maxsize=32)
def free_shape(side: Side, curl: float) -> HandShape:
    """Return a hand that holds nothing; *curl* 0 is flat, 1 a fist."""

    def finger(measure: _Finger) -> tuple[Vector, ...]:
        spread = math.sin(math.radians(measure.fan))
        bend = _RELAXED_BEND + 8 * curl
        place = Vector(measure.forward, 0, measure.thumbward)
        points, reached = [place], 0.0
        for joint, most in zip(_JOINTS, _FINGER_BENDS, strict=True):
            bend += curl * most
            step = (joint - reached) * measure.length
            reached = joint
            ahead = step * math.cos(math.radians(bend))
            inward = step * math.sin(math.radians(bend))
            place = place + Vector(ahead, inward, ahead * spread)
            points.append(place)
        return tuple(points)

    knuckle = _THUMB_ROOT + Vector(
        0.019, 0.004 + 0.010 * curl, 0.014 * (1 - 0.5 * curl)
    )
    tip = knuckle + Vector(0.021, 0.003 + 0.012 * curl, 0.005 * (1 - 2 * curl))
    fingers = tuple(map(finger, _FINGERS))
    return _for_side(side, HandShape(fingers, (_THUMB_ROOT, knuckle, tip)))


def _for_side(side: Side, right: HandShape) -> HandShape:
    """Return the shape for *side*, given the right hand's."""
    if side is Side.RIGHT:
        return right

    def flipped(points: tuple[Vector, ...]) -> tuple[Vector, ...]:
        return tuple(Vector(point.x, point.y, -point.z) for point in points)

    return HandShape(tuple(map(flipped, right.fingers)), flipped(right.thumb))


@dataclass(frozen=True, slots=True)
class _Grip:
    """The skin of a held limb, unrolled flat under the hand.

    Attributes:
        bone: The limb held.
        hold: How it is held.
        forward: Where the fingers point: (round the limb, along the limb).
        thumbward: Where the thumb is: (round the limb, along the limb).
    """

    bone: BonePose
    hold: HoldingArm
    forward: tuple[float, float]
    thumbward: tuple[float, float]

    def point(self, forward: float, thumbward: float, off: float) -> Vector:
        """Return the place so far from the palm's middle, *off* the skin."""
        round_it = self.forward[0] * forward + self.thumbward[0] * thumbward
        along_it = self.forward[1] * forward + self.thumbward[1] * thumbward
        share = self.hold.along + along_it / (self.bone.end - self.bone.start).length
        distance = self.bone.radius(share) + off
        degrees = self.hold.angle + math.degrees(round_it / distance)
        return self.bone.point(share) + self.bone.outward(degrees) * distance


@lru_cache(maxsize=8)  # a frame asks for the same hand up to four times
def holding(side: Side, hold: HoldingArm, bone: BonePose) -> HandPose:
    """Return the hand on *side* wrapped round *bone*.

    The fingers keep their lengths, so how far they reach round follows from
    the limb's radius. Which edge is the thumb's follows from the hand.
    """
    tilt = math.radians(hold.tilt)
    forward = (hold.wraps * math.cos(tilt), math.sin(tilt))
    thumbward = (-math.sin(tilt), hold.wraps * math.cos(tilt))
    out, around = bone.outward(hold.angle), bone.outward(hold.angle + 90)
    axis = bone.axis
    frame = Frame.facing(around * forward[0] + axis * forward[1], -out)
    toward_thumb = around * thumbward[0] + axis * thumbward[1]
    # the right hand's thumb is on its frame's left, the left hand's opposite
    sign = 1 if frame.left.dot(toward_thumb) * -side.sign > 0 else -1
    grip = _Grip(bone, hold, forward, (thumbward[0] * sign, thumbward[1] * sign))
    wrist = grip.point(_WRIST_BACK, 0, _WRIST_OFF)

    def local(forward: float, thumbward: float, off: float) -> Vector:
        place = grip.point(forward, thumbward, off) - wrist
        return Vector(*frame.shares(place))

    def finger(measure: _Finger) -> tuple[Vector, ...]:
        start = measure.forward - _PALM_FROM_WRIST
        return tuple(
            local(
                start + measure.length * joint,
                measure.thumbward * (1 - 0.03 * index),  # fingers close up a little
                FINGER_RADII[index],
            )
            for index, joint in enumerate((0.0, *_JOINTS))
        )

    thumb = (
        local(-0.010, 0.017, 0.010),
        local(0.008, 0.035, THUMB_RADII[1]),
        local(0.027, 0.046, THUMB_RADII[2]),
    )
    return HandPose(wrist, frame, HandShape(tuple(map(finger, _FINGERS)), thumb))


def hand_between(
    wrist: Vector, start: HandPose, end: HandPose, t: float, *, held: Limb | None
) -> Hand:
    """Return the hand at *wrist*, at share *t* of the way between two poses."""
    frame = blended(start.frame, end.frame, t)

    def placed(
        before: tuple[Vector, ...], after: tuple[Vector, ...]
    ) -> tuple[Vector, ...]:
        return tuple(
            wrist + frame.point(up=point.x, front=point.y, left=point.z)
            for point in (
                between(first, last, t)
                for first, last in zip(before, after, strict=True)
            )
        )

    return Hand(
        wrist=wrist,
        fingers=tuple(map(placed, start.shape.fingers, end.shape.fingers)),
        thumb=placed(start.shape.thumb, end.shape.thumb),
        held=held,
    )
