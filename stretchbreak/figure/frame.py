"""Orientations of pelvis, chest, head and hands.

A frame says which way a body part's head end, front and left side point. Two
frames are blended through quaternions, so a part turns evenly and never
shears on the way.
"""

import math
from dataclasses import dataclass

from stretchbreak.figure.vector import Vector

_NEARLY_EQUAL = 0.9995
"""Above this cosine, quaternions are blended straight: the arc is too short."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Three unit directions at right angles to each other.

    Attributes:
        up: Toward the head end.
        front: Out of the front of the body.
        left: To the body's own left; always up x front.
    """

    up: Vector
    front: Vector
    left: Vector

    @classmethod
    def facing(cls, up: Vector, front: Vector) -> "Frame":
        """Return the frame with exactly this *up* and as nearly this *front*."""
        exact_up = up.unit()
        exact_front = front.across(exact_up).unit()
        return cls(exact_up, exact_front, exact_up.cross(exact_front))

    def turned(self, turn: "Turn") -> "Frame":
        """Return this frame after *turn*: first pitch, then side, then roll."""
        frame = self
        if turn.pitch:
            frame = _about(frame, frame.left, turn.pitch)
        if turn.side:
            frame = _about(frame, frame.front, turn.side)
        if turn.roll:
            frame = _about(frame, frame.up, turn.roll)
        return frame

    def point(
        self, *, up: float = 0.0, front: float = 0.0, left: float = 0.0
    ) -> Vector:
        """Return the vector with these shares along the three directions."""
        (ux, uy, uz), (fx, fy, fz), (lx, ly, lz) = self.up, self.front, self.left
        return Vector(
            ux * up + fx * front + lx * left,
            uy * up + fy * front + ly * left,
            uz * up + fz * front + lz * left,
        )

    def shares(self, vector: Vector) -> tuple[float, float, float]:
        """Return how far *vector* goes along up, front and left."""
        return vector.dot(self.up), vector.dot(self.front), vector.dot(self.left)


def _about(frame: Frame, axis: Vector, degrees: float) -> Frame:
    return Frame(
        frame.up.turned(axis, degrees),
        frame.front.turned(axis, degrees),
        frame.left.turned(axis, degrees),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """How a body part is turned from its base position, in degrees.

    Attributes:
        pitch: About the left side: + bows forward.
        side: About the front: + leans to the body's right.
        roll: About the long axis: + turns the front to the body's left.
    """

    pitch: float = 0.0
    side: float = 0.0
    roll: float = 0.0


LYING = Frame(Vector(-1, 0, 0), Vector(0, 0, 1), Vector(0, 1, 0))
"""On the back, head at the left of the picture, right side near the viewer."""

UPRIGHT = Frame(Vector(0, 0, 1), Vector(1, 0, 0), Vector(0, 1, 0))
"""Standing or sitting, facing right, right side near the viewer."""


def blended(start: Frame, end: Frame, t: float) -> Frame:
    """Return the frame at share *t* of the shortest turn from *start* to *end*."""
    if start == end:
        return start  # exactly: what stands still must be seen to, to be kept
    return _frame(_blend(_quaternion(start), _quaternion(end), t))


@dataclass(frozen=True, slots=True)
class _Quaternion:
    """A rotation as a unit quaternion w + xi + yj + zk."""

    w: float
    x: float
    y: float
    z: float

    def dot(self, other: "_Quaternion") -> float:
        return self.w * other.w + self.x * other.x + self.y * other.y + self.z * other.z

    def plus(self, other: "_Quaternion") -> "_Quaternion":
        return _Quaternion(
            self.w + other.w, self.x + other.x, self.y + other.y, self.z + other.z
        )

    def times(self, factor: float) -> "_Quaternion":
        return _Quaternion(
            self.w * factor, self.x * factor, self.y * factor, self.z * factor
        )


def _blend(start: _Quaternion, end: _Quaternion, t: float) -> _Quaternion:
    """Return the spherical linear blend, the short way round."""
    cosine = start.dot(end)
    if cosine < 0:  # q and -q are the same rotation; take the nearer one
        end, cosine = end.times(-1), -cosine
    if cosine > _NEARLY_EQUAL:
        straight = start.times(1 - t).plus(end.times(t))
        return straight.times(1 / math.sqrt(straight.dot(straight)))
    angle = math.acos(cosine)
    near = start.times(math.sin((1 - t) * angle) / math.sin(angle))
    return near.plus(end.times(math.sin(t * angle) / math.sin(angle)))


def _quaternion(frame: Frame) -> _Quaternion:
    """Return the rotation whose matrix has the columns front, left, up.

    Shepperd's method: start from the largest of w, x, y, z, so that no
    division is by a small number.
    """
    front, left, up = frame.front, frame.left, frame.up
    trace = front.x + left.y + up.z
    largest = max(trace, front.x, left.y, up.z)
    if largest == trace:
        root = 2 * math.sqrt(1 + trace)
        return _Quaternion(
            root / 4,
            (left.z - up.y) / root,
            (up.x - front.z) / root,
            (front.y - left.x) / root,
        )
    root = 2 * math.sqrt(1 + 2 * largest - trace)
    if largest == front.x:
        return _Quaternion(
            (left.z - up.y) / root,
            root / 4,
            (left.x + front.y) / root,
            (up.x + front.z) / root,
        )
    if largest == left.y:
        return _Quaternion(
            (up.x - front.z) / root,
            (left.x + front.y) / root,
            root / 4,
            (up.y + left.z) / root,
        )
    return _Quaternion(
        (front.y - left.x) / root,
        (up.x + front.z) / root,
        (up.y + left.z) / root,
        root / 4,
    )


def _frame(turn: _Quaternion) -> Frame:
    w, x, y, z = turn.w, turn.x, turn.y, turn.z
    return Frame(
        up=Vector(2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)),
        front=Vector(1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y)),
        left=Vector(2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x)),
    )
