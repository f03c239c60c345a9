"""Where the stretch is felt: a soft shape on the body.

It is a stack of ever smaller fills: a pale rim, which tells it from the clothes
for those who cannot tell orange from blue by its hue, then orange. All patches of
a stretch are filled together, over trunk and legs as if they were one; a hand or an
arm that lies over them hides them, since it is not the hand that feels it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from stretchbreak.figure.bones import BonePose
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.marks import Spot, SpotPart
from stretchbreak.figure.outline import chain
from stretchbreak.figure.parts import Part
from stretchbreak.figure.shapes import Ink, Role, Shape, Tone
from stretchbreak.figure.skeleton import Skeleton
from stretchbreak.figure.trunk import Slice
from stretchbreak.figure.vector import Vector

_LEVELS = (
    (0.006, Tone.LIGHT, 0.22),
    (0.004, Tone.LIGHT, 0.30),
    (0.002, Tone.LIGHT, 0.42),
    (0.000, Tone.LIGHT, 0.60),
    (-0.003, Tone.SHADE, 0.35),
    (-0.006, Tone.SHADE, 0.40),
    (-0.010, Tone.SHADE, 0.55),
    (-0.015, Tone.OUTLINE, 0.35),
    (-0.021, Tone.OUTLINE, 0.50),
)
"""How much wider than the patch each fill is, its tone and opacity."""

_LEAST = 0.004
"""Radius of the narrowest fill."""

_DEPTH = 0.9
"""Patches lie just under the skin, so that they never stick out."""

_BREATH_PULSE = 0.06
"""By how much a patch shrinks while the lungs are full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """How strongly the stretch is felt just now.

    Attributes:
        strength: 0 not yet, 1 in the hold.
        breath: How full the lungs are, 0..1.
    """

    strength: float
    breath: float


def spot_shapes(
    spots: Sequence[Spot],
    parts: Sequence[Part],
    body: Skeleton,
    camera: Camera,
    feeling: Feeling,
) -> list[Shape]:
    """Return the fills of all *spots* as one shape, within the *parts* they lie on."""
    breath = 1 - _BREATH_PULSE * feeling.breath
    within = tuple(line for part in parts for line in part.outlines(part.circles))
    runs = [
        (spot.radius * breath, [_skin(spot, share, body) for share in spot.along])
        for spot in spots
    ]
    return [
        Shape(
            tuple(
                line
                for radius, places in runs
                for line in chain(
                    [camera.circle(p, max(_LEAST, radius + wider)) for p in places]
                )
            ),
            Ink(Role.SPOT, tone, opacity=opacity * feeling.strength),
            within=within,
            nested=level > 0,
        )
        for level, (wider, tone, opacity) in enumerate(_LEVELS)
    ]


def _skin(spot: Spot, share: float, body: Skeleton) -> Vector:
    """Return the place of *spot* on the body."""
    if spot.part in (SpotPart.PELVIS, SpotPart.CHEST):
        return _trunk_skin(body.trunk.slices, share, spot.angle)
    return _limb_skin(_limb(body, spot.part), share, spot.angle)


def _limb(body: Skeleton, part: SpotPart) -> BonePose:
    return next(bone for limb, bone in body.bones().items() if str(limb) == part)


def _limb_skin(bone: BonePose, share: float, angle: float) -> Vector:
    return bone.point(share) + bone.outward(angle) * (bone.radius(share) * 0.8)


def _trunk_skin(slices: Sequence[Slice], height: float, angle: float) -> Vector:
    nearest = min(slices, key=lambda piece: abs(piece.height - height))
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    frame, radius = nearest.frame, nearest.radius
    off = frame.point(
        front=radius * _DEPTH * sine,
        left=(nearest.half_width + radius) * _DEPTH * cosine,
    )
    return nearest.center + off
