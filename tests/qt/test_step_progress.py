"""Tests for stretchbreak.qt.step_progress."""

from pytestqt.qtbot import QtBot

from stretchbreak.qt.step_progress import StepProgress

NAMES = ("Walk", "Knee", "Tilt", "Twist")


def test_each_step_says_where_it_stands(qtbot: QtBot) -> None:
    progress = StepProgress()
    qtbot.addWidget(progress)

    progress.show_steps(NAMES, 2, skipped=frozenset({0}))

    assert progress.toolTip().splitlines() == [
        "Walk: left out",
        "Knee: done",
        "Tilt: now",
        "Twist: to come",
    ]


def test_what_was_left_out_looks_unlike_what_was_done(qtbot: QtBot) -> None:
    progress = StepProgress()
    qtbot.addWidget(progress)
    progress.resize(240, 40)
    progress.show_steps(NAMES, 2)
    done = progress.grab().toImage()

    progress.show_steps(NAMES, 2, skipped=frozenset({0}))

    assert progress.grab().toImage() != done
