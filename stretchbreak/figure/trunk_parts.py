"""The trunk cut into parts: the seat of the trousers, the shirt and the neck."""

import math
from collections.abc import Sequence

from stretchbreak.figure.body import HEM, HEM_EDGE, HEM_EXTRA, TROUSER_WAIST
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.parts import CHEST, NECK, PELVIS, Part
from stretchbreak.figure.shapes import Circle, Ink, Role
from stretchbreak.figure.skeleton import Skeleton
from stretchbreak.figure.trunk import Slice
from stretchbreak.figure.vector import Vector

_NECK_FADED = 0.45
"""The neck lies in the head's shade."""

_RING_POINTS = 10
"""So many balls make the edge of the shirt."""


def trunk_parts(body: Skeleton, camera: Camera) -> list[Part]:
    """Return pelvis, chest and neck."""
    slices = body.trunk.slices
    lower = [piece for piece in slices if piece.height <= TROUSER_WAIST]
    dimmed = 1 - body.brightness.pelvis
    return [
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


def _pelvis(slices: Sequence[Slice], ink: Ink, camera: Camera) -> Part:
    """Return the seat of the trousers: slices up to the waist."""
    circles = _balls(slices, camera)
    return Part(
        name=PELVIS,
        circles=circles,
        slices=len(slices),
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
        slices=len(balls) // 2,
        groups=(tail,),
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
