"""The visible part of a cap of hair on the skull, as an outline."""

import math

from stretchbreak.figure.camera import Camera
from stretchbreak.figure.outline import hull, polygon
from stretchbreak.figure.shapes import Outline
from stretchbreak.figure.vector import Vector

_RIM_POINTS = 72
_EDGE_POINTS = 32
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
    cosine, sine = (
        math.cos(math.radians(half_angle)),
        math.sin(math.radians(half_angle)),
    )
    first = crown.cross(_SOMEWHERE).unit()
    second = crown.cross(first)
    rim: list[Vector] = []
    for i in range(_RIM_POINTS):
        angle = 2 * math.pi * i / _RIM_POINTS
        aside = first * math.cos(angle) + second * math.sin(angle)
        rim.append(crown * cosine + aside * sine)
    seen = [camera.toward(direction) >= 0 for direction in rim]
    if all(seen):
        return _outline(center, radius, rim, camera)
    if not any(seen):
        whole = camera.toward(crown) > 0
        return hull([camera.circle(center, radius)]) if whole else None
    start = next(i for i in range(_RIM_POINTS) if seen[i] and not seen[i - 1])
    near: list[Vector] = []
    while seen[(start + len(near)) % _RIM_POINTS]:
        near.append(rim[(start + len(near)) % _RIM_POINTS])
    edge = _edge(near[-1], near[0], crown, camera)
    return _outline(center, radius, near + edge, camera)


def _edge(start: Vector, end: Vector, crown: Vector, camera: Camera) -> list[Vector]:
    """Return the ball's own outline from *start* to *end*, on the crown's side."""

    def angle(direction: Vector) -> float:
        return math.atan2(direction.dot(camera.up), direction.dot(camera.right))

    def direction(at: float) -> Vector:
        return camera.right * math.cos(at) + camera.up * math.sin(at)

    first = angle(start)
    ahead = (angle(end) - first) % (2 * math.pi)
    back = ahead - 2 * math.pi
    way = max(ahead, back, key=lambda turn: direction(first + turn / 2).dot(crown))
    return [direction(first + way * i / _EDGE_POINTS) for i in range(1, _EDGE_POINTS)]


def _outline(
    center: Vector, radius: float, directions: list[Vector], camera: Camera
) -> Outline:
    return polygon([camera.point(center + way * radius) for way in directions])
