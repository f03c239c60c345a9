"""How near the parts of the body come to one another, and to the floor."""

import math
from collections.abc import Iterator
from itertools import product

from stretchbreak.figure.body import SKULL, Bone, Limb, Side, stops
from stretchbreak.figure.bones import BonePose
from stretchbreak.figure.hands import FINGER_RADII, THUMB_RADII, WRIST_RADIUS
from stretchbreak.figure.skeleton import Ball, Skeleton
from stretchbreak.figure.trunk import Slice
from stretchbreak.figure.vector import clamp

_FREE_FROM = {
    Bone.THIGH: 0.6,
    Bone.SHIN: 0.0,
    Bone.UPPER_ARM: 0.65,
    Bone.FOREARM: 0.0,
}
"""From this share of its length on, a limb is clear of what it grows from."""

_BELLY = 10
"""So many slices of the trunk, counted from the seat, are no shoulders yet."""


def balls(body: Skeleton) -> Iterator[tuple[str, Ball]]:
    """Yield everything that could touch the floor."""
    for bone in body.bones().values():
        for share in stops():
            yield str(bone.limb), Ball(bone.point(share), bone.radius(share))
    for piece in body.trunk.slices:
        for center in piece.balls:
            yield f"trunk at {piece.height}", Ball(center, piece.radius)
    yield "skull", Ball(body.trunk.skull, SKULL)
    for side in Side:
        for name, ball in body.feet[side].items():
            yield f"{side} {name}", ball
        for ball in hand_balls(body, side):
            yield f"{side} hand", ball


def hand_balls(body: Skeleton, side: Side) -> Iterator[Ball]:
    """Yield wrist, fingers and thumb of the hand on *side*."""
    hand = body.arms[side].hand
    yield Ball(hand.wrist, WRIST_RADIUS)
    for finger in hand.fingers:
        yield from map(Ball, finger, FINGER_RADII)
    yield from map(Ball, hand.thumb, THUMB_RADII)


def gaps(body: Skeleton) -> Iterator[tuple[str, float]]:
    """Yield pairs of parts and the room between them; less than 0: one in the other."""
    bones = body.bones()
    legs = [
        bones[Limb(side, bone)] for side in Side for bone in (Bone.THIGH, Bone.SHIN)
    ]
    arms = [
        bones[Limb(side, bone)]
        for side in Side
        for bone in (Bone.UPPER_ARM, Bone.FOREARM)
    ]
    crossed = [pair for pair in product(legs, legs) if _left_and_right(*pair)]
    crossed += [pair for pair in product(arms, arms) if _left_and_right(*pair)]
    for first, second in [*crossed, *product(arms, legs)]:
        near = min(_gap(ball, second) for ball in _free(first))
        yield f"{first.limb} in {second.limb}", near
    for limb in (*arms, *legs):
        slices = body.trunk.slices[:_BELLY]
        near = min(_slice_gap(ball, piece) for ball in _free(limb) for piece in slices)
        yield f"{limb.limb} in trunk", near
    for side in Side:
        feet = [*body.feet[side].values()]
        for bone in legs:
            if bone.limb.side is not side:
                yield f"{side} foot in {bone.limb}", min(_gap(b, bone) for b in feet)
        for bone in legs:
            near = min(_gap(ball, bone) for ball in hand_balls(body, side))
            yield f"{side} hand in {bone.limb}", near


def _left_and_right(first: BonePose, second: BonePose) -> bool:
    return (first.limb.side, second.limb.side) == (Side.LEFT, Side.RIGHT)


def _free(bone: BonePose) -> list[Ball]:
    return [
        Ball(bone.point(share), bone.radius(share))
        for share in stops(_FREE_FROM[bone.limb.bone])
    ]


def _gap(ball: Ball, bone: BonePose) -> float:
    length = (bone.end - bone.start).length
    share = clamp((ball.center - bone.start).dot(bone.axis) / length)
    return (ball.center - bone.point(share)).length - bone.radius(share) - ball.radius


def _slice_gap(ball: Ball, piece: Slice) -> float:
    aside = (ball.center - piece.center).dot(piece.frame.left)
    aside = math.copysign(min(abs(aside), piece.half_width), aside)
    middle = piece.center + piece.frame.left * aside
    return (ball.center - middle).length - piece.radius - ball.radius
