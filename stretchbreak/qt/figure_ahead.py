"""Works the frames of a way out before it is gone.

To work a frame out takes longer than to paint it. So it is done one frame at a
time, with pauses for whatever else there is to do, and never while nobody looks.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QAbstractAnimation, QObject, QPauseAnimation

from stretchbreak.figure.scene import staged
from stretchbreak.qt.figure_frames import FigureFrames, Stage
from stretchbreak.qt.ways import instants

_SOON_MS = 5
"""Between two frames of what is shown, while it stands still."""

_BY_THE_WAY_MS = 60
"""Between two frames while something moves, or of what is only expected."""


class FigureAhead(QObject):
    """Fills the frames of what is shown, then of what will be shown next.

    Args:
        frames: What it fills.
        parent: Its owner.
    """

    def __init__(self, frames: FigureFrames, parent: QObject) -> None:
        super().__init__(parent)
        self._frames = frames
        self._stages: Sequence[Stage] = ()
        self._work: Iterator[Stage] = iter(())
        self._hurried = False
        self._pause = QPauseAnimation(self)
        self._pause.finished.connect(self._go_on)

    def work_for(self, stages: Sequence[Stage], *, hurried: bool) -> None:
        """Work for *stages*, the first of them first.

        Args:
            stages: What is shown, and what will be; none lets it rest.
            hurried: Whether the first is soon to move, and nothing does now.
        """
        self._hurried = hurried
        if stages != self._stages:
            self._stages = stages
            self._work = self._pieces(stages)
        if not stages:
            self._pause.stop()
        elif self._pause.state() == QAbstractAnimation.State.Stopped:
            self._wait(stages[0])

    def put_off(self) -> None:
        """Wait anew, for what is shown must be worked out now."""
        if self._pause.state() == QAbstractAnimation.State.Running:
            self._pause.stop()
            self._pause.start()

    def is_ready(self, stage: Stage) -> bool:
        """Return whether every frame of a whole way of *stage* is there."""
        return not any(self._frames.lacks(stage, at) for at in instants(stage.sequence))

    def _go_on(self) -> None:
        """Do one piece of work."""
        stage = next(self._work, None)
        if stage is not None:
            self._wait(stage)

    def _wait(self, stage: Stage) -> None:
        soon = self._hurried and stage == self._stages[0]
        self._pause.setDuration(_SOON_MS if soon else _BY_THE_WAY_MS)
        self._pause.start()

    def _pieces(self, stages: Sequence[Stage]) -> Iterator[Stage]:
        """Do one piece of work after the other; yield for which stage it was."""
        for stage in stages:
            sequence, mirrored = stage.sequence, stage.mirrored
            for _piece in staged(sequence, mirrored=mirrored, look=stage.look):
                yield stage
            for at in instants(sequence):
                if self._frames.lacks(stage, at):
                    self._frames.work_out(stage, at)
                    yield stage
