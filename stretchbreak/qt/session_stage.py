"""The middle of the session window: picture, side, countdown and what to do."""

from datetime import timedelta
from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from stretchbreak.core.breath import Breath
from stretchbreak.core.routine import Stretch
from stretchbreak.core.view import SessionView
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt import session_motion, session_wording
from stretchbreak.qt.countdown_ring import CountdownRing
from stretchbreak.qt.figure_view import FigureView
from stretchbreak.qt.fitted_text import FittedText
from stretchbreak.qt.preview import Preview
from stretchbreak.qt.session_motion import Loop, Motion, Move, Show
from stretchbreak.qt.side_word import SideWord
from stretchbreak.qt.theme import SPACE
from stretchbreak.qt.ways import way_in

_MILLISECOND = timedelta(milliseconds=1)
_LOW = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
_RING = 0.55
_SMALL_RING = 0.445
_SIDE = 0.11
_USUAL = 1.45
"""In windows less wide than this, by their height, the width sizes the text."""
_WIDE = 1.2
"""In windows less wide than this the ring is small, below the heading."""
_TALL = 0.75
"""In windows less wide than this the ring is below the picture."""

_Cells = tuple[tuple[int, int, int, int], ...]
_WIDE_CELLS: _Cells = ((0, 0, 1, 1), (1, 0, 1, 1), (0, 1, 2, 1))
_NARROW_CELLS: _Cells = ((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1))
_TALL_CELLS: _Cells = ((0, 0, 1, 2), (1, 0, 1, 2), (2, 0, 1, 2))
"""Row, column and spans of heading, picture and ring."""


class SessionStage(QWidget):
    """Shows one phase so that it can be read from 2 m away.

    Signals:
        clicked: The picture was clicked.
        second_passed: The digits changed; carries what remains of the phase.
    """

    clicked = Signal()
    second_passed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: SessionView | None = None
        self._shown: tuple[PoseSequence | None, bool] | None = None
        self._motion: tuple[object, ...] = ()
        self._breath_paced = True
        self._heading = QWidget()
        self._name = FittedText(weight=QFont.Weight.DemiBold)
        self._side = SideWord()
        self._figure = FigureView()
        self._words = FittedText()
        self._preview = Preview(self._figure)
        self._ring = CountdownRing()
        self._now = FittedText(weight=QFont.Weight.Medium, align=_LOW)
        self._also = FittedText(quiet=True)
        self._figure.clicked.connect(self.clicked)
        self._figure.breathed.connect(self._breathe)
        self._ring.second_passed.connect(self.second_passed)
        self._cells: _Cells = ()
        self._grid = QGridLayout()
        self._lay_out()

    def show_session(
        self, view: SessionView, *, timer: timedelta, picture: PoseSequence | None
    ) -> None:
        """Show where *view* stands. Repeating a call changes nothing."""
        stretch = view.plan.steps[view.step]
        self._name.set_text(session_wording.heading(view))
        side = view.side and session_wording.side_words(stretch, view.side)
        self._side.show_side(*(side or ("", "", "")))
        self._now.set_text(session_wording.what_to_do(view))
        self._also.set_text(session_wording.also(view))
        if view != self._view:
            self._view = view
            self._ring.show_countdown(
                remaining=view.remaining,
                length=view.length,
                running=view.ends_at is not None,
                kind=view.phase,
                timer=timer,
            )
        self._show_words(stretch, picture)
        self._move_figure(view, timer, picture)

    def expect(self, picture: PoseSequence | None, *, mirrored: bool) -> None:
        """Get ready to show *picture* next."""
        self._figure.expect(picture, mirrored=mirrored)

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Show stills instead of movement when *reduced*."""
        self._figure.set_motion_reduced(reduced)
        if reduced:
            self._ring.show_breath(None)
        self._ring.set_motion_reduced(reduced)

    def set_breath(self, breath: Breath, *, paced: bool) -> None:
        """Let the figure breathe like *breath*, and the ring along with it or not."""
        self._figure.set_breath(breath)
        self._breath_paced = paced
        if not paced:
            self._ring.show_breath(None)

    def scale_to(self, width: int, height: int) -> None:
        """Set all sizes for a window of *width* and *height*."""
        wide = width >= height * _WIDE
        size = min(height, round(width / _USUAL))
        side = round(height * (_RING if wide else _SMALL_RING))
        self._ring.setFixedHeight(side)
        self._ring.setMinimumWidth(min(side, width // 2))
        self._ring.set_digits_high(not wide)
        self._name.set_largest(round(height / 19))
        self._side.setFixedHeight(round(height * _SIDE))
        self._name.setFixedHeight(round(height * _SIDE))
        self._words.set_largest(round(size / 19))
        self._now.set_largest(round(size / 19))
        self._now.setFixedHeight(round(size * 0.095))
        self._also.set_largest(round(size / 25))
        self._also.setFixedHeight(round(size * 0.056))
        self._arrange(_WIDE_CELLS if wide else _cells(width / height))

    def _show_words(self, stretch: Stretch, picture: PoseSequence | None) -> None:
        """Say how it is done where there is no picture of it."""
        bare = picture is None and not stretch.image
        self._words.set_text("\n".join(stretch.how_to) if bare else "")
        self._words.setVisible(bare)

    def _move_figure(
        self, view: SessionView, timer: timedelta, picture: PoseSequence | None
    ) -> None:
        phase = (view.phase, view.step, view.side, view.rep, picture)
        if phase == self._motion:
            return
        self._motion = phase
        self._figure.show_image(view.plan.steps[view.step].image)
        mirrored = session_motion.mirrored(view)
        if self._shown != (picture, mirrored):
            self._shown = (picture, mirrored)
            at = session_motion.start(view)
            self._figure.show_pose(picture, at=at, mirrored=mirrored)
        into = way_in(picture)
        self._move(session_motion.motion(view, timer, into), into)

    def _breathe(self, fullness: float) -> None:
        if self._breath_paced:
            self._ring.show_breath(fullness)

    def _move(self, motion: Motion, into: timedelta) -> None:
        self._preview.stop()
        self._ring.show_breath(None)
        match motion:
            case Loop(lasting):
                self._figure.loop(round(lasting / _MILLISECOND))
            case Show():
                self._preview.begin(into)
            case Move(to, lasting, breathes):
                lasting_ms = round(lasting / _MILLISECOND)
                self._figure.move_to(to, lasting_ms, breathes=breathes, arrows=to > 0)
            case unreachable:
                assert_never(unreachable)

    def _arrange(self, cells: _Cells) -> None:
        """Put heading, picture and ring where they belong in this shape."""
        if cells == self._cells:
            return
        self._cells = cells
        parts = (self._heading, self._figure, self._ring)
        for part, cell in zip(parts, cells, strict=True):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, *cell)

    def _lay_out(self) -> None:
        heading = QHBoxLayout(self._heading)
        heading.setContentsMargins(0, 0, 0, 0)
        heading.setSpacing(2 * SPACE)
        heading.addWidget(self._name, 1)
        heading.addWidget(self._side)
        inside = QVBoxLayout(self._figure)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._words)
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(1, 1)
        self._arrange(_WIDE_CELLS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addLayout(self._grid, 1)
        column.addWidget(self._now)
        column.addWidget(self._also)


def _cells(shape: float) -> _Cells:
    return _TALL_CELLS if shape < _TALL else _NARROW_CELLS
