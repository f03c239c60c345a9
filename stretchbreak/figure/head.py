"""The head: skull, face and ears, as ready-made fills; `hair` does the hair.

Upright, the eyes are open; lying, they are closed. The small smile says the face
is at rest.
"""

import math
from collections.abc import Sequence
from functools import lru_cache

from stretchbreak.figure.body import SKULL
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.hair import Hairdo, hairdo
from stretchbreak.figure.head_place import HeadPlace
from stretchbreak.figure.light import RIM, lit
from stretchbreak.figure.look import Look
from stretchbreak.figure.outline import chain, hulls
from stretchbreak.figure.parts import HEAD, NECK, Part
from stretchbreak.figure.shapes import Circle, Ink, Role, Shape, Tone
from stretchbreak.figure.skeleton import Skeleton
from stretchbreak.figure.vector import Vector, clamp

_LINE = 0.0026
"""Half the thickness of the lines of the face."""

_EYE = 0.0056
"""Radius of an open eye."""

_Eye = tuple[int, float]

_IN_FACE = 0.003
"""So far inside of the skull's outline eyes and brows stay."""

_FACE = Ink(Role.FACE)
_FACE_POINTS = 7
_EAR_SEEN = 0.15
_OPEN_SEEN, _CLOSED_SEEN = 0.28, 0.16
"""An eye that faces the viewer less than this is not seen."""

_EYE_WHOLE, _EYE_NARROW = 0.5, 0.6
"""One that faces the viewer more than this looks whole; none looks narrower."""

_MOUTH_SEEN = 0.02
_NOSE_SEEN = 0.75
_EYE_ASIDE, _EYE_AHEAD = 0.42, 0.86
"""Where an eye is from the middle of the skull, to its side and to the front."""


def head_part(body: Skeleton, camera: Camera, look: Look, *, eyes_open: bool) -> Part:
    """Return the head of *body*, ready made."""
    head = HeadPlace(body.trunk.skull, body.trunk.head, camera)
    return _head_part(head, look, eyes_open=eyes_open)


@lru_cache(maxsize=4)  # while the legs move, a head often lies still
def _head_part(head: HeadPlace, look: Look, *, eyes_open: bool) -> Part:
    groups = _face_groups(head)
    hair = hairdo(look, head)
    face = [
        _fill(groups, Role.SKIN, Tone.SHADE),
        _fill([[lit(circle, 0.1) for circle in group] for group in groups]),
    ]
    eyes = _seen_eyes(head, eyes_open=eyes_open)
    return Part(
        name=HEAD,
        circles=(
            head.circle(0.063),
            head.circle(0.036, up=-0.040, front=0.020),
            *hair.circles,
        ),
        ink=Ink(Role.SKIN),
        after=(NECK,),
        finished=(
            _fill(_grown(groups, RIM), Role.SKIN, Tone.OUTLINE),
            *hair.behind,
            *face,
            *hair.before,
            *_ears(head, hair),
            *(_open_eye(head, eye) if eyes_open else _lid(head, eye) for eye in eyes),
            *(_brow(head, eye) for eye in eyes),
            *_nose(head),
            *_mouth(head, Ink(Role.SKIN) if look.beard else _FACE),
        ),
    )


def _face_groups(head: HeadPlace) -> list[list[Circle]]:
    skull = head.circle(SKULL)
    jaw = head.circle(0.033, up=-0.042, front=0.018)
    chin = head.circle(0.020, up=-0.050, front=0.034)
    brow = head.circle(0.038, up=0.008, front=0.022)
    nose = [
        head.circle(0.0090, up=-0.004, front=0.052),
        head.circle(0.0085, up=-0.020, front=0.065),
        head.circle(0.0090, up=-0.026, front=0.050),
    ]
    return [[skull, jaw], [jaw, chin], [skull, brow], [brow, chin], nose]


def _ears(head: HeadPlace, hair: Hairdo) -> list[Shape]:
    shapes: list[Shape] = []
    for sign in (1, -1):
        if head.toward(left=sign) <= _EAR_SEEN or hair.covers_ears:
            continue
        for radius, tone in (
            (0.0125 + RIM * 0.8, Tone.OUTLINE),
            (0.0125, Tone.LIGHT),
            (0.0070, Tone.SHADE),
        ):
            lobe = head.circle(radius * 0.8, up=-0.018, front=-0.004, left=sign * 0.057)
            top = head.circle(radius, up=-0.001, front=-0.010, left=sign * 0.057)
            shapes.append(_fill([[lobe, top]], Role.SKIN, tone))
    return shapes


def _seen_eyes(head: HeadPlace, *, eyes_open: bool) -> list[_Eye]:
    """Return the sides, as signs, on which the eye can be seen, and how wide it looks.

    Toward the edge of the face an eye is seen askew: it grows narrow before it goes.
    """
    least = _OPEN_SEEN if eyes_open else _CLOSED_SEEN
    eyes: list[_Eye] = []
    for sign in (1, -1):
        toward = head.toward(front=_EYE_AHEAD, left=sign * _EYE_ASIDE)
        if toward > least:
            eyes.append((sign, clamp(toward / _EYE_WHOLE, _EYE_NARROW)))
    return eyes


def _open_eye(head: HeadPlace, eye: _Eye) -> Shape:
    sign, width = eye
    places = [
        head.on_skull(front=_EYE_AHEAD, left=sign * _EYE_ASIDE, up=up)
        for up in (-0.02, -0.09)
    ]
    return _line_on_face(head, places, _EYE * width)


def _lid(head: HeadPlace, eye: _Eye) -> Shape:
    """Return a closed eye: a short arc that hangs down."""
    return _arc(head, eye, across=0.19, up=-0.05, sag=-0.07)


def _brow(head: HeadPlace, eye: _Eye) -> Shape:
    return _arc(head, eye, across=0.19, up=0.27, sag=0.03)


def _arc(head: HeadPlace, eye: _Eye, *, across: float, up: float, sag: float) -> Shape:
    """Return a short arc over or under the middle of an eye."""
    sign, width = eye
    line = [
        head.on_skull(
            front=_EYE_AHEAD,
            left=sign * (_EYE_ASIDE + step * across * width),
            up=up + sag * rise,
        )
        for step, rise in _arc_points()
    ]
    return _line_on_face(head, line, _LINE * width)


def _nose(head: HeadPlace) -> list[Shape]:
    """Return the shade under the nose; from the side, its outline is seen instead."""
    if head.toward(front=1.0) < _NOSE_SEEN:
        return []
    line = [
        head.place(-0.024 - 0.004 * sag, 0.068, across * 0.0075)
        for across, sag in _arc_points()
    ]
    return [_line(head, line, _LINE * 0.9, Ink(Role.SKIN, Tone.OUTLINE))]


def _mouth(head: HeadPlace, ink: Ink) -> list[Shape]:
    """Return the part of the smile that is on the viewer's side."""
    line = []
    for across, sag in _arc_points():
        left = across * 0.020
        front = 0.0545 - 1.44 * abs(left) ** 1.3
        if head.toward(front=0.8, left=across) > _MOUTH_SEEN:
            line.append(head.place(-0.041 - 0.006 * sag, front, left))
    return [_line(head, line, _LINE, ink)] if len(line) > 1 else []


def _line(
    head: HeadPlace,
    places: Sequence[Vector],
    thickness: float,
    ink: Ink = _FACE,
) -> Shape:
    circles = [head.camera.circle(place, thickness) for place in places]
    return Shape(chain(circles), ink)


def _line_on_face(head: HeadPlace, places: Sequence[Vector], thickness: float) -> Shape:
    """Return a line that stays inside of the skull's outline."""
    circles = [head.camera.circle(place, thickness) for place in places]
    return Shape(chain([_on_face(head, circle) for circle in circles]), _FACE)


def _on_face(head: HeadPlace, circle: Circle) -> Circle:
    """Return *circle*, moved in from the outline of the skull if it lies on it."""
    skull = head.circle(SKULL)
    across, down = circle.x - skull.x, circle.y - skull.y
    off, most = math.hypot(across, down), SKULL - _IN_FACE - circle.radius
    share = most / off if off > most else 1.0
    return circle._replace(x=skull.x + across * share, y=skull.y + down * share)


def _arc_points() -> list[tuple[float, float]]:
    """Return points of a shallow arc: across -1..1, and how far it sags, 0..1."""
    steps = [2 * i / (_FACE_POINTS - 1) - 1 for i in range(_FACE_POINTS)]
    return [(step, 1 - step * step) for step in steps]


def _fill(
    groups: Sequence[Sequence[Circle]],
    role: Role = Role.SKIN,
    tone: Tone = Tone.LIGHT,
) -> Shape:
    return Shape(hulls(groups), Ink(role, tone))


def _grown(groups: Sequence[Sequence[Circle]], by: float) -> list[list[Circle]]:
    return [[circle.grown(by) for circle in group] for group in groups]
