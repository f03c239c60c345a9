"""Where things are on the picture: a view without perspective."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from stretchbreak.figure.pose import View
from stretchbreak.figure.shapes import Circle
from stretchbreak.figure.vector import Vector


@dataclass(frozen=True, slots=True)
class Camera:
    """An orthographic camera: balls stay circles wherever they are.

    Attributes:
        right: Unit, to the right of the picture.
        up: Unit, to the top of the picture.
        away: Unit, from the viewer into the picture.
        side: 1, or -1 for a mirrored picture.
    """

    right: Vector
    up: Vector
    away: Vector
    side: int

    @classmethod
    def looking(cls, view: View, *, mirrored: bool) -> "Camera":
        """Return the camera of *view*, or its mirror image."""
        yaw, elevation = math.radians(view.yaw), math.radians(view.elevation)
        right = Vector(math.cos(yaw), math.sin(yaw), 0.0)
        away = Vector(
            -math.sin(yaw) * math.cos(elevation),
            math.cos(yaw) * math.cos(elevation),
            -math.sin(elevation),
        )
        return cls(right, right.cross(away), away, -1 if mirrored else 1)

    @property
    def floor_height(self) -> float:
        """How high a circle on the floor looks, as a share of its width."""
        return max(0.02, -self.away.z)

    def circle(self, center: Vector, radius: float) -> Circle:
        """Return how a ball looks."""
        x, y, z = center
        rx, ry, rz = self.right
        ux, uy, uz = self.up
        ax, ay, az = self.away
        return Circle(
            (x * rx + y * ry + z * rz) * self.side,
            -(x * ux + y * uy + z * uz),
            radius,
            x * ax + y * ay + z * az,
        )

    def point(self, place: Vector) -> tuple[float, float]:
        """Return where *place* is on the picture."""
        return place.dot(self.right) * self.side, -place.dot(self.up)

    def points(self, places: Iterable[Vector]) -> list[tuple[float, float]]:
        """Return where *places* are on the picture."""
        return [self.point(place) for place in places]

    def toward(self, direction: Vector) -> float:
        """Return how much a unit *direction* points at the viewer, -1..1."""
        return -direction.dot(self.away)
