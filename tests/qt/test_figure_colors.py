"""Tests for stretchbreak.qt.figure_colors: what can be seen against what.

The ratios are those of WCAG 2.2: 3:1 for parts of a picture.
"""

import pytest
from PySide6.QtGui import QColor

from stretchbreak.core.choices import FigureLook
from stretchbreak.figure.shapes import Ink, Role, Tone
from stretchbreak.qt.figure_colors import FigurePalette, figure_palette

PART = 3.0
ROOMS = {False: ("#F5F2EC", "#EAE5DB"), True: ("#14181F", "#1D242E")}
"""What is behind a figure: a window, and a card in it; light and dark."""

PARTS = (
    (Role.SKIN, 0.8),
    (Role.SHIRT, 1.0),
    (Role.LEG, 0.35),
    (Role.OTHER_LEG, 0.35),
    (Role.HAIR, 0.0),
    (Role.SHOE, 0.28),
)
"""Each part, and how far away it is drawn at most."""


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def dark(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(params=FigureLook, ids=lambda look: look.value)
def palette(request: pytest.FixtureRequest, dark: bool) -> FigurePalette:  # noqa: FBT001 - a fixture
    return figure_palette(request.param, dark=dark)


def _luminance(color: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(a: QColor, b: QColor) -> float:
    dark, light = sorted((_luminance(a), _luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def _behind(palette: FigurePalette, *, dark: bool) -> list[QColor]:
    return [*map(QColor, ROOMS[dark]), palette.color(Ink(Role.MAT))]


@pytest.mark.parametrize(("role", "farthest"), PARTS)
def test_each_part_stands_out_by_its_outline_or_its_fill(
    palette: FigurePalette,
    dark: bool,  # noqa: FBT001 - a fixture
    role: Role,
    farthest: float,
) -> None:
    for faded in (0.0, farthest):
        inks = [Ink(role, tone, faded) for tone in (Tone.LIGHT, Tone.OUTLINE)]
        for behind in _behind(palette, dark=dark):
            best = max(_contrast(palette.color(ink), behind) for ink in inks)
            assert best >= PART, (faded, behind.name(), best)


def test_arrows_stand_out(
    palette: FigurePalette,
    dark: bool,  # noqa: FBT001 - a fixture
) -> None:
    arrow = palette.color(Ink(Role.ARROW))

    for behind in _behind(palette, dark=dark):
        assert _contrast(arrow, behind) >= 2 * PART


def test_a_face_can_be_read(palette: FigurePalette) -> None:
    face, skin = palette.color(Ink(Role.FACE)), palette.color(Ink(Role.SKIN))

    assert _contrast(face, skin) >= PART


def test_the_legs_are_told_apart_without_their_hue(palette: FigurePalette) -> None:
    leg, other = palette.color(Ink(Role.LEG)), palette.color(Ink(Role.OTHER_LEG))

    assert _contrast(leg, other) >= 2


def test_the_felt_area_is_told_apart_without_its_hue(palette: FigurePalette) -> None:
    rim = palette.color(Ink(Role.SPOT))
    patch = palette.color(Ink(Role.SPOT, Tone.OUTLINE))

    for role in (Role.LEG, Role.OTHER_LEG, Role.SHIRT):
        clothes = palette.color(Ink(role))
        assert max(_contrast(rim, clothes), _contrast(patch, clothes)) >= 1.6, role
    assert _contrast(rim, patch) >= 2
