"""Places things on a head: offsets go up, to the front and to the left of it."""

from dataclasses import dataclass

from stretchbreak.figure.body import SKULL
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.frame import Frame
from stretchbreak.figure.shapes import Circle
from stretchbreak.figure.vector import Vector

_ON_SKIN = 0.0005
"""Lines of the face lie this much off the skull."""


@dataclass(frozen=True, slots=True)
class HeadPlace:
    """One head in the view of a camera.

    Attributes:
        center: The middle of the skull.
        frame: Which way the head points.
        camera: From where it is seen.
    """

    center: Vector
    frame: Frame
    camera: Camera

    def place(self, up: float = 0.0, front: float = 0.0, left: float = 0.0) -> Vector:
        """Return the place at these offsets from the middle of the skull."""
        return self.center + self.frame.point(up=up, front=front, left=left)

    def on_skull(self, *, front: float, left: float, up: float = 0.0) -> Vector:
        """Return the place on the skull in this direction from its middle."""
        way = self.frame.point(front=front, left=left, up=up).unit()
        return self.center + way * (SKULL + _ON_SKIN)

    def circle(
        self, radius: float, *, up: float = 0.0, front: float = 0.0, left: float = 0.0
    ) -> Circle:
        """Return how a ball at these offsets looks."""
        return self.camera.circle(self.place(up, front, left), radius)

    def toward(
        self, *, up: float = 0.0, front: float = 0.0, left: float = 0.0
    ) -> float:
        """Return how much this direction points at the viewer, -1..1."""
        return self.camera.toward(
            self.frame.point(up=up, front=front, left=left).unit()
        )
