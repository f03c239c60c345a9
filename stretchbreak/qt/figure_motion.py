"""The way of a picture from one instant to another, or round and round."""

from datetime import timedelta

from PySide6.QtCore import (
    QAbstractAnimation,
    QObject,
    QVariantAnimation,
    Signal,
)

from stretchbreak.qt.ways import EASED, frames_within

FOREVER = -1
"""Qt's number of rounds for an animation that goes on and on."""

_IN, _BACK = 0.4, 0.6
"""Going in and back on and on: in until the one share of a round, back from the
other."""

_WHOLE = {0.0, 1.0}
"""Where a whole way begins and ends, or ends and begins."""

_MILLISECOND = timedelta(milliseconds=1)
_STATE = QAbstractAnimation.State


class FigureMotion(QObject):
    """Says which instant is shown next, 0 the first key pose, 1 the last.

    A whole way goes through the same instants each time, in and back, however long
    it takes; so does a round.

    Signals:
        moved: The next frame is due; carries its instant.
        arrived: The way is over; a motion that goes on and on never arrives.
    """

    moved = Signal(float)
    arrived = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._start = 0.0
        self._goes_round = False
        self._frames, self._each = 1, 1
        self._latest: float | None = None
        self.target = 0.0
        """Where the way leads."""
        self._clock = QVariantAnimation(self)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.valueChanged.connect(self._go_on)
        self._clock.finished.connect(self._arrive)

    @property
    def running(self) -> bool:
        """Whether it keeps the computer busy."""
        return self._clock.state() == _STATE.Running

    @property
    def under_way(self) -> bool:
        """Whether there is a way to go, even if it has been paused."""
        return self._clock.state() != _STATE.Stopped

    @property
    def endless(self) -> bool:
        """Whether the motion goes, or went, on and on."""
        return self._clock.loopCount() != 1

    def go(self, start: float, target: float, lasting_ms: int, *, frames: int) -> None:
        """Go from *start* to *target*, easing in and out.

        Args:
            start: Where to begin.
            target: Where to go.
            lasting_ms: How long it takes.
            frames: Through how many frames a whole way leads; in a short one every
                second, or third, is left out.
        """
        self._start, self.target, self._goes_round = start, target, False
        self._frames, self._each = _frames_within(lasting_ms), 1
        if {start, target} == _WHOLE:
            self._frames, self._each = frames, max(1, round(frames / self._frames))
        self._begin(lasting_ms, rounds=1)

    def loop(self, lasting_ms: int, *, rounds: int, goes_round: bool) -> None:
        """Go so many rounds, each taking *lasting_ms*.

        Args:
            lasting_ms: How long one round takes.
            rounds: How many, or `FOREVER`.
            goes_round: Whether a round leads from 0 to 1, where it begins anew;
                else it goes in, stays a moment and comes back.
        """
        self._start, self.target, self._goes_round = 0.0, 1.0, goes_round
        self._frames, self._each = _frames_within(lasting_ms), 1
        self._begin(lasting_ms, rounds=rounds)

    def stop(self) -> None:
        """Go no farther; nobody is told."""
        self._clock.stop()

    def pause(self) -> None:
        """Stand still for a while."""
        if self.running:
            self._clock.pause()

    def resume(self) -> None:
        """Go on after `pause`."""
        if self._clock.state() == _STATE.Paused:
            self._clock.resume()

    def _begin(self, lasting_ms: int, *, rounds: int) -> None:
        self._clock.stop()
        self._latest = None
        self._clock.setDuration(lasting_ms)
        self._clock.setLoopCount(rounds)
        self._clock.start()

    def _go_on(self) -> None:
        if not self.running:
            return  # Qt also reports values while a motion is being set up
        lasting = self._clock.duration()
        frame = self._clock.currentLoopTime() * self._frames // lasting
        share = (frame - frame % self._each) / self._frames
        if not self.endless:
            share = EASED.valueForProgress(share)
        elif not self._goes_round:
            share = _there_and_back(share)
        self._move_to(self._start + (self.target - self._start) * share)

    def _move_to(self, instant: float) -> None:
        """Tell of *instant* once: Qt looks twice as often as there are frames."""
        if instant != self._latest:
            self._latest = instant
            self.moved.emit(instant)

    def _arrive(self) -> None:
        self._move_to(self.target)
        self.arrived.emit()


def _frames_within(lasting_ms: int) -> int:
    return frames_within(lasting_ms * _MILLISECOND)


def _there_and_back(share: float) -> float:
    """Return where to be at *share* of a round that goes in, stays and comes back."""
    if share < _IN:
        return EASED.valueForProgress(share / _IN)
    if share > _BACK:
        return 1 - EASED.valueForProgress((share - _BACK) / (1 - _BACK))
    return 1.0
