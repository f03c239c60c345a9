"""Soft shadows on the floor: the light comes straight from above.

Every shape here is told as if seen from above and then flattened, since a
circle on the floor is an ellipse to the camera.
"""

from collections.abc import Sequence
from dataclasses import replace

from stretchbreak.figure.body import Side
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.outline import chain, hull
from stretchbreak.figure.pose import Chair, Desk
from stretchbreak.figure.shapes import Circle, Ink, Outline, Role, Shape
from stretchbreak.figure.skeleton import Ball, Skeleton
from stretchbreak.figure.vector import Vector, between, clamp

_WHOLE, _TOUCHING = 0.55, 1.0
"""Opacity of the shadow of all of the body, and of what nearly touches."""

_WHOLE_FADE, _TOUCHING_FADE = 0.08, 0.05
"""So high above the floor a part leaves no shadow any more, and is no contact."""

_LEAST = 0.5
"""Shadows get no thinner than this share of what throws them: they would be spikes."""

_SPREAD = 1.04
"""Shadows are a little wider than what throws them."""

_LIMB_STOPS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""A limb's shadow needs fewer points than the limb."""

_BODY = 0.11
"""Radius of the shadow under a standing or sitting body."""

_FOOT_DOWN, _FOOT_RISES = 0.06, 0.10
"""From this ankle height on, over this much height, a foot leaves its shadow."""


def lying_shadow(body: Skeleton, camera: Camera) -> list[Shape]:
    """Return the shadow of a body on a mat, darker where it nearly touches."""
    runs = _runs(body)
    shadows: list[Shape] = []
    for fade, opacity in ((_WHOLE_FADE, _WHOLE), (_TOUCHING_FADE, _TOUCHING)):
        pieces = [piece for run in runs for piece in _low(run, fade, camera)]
        outlines = [outline for piece in pieces for outline in chain(piece)]
        shadow = _shadow(outlines, opacity, camera)
        shadows.append(replace(shadow, nested=bool(shadows)))
    return shadows


def standing_shadow(
    body: Skeleton, chair: Chair | None, desk: Desk | None, camera: Camera
) -> list[Shape]:
    """Return the shadow under the feet, and the chair or the desk if there is one."""
    middle = Vector(body.trunk.hips.x / 2 + 0.02, 0, 0)
    discs = [_disc(middle, _BODY, camera)]
    for side in Side:
        leg = body.legs[side]
        ankle, ball = leg.shin.end, leg.shin.end + leg.toes * 0.08
        down = 1 - clamp((ankle.z - _FOOT_DOWN) / _FOOT_RISES)
        for place, radius in ((ankle, 0.040), (ball, 0.035)):
            discs.append(_disc(between(middle, place, down), radius, camera))
    if chair:
        for x in (chair.back, chair.front):
            discs += [_disc(Vector(x, y, 0), 0.03, camera) for y in (-0.12, 0.12)]
    shadows = [_shadow([hull(discs)], _TOUCHING, camera)]
    if desk:
        corners = [
            _disc(Vector(x, y, 0), 0.02, camera)
            for x in (desk.area.left + 0.05, desk.area.right - 0.03)
            for y in (desk.area.near + 0.03, desk.area.far - 0.03)
        ]
        shadows.append(_shadow([hull(corners)], _WHOLE, camera))
    return shadows


def _shadow(outlines: Sequence[Outline], opacity: float, camera: Camera) -> Shape:
    ink = Ink(Role.SHADOW, opacity=opacity)
    return Shape(tuple(outlines), ink, flattened=camera.floor_height)


def _disc(place: Vector, radius: float, camera: Camera) -> Circle:
    """Return the shadow of a ball, as seen from straight above."""
    x, y = camera.point(Vector(place.x, place.y, 0))
    return Circle(x, y / camera.floor_height, radius, 0.0)


def _low(run: Sequence[Ball], fade: float, camera: Camera) -> list[list[Circle]]:
    """Return the pieces of *run* near the floor, thinner where it rises."""
    pieces: list[list[Circle]] = [[]]
    for ball in run:
        gap = max(0.0, ball.center.z - ball.radius)
        share = clamp(1.2 - gap / fade)
        if share > _LEAST:
            pieces[-1].append(_disc(ball.center, ball.radius * _SPREAD * share, camera))
        elif pieces[-1]:
            pieces.append([])
    return [piece for piece in pieces if piece]


def _runs(body: Skeleton) -> list[list[Ball]]:
    """Return the body as runs of balls."""
    trunk = body.trunk
    runs = [
        [
            Ball(piece.center, piece.radius * 1.25 + piece.half_width / 2)
            for piece in trunk.slices[::2]
        ],
        [Ball(trunk.neck[1], 0.028), Ball(trunk.skull, 0.058)],
    ]
    for side in Side:
        leg, arm = body.legs[side], body.arms[side]
        runs += [
            [Ball(bone.point(t), bone.radius(t)) for t in _LIMB_STOPS]
            for bone in (leg.thigh, leg.shin, arm.upper, arm.forearm)
        ]
        ankle, hand = leg.shin.end, arm.hand
        runs += [
            [Ball(ankle, 0.022), Ball(ankle + leg.toes * 0.09, 0.018)],
            [
                Ball(hand.wrist, 0.016),
                Ball(hand.middle, 0.022),
                Ball(hand.fingers[0][-1], 0.014),
            ],
        ]
    return runs
