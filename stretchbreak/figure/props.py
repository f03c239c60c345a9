"""What stands around: chair and desk."""

from dataclasses import dataclass

from stretchbreak.figure.camera import Camera
from stretchbreak.figure.outline import hull
from stretchbreak.figure.pose import Chair, Desk
from stretchbreak.figure.shapes import Ink, Role, Shape, Tone
from stretchbreak.figure.vector import UP, Vector

_LEG = 0.016
"""Thickness of the legs of chair and desk."""

_SIDEWAYS_FADED = 0.85
"""Faces that look sideways are darker than those that look at the viewer."""

_SCREEN_FROM_END = 0.24
"""How far a screen's middle stands from the right end of its desk."""

_RAIL = 0.075
"""Height of the bars between the legs of a chair."""

_CHAIR_HALF_WIDTH = 0.135
_BACK_HEIGHT = 0.32
"""From the seat to the top of the chair's back."""


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
    boxes: list[_Box] = []
    for y in (half - _LEG, _LEG - half):
        boxes += [
            _leg(back + 0.002, y, seat + _BACK_HEIGHT - 0.02),
            _rail(back, front - 0.02, y),
            _leg(front - 0.02, y, seat - 0.03),
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
    boxes.append(
        _Box(
            Vector(back - 0.002, 0.005 - half, seat + 0.17),
            Vector(back + 0.014, half - 0.005, seat + _BACK_HEIGHT),
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
    boxes += _computer(Vector(area.right - _SCREEN_FROM_END, area.far, height))
    return [shape for box in boxes for shape in box.shapes(camera)]


def _computer(place: Vector) -> list[_Box]:
    """Return the screen and keyboard that tell a desk from a table.

    *place* is at the desk's far edge, on its top.
    """

    def box(
        half_width: float, near: float, far: float, low: float, high: float
    ) -> _Box:
        return _Box(
            place + Vector(-half_width, near, low),
            place + Vector(half_width, far, high),
            0.004,
            Role.SCREEN,
        )

    return [
        box(0.06, -0.14, -0.06, 0.004, 0.006),
        box(0.012, -0.105, -0.095, 0.004, 0.1),
        box(0.16, -0.12, -0.11, 0.07, 0.25),
        box(0.1, -0.3, -0.24, 0.004, 0.008),
    ]


def _rail(left: float, right: float, y: float) -> _Box:
    """Return a bar between two legs of a chair: it stands firm, without wheels."""
    half = _LEG / 2 - 0.003
    low, high = Vector(left, y - half, _RAIL), Vector(right, y + half, _RAIL + 2 * half)
    return _Box(low, high, 0.002)


def _leg(x: float, y: float, height: float) -> _Box:
    half = _LEG / 2
    low, high = Vector(x - half, y - half, 0.004), Vector(x + half, y + half, height)
    return _Box(low, high, 0.003)
