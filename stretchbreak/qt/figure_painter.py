"""Paints a scene of the stretch pictures with Qt."""

import math
from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from stretchbreak.figure.scene import Scene
from stretchbreak.figure.shapes import Bounds, Outline
from stretchbreak.qt.figure_colors import FigurePalette


def paint_scene(
    painter: QPainter, scene: Scene, target: QRectF, palette: FigurePalette
) -> None:
    """Paint *scene* as large as fits into *target*, centred.

    The background stays as it is, and so does the state of *painter*. An empty
    *target* shows nothing.
    """
    if target.isEmpty():
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # Paths are mapped here and not by the painter: Qt's raster engine takes five
    # times as long for paths that it has to enlarge a thousandfold.
    fit = _fit(scene.bounds, target)
    for within, shapes in groupby(scene.shapes, key=lambda shape: shape.within):
        painter.save()
        if within:
            painter.setClipPath(fit.map(_path(within)))
        for shape in shapes:
            flat = QTransform.fromScale(1, shape.flattened)
            path = (flat * fit).map(_path(shape.outlines))
            painter.fillPath(path, palette.color(shape.ink))
        painter.restore()
    painter.restore()


def _fit(bounds: Bounds, target: QRectF) -> QTransform:
    """Return the transform from body heights to the pixels of *target*."""
    scale = min(target.width() / bounds.width, target.height() / bounds.height)
    center = target.center()
    fit = QTransform.fromTranslate(center.x(), center.y()).scale(scale, scale)
    return fit.translate(
        -(bounds.left + bounds.right) / 2, -(bounds.top + bounds.bottom) / 2
    )


def _path(outlines: Iterable[Outline]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for outline in outlines:
        _add(path, outline)
    return path


def _add(path: QPainterPath, outline: Outline) -> None:
    """Add a closed line; Qt's angles run the other way round, in degrees."""
    x, y, radius, start, _ = outline[0]
    path.moveTo(x + radius * math.cos(start), y + radius * math.sin(start))
    for x, y, radius, start, sweep in outline:
        if radius == 0:
            path.lineTo(x, y)
            continue
        size = 2 * radius
        angle, turn = -math.degrees(start), -math.degrees(sweep)
        path.arcTo(x - radius, y - radius, size, size, angle, turn)
    path.closeSubpath()
