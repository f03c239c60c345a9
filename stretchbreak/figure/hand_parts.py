"""The hands cut into parts.

Fingers that go round a limb are cut where they pass its edge: what lies on
the near side is drawn after the limb, what lies behind is drawn before it.
"""

from dataclasses import dataclass
from itertools import pairwise

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
from stretchbreak.figure.shapes import Circle, Ink, Role, Shape, Tone
from stretchbreak.figure.skeleton import Ball, Skeleton
from stretchbreak.figure.vector import Vector, between, mix

_EDGE = -0.30
"""Fingers that face this little toward the viewer have passed a limb's edge."""

_PALM_EDGE = -0.15
"""The same for the palm, which is drawn as a whole."""

_PIECES = 2
"""Into how many pieces each finger bone is cut when it goes round a limb."""

_THUMB_BEHIND = 0.006
"""A thumb this much farther away than the knuckles is drawn before the hand."""


_LINE = 0.0011
"""Half the thickness of the lines between the fingers."""

_LINE_OPACITY = 0.7
_BETWEEN_FINGERS = (0.27, 0.53, 0.77)
"""Where these lines are, from the forefinger's edge to the little finger's."""

_Strip = tuple[Ball, Ball, Ball, Ball]
"""A piece of the band of fingers: its two edges, each from knuckle to tip."""


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

    def facing(self, place: Vector) -> float:
        """Return how much the skin under *place* faces the viewer, -1..1.

        That is the skin of the limb held; a free hand is all in view.
        """
        if self.held is None:
            return 1.0
        off = (place - self.held.start).across(self.held.axis)
        return self.camera.toward(off.unit())


def _seen(body: Skeleton, side: Side, camera: Camera) -> _Seen:
    hand = body.arms[side].hand
    held = body.bones()[hand.held] if hand.held else None
    return _Seen(side, hand, held, camera, arm_distance(body, side, camera) * 0.8)


def hand_parts(body: Skeleton, side: Side, camera: Camera) -> list[Part]:
    """Return the parts of the hand on *side*."""
    seen = _seen(body, side, camera)
    near, behind = _cut(_strips(seen.hand, _PIECES if seen.held else 1), seen)
    parts = [_palm(seen, near), _thumb(seen)]
    if behind:
        circles = _circles(behind, camera)
        parts.append(
            Part(
                name=f"{side}_fingers_behind",
                circles=circles,
                groups=_groups(behind, first=0),
                ink=Ink(Role.SKIN, faded=seen.faded),
                rim=(1.0,) * len(circles),
                before=seen.limb,
            )
        )
    return parts


def finger_lines(body: Skeleton, side: Side, camera: Camera) -> list[Shape]:
    """Return the thin lines between the fingers, where they can be seen."""
    seen = _seen(body, side, camera)
    near, _ = _cut(_strips(seen.hand, _PIECES), seen)
    ink = Ink(Role.SKIN, Tone.OUTLINE, seen.faded, opacity=_LINE_OPACITY)
    pairs = [(strip[1], strip[3]) for strip in near]  # from the first joint on
    if len(pairs) < len(("start", "end")):
        return []
    lines = [
        chain([camera.circle(between(a.center, b.center, t), _LINE) for a, b in pairs])
        for t in _BETWEEN_FINGERS
    ]
    return [Shape(tuple(outline for line in lines for outline in line), ink)]


def _palm(seen: _Seen, strips: list[_Strip]) -> Part:
    """Return the palm with those fingers that are not behind anything."""
    hand, camera = seen.hand, seen.camera
    palm = (
        camera.circle(hand.wrist, WRIST_RADIUS),
        camera.circle(hand.forefinger[0], KNUCKLE_RADIUS),
        camera.circle(hand.little_finger[0], KNUCKLE_RADIUS),
        camera.circle(hand.thumb[0], THUMB_RADII[0]),
        camera.circle(between(hand.wrist, hand.middle, 0.6), PALM_RADIUS),
    )
    circles = (*palm, *_circles(strips, camera))
    touching = between(hand.wrist, hand.middle, 0.7)
    in_front = seen.facing(touching) > _PALM_EDGE
    return Part(
        name=f"{seen.side}_hand",
        circles=circles,
        groups=(tuple(range(len(palm))), *_groups(strips, first=len(palm))),
        ink=Ink(Role.SKIN, faded=seen.faded),
        rim=(0.0, *(1.0,) * (len(circles) - 1)),
        after=(*seen.limb, limb_name(seen.side, Bone.FOREARM)) if in_front else (),
        before=() if in_front else seen.limb,
    )


def _thumb(seen: _Seen) -> Part:
    hand = seen.hand
    around = (*seen.limb, f"{seen.side}_hand")
    if seen.held:
        is_first = seen.facing(hand.thumb[1]) < _EDGE
    else:
        behind = (hand.thumb[1] - hand.middle).dot(seen.camera.away)
        is_first = behind > _THUMB_BEHIND
    return Part(
        name=f"{seen.side}_thumb",
        circles=tuple(
            seen.camera.circle(place, radius)
            for place, radius in zip(hand.thumb, THUMB_RADII, strict=True)
        ),
        ink=Ink(Role.SKIN, faded=seen.faded),
        rim=(0.0, 0.8, 1.0),
        after=() if is_first else around,
        before=around if is_first else (),
    )


def _strips(hand: Hand, pieces: int) -> list[_Strip]:
    """Return the band of fingers in pieces, from the knuckles to the tips."""
    fore, little = (
        _beads(points, pieces) for points in (hand.forefinger, hand.little_finger)
    )
    return [
        (*fores, *littles)
        for fores, littles in zip(pairwise(fore), pairwise(little), strict=True)
    ]


def _beads(points: tuple[Vector, ...], pieces: int) -> list[Ball]:
    """Return balls along a finger: its joints, and some between them."""
    beads = [Ball(points[0], FINGER_RADII[0])]
    for i in range(1, len(points)):
        for step in range(1, pieces + 1):
            t = step / pieces
            place = between(points[i - 1], points[i], t)
            beads.append(Ball(place, mix(FINGER_RADII[i - 1], FINGER_RADII[i], t)))
    return beads


def _cut(strips: list[_Strip], seen: _Seen) -> tuple[list[_Strip], list[_Strip]]:
    """Return the strips on the near side of the limb held, and those behind it."""
    near: list[_Strip] = []
    behind: list[_Strip] = []
    for strip in strips:
        middle = between(strip[0].center, strip[3].center, 0.5)
        (near if seen.facing(middle) >= _EDGE else behind).append(strip)
    return near, behind


def _circles(strips: list[_Strip], camera: Camera) -> tuple[Circle, ...]:
    return tuple(
        camera.circle(ball.center, ball.radius) for strip in strips for ball in strip
    )


def _groups(strips: list[_Strip], *, first: int) -> tuple[tuple[int, ...], ...]:
    """Return which circles make one hull, counting from *first*."""
    return tuple(
        tuple(range(first + i * 4, first + i * 4 + 4)) for i in range(len(strips))
    )
