"""What a stretch looks like: its key poses, its view, and what stands around.

`pose_from` reads it from plain data, such as a TOML file gives; the files in
resources/poses explain every key.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from stretchbreak.figure.frame import LYING, UPRIGHT, Frame
from stretchbreak.figure.key_pose import Brightness, KeyPose
from stretchbreak.figure.key_reading import brightness_of, key_pose
from stretchbreak.figure.table import Table
from stretchbreak.figure.vector import Vector


class Base(StrEnum):
    """The position from which a stretch is told."""

    LYING = "lying"
    UPRIGHT = "upright"

    @property
    def frame(self) -> Frame:
        """How pelvis, chest and head point in this position."""
        return LYING if self is Base.LYING else UPRIGHT


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
class View:
    """From where a stretch is seen, in degrees.

    Attributes:
        yaw: 0 from the body's right side, + more from the feet or the front,
            180 from its left side.
        elevation: 0 level, + from above.
    """

    yaw: float
    elevation: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle on the floor: x from left to right, y from near to far."""

    left: float
    near: float
    right: float
    far: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair:
    """A chair: where its seat is, from back to front, and how high."""

    back: float
    front: float
    seat: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A desk: its top's area and height."""

    area: Area
    height: float


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
    """A magnifier that shows pelvis and spine from the side.

    Attributes:
        at: Where its middle is.
        to: Where on the body its line ends.
        radius: Its radius on the picture.
        middle: What it shows in its middle.
        zoom: How much larger things are in it.
        gain: How much the tilt and the arch are exaggerated.
        arrows: What shows the way to go, inside.
    """

    at: Vector
    to: Vector
    radius: float
    middle: Vector
    zoom: float
    gain: float
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PoseSequence:
    """A stretch as it is drawn, from the first key pose to the last.

    Attributes:
        base: The position it is told from.
        view: From where it is seen.
        keys: The key poses in order; two at least.
        loops: Whether it goes on from the last key pose to the first.
        shoes: Whether the feet wear shoes.
        mat: The mat it is done on, if any.
        chair: The chair, if any.
        desk: The desk to lean on, if any.
        spots: Where it is felt.
        arrows: What shows the way to go.
        inset: A magnifier, if any.
    """

    base: Base
    view: View
    keys: tuple[KeyPose, ...]
    loops: bool
    shoes: bool
    mat: Area | None
    chair: Chair | None
    desk: Desk | None
    spots: tuple[Spot, ...]
    arrows: tuple[Arrow, ...]
    inset: Inset | None


def pose_from(data: Mapping[str, object]) -> PoseSequence:
    """Return the sequence *data* describes, as read from a pose file.

    Raises:
        ValueError: A value is missing, unknown or of the wrong kind; the
            message names the key and what was expected.
    """
    table = Table(data)
    keys = _keys(table)
    sequence = PoseSequence(
        base=Base(table.word("base", dict.fromkeys(Base))),
        view=_view(table.table("view")),
        keys=keys,
        loops=table.flag("loops", default=False),
        shoes=table.flag("shoes", default=False),
        mat=_area(mat) if (mat := table.optional_table("mat")) else None,
        chair=_chair(chair) if (chair := table.optional_table("chair")) else None,
        desk=_desk(desk) if (desk := table.optional_table("desk")) else None,
        spots=tuple(_spot(spot) for spot in table.tables("spot")),
        arrows=_arrows(table, len(keys)),
        inset=_inset(inset, len(keys))
        if (inset := table.optional_table("inset"))
        else None,
    )
    table.finish()
    return sequence


def _keys(table: Table) -> tuple[KeyPose, ...]:
    """Read the key poses; each takes what it leaves out from the one before."""
    legs = table.optional_table("brightness")
    brightness = brightness_of(legs) if legs else Brightness()
    rows = table.tables("key", inherit=True)
    keys = tuple(key_pose(row, brightness) for row in rows)
    if len(keys) < len(("start", "hold")):
        table.fail("key", "two key poses at least")
    return keys


def _view(table: Table) -> View:
    view = View(yaw=table.number("yaw"), elevation=table.number("elevation"))
    table.finish()
    return view


def _area(table: Table) -> Area:
    area = Area(
        left=table.number("left"),
        near=table.number("near"),
        right=table.number("right"),
        far=table.number("far"),
    )
    table.finish()
    return area


def _chair(table: Table) -> Chair:
    chair = Chair(
        back=table.number("back"),
        front=table.number("front"),
        seat=table.number("seat"),
    )
    table.finish()
    return chair


def _desk(table: Table) -> Desk:
    desk = Desk(area=_area(table.table("top")), height=table.number("height"))
    table.finish()
    return desk


def _spot(table: Table) -> Spot:
    spot = Spot(
        part=SpotPart(table.word("part", dict.fromkeys(SpotPart))),
        along=table.numbers("along"),
        angle=table.number("angle"),
        radius=table.number("radius"),
    )
    table.finish()
    return spot


def _inset(table: Table, keys: int) -> Inset:
    inset = Inset(
        at=table.vector("at"),
        to=table.vector("to"),
        radius=table.number("radius"),
        middle=table.vector("middle"),
        zoom=table.number("zoom"),
        gain=table.number("gain", 1.0),
        arrows=_arrows(table, keys),
    )
    table.finish()
    return inset


def _arrows(table: Table, keys: int) -> tuple[Arrow, ...]:
    return tuple(_arrow(arrow, keys) for arrow in table.tables("arrow"))


def _arrow(table: Table, keys: int) -> Arrow:
    arrow: Arrow
    size = table.number("size", 1.0)
    to_key = int(table.number("to_key", keys - 1))
    if not 0 < to_key < keys:
        table.fail("to_key", f"a number from 1 to {keys - 1}")
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
