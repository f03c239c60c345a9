"""Tests for stretchbreak.qt.figure_ahead, in the view it works for."""

import pytest
from PySide6.QtCore import QPauseAnimation, QVariantAnimation
from pytestqt.qtbot import QtBot

from stretchbreak.core.breath import FIRST
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt.figure_ahead import FigureAhead
from stretchbreak.qt.figure_motion import FigureMotion
from stretchbreak.qt.figure_view import FigureView
from stretchbreak.qt.ways import instants
from tests.support.poses import pose


@pytest.fixture(scope="module")
def march() -> PoseSequence:
    return pose("march")


@pytest.fixture
def view(qtbot: QtBot, march: PoseSequence) -> FigureView:
    view = FigureView()
    qtbot.addWidget(view)
    view.resize(200, 140)
    view.show_pose(march, at=0.0, mirrored=False)
    view.get_ready()
    return view


def _work(view: FigureView) -> QPauseAnimation:
    (ahead,) = view.findChildren(FigureAhead)
    (pause,) = ahead.findChildren(QPauseAnimation)
    return pause


def _works(view: FigureView) -> bool:
    return _work(view).state() is QPauseAnimation.State.Running


def _do_all(view: FigureView) -> int:
    """Let it do all its work, and return how many pieces that were."""
    pieces = 0
    while _works(view):
        _work(view).setCurrentTime(_work(view).duration())
        pieces += 1
    return pieces


def test_standing_still_it_gets_ready_to_move(
    view: FigureView, march: PoseSequence
) -> None:
    hidden = _works(view)
    view.show()
    before = view.is_ready
    pieces = _do_all(view)

    assert not hidden
    assert not before
    assert pieces > len(instants(march))  # one frame at a time
    assert view.is_ready


def test_what_is_expected_can_move_at_once(view: FigureView) -> None:
    walk = pose("walk")
    view.show()
    view.expect(walk, mirrored=True)
    _do_all(view)

    view.show_pose(walk, at=0.0, mirrored=True)

    assert view.is_ready


def test_while_it_turns_what_is_ready_stays_so(
    view: FigureView, march: PoseSequence
) -> None:
    view.show()
    view.expect(march, mirrored=True)
    _do_all(view)
    view.show_pose(march, at=0.0, mirrored=True)
    view.expect(pose("walk"), mirrored=False)

    for _piece in range(40):
        _work(view).setCurrentTime(_work(view).duration())
        view.grab()  # of the side that is left

    assert view.is_ready


@pytest.mark.parametrize("why", ["hidden", "breathing", "reduced"])
def test_it_does_not_work_where_that_would_cost_or_be_for_nothing(
    view: FigureView, why: str
) -> None:
    view.show()
    works = [_works(view)]
    if why == "hidden":
        view.hide()
    elif why == "reduced":
        view.set_motion_reduced(True)
    else:
        view.move_to(1.0, 0, breathes=FIRST)
    works.append(_works(view))

    assert works == [True, False]


def test_while_it_moves_it_leaves_more_time_for_that(view: FigureView) -> None:
    view.show()
    still = _work(view).duration()
    view.loop(1700)
    _work(view).setCurrentTime(still)

    assert _work(view).duration() > still
    (way,) = view.findChildren(FigureMotion)[0].findChildren(QVariantAnimation)
    assert way.state() is QVariantAnimation.State.Running


def test_what_is_shown_now_comes_first(view: FigureView) -> None:
    view.show()
    view.loop(1700)
    (way,) = view.findChildren(FigureMotion)[0].findChildren(QVariantAnimation)
    due = _work(view).duration() - 1
    _work(view).setCurrentTime(due)
    way.setCurrentTime(400)  # to a frame that is not there yet

    assert _works(view)
    assert _work(view).currentTime() < due


def test_a_still_works_nothing_out(view: FigureView, march: PoseSequence) -> None:
    view.show()
    view.show_pose(march, at=1.0, mirrored=False)

    assert not _works(view)
