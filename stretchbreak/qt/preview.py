"""Shows the way into a stretch and back, again and again: this is what comes."""

from datetime import timedelta

from PySide6.QtCore import (
    QAbstractAnimation,
    QEvent,
    QObject,
    QPauseAnimation,
    QSequentialAnimationGroup,
)

from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt.figure_view import FigureView

WAY_IN = timedelta(milliseconds=2500)
"""Moving into a hold, at least."""
EACH_WAY = timedelta(milliseconds=1300)
"""From one key pose to the next; faster, nobody could follow."""
WAY_BACK = timedelta(seconds=2)
"""Moving back to the start."""
STAY = timedelta(seconds=1)
"""Standing still at either end of the way."""

_FOREVER = -1
_MILLISECOND = timedelta(milliseconds=1)


def way_in(picture: PoseSequence | None) -> timedelta:
    """Return how long moving into the hold of *picture* takes."""
    ways = len(picture.keys) - 1 if picture is not None else 1
    return max(WAY_IN, ways * EACH_WAY)


class Preview(QObject):
    """Sends one picture to the hold and back while it can be seen.

    It computes nothing between two turns; the picture moves by itself.
    """

    def __init__(self, figure: FigureView) -> None:
        super().__init__(figure)
        self._figure = figure
        self._wanted = False
        self._way_in = WAY_IN
        self._there = QPauseAnimation()
        self._back = QPauseAnimation(round((WAY_BACK + STAY) / _MILLISECOND))
        self._turns = QSequentialAnimationGroup(self)
        self._turns.addAnimation(self._there)
        self._turns.addAnimation(self._back)
        self._turns.currentAnimationChanged.connect(self._turn)
        figure.installEventFilter(self)

    def begin(self, way_in: timedelta = WAY_IN, *, rounds: int = _FOREVER) -> None:
        """Go in, within *way_in*, and back, so many times, or until `stop`."""
        self._wanted = True
        self._way_in = way_in
        self._there.setDuration(round((way_in + STAY) / _MILLISECOND))
        self._turns.setLoopCount(rounds)
        if self._figure.isVisible():
            self._start()

    def stop(self) -> None:
        """Leave the picture alone."""
        self._wanted = False
        self._turns.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Rest while the picture is hidden."""
        if event.type() == QEvent.Type.Hide:
            self._turns.stop()
        elif event.type() == QEvent.Type.Show and self._wanted:
            self._start()
        return False

    def _start(self) -> None:
        self._turns.stop()
        self._turn(self._there)
        self._turns.start()

    def _turn(self, turn: QAbstractAnimation) -> None:
        if turn is self._there:
            self._figure.move_to(1.0, round(self._way_in / _MILLISECOND))
        else:
            self._figure.move_to(0.0, round(WAY_BACK / _MILLISECOND))
