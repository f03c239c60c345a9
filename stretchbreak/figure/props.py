"""What stands around: mat, chair and desk."""

import math
from dataclasses import dataclass

from stretchbreak.figure.camera import Camera
from stretchbreak.figure.outline import hull
from stretchbreak.figure.pose import Area, Chair, Desk
from stretchbreak.figure.shapes import Ink, Role, Shape, Tone
from stretchbreak.figure.vector import UP, Vector

_MAT_THICKNESS = 0.012
_MAT_CORNER = 0.03
_CORNER_STEPS = 8

_LEG = 0.016
"""Thickness of the legs of chair and desk."""

_SIDEWAYS_FADED = 0.85
"""Faces that look sideways are darker than those that look at the viewer."""

_CHAIR_HALF_WIDTH = 0.135
_BACK_HEIGHT = 0.32
"""From the seat to the top of the chair's back."""


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


_Ends = tuple[float] | tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Box:
    """A box between two opposite corners, with its edges rounded by *rounding*."""

    low: Vector
    high: Vector
    rounding: float
    role: Role = Role.WOOD

    def shapes(self, camera: Camera) -> list[Shape]:
        """Return the faces that can be seen."""
        low, high = self.low, self.high
        top = _face((low.x, high.x), (low.y, high.y), (high.z,))
        near = _face((low.x, high.x), (low.y,), (low.z, high.z))
        right = _face((high.x,), (low.y, high.y), (low.z, high.z))
        left = _face((low.x,), (low.y, high.y), (low.z, high.z))
        faces = (
            (UP, top, Ink(self.role)),
            (Vector(0, -1, 0), near, Ink(self.role, Tone.SHADE)),
            (Vector(1, 0, 0), right, Ink(self.role, Tone.SHADE, _SIDEWAYS_FADED)),
            (Vector(-1, 0, 0), left, Ink(self.role, Tone.SHADE, _SIDEWAYS_FADED)),
        )
        return [
            Shape((hull([camera.circle(c, self.rounding) for c in corners]),), ink)
            for normal, corners, ink in faces
            if camera.toward(normal) > 0
        ]


def _face(xs: _Ends, ys: _Ends, zs: _Ends) -> list[Vector]:
    return [Vector(x, y, z) for x in xs for y in ys for z in zs]


def chair_shapes(chair: Chair, camera: Camera) -> list[Shape]:
    """Return the chair, to be drawn before whoever sits on it."""
    back, front, seat, half = chair.back, chair.front, chair.seat, _CHAIR_HALF_WIDTH
    boxes = [
        _leg(x, y, seat - 0.03)
        for y in (half - 0.02, 0.02 - half)
        for x in (back + 0.01, front - 0.02)
    ]
    boxes += [
        _Box(
            Vector(back, -half, seat - 0.040), Vector(front, half, seat - 0.022), 0.005
        ),
        _Box(
            Vector(back + 0.01, 0.01 - half, seat - 0.016),
            Vector(front - 0.01, half - 0.01, seat - 0.004),
            0.009,
            Role.CUSHION,
        ),
    ]
    boxes += [
        _Box(
            Vector(back - 0.012, y - 0.009, seat - 0.02),
            Vector(back + 0.006, y + 0.009, seat + 0.30),
            0.003,
        )
        for y in (half - 0.03, 0.03 - half)
    ]
    boxes.append(
        _Box(
            Vector(back - 0.016, 0.005 - half, seat + 0.17),
            Vector(back + 0.002, half - 0.005, seat + _BACK_HEIGHT),
            0.015,
            Role.CUSHION,
        )
    )
    return [shape for box in boxes for shape in box.shapes(camera)]


def desk_shapes(desk: Desk, camera: Camera) -> list[Shape]:
    """Return the desk, to be drawn before whoever leans on it."""
    area, height = desk.area, desk.height
    boxes = [
        _leg(x, y, height - 0.03)
        for x in (area.right - 0.03, area.left + 0.05)
        for y in (area.far - 0.03, area.near + 0.03)
    ]
    low = Vector(area.left, area.near, height - 0.026)
    boxes.append(_Box(low, Vector(area.right, area.far, height - 0.006), 0.006))
    return [shape for box in boxes for shape in box.shapes(camera)]


def _leg(x: float, y: float, height: float) -> _Box:
    half = _LEG / 2
    low, high = Vector(x - half, y - half, 0.004), Vector(x + half, y + half, height)
    return _Box(low, high, 0.003)
