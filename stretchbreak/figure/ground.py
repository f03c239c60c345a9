"""The mat under the body."""

import math

from stretchbreak.figure.camera import Camera
from stretchbreak.figure.outline import hull
from stretchbreak.figure.pose import Area
from stretchbreak.figure.shapes import Ink, Role, Shape, Tone
from stretchbreak.figure.vector import Vector

_MAT_THICKNESS = 0.012
_MAT_CORNER = 0.03
_CORNER_STEPS = 8


def mat_shapes(mat: Area, camera: Camera) -> list[Shape]:
    """Return the mat: a thin slab with round corners; its top is the floor."""
    bottom, top = (
        [camera.circle(Vector(x, y, z), 0.0) for x, y in _rounded(mat)]
        for z in (-_MAT_THICKNESS, 0.0)
    )
    return [
        Shape((hull([*bottom, *top]),), Ink(Role.MAT, Tone.SHADE)),
        Shape((hull(top),), Ink(Role.MAT)),
    ]


def _rounded(area: Area) -> list[tuple[float, float]]:
    """Return points round *area* with its corners cut round."""
    corners = (
        (area.right - _MAT_CORNER, area.far - _MAT_CORNER, 0),
        (area.left + _MAT_CORNER, area.far - _MAT_CORNER, 90),
        (area.left + _MAT_CORNER, area.near + _MAT_CORNER, 180),
        (area.right - _MAT_CORNER, area.near + _MAT_CORNER, 270),
    )
    points: list[tuple[float, float]] = []
    for x, y, start in corners:
        for step in range(_CORNER_STEPS + 1):
            angle = math.radians(start + 90 * step / _CORNER_STEPS)
            across, away = math.cos(angle), math.sin(angle)
            points.append((x + _MAT_CORNER * across, y + _MAT_CORNER * away))
    return points
