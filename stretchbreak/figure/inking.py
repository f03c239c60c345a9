"""Makes fills of the parts: a dark rim, shade, light, and no seams.

Where two limbs of one colour meet, a straight joint must show no ring and a
deep bend should keep its crease. So the rim of a limb fades out at its joints;
the rim of its neighbour is laid under it to close the outline; and the
neighbour's light is painted once more over the joint, the less the deeper the
bend.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from stretchbreak.figure.body import Bone, Side
from stretchbreak.figure.light import RIM
from stretchbreak.figure.order import box_of, overlapping
from stretchbreak.figure.outline import chain, hulls, widened
from stretchbreak.figure.parts import PELVIS, Part, limb_name
from stretchbreak.figure.shapes import Bounds, Circle, Outline, Shape, Tone
from stretchbreak.figure.skeleton import Skeleton
from stretchbreak.figure.vector import Vector, clamp

_JOINT_REACH = 1.6
"""How far round a joint a seam can show, in radii of the limb there."""

_HEALED_REACH = 1.5
"""How far from a joint the light is painted once more, in radii of the limb."""

_HIP_CREASE = (25.0, 60.0)
"""Between these bends, in degrees, the crease at the hip comes up."""

_LIMB_CREASE = (55.0, 95.0)
"""The same at knee and elbow."""


@dataclass(frozen=True, slots=True)
class Seam:
    """Two parts that meet at a joint.

    Attributes:
        parts: Their names; the one nearer the trunk first.
        crease: 0 straight: nothing shows; 1 a deep bend.
    """

    parts: tuple[str, str]
    crease: float

    def partner(self, name: str) -> str:
        """Return the part on the other side of the joint."""
        return self.parts[1] if self.parts[0] == name else self.parts[0]


def seams(body: Skeleton) -> list[Seam]:
    """Return the seams of *body*: hips, knees, elbows and wrists."""
    found: list[Seam] = []
    for side in Side:
        leg, arm = body.legs[side], body.arms[side]
        thigh, shin = limb_name(side, Bone.THIGH), limb_name(side, Bone.SHIN)
        upper, fore = limb_name(side, Bone.UPPER_ARM), limb_name(side, Bone.FOREARM)
        down = -body.trunk.pelvis.up
        found += [
            Seam((PELVIS, thigh), _crease(down, leg.thigh.axis, _HIP_CREASE)),
            Seam((thigh, shin), _crease(leg.thigh.axis, leg.shin.axis, _LIMB_CREASE)),
            Seam(
                (upper, fore), _crease(arm.upper.axis, arm.forearm.axis, _LIMB_CREASE)
            ),
            Seam((fore, f"{side}_hand"), 0.0),
        ]
    return found


def _crease(a: Vector, b: Vector, bends: tuple[float, float]) -> float:
    bend = math.degrees(math.acos(clamp(a.dot(b), -1)))
    return clamp((bend - bends[0]) / (bends[1] - bends[0]))


def inked(
    order: Sequence[Part], joins: Sequence[Seam], extras: Mapping[str, Sequence[Shape]]
) -> list[Shape]:
    """Return the fills of the whole body.

    Args:
        order: The parts, first drawn first.
        joins: Where parts meet.
        extras: Per part, what is drawn on it right after it.
    """
    named = {part.name: part for part in order}
    place = {part.name: i for i, part in enumerate(order)}
    shapes: list[Shape] = []
    for i, part in enumerate(order):
        if part.finished:
            shapes += part.finished
            continue
        meeting = [
            (named[join.partner(part.name)], join.crease)
            for join in joins
            if part.name in join.parts and _same_colour(named, join)
        ]
        for partner, _ in meeting:
            if place[partner.name] > i:
                shapes.append(_rim(partner, (1.0,) * len(partner.circles)))
        shapes += [_rim(part, part.rim), _shade(part), _light(part)]
        for partner, crease in meeting:
            if place[partner.name] > i or crease >= 1:
                continue
            joint = _joint_box(part, partner)
            between = order[place[partner.name] + 1 : i]
            if any(overlapping(box_of(other.circles), joint) for other in between):
                continue
            healed = _healed(partner, joint, 1 - crease)
            if healed is not None:
                shapes.append(healed)
        shapes += extras.get(part.name, ())
    return shapes


def _same_colour(named: Mapping[str, Part], join: Seam) -> bool:
    a, b = (named[name].ink for name in join.parts)
    return (a.role, a.dimmed) == (b.role, b.dimmed)


def _rim(part: Part, shares: Sequence[float]) -> Shape:
    ink = replace(part.ink, tone=Tone.OUTLINE)
    if not part.is_run and not part.runs and set(shares) == {1.0}:
        return Shape(widened(part.outlines(part.circles), RIM), ink)
    grown = [
        circle.grown(RIM * share)
        for circle, share in zip(part.circles, shares, strict=True)
    ]
    return Shape(part.outlines(grown), ink)


def _shade(part: Part) -> Shape:
    return Shape(part.outlines(part.circles), replace(part.ink, tone=Tone.SHADE))


def _light(part: Part) -> Shape:
    return Shape(part.outlines(part.lit()), replace(part.ink, tone=Tone.LIGHT))


def _joint_box(part: Part, partner: Part) -> Bounds:
    """Return the box round the place where two parts meet."""
    if partner.name == PELVIS:
        joint = part.circles[0]
    else:
        ends = (partner.circles[0], partner.circles[-1])
        joint = min(
            (part.circles[0], part.circles[-1]),
            key=lambda circle: min(_distance(circle, end) for end in ends),
        )
    reach = joint.radius * _JOINT_REACH
    x, y = joint.x, joint.y
    return Bounds(x - reach, y - reach, x + reach, y + reach)


def _distance(a: Circle, b: Circle) -> float:
    return math.hypot(a.x - b.x, a.y - b.y)


def _healed(partner: Part, joint: Bounds, opacity: float) -> Shape | None:
    """Return the light of *partner* round the joint, to paint over the seam."""
    x, y = (joint.left + joint.right) / 2, (joint.top + joint.bottom) / 2
    near = {
        i
        for i, circle in enumerate(partner.circles)
        if math.hypot(circle.x - x, circle.y - y) < _HEALED_REACH * circle.radius
    }
    circles = partner.lit()
    outlines: tuple[Outline, ...]
    if partner.name == PELVIS:
        outlines = partner.outlines(circles)
    elif partner.groups:
        whole = [group for group in partner.groups if near.issuperset(group)]
        outlines = hulls([[circles[i] for i in group] for group in whole])
    else:
        outlines = chain([circles[i] for i in sorted(near)]) if len(near) > 1 else ()
    if not outlines:
        return None
    return Shape(outlines, replace(partner.ink, tone=Tone.LIGHT, opacity=opacity))
