"""How the countdown looks: one shape for each kind of phase, never colour alone.

    dashed    getting ready          two arrows    changing sides
    solid     holding                thin, a dot   warm-up, rest, finish
    bars      paused                 octagon       something hurt

All lengths are shares of the ring's side, so it looks the same at any size.
"""

import math
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from stretchbreak.core.plan import Phase
from stretchbreak.qt.ring_words import paint_caption, paint_digits
from stretchbreak.qt.theme import Theme

TWO_DIGITS = 0.38
"""The height of one or two digits."""
MORE_DIGITS = 0.31
"""The height of minutes and seconds."""

_RADIUS = 0.46
_MIDDLE = 0.45
_ROUND = 360.0
_QUARTER = 90.0
_DASHES = 40
_DASH = 0.58
"""How much of a step is inked."""
_GAP = 30.0
_HEAD = 15.0
_HALF = _ROUND / 2 - _GAP
"""How far a half ring reaches, in degrees, and where each begins."""
_HALVES = (_GAP / 2, _GAP / 2 + _ROUND / 2)
_REACH = 0.035
"""No ring and no dot reaches farther to either side of the circle."""
_EMPTY, _FULL = 0.16, 0.42
"""The radius of the disc that breathes; full, it nearly fills the ring."""
_BREATH_INK = 0.16
_SECTORS = 24
_BLUR = 0.006
"""How far a rim may stand out of the chord of a sector, and be smoothed."""
_QT_DEGREE = 16


class Shape(Enum):
    """What the ring is made of."""

    DASHED = auto()
    SOLID = auto()
    ARROWS = auto()
    THIN = auto()
    BARS = auto()
    OCTAGON = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """All there is to see.

    Attributes:
        fraction: How much is left, from 1 to 0.
        digits: The countdown.
        caption: A word below it.
        height: How high the digits are, as a share of the ring's side.
    """

    kind: Phase
    fraction: float
    digits: str
    caption: str
    height: float


def shape(kind: Phase) -> Shape:
    """Return the shape that stands for *kind*."""
    match kind:
        case Phase.GET_READY | Phase.RESUME:
            return Shape.DASHED
        case Phase.HOLD | Phase.PRESS:
            return Shape.SOLID
        case Phase.SWITCH:
            return Shape.ARROWS
        case Phase.WARM_UP | Phase.MOVE | Phase.RELEASE | Phase.REST | Phase.FINISH:
            return Shape.THIN
        case Phase.PAUSED:
            return Shape.BARS
        case Phase.HURT:
            return Shape.OCTAGON
        case unreachable:
            assert_never(unreachable)


def colour(kind: Phase, theme: Theme) -> str:
    """Return the colour that stands for *kind*, as #RRGGBB."""
    match shape(kind):
        case Shape.DASHED:
            return theme.ready
        case Shape.SOLID:
            return theme.hold
        case Shape.ARROWS:
            return theme.switch
        case Shape.THIN | Shape.BARS:
            return theme.rest
        case Shape.OCTAGON:
            return theme.warning
        case unreachable:
            assert_never(unreachable)


def digit_height(digits: str, *, high: bool) -> float:
    """Return the height of *digits* as a share of the ring's side.

    With *high*, all digits are as high as two can be, however narrow.
    """
    return TWO_DIGITS if high or len(digits) <= len("99") else MORE_DIGITS


def paint_still(painter: QPainter, face: Face, theme: Theme, font: QFont) -> None:
    """Paint what of *face* stands still for a second, from (0, 0) to (1, 1)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink, track = QColor(colour(face.kind, theme)), QColor(theme.line)
    match shape(face.kind):
        case Shape.DASHED:
            _dashes(painter, track, 1.0)
        case Shape.SOLID:
            _arc(painter, track, 0.06, 0.0, 1.0)
        case Shape.ARROWS:
            for start in _HALVES:
                _arc(painter, track, 0.05, start / _ROUND, _HALF / _ROUND)
        case Shape.THIN:
            _arc(painter, track, 0.016, 0.0, 1.0)
        case Shape.BARS:
            _arc(painter, track, 0.02, 0.0, 1.0)
            _bars(painter, ink)
        case Shape.OCTAGON:
            _octagon(painter, ink)
        case unreachable:
            assert_never(unreachable)
    _words(painter, face, theme, font)


def paint_moving(painter: QPainter, face: Face, theme: Theme) -> None:
    """Paint what of *face* goes on and on, from (0, 0) to (1, 1)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(colour(face.kind, theme))
    match shape(face.kind):
        case Shape.DASHED:
            _dashes(painter, ink, face.fraction)
        case Shape.SOLID:
            _arc(painter, ink, 0.06, 1 - face.fraction, face.fraction)
        case Shape.ARROWS:
            _arrows(painter, ink, face.fraction)
        case Shape.THIN:
            _thin(painter, ink, face.fraction)
        case Shape.BARS | Shape.OCTAGON:
            pass
        case unreachable:
            assert_never(unreachable)


def paint_breath(painter: QPainter, fullness: float, theme: Theme) -> None:
    """Paint a disc as large as the lungs are full, 0..1, from (0, 0) to (1, 1)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(theme.hold)
    ink.setAlphaF(_BREATH_INK)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    radius = _breath_radius(fullness)
    painter.drawEllipse(QPointF(0.5, 0.5), radius, radius)


def breathed(before: float, after: float) -> list[QRectF]:
    """Return the places that differ once *before* of the disc has become *after*."""
    radii = [_breath_radius(fullness) for fullness in (before, after)]
    rims = (min(radii) - _BLUR, max(radii) + _BLUR)
    turns = [index * _ROUND / _SECTORS for index in range(_SECTORS + 1)]
    return [
        QPolygonF([_on_ring(t, r) for t in pair for r in rims])
        .boundingRect()
        .adjusted(-_BLUR, -_BLUR, _BLUR, _BLUR)
        for pair in pairwise(turns)
    ]


def _breath_radius(fullness: float) -> float:
    return _EMPTY + (_FULL - _EMPTY) * fullness


def swept(kind: Phase, before: float, after: float) -> list[QRectF]:
    """Return the places that differ once *before* of the ring has become *after*."""
    match shape(kind):
        case Shape.DASHED | Shape.SOLID | Shape.THIN:
            return [_swept(_ROUND * (1 - before), _ROUND * (1 - after))]
        case Shape.ARROWS:
            ends = (start + _HALF for start in _HALVES)
            return [_swept(end - _HALF * before, end - _HALF * after) for end in ends]
        case Shape.BARS | Shape.OCTAGON:
            return []
        case unreachable:
            assert_never(unreachable)


def _swept(first: float, last: float) -> QRectF:
    """Return where the ring passes from *first* to *last*, in degrees from the top."""
    bends = range(math.ceil(first / _QUARTER), math.floor(last / _QUARTER) + 1)
    angles = (first, last, *(_QUARTER * bend for bend in bends))
    points = QPolygonF([_on_ring(angle) for angle in angles])
    return points.boundingRect().adjusted(-_REACH, -_REACH, _REACH, _REACH)


def _arc(
    painter: QPainter, ink: QColor, width: float, start: float, share: float
) -> None:
    """Draw *share* of the ring, clockwise from *start*, both 0 to 1 from the top."""
    if share <= 0:
        return
    painter.setPen(QPen(ink, width, c=Qt.PenCapStyle.FlatCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    first = _QUARTER - start * _ROUND
    painter.drawArc(
        _circle(), round(first * _QT_DEGREE), round(-share * _ROUND * _QT_DEGREE)
    )


def _circle() -> QRectF:
    return QRectF(0.5 - _RADIUS, 0.5 - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)


def _on_ring(degrees: float, radius: float = _RADIUS) -> QPointF:
    """Return the point at *degrees* clockwise from the top."""
    angle = math.radians(degrees - _QUARTER)
    return QPointF(0.5 + radius * math.cos(angle), 0.5 + radius * math.sin(angle))


def _dashes(painter: QPainter, ink: QColor, fraction: float) -> None:
    """Draw dash by dash: for a pen that dashes, Qt takes up to 15 times as long."""
    for dash in range(_DASHES):
        start = max(dash / _DASHES, 1 - fraction)
        _arc(painter, ink, 0.05, start, (dash + _DASH) / _DASHES - start)


def _thin(painter: QPainter, ink: QColor, fraction: float) -> None:
    _arc(painter, ink, 0.016, 1 - fraction, fraction)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(_on_ring((1 - fraction) * _ROUND), 0.027, 0.027)


def _arrows(painter: QPainter, ink: QColor, fraction: float) -> None:
    """Draw two half rings that run after each other and shrink to their heads."""
    for start in _HALVES:
        end = start + _HALF
        tail = end - _HALF * fraction
        _arc(painter, ink, 0.05, tail / _ROUND, _HALF * fraction / _ROUND)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        base = (_on_ring(end, _RADIUS - 0.052), _on_ring(end, _RADIUS + 0.036))
        head = [*base, _on_ring(end + _HEAD, _RADIUS - 0.012)]
        painter.drawPolygon(QPolygonF(head))


def _bars(painter: QPainter, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for left in (0.365, 0.545):
        painter.drawRoundedRect(QRectF(left, 0.24, 0.09, 0.30), 0.02, 0.02)


def _octagon(painter: QPainter, ink: QColor) -> None:
    painter.setPen(QPen(ink, 0.04, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = [_on_ring(22.5 + 45 * corner) for corner in range(8)]
    painter.drawPolygon(QPolygonF(corners))


def _words(painter: QPainter, face: Face, theme: Theme, font: QFont) -> None:
    ink = QColor(theme.ink)
    match shape(face.kind):
        case Shape.BARS:
            paint_caption(painter, face.caption, 0.74, ink, font)
        case Shape.OCTAGON:
            paint_caption(painter, face.caption, 0.55, ink, font, 0.16)
        case Shape.DASHED | Shape.SOLID | Shape.ARROWS | Shape.THIN:
            height = face.height
            top = _MIDDLE - height / 2
            paint_digits(
                painter, face.digits, QRectF(0.12, top, 0.76, height), ink, font
            )
            under = QColor(colour(face.kind, theme))
            paint_caption(painter, face.caption, top + height + 0.145, under, font)
        case unreachable:
            assert_never(unreachable)
