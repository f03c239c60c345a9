"""Tests for stretchbreak.qt.figure_motion."""

import pytest
from PySide6.QtCore import QObject, QVariantAnimation

from stretchbreak.qt.figure_motion import FigureMotion

LASTING_MS, FRAMES = 3000, 90


@pytest.mark.usefixtures("qapp")
def test_each_frame_of_a_way_is_told_once() -> None:
    owner = QObject()
    motion = FigureMotion(owner)
    told: list[float] = []
    motion.moved.connect(told.append)
    motion.go(0.0, 1.0, LASTING_MS, frames=FRAMES)

    (clock,) = motion.findChildren(QVariantAnimation)
    for at_ms in range(0, LASTING_MS + 1, 10):  # three looks a frame
        clock.setCurrentTime(at_ms)

    assert told == sorted(set(told))
    assert len(told) == FRAMES + 1
    assert (told[0], told[-1]) == (0.0, 1.0)
