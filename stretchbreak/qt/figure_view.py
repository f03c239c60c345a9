"""Shows one stretch as a moving picture."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchbreak.core.breath import Breath
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt import own_picture
from stretchbreak.qt.figure_ahead import FigureAhead
from stretchbreak.qt.figure_breath import FigureBreath
from stretchbreak.qt.figure_frames import FigureFrames, Stage, frame_of
from stretchbreak.qt.figure_ground import FigureGround
from stretchbreak.qt.figure_look import worn
from stretchbreak.qt.figure_motion import FOREVER, FigureMotion
from stretchbreak.qt.figure_painter import paint_fills
from stretchbreak.qt.figure_turn import FigureTurn
from stretchbreak.qt.ways import frames_within, way_in

_DARK_BELOW = 128
"""A window colour of less lightness (of 255) is dark."""


class FigureView(QWidget):
    """A picture of a stretch at one instant, or on its way to another.

    It decides nothing: it shows the sequence it is given and goes where it is
    told. It scales to any size, and one fit serves all frames of a sequence, so
    nothing jumps. Its colours follow the palette, light or dark, and it shows whom
    the settings ask for (`figure_look`). Hidden or minimised, it stands still;
    shown again, it goes on.

    Signals:
        clicked: The picture was clicked.
        breathed: The body breathed on; carries how full the lungs are, 0..1.
    """

    clicked = Signal()
    breathed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sequence: PoseSequence | None = None
        self._expected: tuple[PoseSequence, bool] | None = None
        self._image = ""
        self._at = 0.0
        self._mirrored = False
        self._motion_reduced = False
        self._breathes = False
        self._will_move = False
        self._arrows = True
        self._left: tuple[float, bool] | None = None
        self._box = QRect()
        self._frames = FigureFrames()
        self._ahead = FigureAhead(self._frames, self)
        self._ground = FigureGround()
        self._motion = FigureMotion(self)
        self._turn = FigureTurn(self)
        self._breath = FigureBreath(self)
        self._motion.moved.connect(self._show)
        self._motion.arrived.connect(self._hold)
        self._turn.moved.connect(self._turn_on)
        self._breath.moved.connect(self._breathe_on)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def at(self) -> float:
        """Which instant is shown: 0 the first key pose, 1 the last."""
        return self._at

    @property
    def still(self) -> bool:
        """Whether nothing moves, so that it costs nothing."""
        return not (
            self._motion.running or self._turn.turning or self._breath.breathing
        )

    def show_pose(
        self, sequence: PoseSequence | None, *, at: float, mirrored: bool
    ) -> None:
        """Show *sequence* at one instant, standing still; None shows nothing.

        If it is shown already, but its other side, the picture turns, and goes
        over to *at* when it is seen edge on. With reduced motion it jumps.

        Args:
            sequence: What to show.
            at: 0 the first key pose, 1 the last.
            mirrored: Whether to show the mirror image, for the other side.
        """
        self._stop()
        self._turn.stop()
        self._arrows = True
        other_side = sequence == self._sequence and mirrored is not self._mirrored
        if other_side and self._seen and not self._motion_reduced:
            self._left = (self._at, self._mirrored)
            self._turn.start()
        else:
            self._left = None
        self._sequence = sequence
        self._mirrored = mirrored
        self._at = _within(at)
        self._will_move = False
        self._look_ahead()
        self.update()

    def expect(self, sequence: PoseSequence | None, *, mirrored: bool) -> None:
        """Get ready to show *sequence* next, so that it can move at once."""
        expected = None if sequence is None else (sequence, mirrored)
        if expected != self._expected:
            self._expected = expected
            self._look_ahead()

    def get_ready(self) -> None:
        """Work the way out ahead, for the picture is soon to move."""
        self._will_move = True
        self._look_ahead()

    @property
    def is_ready(self) -> bool:
        """Whether it can move at once, every frame of the way being worked out."""
        stage = self._stage()
        return stage is None or self._motion_reduced or self._ahead.is_ready(stage)

    def show_image(self, file: str) -> None:
        """Show the picture in *file* where there is no pose; none if it is empty."""
        if file != self._image:
            self._image = file
            self.update()

    def move_to(
        self,
        at: float,
        lasting_ms: int,
        *,
        breathes: timedelta | None = None,
        arrows: bool = True,
    ) -> None:
        """Move from what is shown to *at* (0..1), easing in and out.

        With reduced motion, *at* is shown at once.

        Args:
            at: Where to go.
            lasting_ms: How long it takes.
            breathes: How long it has been held once it is there, and breathes
                calmly; None if it does not breathe.
            arrows: Whether arrows point into the stretch where it begins.
        """
        self._stop()
        self._show_arrows(arrows)
        self._breathes = breathes is not None
        self._breath.empty(breathes or timedelta())
        if self._motion_reduced or lasting_ms <= 0:
            self._show(at)
            self._hold()
            return
        frames = frames_within(way_in(self._sequence))
        self._motion.go(self._at, _within(at), lasting_ms, frames=frames)
        if not self._seen:
            self._motion.pause()
        self.get_ready()

    def loop(self, lasting_ms: int, *, rounds: int = FOREVER) -> None:
        """Go round and round, each round taking *lasting_ms*.

        A sequence that loops goes round; any other goes in, stays a moment and
        comes back. With reduced motion, one telling moment is shown.
        """
        self._stop()
        self._show_arrows(wanted=True)
        if self._motion_reduced or lasting_ms <= 0:
            self._show(self._telling_moment())
            return
        self._motion.loop(lasting_ms, rounds=rounds, goes_round=self._goes_round)
        if not self._seen:
            self._motion.pause()
        self.get_ready()

    def set_breath(self, breath: Breath) -> None:
        """Breathe in a hold like *breath*."""
        self._breath.set_pace(breath)

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Show stills only, or move again from the next call on."""
        news, self._motion_reduced = reduced is not self._motion_reduced, reduced
        if not news or not reduced:
            return
        self._turn.stop()
        self._turn_on()
        if self._motion.under_way:
            endless = self._motion.endless
            self._show(self._telling_moment() if endless else self._motion.target)
        self._stop()
        self._look_ahead()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which every detail can be seen."""
        return QSize(480, 320)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which a pose can be told."""
        return QSize(160, 110)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sequence as it is now."""
        painter = QPainter(self)
        stage = self._stage()
        if stage is None:
            painter.fillRect(self.rect(), self._behind())
            if self._image:
                own_picture.paint(painter, QRectF(self.contentsRect()), self._image)
        elif self._left is not None:
            painter.fillRect(self.rect(), self._behind())
            self._paint_turning(painter, stage, self._left)
        elif self._breath.shows(stage) and self._breath.box.contains(event.rect()):
            self._breath.paint(painter, self._behind())
        else:
            self._paint_all(painter, stage)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the theme changes."""
        if event.type() == QEvent.Type.PaletteChange:
            self._dress_anew()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture into its new size."""
        self._dress_anew()
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still where nobody looks, and give the memory back."""
        self._motion.pause()
        self._turn.stop()
        self._turn_on()
        self._breath.rest()
        self._look_ahead()
        self._frames.forget()
        self._ground.forget()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with what was going on."""
        if self._motion.under_way:
            self._motion.resume()
        else:
            self._hold()
        self._look_ahead()
        super().showEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Report a click of the main button."""
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()
        super().mouseReleaseEvent(event)

    @property
    def _goes_round(self) -> bool:
        return self._sequence is not None and self._sequence.loops

    @property
    def _seen(self) -> bool:
        return self.isVisible() and not self.window().isMinimized()

    def _telling_moment(self) -> float:
        return 1.0 if self._sequence is None else self._sequence.telling_moment

    def _stop(self) -> None:
        """Stand still where it is."""
        self._motion.stop()
        self._breathes = False
        self._breath.empty()

    def _show_arrows(self, wanted: bool) -> None:  # noqa: FBT001 - a setter
        if wanted is not self._arrows:
            self._arrows = wanted
            self.update()

    def _show(self, at: float) -> None:
        """Show this instant, repainting only what moves from or to it."""
        self._at = _within(at)
        stage = self._stage()
        if stage is None or self._left is not None or not self._seen:
            self.update()
            return
        if not self._frames.has(stage, self._at):
            self._ahead.put_off()
            self.update()  # by when it is painted, it may be another instant
            return
        before, self._box = self._box, self._frames.frame(stage, self._at).box
        self.update(self._box.united(before))

    def _hold(self) -> None:
        """Stay where it is, and breathe if that is wanted."""
        stage = self._stage()
        if self._breathes and self._seen and not self._motion_reduced and stage:
            self._breath.begin(stage, self._at)
        self._look_ahead()

    def _breathe_on(self) -> None:
        stage = self._stage()
        if stage is not None and not self._breath.shows(stage):
            self._dress_anew()
        self.update(self._breath.box)
        self.breathed.emit(self._breath.fullness)

    def _turn_on(self) -> None:
        if not self._turn.turning:
            self._left = None
        self.update()

    def _dress_anew(self) -> None:
        """Show everything in another size, or in other colours."""
        if self._breath.breathing:
            self._hold()
        self._look_ahead()
        self.update()

    def _look_ahead(self) -> None:
        """Let frames be worked out ahead, unless that would cost more than it saves."""
        stages: list[Stage] = []
        shown = self._stage()
        if (
            shown
            and self._seen
            and not (self._motion_reduced or self._breath.breathing)
        ):
            if self._will_move:
                stages.append(shown)
            if self._expected:
                sequence, mirrored = self._expected
                stages.append(replace(shown, sequence=sequence, mirrored=mirrored))
        calm = not (self._motion.running or self._turn.turning)
        self._ahead.work_for(stages, hurried=calm and self._will_move)

    def _paint_all(self, painter: QPainter, stage: Stage) -> None:
        if self._breath.shows(stage):
            frame = frame_of(stage, self._at, breath=self._breath.fullness)
        else:
            frame = self._frames.frame(stage, self._at)
        self._box = frame.box
        self._ground.paint(painter, self.rect(), self._behind(), stage, frame)
        paint_fills(painter, frame.shown(arrows=self._arrows))

    def _paint_turning(
        self, painter: QPainter, stage: Stage, left: tuple[float, bool]
    ) -> None:
        """Paint the side that is left; past the edge, the other one."""
        self._turn.narrow(painter, stage.target.center().x())
        at = self._at
        if not self._turn.past_the_edge:
            at, mirrored = left
            stage = replace(stage, mirrored=mirrored)
        frame = self._frames.frame(stage, at)
        self._box = frame.box
        paint_fills(painter, (*frame.ground, *frame.shown(arrows=self._arrows)))

    def _behind(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.Window)

    def _stage(self) -> Stage | None:
        """Return what to show and where; None if that is nothing."""
        target = QRectF(self.contentsRect())
        if self._sequence is None or target.isEmpty():
            return None
        return Stage(
            sequence=self._sequence,
            mirrored=self._mirrored,
            look=worn(),
            dark=self._behind().lightness() < _DARK_BELOW,
            target=target,
        )


def _within(at: float) -> float:
    return min(1.0, max(0.0, at))
