"""A magnifier: the waist of the body, seen straight from the side.

It shows the same instant as the picture, and what the picture is too small for: the
gap between back and mat.
"""

import math
from dataclasses import dataclass, replace

from stretchbreak.figure.arrows import ArrowOutlines, arrow_outlines
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.clipping import clipped
from stretchbreak.figure.inset_body import Lens, waist
from stretchbreak.figure.marks import Inset, Spot
from stretchbreak.figure.outline import hull, touching
from stretchbreak.figure.pose import PoseSequence, View
from stretchbreak.figure.shapes import Arc, Circle, Ink, Outline, Role, Shape, Tone
from stretchbreak.figure.skeleton import Skeleton
from stretchbreak.figure.spots import Feeling, spot_shapes
from stretchbreak.figure.vector import Vector

_RING = 0.006
"""Width of the ring round the magnifier."""

_LEAD = 0.0045
"""Width of the ring on the body, and of the lines from it to the magnifier."""

_LINES = Ink(Role.PAPER, Tone.OUTLINE)

_MAT_THICKNESS = 0.014

_SIDE_VIEW = View(yaw=0.0, elevation=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Magnifier:
    """What all frames of an inset share.

    Attributes:
        circle: What it shows, up to the middle of its ring.
        edge: The magnifier with its ring.
        lens: From where it is seen.
        frame: The ring on the body, the lines from there, and the empty magnifier.
        ring: What goes round the magnifier, and over the edge of what it shows.
        mat: The mat, cut straight.
        spots: Where the stretch is felt.
        arrows: What shows the way to go inside.
    """

    circle: Circle
    edge: Circle
    lens: Lens
    frame: tuple[Shape, ...]
    ring: Shape
    mat: tuple[Shape, ...]
    spots: tuple[Spot, ...]
    arrows: tuple[ArrowOutlines, ...]


def magnifier(inset: Inset, sequence: PoseSequence, camera: Camera) -> Magnifier:
    """Return what all frames of *inset* share in the picture *camera* sees."""
    place = camera.point(inset.at)
    large = Circle(*place, inset.radius, 0.0)
    small = camera.circle(inset.middle, inset.radius / inset.zoom)
    shown = large.grown(_RING / 2)
    side = Camera.looking(_SIDE_VIEW, mirrored=camera.side < 0)
    lens = Lens.of(side, inset.zoom, inset.middle, place)
    return Magnifier(
        circle=shown,
        edge=large.grown(_RING),
        lens=lens,
        frame=(
            Shape(_lead(small, large), _LINES),
            Shape((hull([shown]),), Ink(Role.PAPER)),
        ),
        ring=Shape((_ring(shown, _RING),), _LINES),
        mat=_mat(inset, lens),
        spots=sequence.spots,
        arrows=tuple(arrow_outlines(arrow, sequence, lens) for arrow in inset.arrows),
    )


def inset_shapes(glass: Magnifier, body: Skeleton, strength: float) -> list[Shape]:
    """Return the magnifier over *body*.

    Args:
        glass: What all frames share.
        body: The body at this instant; without its breath, nothing here need be
            painted again while it breathes.
        strength: How strongly the stretch is felt just now, 0..1.
    """
    # the mat over the flesh: what lies on it is pressed flat
    content = [*waist(body, glass.lens), *glass.mat]
    if strength > 0:
        feeling = Feeling(strength=strength, breath=0.0)
        content += spot_shapes(glass.spots, (), body, glass.lens, feeling)
    inside = (_cut(shape, glass.circle) for shape in content)
    return [*glass.frame, *(shape for shape in inside if shape.outlines), glass.ring]


def _cut(shape: Shape, circle: Circle) -> Shape:
    return replace(shape, outlines=clipped(shape.outlines, circle))


def _lead(small: Circle, large: Circle) -> tuple[Outline, ...]:
    """Return a ring round *small*, and two lines that touch it and *large*.

    Raises:
        ValueError: One circle lies inside the other.
    """
    sides = touching(small, large)
    if sides is None:
        raise ValueError("inset: expected `at` farther from `middle`")
    lines = (
        [
            Circle(c.x + across * c.radius, c.y + down * c.radius, _LEAD / 2, 0.0)
            for c in (small, large)
        ]
        for across, down in (sides[:2], sides[2:])
    )
    return _ring(small, _LEAD), *map(hull, lines)


def _ring(circle: Circle, width: float) -> Outline:
    """Return a ring on the edge of *circle*: once round, and back again inside."""
    x, y, radius, _ = circle
    half = width / 2
    turn = 2 * math.pi
    return Arc(x, y, radius + half, 0.0, turn), Arc(x, y, radius - half, 0.0, -turn)


def _mat(inset: Inset, lens: Lens) -> tuple[Shape, ...]:
    """Return the mat: its top is the floor."""
    middle, reach = inset.middle, inset.radius / inset.zoom

    def slab(top: float, bottom: float, tone: Tone) -> Shape:
        corners = [
            lens.circle(Vector(middle.x + x, middle.y, z), 0.0)
            for x in (-reach, reach)
            for z in (top, bottom)
        ]
        return Shape((hull(corners),), Ink(Role.MAT, tone))

    return (
        slab(-_MAT_THICKNESS, middle.z - reach, Tone.SHADE),
        slab(0.0, -_MAT_THICKNESS, Tone.LIGHT),
    )
