"""Paints the tray icon: a small disc that is its own background.

A panel may be light or dark and does not say which, so the disc brings its own
ground and everything on it is white. The states differ in shape and not only
in colour:

    counting  a ring that fills     held    one bar across
    due       a large dot           paused  two bars upright
    session   a triangle            away    three dots

A ring with an exclamation mark in it counts without knowing when the user is away.
"""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from stretchbreak.core.view import View
from stretchbreak.qt.standing import Standing, standing

SIZES = (16, 22, 24, 32, 44, 64)
"""In pixels: the common panels, plain and at 200 %."""
NOTCHES = 16
"""In how many steps the ring fills; each costs a message to the panel."""

_AWAKE = QColor("#1F7A72")
_ASLEEP = QColor("#566573")
_WHITE = QColor("#FFFFFF")
_TRACK = QColor(255, 255, 255, 82)
_TURN = 360 * 16  # Qt counts angles in sixteenths of a degree
_TOP = 90 * 16


@dataclass(frozen=True, slots=True)
class Face:
    """What the icon looks like; two equal faces need no repainting.

    Attributes:
        notches: How far the ring is filled, of `NOTCHES`.
        blind: It counts, but nothing tells when the user is away.
    """

    standing: Standing
    notches: int = 0
    blind: bool = False


def face(view: View, *, blind: bool = False) -> Face:
    """Return the face that says how things stand in *view*."""
    now = standing(view)
    if now in {Standing.COUNTING, Standing.SNOOZED}:
        return Face(Standing.COUNTING, round(view.progress * NOTCHES), blind)
    return Face(now)


def icon(shown: Face) -> QIcon:
    """Return *shown* as an icon in every size a panel may want."""
    painted = QIcon()
    for size in SIZES:
        painted.addPixmap(pixmap(shown, size))
    return painted


def pixmap(shown: Face, size: int) -> QPixmap:
    """Return *shown*, *size* pixels wide."""
    result = QPixmap(size, size)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_ground(shown.standing))
    painter.drawEllipse(QRectF(0, 0, size, size))
    painter.setBrush(_WHITE)
    _draw_sign(painter, shown, size)
    painter.end()
    return result


def _ground(shown: Standing) -> QColor:
    match shown:
        case Standing.COUNTING | Standing.SNOOZED | Standing.DUE | Standing.SESSION:
            return _AWAKE
        case Standing.HELD | Standing.PAUSED | Standing.AWAY:
            return _ASLEEP
        case unreachable:
            assert_never(unreachable)


def _draw_sign(painter: QPainter, shown: Face, size: int) -> None:
    match shown.standing:
        case Standing.COUNTING | Standing.SNOOZED:
            _draw_ring(painter, shown.notches, size)
            if shown.blind:
                _draw_exclamation_mark(painter, size)
        case Standing.DUE:
            _draw_dots(painter, size, 0.28, (0.5,))
        case Standing.SESSION:
            _draw_triangle(painter, size)
        case Standing.HELD:
            _draw_bars(painter, size, (0.22, 0.4, 0.5))
        case Standing.PAUSED:
            _draw_bars(painter, size, (0.29, 0.25, 0.45))
        case Standing.AWAY:
            _draw_dots(painter, size, 0.085, (0.24, 0.5, 0.76))
        case unreachable:
            assert_never(unreachable)


def _draw_ring(painter: QPainter, notches: int, size: int) -> None:
    width = max(2.0, round(size * 0.14))
    margin = size * 0.12 + width / 2
    ring = QRectF(margin, margin, size - 2 * margin, size - 2 * margin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_TRACK, width))
    painter.drawEllipse(ring)
    painter.setPen(QPen(_WHITE, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawArc(ring, _TOP, -_TURN * notches // NOTCHES)


def _draw_exclamation_mark(painter: QPainter, size: int) -> None:
    """Draw it within the ring, on whole pixels so that it stays sharp."""
    half, up = max(1, round(size * 0.05)), round(size * 0.19)
    left, dot = size // 2 - half, size // 2 + up - 2 * half
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_WHITE)
    painter.drawRect(left, size // 2 - up, 2 * half, 2 * up - 3 * half)
    painter.drawRect(left, dot, 2 * half, 2 * half)


def _draw_dots(
    painter: QPainter, size: int, radius: float, across: tuple[float, ...]
) -> None:
    for x in across:
        painter.drawEllipse(QPointF(x * size, size / 2), radius * size, radius * size)


def _draw_bars(painter: QPainter, size: int, edges: tuple[float, float, float]) -> None:
    """Draw a bar and its mirror image, on whole pixels so that they stay sharp.

    *edges* are the left, top and right of the bar on the left.
    """
    left, top, right = (round(each * size) for each in edges)
    for x in (left, size - right):
        painter.drawRect(x, top, right - left, size - 2 * top)


def _draw_triangle(painter: QPainter, size: int) -> None:
    corners = ((0.37, 0.26), (0.37, 0.74), (0.77, 0.5))
    painter.drawPolygon(QPolygonF([QPointF(x * size, y * size) for x, y in corners]))
