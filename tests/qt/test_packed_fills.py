"""Tests for stretchbreak.qt.packed_fills."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from stretchbreak.core.choices import FigureLook
from stretchbreak.figure.scene import scene
from stretchbreak.qt.figure_colors import figure_palette
from stretchbreak.qt.figure_painter import Fill, fills, fit, paint_fills
from stretchbreak.qt.packed_fills import PackedFills
from tests.support.pixels import difference
from tests.support.poses import pose


@pytest.mark.parametrize("name", ["figure-four", "seated-twist"])
def test_what_is_unpacked_is_what_was_packed(name: str) -> None:
    shown = scene(pose(name), at=1.0)
    palette = figure_palette(FigureLook.MIA, dark=False)
    before = tuple(
        fills(shown.shapes, fit(shown.bounds, QRectF(0, 0, 900, 500)), palette)
    )

    packed = PackedFills(before)
    after = tuple(packed.fills())

    assert difference(_painted(after), _painted(before)) < 0.001
    assert [fill.color for fill in after] == [fill.color for fill in before]
    assert tuple(PackedFills(after).fills()) == after
    assert packed.size < 125_000


def test_what_is_shared_is_kept_as_it_is() -> None:
    still, moving = QPainterPath(), QPainterPath()
    still.addRect(1, 2, 3, 4)
    moving.addRect(5, 6, 7, 8)
    before = (Fill((still, moving), QColor("black"), within=(still,)),)

    packed = PackedFills(before, lambda path: path is still)
    (after,) = packed.fills()

    assert (after,) == before
    assert after.paths[0] is after.within[0] is still
    assert packed.size < PackedFills(before).size


def test_nothing_is_packed_as_nothing() -> None:
    assert list(PackedFills(()).fills()) == []


def _painted(fills: tuple[Fill, ...]) -> QImage:
    picture = QImage(900, 500, QImage.Format.Format_RGB32)
    picture.fill(0)
    painter = QPainter(picture)
    paint_fills(painter, fills)
    painter.end()
    return picture
