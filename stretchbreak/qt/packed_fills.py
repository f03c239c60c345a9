"""Fills packed into one block of bytes, to be kept by the dozen.

Qt's paths are made to be painted, not to be kept: with what Qt adds when it paints
them, those of one picture take over a megabyte, in so many small pieces that the
memory is not given back afterwards. Packed, they take a tenth of a megabyte: places
are kept to the ten-thousandth of a pixel.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QColor, QPainterPath

from stretchbreak.qt.figure_painter import Fill

_PRECISION = QDataStream.FloatingPointPrecision.SinglePrecision


@dataclass(frozen=True, slots=True)
class _Packed:
    """One fill: how many paths it has, and how many it lies within.

    (None: it lies within the same ones as the fill before it.)
    """

    paths: int
    color: QColor
    within: int | None


class PackedFills:
    """Fills, in order."""

    def __init__(self, fills: tuple[Fill, ...]) -> None:
        self._paths = QByteArray()
        self._fills: list[_Packed] = []
        stream = QDataStream(self._paths, QIODevice.OpenModeFlag.WriteOnly)
        stream.setFloatingPointPrecision(_PRECISION)
        within: tuple[QPainterPath, ...] = ()
        for fill in fills:
            is_same = fill.within is within
            paths = fill.paths if is_same else (*fill.paths, *fill.within)
            for path in paths:
                stream << path  # so Qt writes
            count = None if is_same else len(fill.within)
            self._fills.append(_Packed(len(fill.paths), fill.color, count))
            within = fill.within

    @property
    def size(self) -> int:
        """How many bytes the paths take."""
        return self._paths.size()

    def fills(self) -> Iterator[Fill]:
        """Unpack."""
        stream = QDataStream(self._paths)
        stream.setFloatingPointPrecision(_PRECISION)
        within: tuple[QPainterPath, ...] = ()
        for fill in self._fills:
            paths = _read(stream, fill.paths)
            if fill.within is not None:
                within = _read(stream, fill.within)
            yield Fill(paths, fill.color, within)


def _read(stream: QDataStream, count: int) -> tuple[QPainterPath, ...]:
    paths = tuple([QPainterPath() for _ in range(count)])
    for path in paths:
        stream >> path  # so Qt reads
    return paths
