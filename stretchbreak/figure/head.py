"""The head: skull, face, ear and hair, as ready-made fills.

The bun says where the crown is in every view; the closed lids and the small
smile say the face is at rest.
"""

from collections.abc import Sequence

from stretchbreak.figure.body import SKULL
from stretchbreak.figure.camera import Camera
from stretchbreak.figure.hair import visible_cap
from stretchbreak.figure.light import RIM, lit
from stretchbreak.figure.outline import chain, hulls
from stretchbreak.figure.parts import HEAD, NECK, Part
from stretchbreak.figure.shapes import Circle, Ink, Role, Shape, Tone
from stretchbreak.figure.skeleton import Skeleton
from stretchbreak.figure.vector import Vector

_HAIR = 0.0635
_HAIR_HALF_ANGLE = 89.0
_HAIR_UP, _HAIR_FRONT = 0.75, -0.66
"""The middle of the hair, up and front of the skull's middle."""

_LINE = 0.0026
"""Half the thickness of the lines of the face."""

_FACE_POINTS = 7
_EAR_SEEN = 0.15
_EYE_SEEN = 0.12
_MOUTH_SEEN = 0.02


def head_part(body: Skeleton, camera: Camera) -> Part:
    """Return the head of *body*, ready made."""
    head = _Head(body, camera)
    groups = head.face_groups()
    bun = head.circle(0.027, up=0.062, front=-0.046)
    skull = head.circle(SKULL)
    behind = [
        _fill(_grown(groups, RIM), Role.SKIN, Tone.OUTLINE),
        _fill(_grown([[bun]], RIM), Role.HAIR, Tone.OUTLINE),
    ]
    bun_fill = _fill([[bun]], Role.HAIR, Tone.LIGHT)
    bun_is_behind = bun.depth > skull.depth
    if bun_is_behind:
        behind.append(bun_fill)
    face = [
        _fill(groups, Role.SKIN, Tone.SHADE),
        _fill(_lit(groups, 0.1), Role.SKIN, Tone.LIGHT),
        *head.hair(),
    ]
    if not bun_is_behind:
        face += [_fill(_grown([[bun]], RIM * 0.8), Role.HAIR, Tone.OUTLINE), bun_fill]
    return Part(
        name=HEAD,
        circles=(
            head.circle(0.063),
            head.circle(0.036, up=-0.040, front=0.020),
            bun,
        ),
        ink=Ink(Role.SKIN),
        after=(NECK,),
        finished=(*behind, *face, *head.ears(), *head.lids(), *head.mouth()),
    )


_Groups = Sequence[Sequence[Circle]]


class _Head:
    """Places the features of one head; offsets are up, front and left of it."""

    def __init__(self, body: Skeleton, camera: Camera) -> None:
        self._frame = body.trunk.head
        self._center = body.trunk.skull
        self._camera = camera

    def place(self, up: float = 0.0, front: float = 0.0, left: float = 0.0) -> Vector:
        return self._center + self._frame.point(up=up, front=front, left=left)

    def circle(
        self, radius: float, *, up: float = 0.0, front: float = 0.0, left: float = 0.0
    ) -> Circle:
        return self._camera.circle(self.place(up, front, left), radius)

    def face_groups(self) -> list[list[Circle]]:
        skull = self.circle(SKULL)
        jaw = self.circle(0.033, up=-0.042, front=0.018)
        chin = self.circle(0.020, up=-0.050, front=0.034)
        brow = self.circle(0.038, up=0.008, front=0.022)
        nose = [
            self.circle(0.0090, up=-0.004, front=0.052),
            self.circle(0.0085, up=-0.020, front=0.066),
            self.circle(0.0090, up=-0.026, front=0.050),
        ]
        return [[skull, jaw], [jaw, chin], [skull, brow], [brow, chin], nose]

    def hair(self) -> list[Shape]:
        crown = self._frame.point(up=_HAIR_UP, front=_HAIR_FRONT).unit()
        cap = visible_cap(self._center, _HAIR, crown, _HAIR_HALF_ANGLE, self._camera)
        return [Shape((cap,), Ink(Role.HAIR))] if cap else []

    def ears(self) -> list[Shape]:
        shapes: list[Shape] = []
        for sign in (1, -1):
            if self._camera.toward(self._frame.left * sign) <= _EAR_SEEN:
                continue
            left = sign * 0.057
            for radius, tone in ((0.0125, Tone.SHADE), (0.0075, Tone.OUTLINE)):
                lobe = self.circle(radius, up=-0.010, front=-0.006, left=left)
                top = self.circle(radius, up=0.0, front=-0.010, left=left)
                opacity = 1.0 if tone is Tone.SHADE else 0.4
                outlines = hulls([[lobe, top]])
                shapes.append(Shape(outlines, Ink(Role.SKIN, tone, opacity=opacity)))
        return shapes

    def lids(self) -> list[Shape]:
        """Return the closed eyes: two short arcs that hang down."""
        shapes: list[Shape] = []
        for sign in (1, -1):
            look = self._frame.point(front=0.86, left=sign * 0.42).unit()
            if self._camera.toward(look) <= _EYE_SEEN:
                continue
            line = []
            for across, sag in _arc_points():
                left = sign * (0.42 + across * 0.17)
                up = -0.03 - 0.10 * sag
                way = self._frame.point(front=0.86, left=left, up=up).unit()
                line.append(self._center + way * (SKULL + 0.0005))
            shapes.append(self._line(line))
        return shapes

    def mouth(self) -> list[Shape]:
        """Return the part of the smile that is on the viewer's side."""
        line = []
        for across, sag in _arc_points():
            left = across * 0.020
            front = 0.0545 - 1.44 * abs(left) ** 1.3
            facing = self._frame.point(front=0.8, left=across)
            if self._camera.toward(facing) > _MOUTH_SEEN:
                line.append(self.place(-0.041 - 0.006 * sag, front, left))
        return [self._line(line)] if len(line) > 1 else []

    def _line(self, places: Sequence[Vector]) -> Shape:
        circles = [self._camera.circle(place, _LINE) for place in places]
        return Shape(chain(circles), Ink(Role.FACE))


def _arc_points() -> list[tuple[float, float]]:
    """Return points of a shallow arc: across -1..1, and how far it sags, 0..1."""
    steps = [2 * i / (_FACE_POINTS - 1) - 1 for i in range(_FACE_POINTS)]
    return [(step, 1 - step * step) for step in steps]


def _fill(groups: _Groups, role: Role, tone: Tone) -> Shape:
    return Shape(hulls(groups), Ink(role, tone))


def _grown(groups: _Groups, by: float) -> list[list[Circle]]:
    return [[circle.grown(by) for circle in group] for group in groups]


def _lit(groups: _Groups, share: float) -> list[list[Circle]]:
    return [[lit(circle, share) for circle in group] for group in groups]
