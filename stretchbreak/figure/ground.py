"""What lies under the body: a mat, or the lane of a walk."""

import math

from stretchbreak.figure.camera import Camera
from stretchbreak.figure.outline import hull
from stretchbreak.figure.pose import Area
from stretchbreak.figure.shapes import Ink, Role, Shape, Tone
from stretchbreak.figure.vector import Vector

_MAT_THICKNESS = 0.012
_MAT_CORNER = 0.03
_CORNER_STEPS = 8

_DASH = 0.12
"""From one dash of a lane to the next, about."""

_DASH_RADIUS = 0.005
_LANE_HALF_WIDTH, _LANE_END = 0.14, 0.3
"""How far a lane's edges are from its middle, and its ends from the walker."""


def lane_shapes(stride: float, at: float, camera: Camera) -> list[Shape]:
    """Return dashes on both sides of a walk, which run back as the floor does.

    One round moves them by whole dashes: it ends as it began. At the ends they fade:
    cut short, they would be stray dots.
    """
    dashes = max(1, round(stride / _DASH))
    pitch = stride / dashes
    moved = -(at * stride) % pitch
    shapes: list[Shape] = []
    for y in (-_LANE_HALF_WIDTH, _LANE_HALF_WIDTH):
        for i in range(-dashes, dashes + 1):
            left = moved + i * pitch
            ends = (max(left, -_LANE_END), min(left + pitch / 2, _LANE_END))
            whole = (ends[1] - ends[0]) / (pitch / 2)
            if whole > 0:
                shapes.append(_dash(ends, y, camera, opacity=whole**2))
    return shapes


def lane_edges(camera: Camera) -> list[Shape]:
    """Return the two lines on which all dashes of a lane run."""
    return [
        _dash((-_LANE_END, _LANE_END), y, camera)
        for y in (-_LANE_HALF_WIDTH, _LANE_HALF_WIDTH)
    ]


def _dash(
    ends: tuple[float, float], y: float, camera: Camera, *, opacity: float = 1.0
) -> Shape:
    circles = [camera.circle(Vector(x, y, 0), _DASH_RADIUS) for x in ends]
    return Shape((hull(circles),), Ink(Role.MAT, Tone.SHADE, opacity=min(1.0, opacity)))


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
