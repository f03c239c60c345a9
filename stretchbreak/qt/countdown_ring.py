"""The countdown: big digits in a ring that empties."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import (
    QAbstractAnimation,
    QElapsedTimer,
    QPauseAnimation,
    QRectF,
    QSequentialAnimationGroup,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QShowEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchbreak.core.plan import Phase
from stretchbreak.qt import ring_face, session_wording, theme, wording
from stretchbreak.qt.ring_face import Face

FRAME = timedelta(milliseconds=100)
"""The time between two looks at what has changed."""

_MILLISECOND = timedelta(milliseconds=1)
_ZERO = timedelta()
_FINEST = 1 / 3600
"""The smallest change of the ring worth a repaint: a tenth of a degree."""
_FAINTEST = 1 / 100
"""The smallest change of a breath worth a repaint: a pixel in a ring 400 high."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Countdown:
    remaining: timedelta
    length: timedelta
    running: bool
    kind: Phase
    timer: timedelta


_NOTHING = _Countdown(
    remaining=_ZERO, length=_ZERO, running=False, kind=Phase.REST, timer=_ZERO
)


class CountdownRing(QWidget):
    """Shows how much of a phase is left.

    An animation runs for the whole phase and is asked how far it is, so a
    stalled paint may skip a picture but never makes the countdown late. Qt
    begins to count only when it next looks for events; that is made good. It is
    made of pauses, for which alone Qt does not wake 60 times a second.

    What stands still for a second is kept as a picture, and between two seconds
    only the end of the ring is painted anew.

    Signals:
        second_passed: The digits changed; carries what remains, a timedelta.
    """

    second_passed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._countdown = _NOTHING
        self._motion_reduced = False
        self._digits_high = False
        self._fullness: float | None = None
        self._since = QElapsedTimer()
        self._animation = QSequentialAnimationGroup(self)
        self._animation.addAnimation(QPauseAnimation(round(FRAME / _MILLISECOND)))
        self._animation.currentLoopChanged.connect(self._look)
        self._seen = self._face()
        self._kept: tuple[object, ...] = ()
        self._still = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_countdown(
        self,
        *,
        remaining: timedelta,
        length: timedelta,
        running: bool,
        kind: Phase,
        timer: timedelta | None = None,
    ) -> None:
        """Count down from *remaining*; each call begins anew.

        Args:
            remaining: What is left now.
            length: What a full ring stands for.
            running: Whether time goes on.
            kind: What is counted down; it decides shape and colour.
            timer: How long it takes until nothing is left, should that differ
                from *remaining*.
        """
        countdown = _Countdown(
            remaining=remaining,
            length=length,
            running=running,
            kind=kind,
            timer=remaining if timer is None else timer,
        )
        self._countdown = countdown
        self._animation.stop()
        self._animation.setLoopCount(max(1, -(-countdown.timer // FRAME)))
        self._animation.setCurrentTime(0)
        self._since.start()
        if running and self.isVisible():
            self._animation.start()
        self._show_face(self._face())

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Let the ring move only once a second when *reduced*."""
        self._motion_reduced = reduced

    def set_digits_high(self, high: bool) -> None:  # noqa: FBT001 - a setter
        """Let minutes be as high as seconds, and narrow, when *high*."""
        self._digits_high = high
        self.update()

    def show_breath(self, fullness: float | None) -> None:
        """Let a disc breathe behind the digits, *fullness* 0..1; None shows none."""
        before = self._fullness
        if before is None or fullness is None:
            self._fullness = fullness
            self.update()
        elif abs(fullness - before) >= _FAINTEST:
            self._fullness = fullness
            self._update(ring_face.breathed(before, fullness))

    @property
    def breath(self) -> float | None:
        """How full the lungs are that are shown; None if none are."""
        return self._fullness

    @property
    def remaining(self) -> timedelta:
        """What is left at this instant."""
        countdown = self._countdown
        if not countdown.running:
            return countdown.remaining
        passed = self._animation.currentTime() * _MILLISECOND
        if passed >= countdown.timer:
            return _ZERO
        return countdown.remaining * (1 - passed / countdown.timer)

    @property
    def moving(self) -> bool:
        """Whether it keeps the computer busy."""
        return self._animation.state() is QAbstractAnimation.State.Running

    @property
    def digits(self) -> str:
        """What the digits show."""
        return wording.clock(self.remaining)

    @property
    def digit_height(self) -> float:
        """How high the digits are, in device-independent pixels."""
        return self._face().height * min(self.width(), self.height())

    def sizeHint(self) -> QSize:
        """Ask for a square of a comfortable size."""
        return QSize(240, 240)

    def heightForWidth(self, width: int) -> int:
        """Stay square."""
        return width

    def showEvent(self, event: QShowEvent) -> None:
        """Go on where the countdown stands by now."""
        super().showEvent(event)
        if self._countdown.running:
            self._animation.start()
            self._animation.setCurrentTime(self._since.elapsed())

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop moving while nobody can see it, and give the memory back."""
        super().hideEvent(event)
        self._animation.stop()
        self._kept, self._still = (), QPixmap()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the newest face."""
        face, square = self._face(), self._square()
        painter = QPainter(self)
        look, to_pixels = theme.current(), self._to_pixels()
        if self._fullness is not None:
            painter.setTransform(to_pixels)
            ring_face.paint_breath(painter, self._fullness, look)
            painter.resetTransform()
        painter.drawPixmap(square.topLeft(), self._picture(face))
        painter.setTransform(to_pixels)
        ring_face.paint_moving(painter, face, look)
        painter.end()

    def _to_pixels(self) -> QTransform:
        """Return the transform from shares of the ring's side."""
        square = self._square()
        to_pixels = QTransform.fromTranslate(square.x(), square.y())
        return to_pixels.scale(square.width(), square.height())

    def _square(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _picture(self, face: Face) -> QPixmap:
        """Return what of *face* stands still, painted once."""
        side, ratio = self._square().width(), self.devicePixelRatioF()
        look, font = theme.current(), self.font()
        wanted = (replace(face, fraction=0.0), side, ratio, look.dark, font.key())
        if wanted != self._kept:
            self._kept = wanted
            self._still = QPixmap(QSize(1, 1) * math.ceil(side * ratio))
            self._still.setDevicePixelRatio(ratio)
            self._still.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._still)
            painter.scale(side, side)
            ring_face.paint_still(painter, face, look, font)
            painter.end()
        return self._still

    def _look(self) -> None:
        """Repaint if something changed that can be seen."""
        if self._catch_up():
            return
        face = self._face()
        if face.digits != self._seen.digits:
            self._show_face(face)
            self.second_passed.emit(self.remaining)
        elif not self._motion_reduced:
            self._sweep(face)

    def _catch_up(self) -> bool:
        """Make good for a stall in which Qt began to count late."""
        passed = self._since.elapsed()
        late = (passed - self._animation.currentTime()) * _MILLISECOND
        if not self.moving or late < 2 * FRAME:
            return False
        self._animation.setCurrentTime(passed)
        return True

    def _sweep(self, face: Face) -> None:
        """Repaint where the ring ends, if that can be seen."""
        before, after = self._seen.fraction, face.fraction
        if abs(after - before) < _FINEST:
            return
        self._seen = face
        self._update(ring_face.swept(face.kind, before, after))

    def _update(self, places: Iterable[QRectF]) -> None:
        """Repaint *places*, given in shares of the ring's side."""
        to_pixels, region = self._to_pixels(), QRegion()
        for place in places:
            region += to_pixels.mapRect(place).toAlignedRect()
        self.update(region)

    def _show_face(self, face: Face) -> None:
        self._seen = face
        words = session_wording.countdown(self._countdown.kind, self.remaining)
        self.setAccessibleName(words)
        self.update()

    def _face(self) -> Face:
        countdown = self._countdown
        length = countdown.length or countdown.remaining
        digits = wording.clock(self.remaining)
        return Face(
            kind=countdown.kind,
            fraction=min(1.0, self.remaining / length) if length else 0.0,
            digits=digits,
            height=ring_face.digit_height(digits, high=self._digits_high),
            caption=session_wording.title(countdown.kind),
        )
