"""Shows the way into a stretch and back, again and again: this is what comes."""

from datetime import timedelta

from PySide6.QtCore import (
    QAbstractAnimation,
    QEvent,
    QObject,
    QPauseAnimation,
    QSequentialAnimationGroup,
)

from stretchbreak.qt.figure_view import FigureView
from stretchbreak.qt.ways import WAY_BACK, WAY_IN

STAY = timedelta(seconds=1)
"""Standing still at either end of the way."""

_FOREVER = -1
_MILLISECOND = timedelta(milliseconds=1)


class Preview(QObject):
    """Sends one picture to the hold and back while it can be seen.

    It computes nothing between two turns; the picture moves by itself. A picture
    that is not ready to move yet is first shown standing still.
    """

    def __init__(self, figure: FigureView) -> None:
        super().__init__(figure)
        self._figure = figure
        self._wanted = False
        self._way_in = WAY_IN
        self._there = QPauseAnimation()
        self._back = QPauseAnimation(round((WAY_BACK + STAY) / _MILLISECOND))
        self._turns = QSequentialAnimationGroup(self)
        self._at_first = QPauseAnimation(round(STAY / _MILLISECOND), self)
        self._at_first.finished.connect(self._set_out)
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
        self._stand()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Rest while the picture is hidden."""
        if event.type() == QEvent.Type.Hide:
            self._stand()
        elif event.type() == QEvent.Type.Show and self._wanted:
            self._start()
        return False

    def _start(self) -> None:
        self._stand()
        if self._figure.is_ready:
            self._set_out()
        else:
            self._figure.get_ready()
            self._at_first.start()

    def _stand(self) -> None:
        self._at_first.stop()
        self._turns.stop()

    def _set_out(self) -> None:
        self._turn(self._there)
        self._turns.start()

    def _turn(self, turn: QAbstractAnimation) -> None:
        if turn is self._there:
            self._figure.move_to(1.0, round(self._way_in / _MILLISECOND))
        else:
            self._figure.move_to(0.0, round(WAY_BACK / _MILLISECOND))
