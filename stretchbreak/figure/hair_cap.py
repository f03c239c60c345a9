"""The visible part of a cap of hair on the skull, as an outline."""

import math
from functools import lru_cache

from stretchbreak.figure.camera import Camera
from stretchbreak.figure.outline import hull, polygon
from stretchbreak.figure.shapes import Outline
from stretchbreak.figure.vector import Vector

_RIM_POINTS = 72
_EDGE_POINTS = 32
_TURNS = tuple(
    (math.cos(angle), math.sin(angle))
    for angle in (2 * math.pi * i / _RIM_POINTS for i in range(_RIM_POINTS))
)
"""Cosine and sine of each of the rim's points."""

_SOMEWHERE = Vector(0.3, 0.5, 0.8)
"""Any direction will do to start counting round the cap's rim."""


def visible_cap(
    center: Vector, radius: float, crown: Vector, half_angle: float, camera: Camera
) -> Outline | None:
    """Return the outline of what can be seen of a cap on a ball.

    Args:
        center: The ball's center.
        radius: The ball's radius.
        crown: Unit, from the center to the middle of the cap.
        half_angle: From the crown to the rim, in degrees.
        camera: From where it is seen.

    Returns:
        The outline, or None if the cap is wholly behind the ball.
    """
    ball = camera.circle(center, radius)
    way = _seen(crown, camera)
    directions = _directions(crown, half_angle, camera)
    if not directions:
        return hull([ball]) if way.z > 0 else None
    x, y, radius, _ = ball
    return polygon([(x + wx * radius, y + wy * radius) for wx, wy, _ in directions])


@lru_cache(maxsize=4)
def _directions(crown: Vector, half_angle: float, camera: Camera) -> tuple[Vector, ...]:
    """Return the outline of what can be seen of a cap as directions from the middle.

    There are none if the cap's rim is all behind the ball.
    """
    way = _seen(crown, camera)
    first = crown.cross(_SOMEWHERE).unit()
    second = _seen(crown.cross(first), camera)
    first = _seen(first, camera)
    high, wide = math.cos(math.radians(half_angle)), math.sin(math.radians(half_angle))
    middle = way * high
    rim = [
        Vector(
            middle.x + wide * (first.x * cosine + second.x * sine),
            middle.y + wide * (first.y * cosine + second.y * sine),
            middle.z + wide * (first.z * cosine + second.z * sine),
        )
        for cosine, sine in _TURNS
    ]
    seen = [direction.z >= 0 for direction in rim]
    if all(seen):
        return tuple(rim)
    if not any(seen):
        return ()
    start = next(i for i in range(_RIM_POINTS) if seen[i] and not seen[i - 1])
    near: list[Vector] = []
    while seen[(start + len(near)) % _RIM_POINTS]:
        near.append(rim[(start + len(near)) % _RIM_POINTS])
    return (*near, *_edge(near[-1], near[0], way))


def _seen(direction: Vector, camera: Camera) -> Vector:
    """Return *direction* on the picture: x right, y down, z toward the viewer."""
    x, y = camera.point(direction)
    return Vector(x, y, camera.toward(direction))


def _edge(start: Vector, end: Vector, crown: Vector) -> list[Vector]:
    """Return the ball's own outline from *start* to *end*, on the crown's side."""

    def direction(at: float) -> Vector:
        return Vector(math.cos(at), math.sin(at), 0.0)

    first = math.atan2(start.y, start.x)
    ahead = (math.atan2(end.y, end.x) - first) % (2 * math.pi)
    back = ahead - 2 * math.pi
    way = max(ahead, back, key=lambda turn: direction(first + turn / 2).dot(crown))
    return [direction(first + way * i / _EDGE_POINTS) for i in range(1, _EDGE_POINTS)]
