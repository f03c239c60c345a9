"""Feet: bare ones with toes, or shoes with a sole and laces."""

from itertools import pairwise

from stretchbreak.figure.body import FOOT, Side
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.outline import chain, hulls
from stretchbreak.figure.parts import Part, leg_distance
from stretchbreak.figure.shapes import Circle, Ink, Outline, Role, Shape, Tone
from stretchbreak.figure.skeleton import Ball, Skeleton
from stretchbreak.figure.vector import Vector, between

_IN_TROUSERS = 0.0195
"""Radius of the ankle inside the trouser leg."""

_NEARER = 0.8
"""Feet are drawn a little less far away than their legs."""

_TOES = ((-0.05, 0.0108, 0.014), (0.34, 0.0080, 0.015), (0.60, 0.0076, 0.013))
_SMALL_TOES = ((0.84, 0.0072, 0.010), (1.06, 0.0068, 0.006))
"""Toes: from the inner to the outer edge of the foot, radius, length."""

_LINE = 0.0011
"""Half the thickness of the lines between the toes, and of the laces."""

_LINE_OPACITY = 0.6
_LINE_LIFT, _LINE_AHEAD = 0.007, 0.004
"""Lines between toes run this much above their middles, and on to their tips."""

_TOES_SEEN = 0.28
"""Lines on the top of a foot that faces the viewer less than this are left out."""

_SOLE = 0.0066
"""Radius of the balls the sole is made of."""

_SOLE_REACH = 0.006
"""How far it goes on beyond the middles of heel and toes."""

_SOLE_FACES = 0.12
"""A sole that faces the viewer more than this is drawn as a whole."""

_SOLE_EDGES = (
    ("heel", "outer_ball", "outer_tip"),
    ("heel", "inner_ball", "inner_tip"),
)

_LACES = (0.12, 0.42, 0.72)
"""Where the laces are, from the instep to the ball of the foot."""

_LACE_HALF = 0.012
"""Half the length of a lace."""


def foot_part(body: Skeleton, side: Side, camera: Camera, *, shoes: bool) -> Part:
    """Return a foot; its first circle reaches into the trouser leg."""
    shin, balls = body.legs[side].shin, body.feet[side]
    places = {name: i for i, name in enumerate(FOOT, start=1)}
    circles = [camera.circle(shin.point(0.9), _IN_TROUSERS)]
    circles += [camera.circle(balls[name].center, balls[name].radius) for name in FOOT]

    def group(*names: str) -> tuple[int, ...]:
        return tuple(places[name] for name in names)

    groups = [
        (0, places["ankle"]),
        group("ankle", "heel", "instep"),
        group("heel", "instep", "inner_ball", "outer_ball"),
        group("inner_ball", "outer_ball", "inner_tip", "outer_tip"),
    ]
    if not shoes:
        for root, tip in _toes(body, side):
            groups.append((len(circles), len(circles) + 1))
            circles += [camera.circle(root.center, root.radius)]
            circles += [camera.circle(tip.center, tip.radius)]
    faded = leg_distance(side, camera) * _NEARER
    return Part(
        name=f"{side}_foot",
        circles=tuple(circles),
        groups=tuple(groups),
        ink=Ink(Role.SHOE if shoes else Role.SKIN, faded=faded),
        rim=(0.0, 0.4, *(1.0,) * (len(circles) - 2)),
    )


def foot_marks(
    body: Skeleton, side: Side, camera: Camera, *, shoes: bool
) -> list[Shape]:
    """Return what is drawn on a foot: toes, or sole and laces."""
    if shoes:
        return [*_sole(body, side, camera), *_laces(body, side, camera)]
    if camera.toward(_top(body, side)) < _TOES_SEEN:
        return []
    lines: list[Outline] = []
    lift = _top(body, side) * _LINE_LIFT
    for (root, tip), (next_root, next_tip) in pairwise(_toes(body, side)):
        ends = (
            between(root.center, next_root.center, 0.5) + lift,
            between(tip.center, next_tip.center, 0.5)
            + lift * 0.5
            + body.legs[side].toes * _LINE_AHEAD,
        )
        lines += chain([camera.circle(place, _LINE) for place in ends])
    faded = leg_distance(side, camera) * _NEARER
    ink = Ink(Role.SKIN, Tone.OUTLINE, faded, opacity=_LINE_OPACITY)
    return [Shape(tuple(lines), ink)]


def _top(body: Skeleton, side: Side) -> Vector:
    """Return the unit direction out of the back of the foot."""
    leg = body.legs[side]
    return (-leg.shin.axis).across(leg.toes).unit()


def _toes(body: Skeleton, side: Side) -> list[tuple[Ball, Ball]]:
    """Return root and tip of each toe, the big one first."""
    foot, ahead = body.feet[side], body.legs[side].toes
    inner, outer = foot["inner_tip"].center, foot["outer_tip"].center
    toes: list[tuple[Ball, Ball]] = []
    for across, radius, length in (*_TOES, *_SMALL_TOES):
        root = between(inner, outer, across)
        toes.append((Ball(root, radius), Ball(root + ahead * length, radius)))
    return toes


def _sole(body: Skeleton, side: Side, camera: Camera) -> list[Shape]:
    """Return the sole of a shoe: its nearer edge, or all of it."""
    foot, top = body.feet[side], _top(body, side)

    def under(name: str) -> Circle:
        ball = foot[name]
        ahead = _SOLE_REACH if name.endswith("tip") else -_SOLE_REACH
        ahead = 0.0 if name.endswith("ball") else ahead
        place = ball.center - top * (ball.radius - _SOLE)
        return camera.circle(place + body.legs[side].toes * ahead, _SOLE)

    ink = Ink(Role.SOLE)
    nearer = min(_SOLE_EDGES, key=lambda edge: under(edge[1]).depth)
    shapes = [Shape(chain([under(name) for name in nearer]), ink)]
    if camera.toward(-top) > _SOLE_FACES:
        whole = [under(name) for name in {*_SOLE_EDGES[0], *_SOLE_EDGES[1]}]
        shapes.append(Shape(hulls([whole]), ink))
    return shapes


def _laces(body: Skeleton, side: Side, camera: Camera) -> list[Shape]:
    """Return the laces, if the back of the foot can be seen."""
    top = _top(body, side)
    if camera.toward(top) < _TOES_SEEN:
        return []
    foot, aside = body.feet[side], body.legs[side].toes.cross(top)
    instep = foot["instep"]
    ball = between(foot["inner_ball"].center, foot["outer_ball"].center, 0.5)
    start = instep.center + top * instep.radius
    end = ball + top * foot["inner_ball"].radius
    lines: list[Outline] = []
    for along in _LACES:
        middle = between(start, end, along)
        ends = [middle + aside * (_LACE_HALF * sign) for sign in (1, -1)]
        low = [place - top * (_LACE_HALF * 0.2) for place in ends]
        arch = [low[0], middle + top * 0.001, low[1]]
        lines += chain([camera.circle(place, _LINE * 1.3) for place in arch])
    return [Shape(tuple(lines), Ink(Role.SOLE))]
