"""Tests for stretchbreak.qt.pose_icons."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from stretchbreak.core.choices import Appearance
from stretchbreak.qt import theme
from stretchbreak.qt.pose_icons import SIZE, PoseIcons
from tests.support.poses import pose
from tests.support.views import KNEE, TILT


@pytest.fixture
def icons(qtbot: QtBot) -> PoseIcons:  # noqa: ARG001 - there must be an application
    return PoseIcons(lambda name: pose(name) if name != "none" else None)


def _drawn(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> bool:
    image = icon.pixmap(SIZE, mode).toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(image.pixelColor(x, y).alpha() for x, y in places)


def test_only_one_is_painted_in_a_frame(icons: PoseIcons) -> None:
    icons.begin_frame()
    assert _drawn(icons.icon(KNEE, 1.0))
    assert not _drawn(icons.icon(TILT, 1.0))
    assert icons.lacking

    icons.begin_frame()
    assert _drawn(icons.icon(KNEE, 1.0))
    assert _drawn(icons.icon(TILT, 1.0))
    assert not icons.lacking


def test_what_is_chosen_is_not_tinted(icons: PoseIcons) -> None:
    icons.begin_frame()
    icon = icons.icon(KNEE, 1.0)

    plain, chosen = (
        icon.pixmap(SIZE, mode).toImage()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected)
    )
    assert plain == chosen


def test_they_follow_the_theme(icons: PoseIcons) -> None:
    images = []
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        theme.apply(appearance)
        icons.begin_frame()
        images.append(icons.icon(KNEE, 1.0).pixmap(SIZE).toImage())

    assert images[0] != images[1]


def test_a_stretch_without_a_picture_keeps_its_place_empty(icons: PoseIcons) -> None:
    icons.begin_frame()

    icon = icons.icon(replace(TILT, pose="none"), 1.0)

    assert not icon.isNull()
    assert not _drawn(icon)
