"""Where muscles lie: a standing body from the front and from behind.

The muscles are those that the stretches' sources name. A patch shows about where
one lies, not its outline; deep ones show at the place under which they are.
"""

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum
from functools import cache
from math import radians, sin

from stretchbreak.figure.marks import Spot, SpotPart
from stretchbreak.figure.pose import PoseSequence, pose_from


class Seen(Enum):
    """From where the body is seen; its value is the yaw, in degrees."""

    FRONT = 90.0
    BACK = -90.0


_STANDING = {
    "base": "upright",
    "shoes": True,
    "brightness": {"left": 1, "right": 1},
    "key": [
        {
            "hips": [0, 0, 0.53],
            "left_leg": {
                "ankle": [0, 0.065, 0.042],
                "knee_toward": [1, 0.15, 0],
                "toes_toward": [1, 0.2, 0],
            },
            "right_leg": {
                "ankle": [0, -0.065, 0.042],
                "knee_toward": [1, -0.15, 0],
                "toes_toward": [1, -0.2, 0],
            },
            "left_arm": {"wrist": [0, 0.21, 0.5], "elbow_toward": [-1, 0.6, 0]},
            "right_arm": {"wrist": [0, -0.21, 0.5], "elbow_toward": [-1, -0.6, 0]},
        },
        {},
    ],
}


def _trunk(
    part: SpotPart, along: tuple[float, ...], off_middle: float, radius: float
) -> tuple[Spot, ...]:
    """Return a patch on either side of the spine, *off_middle* degrees from it."""
    return tuple(
        Spot(part=part, along=along, angle=-90 + side * off_middle, radius=radius)
        for side in (1, -1)
    )


def _front(along: tuple[float, ...], off_middle: float, radius: float) -> list[Spot]:
    """Return a patch on either side of the belly's middle."""
    return [
        Spot(part=part, along=along, angle=90 + side * off_middle, radius=radius)
        for side in (1, -1)
        for part in (SpotPart.CHEST, SpotPart.PELVIS)
    ]


def _thighs(along: tuple[float, ...], angle: float, radius: float) -> tuple[Spot, ...]:
    return tuple(
        Spot(part=part, along=along, angle=angle, radius=radius)
        for part in (SpotPart.LEFT_THIGH, SpotPart.RIGHT_THIGH)
    )


_BUTTOCKS = (
    *_trunk(SpotPart.PELVIS, (-0.06,), 38, 0.04),
    *_thighs((0.02, 0.12), -90, 0.042),
)
_DEEP_BUTTOCK = _trunk(SpotPart.PELVIS, (-0.1, -0.06), 40, 0.024)
_LOWER_BACK = (
    *_trunk(SpotPart.CHEST, (0.2, 0.34, 0.46), 20, 0.026),
    *_trunk(SpotPart.PELVIS, (0.2,), 20, 0.026),
)
MUSCLES: dict[str, tuple[Spot, ...]] = {
    "hamstrings": _thighs((0.22, 0.5, 0.85), -90, 0.034),
    "glutes": _BUTTOCKS,
    "upper buttock": _trunk(SpotPart.PELVIS, (-0.04,), 38, 0.036),
    "piriformis": _DEEP_BUTTOCK,
    "hip rotators": _DEEP_BUTTOCK,
    "deep hip rotators": _DEEP_BUTTOCK,
    "lower back": _LOWER_BACK,
    "lower back extensors": _LOWER_BACK,
    "back muscles": _trunk(SpotPart.CHEST, (0.25, 0.5, 0.75), 24, 0.034),
    "quadratus lumborum": _trunk(SpotPart.CHEST, (0.25, 0.4), 44, 0.024),
    "deep core muscles": tuple(_front((0.2, 0.34, 0.46), 0, 0.045)),
    "obliques": tuple(_front((0.22, 0.36, 0.5), 58, 0.026)),
    "hip flexors": _thighs((-0.02, 0.16), 90, 0.032),
}
"""Where each lies, by its name in the stretches' `targets`."""


def body(seen: Seen, muscles: Iterable[str]) -> PoseSequence:
    """Return the body with those of *muscles* that are known and seen from there."""
    known = [spot for name in muscles for spot in MUSCLES.get(name, ())]
    facing = sin(radians(seen.value))
    spots = [spot for spot in known if sin(radians(spot.angle)) * facing > 0]
    return replace(_standing(seen), spots=tuple(dict.fromkeys(spots)))


@cache
def _standing(seen: Seen) -> PoseSequence:
    return pose_from(_STANDING | {"view": {"yaw": seen.value, "elevation": 4}})
