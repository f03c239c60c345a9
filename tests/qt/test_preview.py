"""Tests for stretchbreak.qt.preview."""

import pytest
from PySide6.QtCore import QPauseAnimation, QSequentialAnimationGroup, Qt
from pytestqt.qtbot import QtBot

from stretchbreak.qt.figure_motion import FigureMotion
from stretchbreak.qt.figure_view import FigureView
from stretchbreak.qt.preview import Preview
from tests.support.poses import pose

IN_AND_BACK_MS = 3_500 + 3_000


@pytest.fixture
def figure(qtbot: QtBot) -> FigureView:
    figure = FigureView()
    qtbot.addWidget(figure)
    return figure


@pytest.fixture
def preview(figure: FigureView) -> Preview:
    return Preview(figure)


def _turns(preview: Preview) -> QSequentialAnimationGroup:
    (turns,) = preview.findChildren(QSequentialAnimationGroup)
    return turns


def _goes_to(figure: FigureView) -> object:
    (way,) = figure.findChildren(FigureMotion)
    assert way.running
    return way.target


def _runs(preview: Preview) -> bool:
    return _turns(preview).state() is QSequentialAnimationGroup.State.Running


def test_it_goes_in_and_back_and_in_again(figure: FigureView, preview: Preview) -> None:
    figure.show()
    preview.begin()
    went = [_goes_to(figure)]

    for at in (3_600, IN_AND_BACK_MS + 100):
        _turns(preview).setCurrentTime(at)
        went.append(_goes_to(figure))

    assert went == [1.0, 0.0, 1.0]


def test_it_rests_while_the_picture_is_hidden(
    figure: FigureView, preview: Preview
) -> None:
    preview.begin()
    runs = [_runs(preview)]

    for seen in (True, False):
        figure.setVisible(seen)
        runs.append(_runs(preview))

    assert runs == [False, True, False]


def test_stopped_it_stays_stopped(figure: FigureView, preview: Preview) -> None:
    preview.begin()
    preview.stop()

    figure.show()

    assert not _runs(preview)


def test_a_picture_that_is_not_ready_stands_still_at_first(
    figure: FigureView, preview: Preview
) -> None:
    figure.show()
    figure.show_pose(pose("pelvic-tilt"), at=0.0, mirrored=False)
    preview.begin()
    runs = [_runs(preview)]

    (first,) = preview.findChildren(
        QPauseAnimation, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    first.setCurrentTime(first.duration())
    runs.append(_runs(preview))

    assert runs == [False, True]
