"""A sheet of paper to paint on, measured in points from its top left corner."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTransform

from stretchbreak.figure.scene import Scene
from stretchbreak.figure.shapes import Bounds
from stretchbreak.qt.figure_colors import FigurePalette
from stretchbreak.qt.figure_paths import path_of

WIDTH, HEIGHT = 595.0, 842.0
"""A4, in points."""
_POINTS_AN_INCH = 72
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_DASH = "\N{EN DASH}"
_INDENT = 1.0
"""How far a listed text stands in from its dash; in its own size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A text in one size.

    Attributes:
        size: In points.
        color: As #RRGGBB.
        above: Space above it, in points.
        listed: Whether it is one of a list, with a dash before it.
    """

    text: str
    size: float
    color: str
    bold: bool = False
    above: float = 0.0
    listed: bool = False

    @property
    def indent(self) -> float:
        """How far in it stands, in points."""
        return self.size * _INDENT if self.listed else 0.0

    @property
    def font(self) -> QFont:
        """What it is written with."""
        font = QFont()
        font.setPointSizeF(self.size)
        font.setWeight(QFont.Weight.DemiBold if self.bold else QFont.Weight.Normal)
        return font


class Page:
    """Puts texts, lines and figures where they are told, on any paint device.

    All places and lengths are in points.
    """

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._unit = painter.device().logicalDpiX() / _POINTS_AN_INCH
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def width(self, paragraph: Paragraph) -> float:
        """Return how wide *paragraph* is on one line."""
        metrics = QFontMetricsF(paragraph.font, self._painter.device())
        return metrics.horizontalAdvance(paragraph.text) / self._unit

    def height(self, paragraphs: Iterable[Paragraph], width: float) -> float:
        """Return how high *paragraphs* are, one below the other, *width* wide."""
        return sum(p.above + self._height(p, width) for p in paragraphs)

    def write(
        self, paragraphs: Iterable[Paragraph], x: float, y: float, width: float
    ) -> float:
        """Write *paragraphs* from *y* down; return where they end."""
        for paragraph in paragraphs:
            y += paragraph.above
            high = self._height(paragraph, width)
            self._painter.setFont(paragraph.font)
            self._painter.setPen(QColor(paragraph.color))
            indent = paragraph.indent
            if indent:
                self._text(_DASH, QRectF(x, y, indent, high))
            self._text(paragraph.text, QRectF(x + indent, y, width - indent, high))
            y += high
        return y

    def line(self, points: Iterable[QPointF], color: str, width: float) -> None:
        """Draw a line through *points*."""
        pen = QPen(QColor(color), width * self._unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)
        self._painter.drawPolyline([point * self._unit for point in points])

    def figure(self, scene: Scene, box: QRectF, palette: FigurePalette) -> None:
        """Paint *scene* as large as fits into *box*, centred.

        Path by path, so that a printer gets no pixels.
        """
        fit = _fit(scene.bounds, self._scaled(box))
        for within, shapes in groupby(scene.shapes, key=lambda shape: shape.within):
            self._painter.save()
            if within:
                self._painter.setClipPath(fit.map(path_of(within)))
            for shape in shapes:
                flat = QTransform.fromScale(1, shape.flattened)
                path = (flat * fit).map(path_of(shape.outlines))
                self._painter.fillPath(path, palette.color(shape.ink))
            self._painter.restore()

    def _height(self, paragraph: Paragraph, width: float) -> float:
        metrics = QFontMetricsF(paragraph.font, self._painter.device())
        room = QRectF(0, 0, (width - paragraph.indent) * self._unit, 0)
        box = metrics.boundingRect(room, _WRAPPED, paragraph.text)
        return box.height() / self._unit

    def _text(self, text: str, box: QRectF) -> None:
        never_cut = _WRAPPED | int(Qt.TextFlag.TextDontClip)
        self._painter.drawText(self._scaled(box), never_cut, text)

    def _scaled(self, box: QRectF) -> QRectF:
        return QRectF(box.topLeft() * self._unit, box.size() * self._unit)


def _fit(bounds: Bounds, place: QRectF) -> QTransform:
    """Return the transform from body heights to *place*."""
    scale = min(place.width() / bounds.width, place.height() / bounds.height)
    center = place.center()
    fit = QTransform.fromTranslate(center.x(), center.y()).scale(scale, scale)
    return fit.translate(
        -(bounds.left + bounds.right) / 2, -(bounds.top + bounds.bottom) / 2
    )
