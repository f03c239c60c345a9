"""Tests for stretchbreak.qt.figure_painter and stretchbreak.qt.figure_colors."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from pytestqt.qtbot import QtBot

from stretchbreak.core.choices import FigureLook
from stretchbreak.figure.pose import PoseSequence, pose_from
from stretchbreak.figure.scene import scene
from stretchbreak.figure.shapes import Ink, Role, Tone
from stretchbreak.qt.figure_colors import FigurePalette, figure_palette
from stretchbreak.qt.figure_painter import paint_scene
from tests.support.pixels import difference

POSES = Path(__file__).parents[2] / "resources" / "poses"
PAPER = QColor("#EAE5DB")
WIDTH, HEIGHT = 240, 170
LIGHT, DARK = (figure_palette(FigureLook.MIA, dark=dark) for dark in (False, True))


@pytest.fixture(scope="module")
def knee() -> PoseSequence:
    text = (POSES / "single-knee-to-chest.toml").read_text(encoding="utf-8")
    return pose_from(tomllib.loads(text))


def _painted(
    sequence: PoseSequence,
    *,
    at: float = 1.0,
    mirrored: bool = False,
    palette: FigurePalette = LIGHT,
    target: QRectF | None = None,
) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    paint_scene(
        painter,
        scene(sequence, at=at, mirrored=mirrored),
        QRectF(0, 0, WIDTH, HEIGHT) if target is None else target,
        palette,
    )
    painter.end()
    return image


def _empty() -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    return image


@pytest.mark.usefixtures("qapp")
def test_moments_and_themes_look_different(knee: PoseSequence) -> None:
    hold = _painted(knee)

    assert difference(hold, _empty()) > 5
    assert difference(hold, _painted(knee, at=0.0)) > 1
    assert difference(hold, _painted(knee, palette=DARK)) > 5


@pytest.mark.usefixtures("qapp")
def test_a_mirrored_picture_is_the_picture_mirrored(knee: PoseSequence) -> None:
    hold, mirrored = _painted(knee), _painted(knee, mirrored=True)

    assert difference(hold, mirrored) > 3
    image = hold.transformed(QTransform.fromScale(-1, 1))
    assert difference(image, mirrored) < 1  # the shade alone is elsewhere


@pytest.mark.usefixtures("qapp")
def test_it_stays_inside_its_target(knee: PoseSequence) -> None:
    target = QRectF(40, 30, 120, 60)

    image = _painted(knee, target=target)

    edges = {
        image.pixelColor(x, y).rgb()
        for x in range(WIDTH)
        for y in range(HEIGHT)
        if not target.adjusted(-1, -1, 1, 1).contains(x, y)
    }
    assert edges == {PAPER.rgb()}


@pytest.mark.usefixtures("qapp")
def test_no_room_shows_nothing(knee: PoseSequence) -> None:
    assert _painted(knee, target=QRectF(0, 0, 0, 50)) == _empty()


@pytest.mark.usefixtures("qapp")
def test_the_painter_is_left_as_it_was(knee: PoseSequence, qtbot: QtBot) -> None:
    del qtbot
    image = _empty()
    painter = QPainter(image)
    painter.translate(7, 9)
    before = painter.transform()

    paint_scene(painter, scene(knee, at=1.0), QRectF(0, 0, 50, 50), LIGHT)

    assert painter.transform() == before
    assert not painter.hasClipping()
    painter.end()


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_ink_has_its_colour(palette: FigurePalette) -> None:
    for role in Role:
        for tone in Tone:
            assert palette.color(Ink(role, tone)).isValid()


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_only_the_spot_is_a_strong_warm_colour(palette: FigurePalette) -> None:
    for role in Role:
        colors = [palette.color(Ink(role, tone)) for tone in Tone]
        assert any(map(_is_orange, colors)) == (role is Role.SPOT), role


def _is_orange(color: QColor) -> bool:
    return (
        color.hsvSaturation() > 170
        and color.value() > 150
        and (color.hsvHue() < 50 or color.hsvHue() > 330)
    )


def test_dimmed_legs_take_the_other_legs_colour() -> None:
    assert LIGHT.color(Ink(Role.LEG, dimmed=1)) == LIGHT.color(Ink(Role.OTHER_LEG))


def test_far_parts_are_darker_and_thin_inks_are_translucent() -> None:
    near, far = LIGHT.color(Ink(Role.SHIRT)), LIGHT.color(Ink(Role.SHIRT, faded=1))

    assert far.lightness() < near.lightness()
    assert LIGHT.color(Ink(Role.SPOT, opacity=0.5)).alpha() == 128
