"""The prints that a walk leaves on the floor, which runs back under the feet."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from stretchbreak.figure.body import Side
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.outline import hull
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.figure.shapes import Circle, Ink, Role, Shape
from stretchbreak.figure.skeleton import skeleton
from stretchbreak.figure.vector import Vector, between, clamp

_HEEL = ((-0.02, 0.021), (0.08, 0.021))
_SOLE = ((0.5, 0.02), (0.72, 0.027), (0.92, 0.02))
"""The two pieces of a print: how far along the foot, and how wide there."""

_OPACITY = 0.9
_FADES, _GONE = -0.25, -0.62
"""From here on a heel's print fades, and here it is gone."""


@dataclass(frozen=True, slots=True)
class Footprint:
    """Where a foot comes to stand, once a round.

    Attributes:
        heel: Where its heel is when it stands flat.
        toes: Where its toes are.
        since: The instant it does, 0..1.
    """

    heel: Vector
    toes: Vector
    since: float


def footprints(sequence: PoseSequence) -> tuple[Footprint, ...]:
    """Return the print of each foot in a walk."""
    instants = [i / sequence.ways for i in range(sequence.ways)]
    bodies = {at: skeleton(sequence, at) for at in instants}

    def of(side: Side) -> Footprint:
        flat = min(instants, key=lambda at: bodies[at].legs[side].shin.end.z)
        foot = bodies[flat].feet[side]
        return Footprint(foot["heel"].center, foot["inner_tip"].center, flat)

    return tuple(of(side) for side in Side)


def print_shapes(
    prints: Sequence[Footprint], stride: float, at: float, camera: Camera
) -> list[Shape]:
    """Return what is to be seen of *prints* at one instant (0..1) of a round.

    One round moves them back by *stride*: it ends as it began.
    """
    shapes: list[Shape] = []
    for print_ in prints:
        for rounds in count((at - print_.since) % 1):
            gone = Vector(-stride * rounds, 0, 0)
            left = clamp((print_.heel.x + gone.x - _GONE) / (_FADES - _GONE))
            if left == 0:
                break
            shapes.append(_shape(print_, gone, camera, opacity=left * _OPACITY))
    return shapes


def print_reach(prints: Sequence[Footprint], camera: Camera) -> list[Circle]:
    """Return circles round where *prints* are to be seen at last."""
    ends = (Vector(_GONE, print_.heel.y, 0) for print_ in prints)
    return [camera.circle(end, _HEEL[0][1]) for end in ends]


def _shape(print_: Footprint, gone: Vector, camera: Camera, *, opacity: float) -> Shape:
    """Return a print as seen from straight above, to be flattened."""

    def disc(along: float, radius: float) -> Circle:
        place = between(print_.heel, print_.toes, along) + gone
        x, y = camera.point(Vector(place.x, place.y, 0))
        return Circle(x, y / camera.floor_height, radius, 0.0)

    outlines = tuple(hull([disc(*ball) for ball in piece]) for piece in (_HEEL, _SOLE))
    return Shape(
        outlines, Ink(Role.SOLE, opacity=opacity), flattened=camera.floor_height
    )
