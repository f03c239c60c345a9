"""Small still pictures of stretches, for lists."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from stretchbreak.core.choices import FigureLook
from stretchbreak.core.routine import Side, Stretch
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.figure.scene import scene
from stretchbreak.qt import own_picture, theme
from stretchbreak.qt.figure_colors import figure_palette
from stretchbreak.qt.figure_look import worn
from stretchbreak.qt.figure_painter import paint_scene

SIZE = QSize(60, 44)

_Key = tuple[str, str, bool, FigureLook, bool, float]


class PoseIcons:
    """Paints icons when they are first seen, in each look and theme.

    The first picture of a pose takes up to a fifth of a second, so only one is
    painted at a time: a list must not wait for all of them.

    Args:
        picture: Finds the picture of a stretch by its pose's id.

    Attributes:
        lacking: Whether an icon is still to be painted, in another frame.
    """

    def __init__(self, picture: Callable[[str], PoseSequence | None]) -> None:
        self._picture = picture
        self._painted: dict[_Key, QIcon] = {}
        self._busy = False
        self.lacking = False

    def begin_frame(self) -> None:
        """Paint one more from now on."""
        self._busy = self.lacking = False

    def icon(self, stretch: Stretch, ratio: float, side: Side = Side.LEFT) -> QIcon:
        """Return the icon of *stretch*, for a screen of that pixel *ratio*.

        It is empty as long as it is not painted. The *side* matters where the stretch
        has sides.
        """
        mirrored = stretch.sided and side is Side.LEFT
        pose, image, dark = stretch.pose, stretch.image, theme.current().dark
        key = (pose, image, mirrored, worn(), dark, ratio)
        if key not in self._painted:
            if self._busy:
                self.lacking = True
                return _icon(_blank(ratio))
            self._busy = True
            self._painted[key] = _icon(self._pixels(key))
        return self._painted[key]

    def _pixels(self, key: _Key) -> QPixmap:
        pose, image, mirrored, look, dark, ratio = key
        pixels = _blank(ratio)
        if image:
            painter = QPainter(pixels)
            own_picture.paint(painter, QRectF(0, 0, SIZE.width(), SIZE.height()), image)
            painter.end()
            return pixels
        sequence = self._picture(pose)
        if sequence is not None:
            at = sequence.telling_moment
            shown = scene(sequence, at=at, mirrored=mirrored, look=look)
            painter = QPainter(pixels)
            room = QRectF(0, 0, SIZE.width(), SIZE.height())
            paint_scene(painter, shown, room, figure_palette(look, dark=dark))
            painter.end()
        return pixels


def _blank(ratio: float) -> QPixmap:
    pixels = QPixmap(SIZE * ratio)
    pixels.setDevicePixelRatio(ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    return pixels


def _icon(pixels: QPixmap) -> QIcon:
    icon = QIcon(pixels)
    # Else Qt would tint it where it is chosen.
    icon.addPixmap(pixels, QIcon.Mode.Selected)
    return icon
