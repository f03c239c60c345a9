"""Paints a scene of the stretch pictures with Qt.

Qt's raster engine decides how this is done. It is quickest with many small
paths, slow with one of many overlapping outlines or where it must blend, and
slowest when it must clip to a path. So an opaque shape is filled outline by
outline, and what is translucent or cut off is put together in a layer of its own
first, where nothing need be blended yet.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from stretchbreak.figure.scene import Scene
from stretchbreak.figure.shapes import Bounds, Shape
from stretchbreak.qt.figure_colors import FigurePalette
from stretchbreak.qt.figure_paths import FigurePaths, Fit, path_of

_FEW = 3
"""Up to so many translucent outlines are quicker filled as one path."""

_OPAQUE = 255
_GRID = 4


def paint_scene(
    painter: QPainter, scene: Scene, target: QRectF, palette: FigurePalette
) -> None:
    """Paint *scene* as large as fits into *target*, centred.

    The background stays as it is, and so does the state of *painter*. An empty
    *target* shows nothing.
    """
    if target.isEmpty():
        return
    paint_fills(painter, fills(scene.shapes, fit(scene.bounds, target), palette))


@dataclass(frozen=True, slots=True)
class Fill:
    """Paths to fill with one colour, in the pixels of a picture.

    Attributes:
        paths: The area is everything inside any of these.
        color: What to fill them with.
        within: If there are any, only what lies inside of these shows.
        nested: Whether it lies inside of the fill before it, and `within` the same.
    """

    paths: tuple[QPainterPath, ...]
    color: QColor
    within: tuple[QPainterPath, ...] = ()
    nested: bool = False

    @property
    def box(self) -> QRect:
        """The pixels it can touch, and a few more."""
        box = box_of(self.paths)
        return box.intersected(box_of(self.within)) if self.within else box


def fit(bounds: Bounds, target: QRectF) -> Fit:
    """Return how *bounds* is as large as can be in *target*, and centred."""
    scale = min(target.width() / bounds.width, target.height() / bounds.height)
    center = target.center()
    return Fit(
        scale,
        center.x() - scale * (bounds.left + bounds.right) / 2,
        center.y() - scale * (bounds.top + bounds.bottom) / 2,
    )


def fills(
    shapes: Iterable[Shape],
    fit: Fit,
    palette: FigurePalette,
    kept: FigurePaths | None = None,
) -> list[Fill]:
    """Return *shapes* as Qt fills them, fitted by *fit*.

    The paths of what did not move since the picture before come from *kept*.
    """
    path = (kept or FigurePaths()).of_next(fit)
    found: list[Fill] = []
    for within, group in groupby(shapes, key=lambda shape: shape.within):
        edge = tuple([path(line, 1.0) for line in within])
        for shape in group:
            color = palette.color(shape.ink)
            lines, flat = shape.outlines, shape.flattened
            if edge or len(lines) > _FEW or color.alpha() == _OPAQUE:
                paths = tuple([path(line, flat) for line in lines])
            else:
                paths = (path_of(lines, fit, flat),)
            found.append(Fill(paths, color, edge, shape.nested))
    return found


def paint_fills(painter: QPainter, fills: Iterable[Fill]) -> None:
    """Fill in order; the state of *painter* stays as it is."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for stack in _stacks(fills):
        first = stack[0]
        is_translucent = first.color.alpha() < _OPAQUE
        if first.within or len(stack) > 1 or (is_translucent and len(first.paths) > 1):
            _paint_layered(painter, stack)
        else:
            for path in first.paths:
                painter.fillPath(path, first.color)
    painter.restore()


def _stacks(fills: Iterable[Fill]) -> list[list[Fill]]:
    """Return *fills* in runs, each of them inside the one before it."""
    stacks: list[list[Fill]] = []
    for fill in fills:
        if fill.nested:
            stacks[-1].append(fill)
        else:
            stacks.append([fill])
    return stacks


def box_of(paths: Iterable[QPainterPath]) -> QRect:
    """Return the pixels that *paths* can touch, and a few more.

    It begins and ends at whole pixels on screens with two, or one and a quarter,
    pixels a point, too.
    """
    box = QRectF()
    for path in paths:
        box = box.united(path.controlPointRect())
    if box.isEmpty():
        return QRect()
    left, top = floor(box.left() / _GRID), floor(box.top() / _GRID)
    right, bottom = ceil(box.right() / _GRID), ceil(box.bottom() / _GRID)
    return QRect(
        left * _GRID, top * _GRID, (right - left) * _GRID, (bottom - top) * _GRID
    )


def layer(box: QRect, like: QPainter) -> QImage:
    """Return an empty picture as large as *box*, as fine as *like* paints."""
    ratio = like.device().devicePixelRatio()
    size = QSize(ceil(box.width() * ratio), ceil(box.height() * ratio))
    empty = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    empty.setDevicePixelRatio(ratio)
    empty.fill(Qt.GlobalColor.transparent)
    return empty


def painter_on(picture: QImage, box: QRect) -> QPainter:
    """Return a painter on *picture* to which *box* is where it was."""
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-QPointF(box.topLeft()))
    return painter


def _paint_layered(painter: QPainter, stack: list[Fill]) -> None:
    """Fill areas, each of them inside the one before it, and paint them all at once.

    None need be blended with the one before: it replaces it, in the colour that
    both have together.
    """
    first = stack[0]
    box = first.box
    if box.isEmpty():
        return
    together = layer(box, painter)
    over = painter_on(together, box)
    over.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    color = QColor(Qt.GlobalColor.transparent)
    for fill in stack:
        color = _blended(fill.color, color)
        for path in fill.paths:
            over.fillPath(path, color)
    if first.within:
        over.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        over.drawImage(box.topLeft(), _mask(first.within, box, painter))
    over.end()
    painter.drawImage(box.topLeft(), together)


def _mask(within: Iterable[QPainterPath], box: QRect, like: QPainter) -> QImage:
    """Return a picture of *box* that is opaque *within* the paths."""
    mask = layer(box, like)
    over = painter_on(mask, box)
    for path in within:
        over.fillPath(path, QColor(Qt.GlobalColor.black))
    over.end()
    return mask


def _blended(over: QColor, under: QColor) -> QColor:
    """Return the colour of one translucent layer over another."""
    share = over.alphaF()
    rest = under.alphaF() * (1 - share)
    alpha = share + rest
    if alpha == 0:
        return under
    return QColor.fromRgbF(
        (over.redF() * share + under.redF() * rest) / alpha,
        (over.greenF() * share + under.greenF() * rest) / alpha,
        (over.blueF() * share + under.blueF() * rest) / alpha,
        alpha,
    )
