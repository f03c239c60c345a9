"""Tests for stretchbreak.qt.figure_look."""

import tomllib
from pathlib import Path

from pytestqt.qtbot import QtBot

from stretchbreak.core.choices import FigureLook
from stretchbreak.figure.pose import pose_from
from stretchbreak.qt.figure_look import wear, worn
from stretchbreak.qt.figure_view import FigureView

POSE = Path(__file__).parents[2] / "resources" / "poses" / "single-knee-to-chest.toml"


def test_every_picture_shows_who_is_asked_for(qtbot: QtBot) -> None:
    view = FigureView()
    qtbot.addWidget(view)
    view.resize(200, 140)
    pose = pose_from(tomllib.loads(POSE.read_text(encoding="utf-8")))
    view.show_pose(pose, at=1.0, mirrored=False)

    pictures = []
    for look in (*FigureLook, FigureLook.MIA):
        wear(look)
        assert worn() is look
        pictures.append(view.grab().toImage())

    *looks, first_again = pictures
    assert looks[0] == first_again
    assert all(a != b for i, a in enumerate(looks) for b in looks[:i])
