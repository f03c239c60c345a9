"""Where the stretch is felt: soft patches on the body.

A patch is a stack of ever smaller and stronger fills, cut off at the edge of
the part it lies on.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from stretchbreak.figure.bones import BonePose
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.outline import chain
from stretchbreak.figure.parts import Part
from stretchbreak.figure.pose import Spot, SpotPart
from stretchbreak.figure.shapes import Ink, Outline, Role, Shape
from stretchbreak.figure.skeleton import Skeleton
from stretchbreak.figure.trunk import Slice
from stretchbreak.figure.vector import Vector, clamp

_LEVELS = ((1.0, 0.20), (0.87, 0.24), (0.74, 0.30), (0.60, 0.40), (0.46, 0.60))
"""Size and opacity of each fill, largest first."""

_DEPTH = 0.9
"""Patches lie just under the skin, so that they never stick out."""

_AWAY_OPACITY = 0.72
"""A patch on a side that faces away is this much as strong as one in view."""

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
    spot: Spot,
    part: Part,
    body: Skeleton,
    camera: Camera,
    feeling: Feeling,
) -> list[Shape]:
    """Return the fills of *spot* on *part*."""
    points = [_skin(spot, share, body) for share in spot.along]
    facing = max(camera.toward(normal) for _, normal in points)
    seen = _AWAY_OPACITY + (1 - _AWAY_OPACITY) * clamp(facing + 0.4)
    radius = spot.radius * (1 - _BREATH_PULSE * feeling.breath)
    within = part.outlines(part.circles)
    return [
        Shape(
            _patch([place for place, _ in points], radius * size, camera),
            Ink(Role.SPOT, opacity=opacity * seen * feeling.strength),
            within=within,
        )
        for size, opacity in _LEVELS
    ]


def _patch(
    places: Sequence[Vector], radius: float, camera: Camera
) -> tuple[Outline, ...]:
    return chain([camera.circle(place, radius) for place in places])


def _skin(spot: Spot, share: float, body: Skeleton) -> tuple[Vector, Vector]:
    """Return the place of *spot* on the body and the way straight out of it."""
    if spot.part in (SpotPart.PELVIS, SpotPart.CHEST):
        return _trunk_skin(body.trunk.slices, share, spot.angle)
    return _limb_skin(_limb(body, spot.part), share, spot.angle)


def _limb(body: Skeleton, part: SpotPart) -> BonePose:
    return next(bone for limb, bone in body.bones().items() if str(limb) == part)


def _limb_skin(bone: BonePose, share: float, angle: float) -> tuple[Vector, Vector]:
    normal = bone.outward(angle)
    return bone.point(share) + normal * (bone.radius(share) * 0.8), normal


def _trunk_skin(
    slices: Sequence[Slice], height: float, angle: float
) -> tuple[Vector, Vector]:
    nearest = min(slices, key=lambda piece: abs(piece.height - height))
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    frame, radius = nearest.frame, nearest.radius
    off = frame.point(
        front=radius * _DEPTH * sine,
        left=(nearest.half_width + radius) * _DEPTH * cosine,
    )
    return nearest.center + off, frame.point(front=sine, left=cosine)
