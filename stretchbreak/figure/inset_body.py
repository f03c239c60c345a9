"""What a magnifier shows: the side of the trunk, and the near thigh."""

from collections.abc import Sequence
from dataclasses import dataclass

from stretchbreak.figure.body import HEM, HEM_EXTRA, TROUSER_WAIST, Side, stops
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.inking import inked
from stretchbreak.figure.parts import CHEST, PELVIS, Part
from stretchbreak.figure.shapes import Circle, Ink, Role, Shape
from stretchbreak.figure.skeleton import Skeleton
from stretchbreak.figure.trunk import Slice
from stretchbreak.figure.vector import Vector

_SHIRT_TO, _THIGH_TO = 0.92, 0.7
"""So far up the spine the shirt is drawn, and so far down the thigh the trousers; the
rest lies outside of the circle."""

_SMOOTH = 4
"""So many balls of the shirt are drawn between two slices of the trunk."""


@dataclass(frozen=True, slots=True)
class Lens(Camera):
    """A camera whose picture lies enlarged somewhere on another one.

    Attributes:
        zoom: How much larger everything is.
        across: How far everything is shifted to the right.
        down: How far everything is shifted down.
    """

    zoom: float
    across: float
    down: float

    @classmethod
    def of(
        cls, camera: Camera, zoom: float, middle: Vector, shown: tuple[float, float]
    ) -> "Lens":
        """Return *camera*'s picture, so enlarged that *middle* lies where *shown*."""
        x, y = camera.point(middle)
        return cls(
            camera.right,
            camera.up,
            camera.away,
            camera.side,
            zoom,
            shown[0] - x * zoom,
            shown[1] - y * zoom,
        )

    def circle(self, center: Vector, radius: float) -> Circle:
        """Return how a ball looks."""
        x, y, radius, depth = Camera.circle(self, center, radius)
        zoom = self.zoom
        return Circle(
            x * zoom + self.across, y * zoom + self.down, radius * zoom, depth
        )

    def point(self, place: Vector) -> tuple[float, float]:
        """Return where *place* is on the picture."""
        x, y = Camera.point(self, place)
        return x * self.zoom + self.across, y * self.zoom + self.down


def waist(body: Skeleton, lens: Lens) -> list[Shape]:
    """Return trousers and shirt as they lie on the mat."""
    slices = body.trunk.slices
    return inked([_trousers(body, slices, lens), _shirt(slices, lens)], [], {})


def _trousers(body: Skeleton, slices: Sequence[Slice], lens: Lens) -> Part:
    """Return seat and near thigh in one: so large, no seam may show."""
    seat = _balls([piece for piece in slices if piece.height <= TROUSER_WAIST], lens)
    bone = body.legs[Side.RIGHT].thigh
    thigh = [lens.circle(bone.point(t), bone.radius(t)) for t in stops(0, _THIGH_TO)]
    circles = (*seat, *thigh)
    return Part(
        name=PELVIS,
        circles=circles,
        runs=(tuple(range(len(seat))), tuple(range(len(seat), len(circles)))),
        ink=Ink(Role.LEG, dimmed=1 - body.brightness.pelvis),
        rim=(1.0,) * len(circles),
    )


def _shirt(slices: Sequence[Slice], lens: Lens) -> Part:
    """Return the shirt from the shoulders to the hem, without the corners of slices.

    So large, a hollow back must be an arch: slice by slice it would be a roof.
    """
    shown = [piece for piece in reversed(slices) if HEM <= piece.height <= _SHIRT_TO]
    circles = _smooth(_balls(shown, lens, HEM_EXTRA))
    return Part(
        name=CHEST,
        circles=circles,
        ink=Ink(Role.SHIRT),
        opening=0.0,
        rim=(1.0,) * len(circles),
    )


def _balls(slices: Sequence[Slice], lens: Lens, extra: float = 0.0) -> list[Circle]:
    """Return the side of each slice, where its two balls are one."""
    return [lens.circle(piece.center, piece.radius + extra) for piece in slices]


def _smooth(balls: Sequence[Circle]) -> tuple[Circle, ...]:
    """Return a smooth run of balls that follows *balls* (a cubic B-spline)."""
    first, last = balls[0], balls[-1]
    padded = [first, first, *balls, last, last]
    return tuple(
        Circle(
            *(
                (
                    a * (1 - t) ** 3
                    + b * (3 * t**3 - 6 * t**2 + 4)
                    + c * (-3 * t**3 + 3 * t**2 + 3 * t + 1)
                    + d * t**3
                )
                / 6
                for a, b, c, d in zip(*padded[i : i + 4], strict=True)
            )
        )
        for i in range(len(padded) - 3)
        for t in (step / _SMOOTH for step in range(_SMOOTH))
    )
