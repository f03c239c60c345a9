"""Tests for stretchbreak.qt.picture."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from stretchbreak.core.choices import FigureLook
from stretchbreak.figure.scene import scene
from stretchbreak.qt.figure_colors import figure_palette
from stretchbreak.qt.picture import THEMES, image
from stretchbreak.storage.places import resources
from stretchbreak.storage.pose_files import PoseFiles


def knee(theme: str, width: int, height: int) -> QImage:
    sequence = PoseFiles(resources() / "poses").get("single-knee-to-chest")
    assert sequence is not None
    look, colors = FigureLook.ROSA, THEMES[theme]
    drawn = scene(sequence, at=1.0, look=look)
    palette = figure_palette(look, dark=colors.dark)
    return image(drawn, QSize(width, height), palette, colors.card)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(96, 72), (300, 600), (3840, 2160)])
def test_the_figure_stands_on_its_card_in_any_size(
    theme: str, size: tuple[int, int]
) -> None:
    width, height = size

    picture = knee(theme, width, height)

    assert (picture.width(), picture.height()) == size
    assert picture.pixelColor(0, 0) == QColor(THEMES[theme].card)
    assert picture.pixelColor(width // 2, height // 2) != QColor(THEMES[theme].card)
    assert not picture.hasAlphaChannel()
