"""Paints a scene of the stretch pictures with Qt.

Qt's raster engine decides how this is done. It is quickest with many small
paths, slow with one of many overlapping outlines, and slowest when it must
clip to a path. So an opaque shape is filled outline by outline, and what is
translucent or cut off is put together in a layer of its own first.
"""

from collections.abc import Callable, Iterable
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
    """

    paths: tuple[QPainterPath, ...]
    color: QColor
    within: tuple[QPainterPath, ...] = ()

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
            found.append(Fill(paths, color, edge))
    return found


def paint_fills(painter: QPainter, fills: Iterable[Fill]) -> None:
    """Fill in order; the state of *painter* stays as it is."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for within, group in groupby(fills, key=lambda fill: fill.within):
        if within:
            _paint_within(painter, list(group), within)
        else:
            _paint_each(painter, group)
    painter.restore()


def _paint_each(painter: QPainter, fills: Iterable[Fill]) -> None:
    for fill in fills:
        if len(fill.paths) > 1 and fill.color.alpha() < _OPAQUE:
            _paint_layered(painter, fill)
        else:
            for path in fill.paths:
                painter.fillPath(path, fill.color)


def box_of(paths: Iterable[QPainterPath]) -> QRect:
    """Return the pixels that *paths* can touch, and a few more.

    It begins and ends at whole pixels on screens with two, or one and a quarter,
    pixels a point, too.
    """
    box = _reach(paths)
    if box.isEmpty():
        return QRect()
    left, top = floor(box.left() / _GRID), floor(box.top() / _GRID)
    right, bottom = ceil(box.right() / _GRID), ceil(box.bottom() / _GRID)
    return QRect(
        left * _GRID, top * _GRID, (right - left) * _GRID, (bottom - top) * _GRID
    )


def _reach(paths: Iterable[QPainterPath]) -> QRectF:
    reach = QRectF()
    for path in paths:
        reach = reach.united(path.controlPointRect())
    return reach


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


def _paint_layered(painter: QPainter, fill: Fill) -> None:
    """Fill many translucent paths as one: opaque first, then all at once."""
    box = fill.box
    if box.isEmpty():
        return
    together = layer(box, painter)
    opaque = QColor(fill.color)
    opaque.setAlpha(_OPAQUE)
    over = painter_on(together, box)
    for path in fill.paths:
        over.fillPath(path, opaque)
    over.end()
    opacity = painter.opacity()
    painter.setOpacity(opacity * fill.color.alphaF())
    painter.drawImage(box.topLeft(), together)
    painter.setOpacity(opacity)


def _paint_within(
    painter: QPainter, fills: list[Fill], within: Iterable[QPainterPath]
) -> None:
    """Fill only what lies inside of *within*."""
    if any(fill.color.alpha() == _OPAQUE for fill in fills):
        _paint_cut(painter, fills, within, _paint_each)
        return
    for stack in _stacks(fills):
        _paint_cut(painter, stack, within, _paint_stack)


def _paint_cut(
    painter: QPainter,
    fills: list[Fill],
    within: Iterable[QPainterPath],
    paint: Callable[[QPainter, list[Fill]], None],
) -> None:
    """Let *paint* paint *fills*, and cut off what lies outside of *within*."""
    box = QRect()
    for fill in fills:
        box = box.united(fill.box)
    if box.isEmpty():
        return
    together, mask = layer(box, painter), layer(box, painter)
    over = painter_on(mask, box)
    for path in within:
        over.fillPath(path, QColor(Qt.GlobalColor.black))
    over.end()
    over = painter_on(together, box)
    paint(over, fills)
    over.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    over.drawImage(box.topLeft(), mask)
    over.end()
    painter.drawImage(box.topLeft(), together)


def _paint_stack(painter: QPainter, fills: list[Fill]) -> None:
    """Fill translucent areas, each of them inside the one before it.

    None need be blended with the one before: it replaces it, in the colour that
    both have together.
    """
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    color = QColor(Qt.GlobalColor.transparent)
    for fill in fills:
        color = _blended(fill.color, color)
        for path in fill.paths:
            painter.fillPath(path, color)


def _stacks(fills: Iterable[Fill]) -> list[list[Fill]]:
    """Return *fills* in runs, each of them inside the one before it."""
    stacks: list[list[Fill]] = []
    for fill in fills:
        if stacks and _reach(stacks[-1][-1].paths).contains(_reach(fill.paths)):
            stacks[-1].append(fill)
        else:
            stacks.append([fill])
    return stacks


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
