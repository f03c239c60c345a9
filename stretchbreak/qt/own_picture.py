"""Pictures of the user's own: any image file, as large as there is room."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QImageIOHandler,
    QImageReader,
    QPainter,
    QPixmap,
    QPixmapCache,
)

NAMES = "Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp)"
"""What can be chosen, as a file dialog wants to know it."""


def readable(file: str) -> bool:
    """Return whether *file* holds a picture."""
    return QImageReader(file).canRead()


def paint(painter: QPainter, room: QRectF, file: str) -> None:
    """Paint the picture in *file* into the middle of *room*, whole and undistorted.

    One that cannot be read leaves the room empty.
    """
    ratio = painter.device().devicePixelRatio()
    pixels = _pixels(file, (room.size() * ratio).toSize())
    if pixels.isNull():
        return
    place = QRectF(0, 0, pixels.width() / ratio, pixels.height() / ratio)
    place.moveCenter(room.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(place, pixels, QRectF(pixels.rect()))
    painter.restore()


def _pixels(file: str, room: QSize) -> QPixmap:
    key = f"own-picture:{room.width()}x{room.height()}:{file}"
    pixels = QPixmap()
    if not QPixmapCache.find(key, pixels) and not room.isEmpty():
        pixels = _read(file, room)
        QPixmapCache.insert(key, pixels)
    return pixels


def _read(file: str, room: QSize) -> QPixmap:
    reader = QImageReader(file)
    reader.setAutoTransform(True)
    size = reader.size()
    turned = reader.transformation() & (
        QImageIOHandler.Transformation.TransformationRotate90
    )
    box = room.transposed() if turned else room
    if size.isValid():
        # Read smaller at once: a photograph would take a hundred megabytes.
        reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())
