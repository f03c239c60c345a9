"""Hair and beard, as fills behind and before the face."""

from collections.abc import Sequence
from dataclasses import dataclass

from stretchbreak.figure.body import SKULL
from stretchbreak.figure.hair_cap import visible_cap
from stretchbreak.figure.head_place import HeadPlace
from stretchbreak.figure.light import RIM, lit
from stretchbreak.figure.look import Hair, Look
from stretchbreak.figure.outline import hulls
from stretchbreak.figure.shapes import Circle, Ink, Role, Shape, Tone


@dataclass(frozen=True, slots=True)
class _Cap:
    """Hair close to the skull: all round a crown up to a hairline.

    Attributes:
        radius: Of the ball it lies on; the skull is a little smaller.
        half_angle: From the crown to the hairline, in degrees.
        up: The crown's direction from the middle of the skull.
        front: The same.
    """

    radius: float
    half_angle: float
    up: float
    front: float


_CAPS = {
    Hair.BUN: _Cap(0.0612, 98.0, 0.75, -0.66),
    Hair.SHORT: _Cap(0.0614, 93.0, 0.80, -0.60),
    Hair.CURLS: _Cap(0.0620, 97.0, 0.76, -0.65),
    Hair.THIN: _Cap(0.0600, 80.0, 0.30, -0.95),
}

_Places = tuple[tuple[float, float, float, float], ...]
"""Balls: radius, then up, front and left of the middle of the skull."""

_BUN: _Places = ((0.027, 0.062, -0.046, 0.0),)
_CURLS: _Places = (
    (0.023, 0.060, 0.008, 0.0),
    (0.022, 0.054, 0.000, 0.030),
    (0.022, 0.054, 0.000, -0.030),
    (0.030, 0.056, -0.030, 0.022),
    (0.030, 0.056, -0.030, -0.022),
    (0.025, 0.028, -0.024, 0.052),
    (0.025, 0.028, -0.024, -0.052),
    (0.026, -0.008, -0.030, 0.052),
    (0.026, -0.008, -0.030, -0.052),
    (0.030, 0.026, -0.056, 0.020),
    (0.030, 0.026, -0.056, -0.020),
    (0.030, -0.006, -0.056, 0.020),
    (0.030, -0.006, -0.056, -0.020),
    (0.026, -0.038, -0.034, 0.040),
    (0.026, -0.038, -0.034, -0.040),
    (0.026, -0.040, -0.050, 0.0),
)
_BALLS = {Hair.BUN: _BUN, Hair.CURLS: _CURLS}

_BEARD: tuple[_Places, ...] = (
    (
        (0.0215, -0.052, 0.034, 0.0),
        (0.0185, -0.049, 0.017, 0.0155),
        (0.0185, -0.049, 0.017, -0.0155),
    ),
    (
        (0.0185, -0.049, 0.017, 0.0155),
        (0.0090, -0.030, -0.004, 0.0470),
        (0.0130, -0.040, 0.002, 0.0360),
    ),
    (
        (0.0185, -0.049, 0.017, -0.0155),
        (0.0090, -0.030, -0.004, -0.0470),
        (0.0130, -0.040, 0.002, -0.0360),
    ),
)
"""Chin, and the jaw of each side up to the ear."""

_BEARD_HIDDEN = 0.018
"""What lies this much farther away than the middle of the skull is behind the face."""


@dataclass(frozen=True, slots=True)
class Hairdo:
    """The hair of one head as it is seen.

    Attributes:
        circles: The balls that stand off the head.
        behind: Fills to draw before the face.
        before: Fills to draw on it.
        covers_ears: Whether the ears are under it.
    """

    circles: tuple[Circle, ...]
    behind: tuple[Shape, ...]
    before: tuple[Shape, ...]
    covers_ears: bool


def hairdo(look: Look, head: HeadPlace) -> Hairdo:
    """Return hair and beard of *look* on *head*."""
    balls = _circles(head, _BALLS.get(look.hair, ()))
    skull = head.circle(SKULL)
    far = [ball for ball in balls if ball.depth > skull.depth]
    near = [ball for ball in balls if ball.depth <= skull.depth]
    beard_before, beard_behind = _beard(head) if look.beard else ((), ())
    return Hairdo(
        balls,
        (*_tuft(far), *beard_behind),
        (*beard_before, *_cap(head, _CAPS[look.hair]), *_tuft(near)),
        covers_ears=look.hair is Hair.CURLS,
    )


def _circles(head: HeadPlace, places: _Places) -> tuple[Circle, ...]:
    return tuple(
        head.circle(radius, up=up, front=front, left=left)
        for radius, up, front, left in places
    )


def _tuft(balls: Sequence[Circle]) -> list[Shape]:
    """Return the fills of hair that stands off the head."""
    if not balls:
        return []
    return [
        _fill([[ball.grown(RIM)] for ball in balls], Tone.OUTLINE),
        _fill([[ball] for ball in balls], Tone.SHADE),
        _fill([[lit(ball, 0.14)] for ball in balls], Tone.LIGHT),
    ]


def _cap(head: HeadPlace, cap: _Cap) -> list[Shape]:
    crown = head.frame.point(up=cap.up, front=cap.front).unit()
    shapes: list[Shape] = []
    for wider, tone in ((RIM, Tone.OUTLINE), (0.0, Tone.LIGHT)):
        outline = visible_cap(
            head.center, cap.radius + wider, crown, cap.half_angle, head.camera
        )
        if outline:
            shapes.append(Shape((outline,), Ink(Role.HAIR, tone)))
    return shapes


def _beard(head: HeadPlace) -> tuple[tuple[Shape, ...], tuple[Shape, ...]]:
    """Return the beard's fills before the face, and those behind the skull."""
    skull = head.circle(SKULL)
    groups = [_circles(head, places) for places in _BEARD]
    limit = skull.depth + _BEARD_HIDDEN
    near = [group for group in groups if _depth(group) <= limit]
    far = [group for group in groups if _depth(group) > limit]
    return (
        (_fill(near, Tone.LIGHT),) if near else (),
        (_fill(far, Tone.LIGHT),) if far else (),
    )


def _depth(circles: Sequence[Circle]) -> float:
    return sum(circle.depth for circle in circles) / len(circles)


def _fill(groups: Sequence[Sequence[Circle]], tone: Tone) -> Shape:
    return Shape(hulls(groups), Ink(Role.HAIR, tone))
