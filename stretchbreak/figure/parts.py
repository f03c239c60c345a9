"""The body cut into the parts that are drawn one after another.

A part is still only circles: `order` says which comes first, `inking` makes
fills of it. `trunk_parts`, `limb_parts`, `hand_parts`, `feet` and `head` do the
cutting.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from stretchbreak.figure.body import Bone, Limb, Side
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.light import LIT, lit
from stretchbreak.figure.outline import chain, hulls
from stretchbreak.figure.shapes import Circle, Ink, Outline, Shape
from stretchbreak.figure.skeleton import Skeleton
from stretchbreak.figure.tube import tube
from stretchbreak.figure.vector import clamp

_FAR_LEG = 0.35
"""How far away the leg on the far side of the view is drawn. It must not depend
on the pose: legs that changed colours while the pelvis turns would look swapped."""

_FAR_DEPTH = 0.12
"""Shoulders this far apart in depth are as near and far as can be."""

PELVIS, CHEST, NECK, HEAD = "pelvis", "chest", "neck", "head"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of the body that is drawn in one go.

    Attributes:
        name: Such as left_thigh.
        circles: The balls it is made of.
        slices: How many pairs of circles, the first of all, are slices in a row.
        groups: Which circles have a hull together.
        runs: Which circles follow one another in a run; with no slices, groups
            or runs, all of them do.
        ink: Its colour; the tone is chosen when it is inked.
        opening: For a run that ends flat, as a sleeve does: how much its end is
            turned to or from the viewer, 0..1.
        rim: Per circle, how much of the dark outline it has, 0..1. At a joint
            there is none, so that the next limb grows out of this one.
        shade: Per circle, how much of it lies in shade, 0..1; empty: all as usual.
        after: Parts that must be drawn before it.
        before: Parts that must be drawn after it.
        finished: For a part too special to ink: its fills, ready made.
    """

    name: str
    circles: tuple[Circle, ...]
    ink: Ink
    slices: int = 0
    groups: tuple[tuple[int, ...], ...] = ()
    runs: tuple[tuple[int, ...], ...] = ()
    opening: float | None = None
    rim: tuple[float, ...] = ()
    shade: tuple[float, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    finished: tuple[Shape, ...] = ()

    @property
    def is_run(self) -> bool:
        """Whether all circles follow one another in one run."""
        return not (self.slices or self.groups or self.runs)

    def lit(self) -> tuple[Circle, ...]:
        """Return the lit part of every circle."""
        if not self.shade:
            return tuple(lit(circle) for circle in self.circles)
        pairs = zip(self.circles, self.shade, strict=True)
        return tuple(lit(circle, LIT * share) for circle, share in pairs)

    def outlines(self, circles: Sequence[Circle]) -> tuple[Outline, ...]:
        """Return the outline of this part, drawn with *circles* for its own."""
        if self.is_run:
            return chain(circles, self.opening)
        whole = hulls([[circles[i] for i in group] for group in self.groups])
        runs = (chain([circles[i] for i in run]) for run in self.runs)
        row = tube(circles[: 2 * self.slices]) if self.slices else ()
        return *row, *whole, *(line for run in runs for line in run)


def leg_distance(side: Side, camera: Camera) -> float:
    """Return how much the leg on *side* is the far one, 0..1."""
    far_side = Side.LEFT if camera.away.y > 0 else Side.RIGHT
    return _FAR_LEG if side is far_side else 0.0


def arm_distance(body: Skeleton, side: Side, camera: Camera) -> float:
    """Return how much the arm on *side* is the far one, 0..1."""
    shoulders = {s: body.arms[s].upper.start for s in Side}
    behind = (shoulders[side] - shoulders[side.other]).dot(camera.away)
    return clamp(0.5 + behind / _FAR_DEPTH)


def limb_name(side: Side, bone: Bone) -> str:
    """Return the name of the part that draws a limb."""
    return str(Limb(side, bone))
