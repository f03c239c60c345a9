"""The body cut into the parts that are drawn one after another.

A part is still only circles: `order` says which comes first, `inking` makes
fills of it. This module cuts trunk and limbs; `hand_parts`, `feet` and `head` the rest.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from stretchbreak.figure.body import (
    HEM,
    HEM_EDGE,
    HEM_EXTRA,
    SLEEVE_END,
    SLEEVE_EXTRA,
    TROUSER_END,
    TROUSER_WAIST,
    Bone,
    Limb,
    Side,
    stops,
)
from stretchbreak.figure.bones import BonePose
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.light import LIT, lit
from stretchbreak.figure.outline import chain, hulls
from stretchbreak.figure.shapes import Circle, Ink, Outline, Role, Shape
from stretchbreak.figure.skeleton import Skeleton
from stretchbreak.figure.trunk import Slice
from stretchbreak.figure.vector import Vector, clamp, mix

_FAR_LEG = 0.35
"""How far away the leg on the far side of the view is drawn. It must not depend
on the pose: legs that changed colours while the pelvis turns would look swapped."""

_FAR_DEPTH = 0.12
"""Shoulders this far apart in depth are as near and far as can be."""

_NECK_FADED = 0.45
"""The neck lies in the head's shade."""

_RING_POINTS = 14
"""So many balls make the edge of the shirt."""

PELVIS, CHEST, NECK, HEAD = "pelvis", "chest", "neck", "head"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of the body that is drawn in one go.

    Attributes:
        name: Such as left_thigh.
        circles: The balls it is made of.
        groups: Which circles have a hull together.
        runs: Which circles follow one another in a run; with neither groups nor
            runs, all of them do.
        ink: Its colour; the tone is chosen when it is inked.
        opening: For a run that ends flat, as a sleeve does: how much its end is
            turned to or from the viewer, 0..1.
        rim: Per circle, how much of the dark outline it has, 0..1. At a joint
            there is none, so that the next limb grows out of this one.
        shade: Per circle, how much of it lies in shade, 0..1; empty: all as usual.
        after: Parts that must be drawn before it.
        before: Parts that must be drawn after it.
        finished: For a part too special to ink: its fills, ready made.
    """

    name: str
    circles: tuple[Circle, ...]
    ink: Ink
    groups: tuple[tuple[int, ...], ...] = ()
    runs: tuple[tuple[int, ...], ...] = ()
    opening: float | None = None
    rim: tuple[float, ...] = ()
    shade: tuple[float, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    finished: tuple[Shape, ...] = ()

    def lit(self) -> tuple[Circle, ...]:
        """Return the lit part of every circle."""
        if not self.shade:
            return tuple(lit(circle) for circle in self.circles)
        pairs = zip(self.circles, self.shade, strict=True)
        return tuple(lit(circle, LIT * share) for circle, share in pairs)

    def outlines(self, circles: Sequence[Circle]) -> tuple[Outline, ...]:
        """Return the outline of this part, drawn with *circles* for its own."""
        if not self.groups and not self.runs:
            return chain(circles, self.opening)
        whole = hulls([[circles[i] for i in group] for group in self.groups])
        runs = (chain([circles[i] for i in run]) for run in self.runs)
        return *whole, *(line for run in runs for line in run)


def trunk_and_limbs(body: Skeleton, camera: Camera) -> list[Part]:
    """Return the parts of everything but head, hands and feet."""
    slices = body.trunk.slices
    lower = [piece for piece in slices if piece.height <= TROUSER_WAIST]
    dimmed = 1 - body.brightness.pelvis
    parts = [
        _pelvis(lower, Ink(Role.LEG, dimmed=dimmed), camera),
        _shirt(slices, camera),
        Part(
            name=NECK,
            circles=(
                camera.circle(body.trunk.neck[0], 0.030),
                camera.circle(body.trunk.neck[1], 0.027),
            ),
            ink=Ink(Role.SKIN, faded=_NECK_FADED),
            rim=(0.0, 0.6),
        ),
    ]
    for side in Side:
        parts += _leg_parts(body, side, camera)
        parts += _arm_parts(body, side, camera)
    return parts


def leg_distance(side: Side, camera: Camera) -> float:
    """Return how much the leg on *side* is the far one, 0..1."""
    far_side = Side.LEFT if camera.away.y > 0 else Side.RIGHT
    return _FAR_LEG if side is far_side else 0.0


def arm_distance(body: Skeleton, side: Side, camera: Camera) -> float:
    """Return how much the arm on *side* is the far one, 0..1."""
    shoulders = {s: body.arms[s].upper.start for s in Side}
    behind = (shoulders[side] - shoulders[side.other]).dot(camera.away)
    return clamp(0.5 + behind / _FAR_DEPTH)


def _pelvis(slices: Sequence[Slice], ink: Ink, camera: Camera) -> Part:
    """Return the seat of the trousers: hulls of every two neighbouring slices."""
    circles = _balls(slices, camera)
    return Part(
        name=PELVIS,
        circles=circles,
        groups=_pairs(len(circles)),
        ink=ink,
        rim=(1.0,) * len(circles),
    )


def _shirt(slices: Sequence[Slice], camera: Camera) -> Part:
    """Return the shirt: from a hem that is cut straight up to the neck."""
    hem = next(piece for piece in slices if piece.height == HEM)
    balls = _balls([piece for piece in slices if piece.height > HEM], camera)
    ring = tuple(camera.circle(place, HEM_EDGE) for place in _ring(hem))
    first_ring = len(balls)
    tail = (0, 1, *range(first_ring, first_ring + len(ring)))
    return Part(
        name=CHEST,
        circles=(*balls, *ring),
        groups=(*_pairs(len(balls)), tail),
        ink=Ink(Role.SHIRT),
        rim=(1.0,) * (len(balls) + len(ring)),
        after=(NECK, PELVIS),
    )


def _ring(piece: Slice) -> list[Vector]:
    """Return places round the body at a slice, where the edge of the shirt runs."""
    deep = piece.radius - HEM_EDGE + HEM_EXTRA
    wide = piece.half_width + deep
    places: list[Vector] = []
    for i in range(_RING_POINTS):
        angle = 2 * math.pi * i / _RING_POINTS
        off = piece.frame.point(
            front=deep * math.sin(angle), left=wide * math.cos(angle)
        )
        places.append(piece.center + off)
    return places


def _balls(slices: Sequence[Slice], camera: Camera) -> tuple[Circle, ...]:
    return tuple(
        camera.circle(ball, piece.radius) for piece in slices for ball in piece.balls
    )


def _pairs(count: int) -> tuple[tuple[int, ...], ...]:
    """Return the groups of *count* circles, two a slice, that join the slices."""
    return tuple((i, i + 1, i + 2, i + 3) for i in range(0, count - 2, 2))


def _leg_parts(body: Skeleton, side: Side, camera: Camera) -> list[Part]:
    leg = body.legs[side]
    faded = leg_distance(side, camera)
    trousers = Ink(Role.LEG, faded=faded, dimmed=1 - body.brightness.of(side))
    shin_stops = stops(0, TROUSER_END)
    return [
        Part(
            name=str(leg.thigh.limb),
            circles=_along(leg.thigh, camera),
            ink=trousers,
            rim=tuple(_rising(t, 0.2, 0.5) * _rising(1 - t, 0, 0.2) for t in stops()),
            shade=tuple(_rising(t, 0, 0.4) for t in stops()),
        ),
        Part(
            name=str(leg.shin.limb),
            circles=_along(leg.shin, camera, shin_stops),
            ink=trousers,
            opening=_opening(leg.shin, camera),
            rim=tuple(_rising(t, 0.08, 0.3) for t in stops()),
            after=(f"{side}_foot",),
        ),
    ]


def _arm_parts(body: Skeleton, side: Side, camera: Camera) -> list[Part]:
    arm = body.arms[side]
    far = arm_distance(body, side, camera)
    upper = str(arm.upper.limb)
    return [
        Part(
            name=upper,
            circles=_along(arm.upper, camera),
            ink=Ink(Role.SKIN, faded=far * 0.8),
            rim=tuple(_rising(t, 0.3, 0.6) * _rising(1 - t, 0, 0.2) for t in stops()),
        ),
        Part(
            name=f"{side}_sleeve",
            circles=_sleeve(arm.upper, camera),
            opening=_opening(arm.upper, camera),
            ink=Ink(Role.SHIRT, faded=far),
            rim=tuple(_rising(t, 0.25, 0.6) for t in stops()),
            after=(upper,),
        ),
        Part(
            name=str(arm.forearm.limb),
            circles=_along(arm.forearm, camera),
            ink=Ink(Role.SKIN, faded=far * 0.8),
            rim=tuple(_rising(t, 0.08, 0.3) for t in stops()),
        ),
    ]


def _along(
    bone: BonePose, camera: Camera, shares: Sequence[float] = stops()
) -> tuple[Circle, ...]:
    return tuple(camera.circle(bone.point(t), bone.radius(t)) for t in shares)


def _sleeve(upper: BonePose, camera: Camera) -> tuple[Circle, ...]:
    """Return the sleeve, which stands off the arm the more the farther down."""
    tight, wide = SLEEVE_EXTRA
    return tuple(
        camera.circle(
            upper.point(t), upper.radius(t) + mix(tight, wide, t / SLEEVE_END)
        )
        for t in stops(0, SLEEVE_END)
    )


def _opening(bone: BonePose, camera: Camera) -> float:
    """Return how high the end of a sleeve or trouser leg looks, by its width."""
    return abs(camera.toward(bone.axis))


def _rising(t: float, start: float, end: float) -> float:
    """Return 0 up to *start*, 1 from *end* on, straight between."""
    return clamp((t - start) / (end - start))


def limb_name(side: Side, bone: Bone) -> str:
    """Return the name of the part that draws a limb."""
    return str(Limb(side, bone))
