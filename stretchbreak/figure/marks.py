"""What is drawn over a body to explain it: felt patches, arrows, a magnifier."""

from dataclasses import dataclass
from enum import StrEnum

from stretchbreak.figure.table import Table
from stretchbreak.figure.vector import Vector


class SpotPart(StrEnum):
    """Where a stretch can be felt."""

    PELVIS = "pelvis"
    CHEST = "chest"
    LEFT_THIGH = "left_thigh"
    RIGHT_THIGH = "right_thigh"


class Joint(StrEnum):
    """A joint whose path an arrow can follow."""

    HEAD = "head"
    CHEST = "chest"
    HIPS = "hips"
    LEFT_SHOULDER = "left_shoulder"
    RIGHT_SHOULDER = "right_shoulder"
    LEFT_WRIST = "left_wrist"
    RIGHT_WRIST = "right_wrist"
    LEFT_KNEE = "left_knee"
    RIGHT_KNEE = "right_knee"
    LEFT_ANKLE = "left_ankle"
    RIGHT_ANKLE = "right_ankle"
    LEFT_TOES = "left_toes"
    RIGHT_TOES = "right_toes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where the stretch is felt: a soft patch on the body.

    All patches of a stretch are drawn as one: those that touch become one shape.

    Attributes:
        part: What it lies on.
        along: Where along that part; the patch runs through all of these.
        angle: Where round the part: 90 front, -90 back; 0 a thigh's outer side
            or the trunk's left, 180 a thigh's inner side or the trunk's right.
        radius: Half the patch's width.
    """

    part: SpotPart
    along: tuple[float, ...]
    angle: float
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnArrow:
    """An arrow through given places.

    Attributes:
        points: The places, tail first.
        to_key: The index of the key pose it shows the way to.
        size: Its thickness; 1 is the usual one.
    """

    points: tuple[Vector, ...]
    to_key: int
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowingArrow:
    """An arrow along a joint's own path on its way to a key pose.

    Attributes:
        joint: The joint.
        to_key: The index of the key pose it shows the way to.
        outward: How far off the joint the arrow runs, straight on from the bone
            that ends there: it then swings with that bone.
        offset: By how much the arrow is shifted besides.
        start: Where on the way it starts, 0..1.
        end: Where on the way it ends, 0..1.
        size: Its thickness; 1 is the usual one.
    """

    joint: Joint
    to_key: int
    outward: float
    offset: Vector
    start: float
    end: float
    size: float


Arrow = DrawnArrow | FollowingArrow


@dataclass(frozen=True, slots=True, kw_only=True)
class Inset:
    """A magnifier that shows the waist from the side.

    Attributes:
        at: Where its middle is.
        radius: Its radius on the picture.
        middle: What it shows in its middle; a ring goes round that on the body.
        zoom: How much larger things are in it.
        arrows: What shows the way to go, inside.
    """

    at: Vector
    radius: float
    middle: Vector
    zoom: float
    arrows: tuple[Arrow, ...]


def spot_from(table: Table) -> Spot:
    """Return the patch *table* describes.

    Raises:
        ValueError: A value is missing, unknown or of the wrong kind.
    """
    spot = Spot(
        part=SpotPart(table.word("part", dict.fromkeys(SpotPart))),
        along=table.numbers("along"),
        angle=table.number("angle"),
        radius=table.number("radius"),
    )
    table.finish()
    return spot


def inset_from(table: Table, ends: range) -> Inset:
    """Return the magnifier *table* describes; ways end at the key poses *ends*.

    Raises:
        ValueError: A value is missing, unknown or of the wrong kind.
    """
    inset = Inset(
        at=table.vector("at"),
        radius=table.number("radius"),
        middle=table.vector("middle"),
        zoom=table.number("zoom"),
        arrows=arrows_from(table, ends),
    )
    table.finish()
    return inset


def arrows_from(table: Table, ends: range) -> tuple[Arrow, ...]:
    """Return the arrows in *table*; ways end at the key poses *ends*.

    Raises:
        ValueError: A value is missing, unknown or of the wrong kind.
    """
    return tuple(_arrow(arrow, ends) for arrow in table.tables("arrow"))


def _arrow(table: Table, ends: range) -> Arrow:
    arrow: Arrow
    size = table.number("size", 1.0)
    to_key = int(table.number("to_key", ends[-1]))
    if to_key not in ends:
        table.fail("to_key", f"a number from {ends[0]} to {ends[-1]}")
    if "points" in table:
        arrow = DrawnArrow(points=table.points("points"), to_key=to_key, size=size)
    else:
        arrow = FollowingArrow(
            joint=Joint(table.word("joint", dict.fromkeys(Joint))),
            to_key=to_key,
            outward=table.number("outward", 0.0),
            offset=table.offset("offset"),
            start=table.share("start", 0.0),
            end=table.share("end", 1.0),
            size=size,
        )
    table.finish()
    return arrow
