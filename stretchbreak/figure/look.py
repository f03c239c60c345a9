"""The people the stretches are shown by: build, hair, beard.

All of them do the same movements from the same pose data: bones and joints are
nearly alike, flesh and clothes differ. Their colours are in qt/figure_colors.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

from stretchbreak.core.choices import FigureLook
from stretchbreak.figure.body import Bone
from stretchbreak.figure.vector import mix


class Hair(StrEnum):
    """How the hair is worn."""

    BUN = "bun"
    SHORT = "short"
    CURLS = "curls"
    THIN = "thin"


@dataclass(frozen=True, slots=True)
class Girth:
    """How the trunk differs from `body.TRUNK` at one height.

    Attributes:
        height: Along the spine: 0 at the hips, 1 at the shoulders.
        wide: Factor of its width.
        thick: Factor of its thickness.
        front: How far it bulges to the front, in body heights.
    """

    height: float
    wide: float
    thick: float
    front: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """How a body's measures differ from those of `figure.body`.

    Attributes:
        shoulders: Factor of the distance of the shoulder joints.
        thigh: Factor of the thickness; the other limbs likewise.
        shin: The same.
        upper_arm: The same.
        forearm: The same.
        trunk: The trunk from the seat up; straight between these heights.
    """

    shoulders: float = 1.0
    thigh: float = 1.0
    shin: float = 1.0
    upper_arm: float = 1.0
    forearm: float = 1.0
    trunk: tuple[Girth, ...] = (Girth(0.0, 1.0, 1.0),)

    def girth(self, bone: Bone) -> float:
        """Return the factor of a limb's thickness."""
        return {
            Bone.THIGH: self.thigh,
            Bone.SHIN: self.shin,
            Bone.UPPER_ARM: self.upper_arm,
            Bone.FOREARM: self.forearm,
        }[bone]

    def around(self, height: float) -> Girth:
        """Return how the trunk differs at *height*."""
        first, last = self.trunk[0], self.trunk[-1]
        if height <= first.height:
            return first
        for low, high in pairwise(self.trunk):
            if height <= high.height:
                t = (height - low.height) / (high.height - low.height)
                return Girth(
                    height,
                    mix(low.wide, high.wide, t),
                    mix(low.thick, high.thick, t),
                    mix(low.front, high.front, t),
                )
        return last


AVERAGE = Build()
"""The measures of `figure.body` as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How somebody looks, but for the colours.

    Attributes:
        hair: How the hair is worn.
        beard: Whether there is one.
        build: The body's measures.
    """

    hair: Hair
    beard: bool = False
    build: Build = AVERAGE


LOOKS: Mapping[FigureLook, Look] = MappingProxyType(
    {
        FigureLook.MIA: Look(hair=Hair.BUN),
        FigureLook.SAM: Look(
            hair=Hair.SHORT,
            build=Build(
                shoulders=1.06,
                upper_arm=1.12,
                forearm=1.10,
                thigh=0.97,
                trunk=(
                    Girth(-0.16, 0.92, 0.96),
                    Girth(0.20, 0.92, 0.98),
                    Girth(0.50, 1.06, 1.02),
                    Girth(0.92, 1.10, 1.06),
                    Girth(1.05, 1.10, 1.08),
                ),
            ),
        ),
        FigureLook.ROSA: Look(
            hair=Hair.CURLS,
            build=Build(
                shoulders=1.02,
                upper_arm=1.26,
                forearm=1.12,
                thigh=1.20,
                shin=1.10,
                trunk=(
                    Girth(-0.16, 1.24, 1.12),
                    Girth(0.06, 1.28, 1.14, 0.006),
                    Girth(0.34, 1.36, 1.18, 0.020),
                    Girth(0.55, 1.28, 1.19, 0.019),
                    Girth(0.75, 1.13, 1.12, 0.014),
                    Girth(1.05, 1.02, 1.04),
                ),
            ),
        ),
        FigureLook.PAUL: Look(
            hair=Hair.THIN,
            beard=True,
            build=Build(
                shoulders=1.03,
                upper_arm=1.04,
                forearm=1.06,
                thigh=0.96,
                shin=0.97,
                trunk=(
                    Girth(-0.16, 0.95, 0.95),
                    Girth(0.20, 1.00, 1.02, 0.006),
                    Girth(0.45, 1.12, 1.08, 0.014),
                    Girth(0.75, 1.06, 1.02, 0.003),
                    Girth(1.05, 1.04, 1.02),
                ),
            ),
        ),
    }
)
