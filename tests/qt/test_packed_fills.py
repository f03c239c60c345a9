"""Tests for stretchbreak.qt.packed_fills."""

import pytest
from PySide6.QtCore import QRectF

from stretchbreak.core.settings import FigureLook
from stretchbreak.figure.scene import scene
from stretchbreak.qt.figure_colors import figure_palette
from stretchbreak.qt.figure_painter import fills, fit
from stretchbreak.qt.packed_fills import PackedFills
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

    assert after == before
    assert packed.size < 250_000


def test_nothing_is_packed_as_nothing() -> None:
    assert list(PackedFills(()).fills()) == []
