"""The measures of the body drawn: one grown-up of average build.

Every length is a fraction of the standing height. They were set by eye, near
the usual proportions of life drawing, and then tuned until the poses read
well as small pictures.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Side(StrEnum):
    """A side of the body, as its owner would say it."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def sign(self) -> int:
        """+1 on the body's left, -1 on its right."""
        return 1 if self is Side.LEFT else -1

    @property
    def other(self) -> "Side":
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Bone(StrEnum):
    """A kind of limb bone; each comes in a left and a right one."""

    THIGH = "thigh"
    SHIN = "shin"
    UPPER_ARM = "upper_arm"
    FOREARM = "forearm"


@dataclass(frozen=True, slots=True)
class Limb:
    """One limb bone of one side, such as the left thigh."""

    side: Side
    bone: Bone

    def __str__(self) -> str:
        return f"{self.side}_{self.bone}"


LENGTHS = {
    Bone.THIGH: 0.245,
    Bone.SHIN: 0.246,
    Bone.UPPER_ARM: 0.172,
    Bone.FOREARM: 0.150,
}

SPINE = 0.285
"""From the middle of the hips to the middle of the shoulders."""

HIP_HALF_WIDTH = 0.048
SHOULDER_HALF_WIDTH = 0.102
SHOULDER_DROP = 0.022
"""How far the shoulder joints lie below the shoulder line."""

NECK = 0.040
"""From the shoulder line to the top of the neck."""

HEAD = 0.088
"""From the top of the neck to the middle of the skull."""

_THICKNESS: dict[Bone, tuple[tuple[float, float], ...]] = {
    Bone.THIGH: (
        (0.0, 0.0610),
        (0.2, 0.0625),
        (0.45, 0.0565),
        (0.7, 0.0475),
        (0.88, 0.0420),
        (1.0, 0.0405),
    ),
    Bone.SHIN: (
        (0.0, 0.0395),
        (0.15, 0.0380),
        (0.32, 0.0388),
        (0.52, 0.0345),
        (0.75, 0.0272),
        (0.92, 0.0250),
        (1.0, 0.0245),
    ),
    Bone.UPPER_ARM: (
        (0.0, 0.0340),
        (0.2, 0.0345),
        (0.5, 0.0292),
        (0.8, 0.0248),
        (1.0, 0.0238),
    ),
    Bone.FOREARM: (
        (0.0, 0.0238),
        (0.2, 0.0268),
        (0.45, 0.0238),
        (0.75, 0.0180),
        (1.0, 0.0158),
    ),
}
"""Per bone: share of its length, and the radius there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrunkSlice:
    """A slice through the trunk: two balls side by side.

    Attributes:
        height: Where along the spine: 0 at the hips, 1 at the shoulders.
        half_width: How far each ball sits from the middle.
        radius: The radius of each ball.
    """

    height: float
    half_width: float
    radius: float


TRUNK = tuple(
    TrunkSlice(height=height, half_width=half_width, radius=radius)
    for height, half_width, radius in (
        (-0.16, 0.0300, 0.0510),
        (-0.06, 0.0420, 0.0590),
        (0.06, 0.0465, 0.0615),
        (0.20, 0.0450, 0.0590),
        (0.34, 0.0400, 0.0555),
        (0.46, 0.0385, 0.0535),
        (0.58, 0.0410, 0.0545),
        (0.70, 0.0470, 0.0580),
        (0.82, 0.0535, 0.0590),
        (0.92, 0.0605, 0.0525),
        (1.00, 0.0610, 0.0440),
        (1.05, 0.0420, 0.0320),
    )
)

HEM = 0.20
"""Height of the shirt's hem along the spine: that of one of the slices."""

HEM_EDGE = 0.014
"""Radius of the shirt's rounded edge at the hem."""

HEM_EXTRA = 0.004
"""By how much the shirt stands off the body there."""

TROUSER_WAIST = 0.47
TROUSER_END = 0.93
"""Where along the shin the trousers end."""

SLEEVE_END = 0.66
"""Where along the upper arm the sleeve ends."""

SLEEVE_EXTRA = (0.0035, 0.0085)
"""By how much the sleeve stands off the arm, at the shoulder and at its end."""

SKULL = 0.058


@dataclass(frozen=True, slots=True)
class FootBall:
    """One ball of the foot, placed from the ankle.

    Attributes:
        toes: Offset toward the toes.
        up: Offset toward the back of the foot.
        outer: Offset to the little toe's side.
        radius: The ball's radius.
    """

    toes: float
    up: float
    outer: float
    radius: float


FOOT = {
    "ankle": FootBall(0.0, 0.0, 0.0, 0.0225),
    "heel": FootBall(-0.024, -0.020, 0.0, 0.0205),
    "instep": FootBall(0.030, -0.005, 0.0, 0.0205),
    "inner_ball": FootBall(0.070, -0.0255, -0.011, 0.0150),
    "outer_ball": FootBall(0.060, -0.0265, 0.014, 0.0140),
    "inner_tip": FootBall(0.096, -0.0290, -0.009, 0.0110),
    "outer_tip": FootBall(0.081, -0.0300, 0.015, 0.0098),
}

SHOE_EXTRA = 0.003
"""By how much a shoe stands off the foot."""

_SAMPLES = 10
"""Limbs are drawn from this many equal pieces; with fewer, kinks show."""


@lru_cache(maxsize=256)
def radius_along(bone: Bone, share: float) -> float:
    """Return the radius of *bone* at *share* (0..1) of its length.

    Between the table's points runs a cubic Hermite curve with the slopes of
    its neighbours (Catmull-Rom), so no kink shows where two pieces meet.
    """
    table = _THICKNESS[bone]
    last = len(table) - 1
    index = next((i for i in range(last) if share <= table[i + 1][0]), last - 1)
    (start, thick), (end, thin) = table[index], table[index + 1]

    def slope(i: int) -> float:
        if i in (0, last):
            return 0.0
        (x0, y0), (x1, y1) = table[i - 1], table[i + 1]
        return (y1 - y0) / (x1 - x0)

    width = end - start
    t = min(1.0, (share - start) / width)
    rise, fall = slope(index) * width, slope(index + 1) * width
    return (
        (2 * t**3 - 3 * t**2 + 1) * thick
        + (t**3 - 2 * t**2 + t) * rise
        + (3 * t**2 - 2 * t**3) * thin
        + (t**3 - t**2) * fall
    )


def stops(start: float = 0.0, end: float = 1.0) -> tuple[float, ...]:
    """Return the shares of a bone's length at which it is drawn."""
    return tuple(start + (end - start) * i / _SAMPLES for i in range(_SAMPLES + 1))
