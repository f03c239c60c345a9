"""The hands cut into parts.

Fingers that go round a limb are cut where they pass its edge: what lies on the
near side is drawn after the limb, what lies behind is drawn before it. So the far
hand's fingers, too, are seen to come round.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from stretchbreak.figure.body import Bone, Side
from stretchbreak.figure.bones import BonePose
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.hands import (
    FINGER_RADII,
    KNUCKLE_RADIUS,
    PALM_RADIUS,
    THUMB_RADII,
    WRIST_RADIUS,
    Hand,
)
from stretchbreak.figure.outline import chain
from stretchbreak.figure.parts import Part, arm_distance, limb_name
from stretchbreak.figure.shapes import Circle, Ink, Outline, Role, Shape, Tone
from stretchbreak.figure.skeleton import Ball, Skeleton
from stretchbreak.figure.vector import Vector, between, mix

_EDGE = -0.20
"""Fingers that face this little toward the viewer have passed a limb's edge."""

_PALM_EDGE = -0.15
"""The same for the palm, which is drawn as a whole."""

_PIECES = 2
"""Into how many pieces each finger bone is cut when it goes round a limb."""

_THUMB_BEHIND = 0.006
"""A thumb this much farther away than the knuckles is drawn before the hand."""

_LINE = 0.0012
"""Half the thickness of the lines between the fingers."""

_LINE_OPACITY = 0.8


_Run = tuple[Ball, ...]
"""A stretch of a finger that lies all before the limb held, or all behind it."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A hand, what it holds, and from where it is seen."""

    side: Side
    hand: Hand
    held: BonePose | None
    camera: Camera
    faded: float

    @property
    def limb(self) -> tuple[str, ...]:
        """The name of the part that draws the limb held, if there is one."""
        return (str(self.held.limb),) if self.held else ()

    @property
    def palm_is_near(self) -> bool:
        """Whether the palm lies before the limb held."""
        middle = between(self.hand.wrist, self.hand.middle, 0.7)
        return self.facing(middle) > _PALM_EDGE

    def facing(self, place: Vector) -> float:
        """Return how much the skin under *place* faces the viewer, -1..1.

        That is the skin of the limb held; a free hand is all in view.
        """
        if self.held is None:
            return 1.0
        off = (place - self.held.start).across(self.held.axis)
        return self.camera.toward(off.unit())

    def cut(
        self, points: Sequence[Vector], radii: Sequence[float]
    ) -> tuple[list[_Run], list[_Run]]:
        """Return the runs of a finger before the limb held, and those behind it."""
        near: list[_Run] = []
        behind: list[_Run] = []
        beads = pairwise(_beads(points, radii, _PIECES if self.held else 1))

        def is_near(piece: tuple[Ball, Ball]) -> bool:
            return self.facing(between(piece[0].center, piece[1].center, 0.5)) >= _EDGE

        for before, pieces in groupby(beads, key=is_near):
            first, *rest = pieces
            run = (*first, *(end for _, end in rest))
            (near if before else behind).append(run)
        return near, behind


def _seen(body: Skeleton, side: Side, camera: Camera) -> _Seen:
    hand = body.arms[side].hand
    held = body.bones()[hand.held] if hand.held else None
    return _Seen(side, hand, held, camera, arm_distance(body, side, camera) * 0.8)


def hand_parts(body: Skeleton, side: Side, camera: Camera) -> list[Part]:
    """Return the parts of the hand on *side*."""
    seen = _seen(body, side, camera)
    near: list[_Run] = []
    behind: list[_Run] = []
    for finger in seen.hand.fingers:
        ahead, hidden = seen.cut(finger, FINGER_RADII)
        near += ahead
        behind += hidden
    thumb_near, thumb_behind = seen.cut(seen.hand.thumb, THUMB_RADII)
    if seen.palm_is_near:
        around, thumb, rest = near, thumb_near, behind + thumb_behind
    else:
        around, thumb, rest = behind, thumb_behind, near + thumb_near
    parts = [_palm(seen, around)]
    if thumb:
        parts.append(_thumb(seen, thumb))
    if rest:
        is_behind = seen.palm_is_near
        circles, runs = _flat(rest, camera, first=0)
        parts.append(
            Part(
                name=f"{side}_fingers",
                circles=circles,
                runs=runs,
                ink=Ink(Role.SKIN, faded=seen.faded),
                rim=(1.0,) * len(circles),
                after=() if is_behind else seen.limb,
                before=seen.limb if is_behind else (),
            )
        )
    return parts


def finger_lines(body: Skeleton, side: Side, camera: Camera) -> dict[str, list[Shape]]:
    """Return the thin lines between the fingers, by the part they are drawn on."""
    seen = _seen(body, side, camera)
    lines: dict[bool, list[Outline]] = {True: [], False: []}
    for one, other in pairwise(seen.hand.fingers):
        middles = [between(a, b, 0.5) for a, b in zip(one, other, strict=True)]
        near, behind = seen.cut(middles, FINGER_RADII)
        for is_near, runs in ((True, near), (False, behind)):
            for run in runs:
                circles = [camera.circle(ball.center, _LINE) for ball in run]
                lines[is_near] += chain(circles)
    ink = Ink(Role.SKIN, Tone.OUTLINE, seen.faded, opacity=_LINE_OPACITY)
    return {
        f"{side}_{'hand' if is_near == seen.palm_is_near else 'fingers'}": [
            Shape(tuple(outlines), ink)
        ]
        for is_near, outlines in lines.items()
        if outlines
    }


def _palm(seen: _Seen, fingers: list[_Run]) -> Part:
    """Return the palm with the fingers on its side of the limb held."""
    hand, camera = seen.hand, seen.camera
    palm = (
        camera.circle(hand.wrist, WRIST_RADIUS),
        *(camera.circle(finger[0], KNUCKLE_RADIUS) for finger in hand.fingers),
        camera.circle(hand.thumb[0], THUMB_RADII[0]),
        camera.circle(between(hand.wrist, hand.middle, 0.6), PALM_RADIUS),
    )
    circles, runs = _flat(fingers, camera, first=len(palm))
    in_front = seen.palm_is_near
    return Part(
        name=f"{seen.side}_hand",
        circles=(*palm, *circles),
        groups=(tuple(range(len(palm))),),
        runs=runs,
        ink=Ink(Role.SKIN, faded=seen.faded),
        rim=(0.0, *(1.0,) * (len(palm) + len(circles) - 1)),
        after=(*seen.limb, limb_name(seen.side, Bone.FOREARM)) if in_front else (),
        before=() if in_front else seen.limb,
    )


def _thumb(seen: _Seen, runs: list[_Run]) -> Part:
    """Return the thumb, as far as it lies on the palm's side of the limb held."""
    hand = seen.hand
    palm = f"{seen.side}_hand"
    farther = (hand.thumb[1] - hand.middle).dot(seen.camera.away)
    is_first = farther > _THUMB_BEHIND
    if seen.held and seen.palm_is_near:
        is_first = False
    circles, indices = _flat(runs, seen.camera, first=0)
    limb_first = seen.limb if seen.palm_is_near else ()
    limb_after = () if seen.palm_is_near else seen.limb
    return Part(
        name=f"{seen.side}_thumb",
        circles=circles,
        runs=indices,
        ink=Ink(Role.SKIN, faded=seen.faded),
        rim=(0.0, *(1.0,) * (len(circles) - 1)),
        after=limb_first if is_first else (*limb_first, palm),
        before=(*limb_after, palm) if is_first else limb_after,
    )


def _beads(points: Sequence[Vector], radii: Sequence[float], pieces: int) -> list[Ball]:
    """Return balls along a finger: its joints, and some between them."""
    beads = [Ball(points[0], radii[0])]
    for i in range(1, len(points)):
        for step in range(1, pieces + 1):
            t = step / pieces
            place = between(points[i - 1], points[i], t)
            beads.append(Ball(place, mix(radii[i - 1], radii[i], t)))
    return beads


def _flat(
    runs: list[_Run], camera: Camera, *, first: int
) -> tuple[tuple[Circle, ...], tuple[tuple[int, ...], ...]]:
    """Return the circles of all *runs*, and which of them make up each run.

    They are counted from *first*.
    """
    circles: list[Circle] = []
    indices: list[tuple[int, ...]] = []
    for run in runs:
        start = first + len(circles)
        circles += [camera.circle(ball.center, ball.radius) for ball in run]
        indices.append(tuple(range(start, start + len(run))))
    return tuple(circles), tuple(indices)
