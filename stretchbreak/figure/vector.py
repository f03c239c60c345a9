"""A point or a direction in space, and the few sums done with it."""

import math
from typing import NamedTuple

_NO_LENGTH = 1e-9
"""Shorter than this, a vector has no direction."""

_SAME_DIRECTION = 1e-4
"""Angle in radians below which two directions count as one."""

_new = tuple.__new__


class Vector(NamedTuple):
    """A point or a direction: x right, y away from the viewer, z up.

    (A named tuple made by hand: a picture takes thousands of them, and frozen
    dataclasses take three times as long to make.)
    """

    x: float
    y: float
    z: float

    def __add__(self, other: "Vector") -> "Vector":  # type: ignore[override]
        return _new(Vector, (self.x + other.x, self.y + other.y, self.z + other.z))

    def __sub__(self, other: "Vector") -> "Vector":
        return _new(Vector, (self.x - other.x, self.y - other.y, self.z - other.z))

    def __mul__(self, factor: float) -> "Vector":  # type: ignore[override]
        return _new(Vector, (self.x * factor, self.y * factor, self.z * factor))

    def __neg__(self) -> "Vector":
        return _new(Vector, (-self.x, -self.y, -self.z))

    @property
    def length(self) -> float:
        """The distance from the origin."""
        x, y, z = self
        return math.sqrt(x * x + y * y + z * z)

    def dot(self, other: "Vector") -> float:
        """Return the scalar product."""
        return self.x * other.x + self.y * other.y + self.z * other.z

    def cross(self, other: "Vector") -> "Vector":
        """Return the vector product (right-handed)."""
        ax, ay, az = self
        bx, by, bz = other
        return _new(Vector, (ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx))

    def unit(self) -> "Vector":
        """Return this direction with length 1; straight up if it has none."""
        length = self.length
        return self * (1 / length) if length > _NO_LENGTH else UP

    def across(self, axis: "Vector") -> "Vector":
        """Return the share of this vector at right angles to the unit *axis*."""
        return self - axis * self.dot(axis)

    def turned(self, axis: "Vector", degrees: float) -> "Vector":
        """Return this vector turned about the unit *axis* (Rodrigues' formula)."""
        cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        along = axis * (self.dot(axis) * (1 - cosine))
        return self * cosine + axis.cross(self) * sine + along


UP = Vector(0.0, 0.0, 1.0)
NOWHERE = Vector(0.0, 0.0, 0.0)


def mix(start: float, end: float, t: float) -> float:
    """Return the number at share *t* of the way from *start* to *end*."""
    return start + (end - start) * t


def clamp(value: float, low: float = 0.0, high: float = 1.0) -> float:
    """Return *value* held between *low* and *high*."""
    return max(low, min(high, value))


def between(start: Vector, end: Vector, t: float) -> Vector:
    """Return the point at share *t* of the straight way from *start* to *end*."""
    ax, ay, az = start
    bx, by, bz = end
    return _new(Vector, (ax + (bx - ax) * t, ay + (by - ay) * t, az + (bz - az) * t))


def swung(start: Vector, end: Vector, t: float) -> Vector:
    """Return the direction at share *t* of the arc between two unit directions.

    Opposite directions have no single arc between them; one is chosen.
    """
    angle = math.acos(clamp(start.dot(end), -1.0))
    if angle < _SAME_DIRECTION:
        return between(start, end, t).unit()
    if angle > math.pi - _SAME_DIRECTION:
        sideways = Vector(-start.y, start.z, start.x).across(start).unit()
        return start.turned(sideways, 180 * t)
    first = start * (math.sin((1 - t) * angle) / math.sin(angle))
    return first + end * (math.sin(t * angle) / math.sin(angle))


def bump(t: float) -> float:
    """Return 0 at both ends of 0..1 and 1 in the middle."""
    return 4 * t * (1 - t)
