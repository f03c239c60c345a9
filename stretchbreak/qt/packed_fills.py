"""Fills packed into one block of bytes, to be kept by the dozen.

Qt's paths are made to be painted, not to be kept: with what Qt adds when it paints
them, those of one picture take over a megabyte, in so many small pieces that the
memory is not given back afterwards. Packed, they take a tenth of a megabyte: places
are kept to the ten-thousandth of a pixel.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QDataStream, QIODevice
from PySide6.QtGui import QColor, QPainterPath

from stretchbreak.qt.figure_painter import Fill

_PRECISION = QDataStream.FloatingPointPrecision.SinglePrecision


@dataclass(frozen=True, slots=True)
class _Packed:
    """One fill: its paths, and those it lies within; None stands for a packed path.

    (`within` is None if it lies within the same ones as the fill before it.)
    """

    paths: tuple[QPainterPath | None, ...]
    color: QColor
    within: tuple[QPainterPath | None, ...] | None
    nested: bool


class PackedFills:
    """Fills, in order.

    Args:
        fills: What to pack.
        shared: Tells which paths other fills have, too: these are kept as they are.
    """

    def __init__(
        self,
        fills: tuple[Fill, ...],
        shared: Callable[[QPainterPath], bool] = lambda _path: False,
    ) -> None:
        self._bytes = QByteArray()
        self._fills: list[_Packed] = []
        stream = QDataStream(self._bytes, QIODevice.OpenModeFlag.WriteOnly)
        stream.setFloatingPointPrecision(_PRECISION)

        def packed(paths: tuple[QPainterPath, ...]) -> tuple[QPainterPath | None, ...]:
            kept = tuple([path if shared(path) else None for path in paths])
            for path, as_it_is in zip(paths, kept, strict=True):
                if as_it_is is None:
                    stream << path  # so Qt writes
            return kept

        before: tuple[QPainterPath, ...] = ()
        for fill in fills:
            paths = packed(fill.paths)
            within = None if fill.within is before else packed(fill.within)
            self._fills.append(_Packed(paths, fill.color, within, fill.nested))
            before = fill.within

    @property
    def size(self) -> int:
        """How many bytes the packed paths take."""
        return self._bytes.size()

    def fills(self) -> Iterator[Fill]:
        """Unpack."""
        stream = QDataStream(self._bytes)
        stream.setFloatingPointPrecision(_PRECISION)
        within: tuple[QPainterPath, ...] = ()
        for fill in self._fills:
            paths = _read(stream, fill.paths)
            if fill.within is not None:
                within = _read(stream, fill.within)
            yield Fill(paths, fill.color, within, fill.nested)


def _read(
    stream: QDataStream, kept: tuple[QPainterPath | None, ...]
) -> tuple[QPainterPath, ...]:
    paths = tuple([path or QPainterPath() for path in kept])
    for path, as_it_is in zip(paths, kept, strict=True):
        if as_it_is is None:
            stream >> path  # so Qt reads
    return paths
