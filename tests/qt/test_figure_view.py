"""Tests for stretchbreak.qt.figure_view."""

from datetime import timedelta

import pytest
from PySide6.QtCore import (
    QObject,
    QPoint,
    QSequentialAnimationGroup,
    Qt,
    QVariantAnimation,
)
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from stretchbreak.core.breath import FIRST, Breath
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt.figure_breath import FRAME, FigureBreath
from stretchbreak.qt.figure_motion import FigureMotion
from stretchbreak.qt.figure_turn import FigureTurn
from stretchbreak.qt.figure_view import FigureView
from tests.support.pixels import difference
from tests.support.poses import pose


@pytest.fixture(scope="module")
def knee() -> PoseSequence:
    return pose("single-knee-to-chest")


@pytest.fixture(scope="module")
def walk() -> PoseSequence:
    return pose("walk")


@pytest.fixture
def view(qtbot: QtBot) -> FigureView:
    view = FigureView()
    qtbot.addWidget(view)
    view.resize(200, 140)
    return view


def _clock(part: type[QObject], view: FigureView) -> QVariantAnimation:
    """Return the animation by which *part* of *view* knows how far it is."""
    (found,) = view.findChildren(part)
    (clock,) = found.findChildren(QVariantAnimation)
    return clock


def _motion(view: FigureView) -> QVariantAnimation:
    return _clock(FigureMotion, view)


def _turn(view: FigureView) -> QVariantAnimation:
    return _clock(FigureTurn, view)


def _breathe(view: FigureView, lasting: timedelta) -> FigureBreath:
    """Let the body breathe for *lasting*, frame by frame."""
    (breath,) = view.findChildren(FigureBreath)
    (clock,) = breath.findChildren(QSequentialAnimationGroup)
    for frame in range(1, lasting // FRAME + 1):
        clock.setCurrentTime(frame * FRAME // timedelta(milliseconds=1))
    return breath


def _moves(view: FigureView) -> bool:
    return not view.still


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

    assert view.at == pytest.approx(0.4, abs=0.03)
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


def test_minimised_it_stands_still_too(
    walk: PoseSequence, knee: PoseSequence, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    view = FigureView(window)
    window.show()
    view.show_pose(walk, at=0.0, mirrored=False)
    view.loop(1000)
    assert _moves(view)

    window.showMinimized()
    assert not _moves(view)
    view.loop(1000)
    assert not _moves(view)
    view.show_pose(knee, at=1.0, mirrored=False)
    view.move_to(1.0, 0, breathes=FIRST)
    assert not _moves(view)

    window.showNormal()
    assert _moves(view)
    view.hide()
    assert not _moves(view)


def test_in_the_hold_it_breathes(view: FigureView, knee: PoseSequence) -> None:
    view.show()
    view.show_pose(knee, at=0.0, mirrored=False)
    view.move_to(1.0, 1000, breathes=FIRST)
    before = _picture(view)
    _motion(view).setCurrentTime(1000)

    assert _moves(view)
    held = _picture(view)
    breath = _breathe(view, Breath().inward)

    assert view.rect().contains(breath.box)
    assert breath.box.width() < view.width() / 2
    assert breath.fullness == pytest.approx(1)
    assert before != held
    assert _picture(view) != held
    view.show_pose(knee, at=1.0, mirrored=False)
    assert not _moves(view)
    assert _picture(view) == held


def test_what_breathes_is_painted_as_the_whole_is(
    view: FigureView, knee: PoseSequence
) -> None:
    view.resize(400, 280)
    view.show()
    view.show_pose(knee, at=1.0, mirrored=False)
    view.move_to(1.0, 0, breathes=FIRST)
    breath = _breathe(view, Breath().inward / 2)

    whole = _picture(view).copy(breath.box)
    part = view.grab(breath.box).toImage()

    assert 0.2 < breath.fullness < 0.8
    assert difference(whole, part) < 0.5
    view.hide()


def test_with_reduced_motion_it_does_not_breathe_nor_turn(
    view: FigureView, knee: PoseSequence
) -> None:
    view.show()
    view.set_motion_reduced(True)
    view.show_pose(knee, at=1.0, mirrored=False)
    view.move_to(1.0, 1000, breathes=FIRST)
    assert not _moves(view)

    view.show_pose(knee, at=1.0, mirrored=True)
    assert not _moves(view)


def test_it_turns_to_the_other_side(view: FigureView, knee: PoseSequence) -> None:
    view.show_pose(knee, at=1.0, mirrored=True)
    other_side = _picture(view)
    view.show_pose(knee, at=1.0, mirrored=False)
    one_side = _picture(view)
    view.show()

    view.show_pose(knee, at=1.0, mirrored=True)
    assert _moves(view)
    assert _picture(view) == one_side
    _turn(view).setCurrentTime(300)
    assert _picture(view) not in (one_side, other_side)
    _turn(view).setCurrentTime(700)

    assert not _moves(view)
    assert _picture(view) == other_side


def test_another_stretch_is_not_turned_to(
    view: FigureView, knee: PoseSequence, walk: PoseSequence
) -> None:
    view.show()
    view.show_pose(knee, at=1.0, mirrored=False)

    view.show_pose(walk, at=0.0, mirrored=True)

    assert not _moves(view)


def test_it_follows_the_palette(view: FigureView, knee: PoseSequence) -> None:
    view.show_pose(knee, at=1.0, mirrored=False)
    view.setPalette(_palette(view, window="#FFFFFF"))
    by_day = _colors(view)

    view.setPalette(_palette(view, window="#14181F"))

    assert _colors(view) != by_day


def _palette(view: FigureView, window: str) -> QPalette:
    palette = QPalette(view.palette())
    palette.setColor(QPalette.ColorRole.Window, QColor(window))
    return palette


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


def test_where_one_lets_go_no_arrow_points_in_again(
    view: FigureView, knee: PoseSequence
) -> None:
    view.show_pose(knee, at=0.0, mirrored=False)
    pointed = _picture(view)

    view.move_to(0.0, 0, arrows=False)
    plain = _picture(view)
    view.move_to(0.0, 0)

    assert plain != pointed
    assert _picture(view) == pointed
