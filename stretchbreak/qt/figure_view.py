"""Shows one stretch as a moving picture."""

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QEvent,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchbreak.figure.pose import PoseSequence
from stretchbreak.figure.scene import scene
from stretchbreak.qt.figure_colors import figure_palette
from stretchbreak.qt.figure_look import worn
from stretchbreak.qt.figure_painter import paint_scene

_FRAME_MS = 33
"""At most about 30 pictures a second."""

_DARK_BELOW = 128
"""A window colour of less lightness (of 255) is dark."""

_FOREVER = -1
"""Qt's number of rounds for an animation that goes on and on."""

_FIRST_STEP = 0.25
"""A still of a walk shows this moment: standing about would tell nothing."""

_IN, _BACK = 0.4, 0.6
"""Going in and back on and on: in until the one share of a round, back from the
other."""


class FigureView(QWidget):
    """A picture of a stretch at one instant, or on its way to another.

    It decides nothing: it shows the sequence it is given and goes where it is
    told. It scales to any size, and one fit serves all frames of a sequence, so
    nothing jumps. Its colours follow the palette, light or dark, and it
    shows whom the settings ask for (`figure_look`). Hidden, it
    stands still; shown again, it goes on.

    Signals:
        clicked: The picture was clicked.
    """

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sequence: PoseSequence | None = None
        self._at = 0.0
        self._mirrored = False
        self._motion_reduced = False
        self._frame = 0
        self._motion = QVariantAnimation(self)
        self._motion.valueChanged.connect(self._go_on)
        self._motion.finished.connect(self._arrive)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def at(self) -> float:
        """Which instant is shown: 0 the first key pose, 1 the last."""
        return self._at

    def show_pose(
        self, sequence: PoseSequence | None, *, at: float, mirrored: bool
    ) -> None:
        """Show *sequence* at one instant, standing still; None shows nothing.

        Args:
            sequence: What to show.
            at: 0 the first key pose, 1 the last.
            mirrored: Whether to show the mirror image, for the other side.
        """
        self._motion.stop()
        self._sequence = sequence
        self._mirrored = mirrored
        self._show(at)

    def move_to(self, at: float, lasting_ms: int) -> None:
        """Move from what is shown to *at* (0..1), easing in and out.

        With reduced motion, *at* is shown at once.
        """
        self._motion.stop()
        if self._motion_reduced or lasting_ms <= 0:
            self._show(at)
            return
        self._start(self._at, at, lasting_ms, rounds=1)

    def loop(self, lasting_ms: int, *, rounds: int = _FOREVER) -> None:
        """Go round and round, each round taking *lasting_ms*.

        A sequence that loops goes round; any other goes in, stays a moment and
        comes back. With reduced motion, one telling moment is shown.
        """
        self._motion.stop()
        if self._motion_reduced or lasting_ms <= 0:
            self._show(self._telling_moment())
            return
        self._start(0.0, 1.0, lasting_ms, rounds=rounds)

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Show stills only, or move again from the next call on."""
        self._motion_reduced = reduced
        if not reduced or self._motion.state() == QAbstractAnimation.State.Stopped:
            return
        looping = self._motion.loopCount() != 1
        target = self._telling_moment() if looping else float(self._motion.endValue())
        self._motion.stop()
        self._show(target)

    def sizeHint(self) -> QSize:
        """Return a size at which every detail can be seen."""
        return QSize(480, 320)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which a pose can be told."""
        return QSize(160, 110)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sequence as it is now."""
        if self._sequence is None:
            return
        look = worn()
        picture = scene(self._sequence, at=self._at, mirrored=self._mirrored, look=look)
        palette = figure_palette(look, dark=self._on_dark())
        painter = QPainter(self)
        paint_scene(painter, picture, QRectF(self.contentsRect()), palette)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the theme changes."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still where nobody looks."""
        if self._motion.state() == QAbstractAnimation.State.Running:
            self._motion.pause()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with what was going on."""
        if self._motion.state() == QAbstractAnimation.State.Paused:
            self._motion.resume()
        super().showEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Report a click of the main button."""
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()
        super().mouseReleaseEvent(event)

    def _start(self, start: float, end: float, lasting_ms: int, *, rounds: int) -> None:
        curve = QEasingCurve.Type
        self._motion.setEasingCurve(curve.InOutSine if rounds == 1 else curve.Linear)
        self._motion.setStartValue(start)
        self._motion.setEndValue(end)
        self._motion.setDuration(lasting_ms)
        self._motion.setLoopCount(rounds)
        self._motion.start()
        if not self.isVisible():
            self._motion.pause()

    def _go_on(self, at: float) -> None:
        """Show the next frame, unless the one shown is not old enough."""
        if self._motion.state() != QAbstractAnimation.State.Running:
            return  # Qt also reports values while a motion is being set up
        frame = self._motion.currentTime() // _FRAME_MS
        if frame != self._frame:
            self._frame = frame
            goes_back = self._motion.loopCount() == _FOREVER and not self._goes_round
            self._show(_there_and_back(at) if goes_back else at)

    @property
    def _goes_round(self) -> bool:
        return self._sequence is not None and self._sequence.loops

    def _telling_moment(self) -> float:
        return _FIRST_STEP if self._goes_round else 1.0

    def _arrive(self) -> None:
        self._show(float(self._motion.endValue()))

    def _show(self, at: float) -> None:
        self._at = min(1.0, max(0.0, at))
        self.update()

    def _on_dark(self) -> bool:
        window = self.palette().color(QPalette.ColorRole.Window)
        return window.lightness() < _DARK_BELOW


def _there_and_back(share: float) -> float:
    """Return where to be at *share* of a round that goes in, stays and comes back."""
    curve = QEasingCurve(QEasingCurve.Type.InOutSine)
    if share < _IN:
        return curve.valueForProgress(share / _IN)
    if share > _BACK:
        return 1 - curve.valueForProgress((share - _BACK) / (1 - _BACK))
    return 1.0
