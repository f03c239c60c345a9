"""A stretch's picture by itself: the figure on its card, in any size."""

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from stretchbreak.figure.scene import Scene
from stretchbreak.qt import theme
from stretchbreak.qt.figure_colors import FigurePalette
from stretchbreak.qt.figure_painter import paint_scene

THEMES = {"light": theme.LIGHT, "dark": theme.DARK}


def image(scene: Scene, size: QSize, palette: FigurePalette, card: str) -> QImage:
    """Return *scene* on a *card* of that colour, as large as fits into *size* px."""
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(QColor(card))
    painter = QPainter(picture)
    paint_scene(painter, scene, QRectF(picture.rect()), palette)
    painter.end()
    return picture


def png(scene: Scene, size: QSize, palette: FigurePalette, card: str) -> bytes:
    """Return *scene* as a PNG file, as in `image`."""
    file = QBuffer()
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    image(scene, size, palette, card).save(file, "PNG")  # type: ignore[call-overload] # a str is taken
    return bytes(file.data().data())
