"""A held picture that breathes: the trunk swells and sinks, calmly.

Only the trunk and what lies on it move, and little. So that part is painted once
at a few depths of the breath, and every frame is a mixture of two of these.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import zip_longest

from PySide6.QtCore import (
    QElapsedTimer,
    QObject,
    QPauseAnimation,
    QRect,
    QSequentialAnimationGroup,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from stretchbreak.core.breath import Breath
from stretchbreak.qt.figure_frames import Frame, Stage, frame_of
from stretchbreak.qt.figure_painter import box_of, layer, paint_fills, painter_on

FRAME = timedelta(milliseconds=80)
"""A calm breath is slow enough for twelve frames a second."""

_STEPS = 8
"""From empty to full; from one to the next, nothing moves by more than a pixel of
a picture 1280 wide."""

_MOST = 0.06
"""A frame changes the fullness by no more, twice what a calm breath does: whoever
comes back in the middle of one is not jerked."""

_MILLISECOND = timedelta(milliseconds=1)


class FigureBreath(QObject):
    """Says when the next frame of the breath is due, and paints it.

    It keeps to the time of the hold, however long painting takes, for the breath may
    be heard as well.

    Signals:
        moved: The next frame is due.
    """

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held: tuple[Stage, float] | None = None
        self._into = self._from = timedelta()
        self._since = QElapsedTimer()
        self._fullness = 0.0
        self._empty: Frame | None = None
        self._looked_round = False
        self._pictures: dict[int, QImage] = {}
        self._breath = Breath()
        self.box = QRect()
        """The pixels that change; empty while it does not breathe, or not yet."""
        # Qt wakes 60 times a second for any animation but one that only waits.
        self._clock = QSequentialAnimationGroup(self)
        self._clock.addAnimation(QPauseAnimation(round(FRAME / _MILLISECOND)))
        self._clock.setLoopCount(-1)
        self._clock.currentLoopChanged.connect(self._breathe_on)

    @property
    def breathing(self) -> bool:
        """Whether it keeps the computer busy."""
        return self._held is not None

    def shows(self, stage: Stage) -> bool:
        """Whether it is *stage* that breathes."""
        return self._held is not None and self._held[0] == stage

    @property
    def fullness(self) -> float:
        """How full the lungs are, 0..1."""
        return self._fullness

    def set_pace(self, breath: Breath) -> None:
        """Breathe like *breath* from now on."""
        self._breath = breath

    def begin(self, stage: Stage, at: float) -> None:
        """Breathe with *stage* held at one instant, as far into the hold as it is."""
        self.rest()
        self._held = (stage, at)
        if not self._since.isValid():
            self._since.start()
        self._from = self._into + self._since.elapsed() * _MILLISECOND
        self._clock.start()

    def rest(self) -> None:
        """Stand still, and give the memory back; the breath can go on."""
        self._held = None
        self._empty = None
        self._looked_round = False
        self._pictures.clear()
        self.box = QRect()
        self._clock.stop()

    def empty(self, into: timedelta = timedelta()) -> None:
        """Stand still, and begin next time when a hold has lasted for *into*."""
        self.rest()
        self._into = into
        self._since.invalidate()
        self._fullness = 0.0

    def paint(self, painter: QPainter, color: QColor) -> None:
        """Paint what is inside `box`, on *color*."""
        if self._held is None or self.box.isEmpty():
            return
        depth = self.fullness * _STEPS
        step = min(int(depth), _STEPS - 1)
        mixed = QImage(self._picture(step, *self._held, painter))
        over = QPainter(mixed)
        # Two pictures mix evenly only so, where they are translucent too.
        over.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        over.setOpacity(depth - step)
        over.drawImage(0, 0, self._picture(step + 1, *self._held, painter))
        over.end()
        painter.fillRect(self.box, color)
        painter.drawImage(self.box.topLeft(), mixed)

    def _breathe_on(self) -> None:
        if self._held is not None and not self._looked_round:
            self._look_round(*self._held)
            return
        into = self._from + self._clock.currentTime() * _MILLISECOND
        change = self._breath.fullness(into) - self._fullness
        self._fullness += min(max(change, -_MOST), _MOST)
        self.moved.emit()

    def _look_round(self, stage: Stage, at: float) -> None:
        """Find out what moves, from two frames: one at a time, for they are slow."""
        if self._empty is None:
            self._empty = frame_of(stage, at)
            return
        self.box = _difference(self._empty, frame_of(stage, at, breath=1.0))
        self._empty, self._looked_round = None, True

    def _picture(self, step: int, stage: Stage, at: float, like: QPainter) -> QImage:
        """Return how the box looks at one of the depths."""
        picture = self._pictures.get(step)
        if picture is None:
            picture = layer(self.box, like)
            painter = painter_on(picture, self.box)
            frame = frame_of(stage, at, breath=step / _STEPS)
            paint_fills(painter, (*frame.ground, *frame.fills))
            painter.end()
            self._pictures[step] = picture
        return picture


def _difference(a: Frame, b: Frame) -> QRect:
    """Return the pixels in which two frames differ."""
    pairs = zip_longest(_paths(a), _paths(b), fillvalue=QPainterPath())
    return box_of(path for pair in pairs if pair[0] != pair[1] for path in pair)


def _paths(frame: Frame) -> Iterator[QPainterPath]:
    return (path for fill in frame.fills for path in fill.paths)
