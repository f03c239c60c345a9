"""A stretch's picture as SVG: the scene's own arcs, so that it stays small.

The unit is a ten-thousandth of the body height, in whole numbers. What shows
only inside something else is cut here: not every program knows clip paths.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainterPath, QTransform

from stretchbreak.figure.scene import Scene
from stretchbreak.figure.shapes import Arc, Bounds, Outline, Shape
from stretchbreak.qt.figure_colors import FigurePalette
from stretchbreak.qt.figure_paths import path_of

_UNITS = 10_000
_WIDEST = 2.0
"""Arcs are written in pieces no wider than this, in radians: from end points in
whole numbers, the centre of a half circle could not be told."""
_FINE = 6
"""Steps of a cut curve need not be smaller than this, in our unit."""


def svg(
    scene: Scene, size: QSize, palette: FigurePalette, card: str, title: str
) -> bytes:
    """Return *scene* on a card, as large as fits into *size* pixels.

    Args:
        scene: What is shown.
        size: The size it has unless somebody scales it.
        palette: Its colours.
        card: The colour behind it, as #RRGGBB.
        title: What it shows, in words, for those who hear it.
    """
    left, top, width, height = _view(scene.bounds, size)
    seen = f'width="{size.width()}" height="{size.height()}"'
    box = f'viewBox="{left} {top} {width} {height}"'
    shapes = (_element(shape, palette) for shape in scene.shapes)
    lines = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {seen} {box}>',
        f"<title>{escape(title)}</title>",
        f'<path fill="{card}" d="M{left} {top}h{width}v{height}h-{width}z"/>',
        *(shape for shape in shapes if shape),
        "</svg>\n",
    )
    return "\n".join(lines).encode()


def _view(bounds: Bounds, size: QSize) -> tuple[int, int, int, int]:
    """Return the box of *size*'s proportions, round *bounds*: x, y, width, height."""
    pixel = max(bounds.width / size.width(), bounds.height / size.height())
    width, height = size.width() * pixel, size.height() * pixel
    left = (bounds.left + bounds.right - width) / 2
    top = (bounds.top + bounds.bottom - height) / 2
    return _whole(left), _whole(top), _whole(width), _whole(height)


def _element(shape: Shape, palette: FigurePalette) -> str:
    """Return *shape* as a path; nothing where none of it shows."""
    drawn = _cut(shape) if shape.within else _drawn(shape.outlines)
    if not drawn:
        return ""
    color = palette.color(shape.ink)
    alpha = f"{color.alphaF():.3f}".rstrip("0").rstrip(".")
    opacity = "" if alpha == "1" else f' fill-opacity="{alpha}"'
    flat = f"{shape.flattened:.4f}".rstrip("0").rstrip(".")
    scaled = "" if flat == "1" or shape.within else f' transform="scale(1 {flat})"'
    return f'<path fill="{color.name()}"{opacity}{scaled} d="{drawn}"/>'


def _drawn(outlines: Iterable[Outline]) -> str:
    line = _Line()
    for outline in outlines:
        line.move(_on(outline[0], 0))
        for arc in outline:
            line.straight(_on(arc, 0))
            pieces = math.ceil(abs(arc.sweep) / _WIDEST) if arc.radius else 0
            for piece in range(pieces):
                line.bend(_on(arc, (piece + 1) / pieces), arc)
        line.close()
    return line.text


def _cut(shape: Shape) -> str:
    """Return the part of *shape* that lies within what it shows in."""
    large = QTransform.fromScale(_UNITS, _UNITS)  # for Qt's cutting knows no scale
    flat = QTransform.fromScale(1, shape.flattened) * large
    area = flat.map(path_of(shape.outlines))
    return _traced(area.intersected(large.map(path_of(shape.within))))


def _traced(path: QPainterPath) -> str:
    line = _Line()
    kind = QPainterPath.ElementType
    elements = [path.elementAt(i) for i in range(path.elementCount())]
    for i, element in enumerate(elements):
        place = _Place(round(element.x), round(element.y))
        if element.type is kind.MoveToElement:
            line.move(place)
        elif element.type is kind.LineToElement and line.way(place) > _FINE:
            line.straight(place)
        elif element.type is kind.CurveToElement:
            others = (_Place(round(e.x), round(e.y)) for e in elements[i + 1 : i + 3])
            line.curve(place, *others)
    return line.text


class _Place(NamedTuple):
    """Where on the picture, in our unit."""

    x: int
    y: int


class _Line:
    """The text of a path, each step told from the end of the one before."""

    def __init__(self) -> None:
        self.text = ""
        self._at = _Place(0, 0)

    def move(self, to: _Place) -> None:
        """Begin somewhere else."""
        self.text += f"M{_numbers(*to)}"
        self._at = to

    def way(self, to: _Place) -> int:
        """Return how far it is to there, along the axes."""
        return abs(to.x - self._at.x) + abs(to.y - self._at.y)

    def straight(self, to: _Place) -> None:
        """Go on in a straight line."""
        if to != self._at:
            self._go("l", to)

    def bend(self, to: _Place, arc: Arc) -> None:
        """Go on along *arc*."""
        if to != self._at:
            radius, turn = _whole(arc.radius), int(arc.sweep > 0)
            self._go(f"a{radius} {radius} 0 0 {turn} ", to)

    def curve(self, *places: _Place) -> None:
        """Go on along the curve with these two handles to the last of them."""
        steps = (n for p in places for n in (p.x - self._at.x, p.y - self._at.y))
        self.text += f"c{_numbers(*steps)}"
        self._at = places[-1]

    def close(self) -> None:
        """Go back to where this piece began."""
        self.text += "z"

    def _go(self, how: str, to: _Place) -> None:
        self.text += f"{how}{_numbers(to.x - self._at.x, to.y - self._at.y)}"
        self._at = to


def _on(arc: Arc, share: float) -> _Place:
    """Return the place after *share* of *arc*."""
    angle = arc.start + arc.sweep * share
    return _Place(
        _whole(arc.x + arc.radius * math.cos(angle)),
        _whole(arc.y + arc.radius * math.sin(angle)),
    )


def _whole(length: float) -> int:
    """Return *length*, in body heights, in our unit."""
    return round(length * _UNITS)


def _numbers(*numbers: int) -> str:
    """Return *numbers* in as few characters as the format allows."""
    return " ".join(map(str, numbers)).replace(" -", "-")
