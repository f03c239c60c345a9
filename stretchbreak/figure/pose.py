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
from stretchbreak.figure.marks import (
    Arrow,
    Inset,
    Spot,
    arrows_from,
    inset_from,
    spot_from,
)
from stretchbreak.figure.table import Table

_FIRST_STEP = 0.25
"""In a round of a walk, the first foot is up; standing about would tell nothing."""


class Base(StrEnum):
    """The position from which a stretch is told."""

    LYING = "lying"
    UPRIGHT = "upright"

    @property
    def frame(self) -> Frame:
        """How pelvis, chest and head point in this position."""
        return LYING if self is Base.LYING else UPRIGHT


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
class PoseSequence:
    """A stretch as it is drawn, from the first key pose to the last.

    Attributes:
        base: The position it is told from.
        view: From where it is seen.
        keys: The key poses in order; two at least.
        loops: Whether it goes on from the last key pose to the first.
        stride: How far the floor runs back under the feet in one round.
        shoes: Whether the feet wear shoes.
        mat: The mat it is done on, if any.
        chair: The chair, if any.
        desk: The desk to lean on, if any.
        spots: Where it is felt.
        arrows: What shows the way to go.
        inset: A magnifier, if any.
        breath_out: The index of the key pose on the way to which, and in whose
            hold, to breathe out; 0 if none is said.
    """

    base: Base
    view: View
    keys: tuple[KeyPose, ...]
    loops: bool
    stride: float
    shoes: bool
    mat: Area | None
    chair: Chair | None
    desk: Desk | None
    spots: tuple[Spot, ...]
    arrows: tuple[Arrow, ...]
    inset: Inset | None
    breath_out: int

    @property
    def ways(self) -> int:
        """How many ways from one key pose to the next there are."""
        return len(self.keys) - (0 if self.loops else 1)

    @property
    def telling_moment(self) -> float:
        """Which instant (0..1) a still shows: the hold, or a walk's first step."""
        return _FIRST_STEP if self.loops else 1.0


def pose_from(data: Mapping[str, object]) -> PoseSequence:
    """Return the sequence *data* describes, as read from a pose file.

    Raises:
        ValueError: A value is missing, unknown or of the wrong kind; the
            message names the key and what was expected.
    """
    table = Table(data)
    keys = _keys(table)
    loops = table.flag("loops", default=False)
    ends = range(0 if loops else 1, len(keys))
    breath_out = int(table.number("breath_out", 0))
    if breath_out and breath_out not in ends:
        table.fail("breath_out", f"a number from 1 to {ends[-1]}")
    sequence = PoseSequence(
        base=Base(table.word("base", dict.fromkeys(Base))),
        view=_view(table.table("view")),
        keys=keys,
        loops=loops,
        stride=table.number("stride", 0.0),
        shoes=table.flag("shoes", default=False),
        mat=_area(mat) if (mat := table.optional_table("mat")) else None,
        chair=_chair(chair) if (chair := table.optional_table("chair")) else None,
        desk=_desk(desk) if (desk := table.optional_table("desk")) else None,
        spots=tuple(spot_from(spot) for spot in table.tables("spot")),
        arrows=arrows_from(table, ends),
        inset=inset_from(inset, ends)
        if (inset := table.optional_table("inset"))
        else None,
        breath_out=breath_out,
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
