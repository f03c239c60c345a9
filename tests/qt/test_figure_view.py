"""Tests for stretchbreak.qt.figure_view."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QImage, QPalette
from pytestqt.qtbot import QtBot

from stretchbreak.figure.pose import PoseSequence, pose_from
from stretchbreak.qt.figure_view import FigureView

POSES = Path(__file__).parents[2] / "resources" / "poses"


def _pose(name: str) -> PoseSequence:
    text = (POSES / f"{name}.toml").read_text(encoding="utf-8")
    return pose_from(tomllib.loads(text))


@pytest.fixture(scope="module")
def knee() -> PoseSequence:
    return _pose("single-knee-to-chest")


@pytest.fixture(scope="module")
def walk() -> PoseSequence:
    return _pose("walk")


@pytest.fixture
def view(qtbot: QtBot) -> FigureView:
    view = FigureView()
    qtbot.addWidget(view)
    view.resize(200, 140)
    return view


def _motion(view: FigureView) -> QVariantAnimation:
    (motion,) = view.findChildren(QVariantAnimation)
    return motion


def _moves(view: FigureView) -> bool:
    return _motion(view).state() == QVariantAnimation.State.Running


def _picture(view: FigureView) -> QImage:
    return view.grab().toImage()


def test_it_shows_a_pose_and_shows_nothing_without_one(
    view: FigureView, knee: PoseSequence
) -> None:
    empty = _picture(view)
    view.show_pose(knee, at=1.0, mirrored=False)
    hold = _picture(view)
    view.show_pose(knee, at=1.0, mirrored=True)
    mirrored = _picture(view)
    view.show_pose(None, at=0.0, mirrored=False)

    assert len({empty.cacheKey(), hold.cacheKey(), mirrored.cacheKey()}) == 3
    assert hold != empty
    assert hold != mirrored
    assert _picture(view) == empty


def test_it_moves_smoothly_to_the_hold(view: FigureView, knee: PoseSequence) -> None:
    view.show()
    view.show_pose(knee, at=0.0, mirrored=False)
    view.move_to(1.0, 1000)

    seen: list[float] = []
    for at_ms in range(0, 1000, 50):
        _motion(view).setCurrentTime(at_ms)
        seen.append(view.at)
    _motion(view).setCurrentTime(1000)

    assert seen == sorted(seen)
    assert seen[1] - seen[0] < seen[10] - seen[9]  # it starts gently
    assert view.at == 1.0
    assert not _moves(view)


def test_it_moves_on_from_where_it_is(view: FigureView, knee: PoseSequence) -> None:
    view.show()
    view.show_pose(knee, at=0.6, mirrored=False)

    view.move_to(0.2, 500)
    assert view.at == 0.6
    _motion(view).setCurrentTime(250)

    assert view.at == pytest.approx(0.4, abs=0.02)
    view.show_pose(knee, at=0.0, mirrored=False)
    assert not _moves(view)


def test_it_repaints_about_thirty_times_a_second_at_most(
    view: FigureView, knee: PoseSequence
) -> None:
    view.show()
    view.show_pose(knee, at=0.0, mirrored=False)
    view.move_to(1.0, 1000)

    seen = set()
    for at_ms in range(1000):
        _motion(view).setCurrentTime(at_ms)
        seen.add(view.at)

    assert len(seen) <= 32


def test_a_walk_goes_round_and_round(view: FigureView, walk: PoseSequence) -> None:
    view.show()
    view.show_pose(walk, at=0.0, mirrored=False)
    view.loop(1000)

    _motion(view).setCurrentTime(500)
    assert view.at == pytest.approx(0.5, abs=0.05)
    _motion(view).setCurrentTime(1250)
    assert view.at == pytest.approx(0.25, abs=0.05)
    view.show_pose(None, at=0.0, mirrored=False)


def test_some_rounds_of_a_walk_are_as_even_as_many(
    view: FigureView, walk: PoseSequence
) -> None:
    view.show()
    view.show_pose(walk, at=0.0, mirrored=False)
    view.loop(1000, rounds=3)

    seen = []
    for at_ms in (200, 400, 1200, 1400):
        _motion(view).setCurrentTime(at_ms)
        seen.append(view.at)

    assert seen == pytest.approx([0.2, 0.4, 0.2, 0.4], abs=0.02)
    view.show_pose(None, at=0.0, mirrored=False)


def test_a_stretch_goes_in_and_comes_back(view: FigureView, knee: PoseSequence) -> None:
    view.show()
    view.show_pose(knee, at=0.0, mirrored=False)
    view.loop(1000)

    seen = []
    for at_ms in (40, 200, 500, 800, 990):
        _motion(view).setCurrentTime(at_ms)
        seen.append(view.at)

    assert seen == pytest.approx([0, 0.5, 1, 0.5, 0], abs=0.06)
    view.show_pose(None, at=0.0, mirrored=False)


def test_hidden_it_stands_still_and_shown_it_goes_on(
    view: FigureView, walk: PoseSequence
) -> None:
    view.show_pose(walk, at=0.0, mirrored=False)
    view.loop(1000)
    assert not _moves(view)

    view.show()
    assert _moves(view)
    view.hide()
    assert not _moves(view)


def test_reduced_motion_shows_stills(
    view: FigureView, knee: PoseSequence, walk: PoseSequence
) -> None:
    view.show()
    view.set_motion_reduced(True)
    view.show_pose(knee, at=0.0, mirrored=False)

    view.move_to(1.0, 1000)
    assert view.at == 1.0
    view.show_pose(walk, at=0.0, mirrored=False)
    view.loop(1000)

    assert view.at == 0.25
    assert not _moves(view)


def test_reducing_motion_ends_what_moves(view: FigureView, knee: PoseSequence) -> None:
    view.show()
    view.show_pose(knee, at=0.0, mirrored=False)
    view.move_to(0.8, 1000)

    view.set_motion_reduced(True)

    assert view.at == 0.8
    assert not _moves(view)


def test_it_follows_the_palette(view: FigureView, knee: PoseSequence) -> None:
    view.show_pose(knee, at=1.0, mirrored=False)
    palette = QPalette(view.palette())
    palette.setColor(QPalette.ColorRole.Window, QColor("#14181F"))
    skin = _colors(view)

    view.setPalette(palette)

    assert _colors(view) != skin


def _colors(view: FigureView) -> tuple[int, ...]:
    """Return the colours of the shirt and the legs, whatever is behind them."""
    image = _picture(view)
    return tuple(image.pixelColor(x, 90).rgb() for x in range(60, 120, 10))


def test_a_click_is_reported(
    view: FigureView, knee: PoseSequence, qtbot: QtBot
) -> None:
    view.show_pose(knee, at=0.0, mirrored=False)
    heard: list[bool] = []
    view.clicked.connect(lambda: heard.append(True))

    qtbot.mouseClick(view, Qt.MouseButton.RightButton)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(-5, 5))
    assert not heard
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton)

    assert heard == [True]


def test_its_sizes_keep_a_pose_legible(view: FigureView) -> None:
    assert view.minimumSizeHint().width() >= 120
    assert view.sizeHint().width() > view.minimumSizeHint().width()
