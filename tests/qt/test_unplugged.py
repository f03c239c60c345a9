"""Tests for stretchbreak.qt.unplugged."""

import pytest
from PySide6.QtCore import QPoint, QRect

from stretchbreak.qt.unplugged import placed

GONE = QRect(1280, 0, 1280, 800)
ROOM = QRect(0, 24, 1280, 776)
"""Below a panel."""


@pytest.mark.parametrize(
    ("frame", "where"),
    [
        pytest.param(QRect(1400, 100, 600, 400), QPoint(120, 124), id="its place"),
        pytest.param(QRect(2400, 700, 600, 400), QPoint(680, 400), id="right bottom"),
        pytest.param(QRect(1200, -50, 600, 400), QPoint(0, 24), id="left top"),
        pytest.param(QRect(1500, 20, 1280, 776), QPoint(0, 24), id="all of it"),
    ],
)
def test_a_window_keeps_its_place_as_far_as_there_is_room(
    frame: QRect, where: QPoint
) -> None:
    there = placed(frame, GONE, ROOM)

    assert there == where
    assert ROOM.contains(QRect(there, frame.size()))
