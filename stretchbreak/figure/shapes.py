"""What a scene is made of: flat outlines, each filled with one ink.

Lengths are still fractions of the body height, but on the picture: x to the
right, y down. A ball seen from anywhere is a circle, a tapered limb is the
hull of two circles, a rounded box face the hull of four: circles are all we
need. An outline is a run of arcs joined by straight lines.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Circle(NamedTuple):
    """A ball as the camera sees it; `depth` grows away from the viewer.

    (A named tuple, as `Arc` is: a picture has thousands of them, and frozen
    dataclasses take three times as long to make.)
    """

    x: float
    y: float
    radius: float
    depth: float

    def grown(self, by: float) -> "Circle":
        """Return the same circle with a radius larger by *by*."""
        return Circle(self.x, self.y, self.radius + by, self.depth)


class Arc(NamedTuple):
    """A piece of a circle; angles in radians, from +x toward +y (down).

    A radius of 0 makes it a corner.
    """

    x: float
    y: float
    radius: float
    start: float
    sweep: float


Outline = tuple[Arc, ...]
"""A closed line: every arc is joined to the next by a straight line."""


class Role(StrEnum):
    """What a shape is part of; the palette gives each its colours."""

    SKIN = "skin"
    SHIRT = "shirt"
    LEG = "leg"
    OTHER_LEG = "other_leg"
    HAIR = "hair"
    FACE = "face"
    SHOE = "shoe"
    SOLE = "sole"
    MAT = "mat"
    WOOD = "wood"
    CUSHION = "cushion"
    SCREEN = "screen"
    SHADOW = "shadow"
    SPOT = "spot"
    ARROW = "arrow"
    HALO = "halo"
    PAPER = "paper"


class Tone(StrEnum):
    """Which of a role's three colours."""

    LIGHT = "light"
    SHADE = "shade"
    OUTLINE = "outline"


@dataclass(frozen=True, slots=True)
class Ink:
    """The colour of a shape, told without naming a colour.

    Attributes:
        role: What the shape is part of.
        tone: Which of the role's colours.
        faded: How far away it is: 0 near, 1 the far side of the body, which
            is drawn a little darker.
        dimmed: For trousers: share of the other leg's colour, 0..1.
        opacity: 0..1.
    """

    role: Role
    tone: Tone = Tone.LIGHT
    faded: float = 0.0
    dimmed: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Shape:
    """One fill of the picture.

    Attributes:
        outlines: The area is everything inside any of these.
        ink: What to fill it with.
        within: If there are any, only the part inside these shows.
        flattened: Scale in y; a disc on the floor is an ellipse.
        nested: Whether no part of it lies outside of the shape before it; `within`
            is the same then.
    """

    outlines: tuple[Outline, ...]
    ink: Ink
    within: tuple[Outline, ...] = ()
    flattened: float = 1.0
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Bounds:
    """A box on the picture."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    def mirrored(self) -> "Bounds":
        """Return the box of the mirrored picture."""
        return Bounds(-self.right, self.top, -self.left, self.bottom)
