"""The small window in the corner that asks for a break.

It never takes the keyboard by itself: whoever is typing goes on typing. Only
`take_keyboard`, which follows a wish of the user, gives it the keyboard, and
Esc gives it back. Nothing but a button answers the question.
"""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QCursor,
    QFont,
    QFontInfo,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from stretchbreak.core.view import PromptView
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt import theme, wording
from stretchbreak.qt.enter_key import pressed_by_enter
from stretchbreak.qt.figure_view import FigureView
from stretchbreak.qt.fitted_text import FittedText
from stretchbreak.qt.preview import Preview
from stretchbreak.qt.prompt_answers import PromptAnswers
from stretchbreak.qt.prompt_story import why
from stretchbreak.qt.theme import RADIUS, SPACE
from stretchbreak.qt.ways import STRIDE, way_in

MARGIN = 16
"""The distance from the edges of the screen, in device-independent pixels."""
WIDTH = 460
"""How wide it is at least, in device-independent pixels."""

_PICTURE = 190
_PULSE = timedelta(milliseconds=1800)
_MILLISECOND = timedelta(milliseconds=1)
_ROUNDS, _STRIDES = 3, 20
"""The picture then stands still: a prompt may stay for long, and must cost little."""
_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.FramelessWindowHint
)
_SHY = _FLAGS | Qt.WindowType.WindowDoesNotAcceptFocus


class PromptWindow(QWidget):
    """Shows one question and reports one answer.

    Signals:
        start_asked: A session now; carries a routine's id, or None for the
            one on offer.
        snooze_asked: Ask again later; carries a timedelta, or None for the
            usual one.
        skip_asked: Not now.
        walked_said: The user has just walked.
        pause_asked: No reminders for a while; carries a `PauseEnd`.
    """

    start_asked = Signal(object)
    snooze_asked = Signal(object)
    skip_asked = Signal()
    walked_said = Signal()
    pause_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, _SHY)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setObjectName("window")
        self.setWindowTitle("Stretchbreak reminder")
        self._view: PromptView | None = None
        self._picture: PoseSequence | None = None
        self._figure = FigureView()
        self._preview = Preview(self._figure)
        self._question = FittedText(weight=QFont.Weight.DemiBold)
        self._offer = FittedText()
        self._why = QLabel()
        self._answers = PromptAnswers()
        self._still = False
        self._firm = False
        self._room = self.screen()
        self._glow = 0.0
        self._pulse = _two_pulses(self)
        self._lay_out()
        self._connect()

    def show_prompt(
        self, view: PromptView, picture: PoseSequence | None, image: str = ""
    ) -> None:
        """Ask *view*. Repeating a call changes nothing.

        Args:
            view: The question; with more repeats it softly asks for attention.
            picture: The first stretch on offer, if there is a picture.
            image: The file of the user's own picture of it, if there is one.
        """
        shown = self._view if self.isVisible() else None
        self._view = view
        self._question.set_text(wording.question(view))
        self._offer.set_text(wording.offer(view.offer))
        self._why.setText(why(view))
        self._answers.show_prompt(view)
        self._figure.show_image(image)
        self._figure.setVisible(picture is not None or bool(image))
        if shown is None or picture != self._picture:
            self._picture = picture
            self._figure.show_pose(picture, at=0.0, mirrored=False)
            self._move(picture)
        if shown is None:
            self._why.setVisible(view.trial)
        if shown is None:
            self._room = self.screen_in_use()
        self._place()
        if shown is None:
            self._be_shy(shy=True)
        elif view.repeats > shown.repeats:
            self._ask_for_attention()

    def set_routines(self, routines: Sequence[tuple[str, str]]) -> None:
        """Offer *routines*, each an id and a name, in place of the usual one."""
        self._answers.set_routines(routines)

    def set_firm(self, firm: bool) -> None:  # noqa: FBT001 - a setter
        """Stand in the middle of a covered screen; Esc then means "not now"."""
        self._firm = firm

    def screen_in_use(self) -> QScreen:
        """Return the screen that the mouse is on."""
        found = QGuiApplication.screenAt(QCursor.pos())
        return found or QGuiApplication.primaryScreen()

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Show stills instead of movement when *reduced*."""
        self._still = reduced
        self._figure.set_motion_reduced(reduced)

    def take_keyboard(self) -> None:
        """Let the question be answered with the keyboard."""
        if self._view is not None:
            self._be_shy(shy=False)
            self.raise_()
            self.activateWindow()
            self._answers.take_keyboard()

    @property
    def glow(self) -> float:
        """How much the edge asks for attention, from 0 to 1."""
        return self._glow

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the keyboard back on Esc; the question stays, unless it is firm."""
        if event.key() == Qt.Key.Key_Escape and self._firm:
            self.skip_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._be_shy(shy=True)
        elif not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take closing for "not now": nothing here may trap."""
        if self.isVisible():
            self.skip_asked.emit()
        super().closeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop moving while nobody can see it."""
        super().hideEvent(event)
        self._pulse.stop()
        self._show_glow(0.0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Round the corners."""
        super().resizeEvent(event)
        path = QPainterPath()
        path.addRoundedRect(self.rect(), RADIUS, RADIUS)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, and the edge that glows for attention."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(look.window))
        painter.setPen(QPen(_mixed(look.line, look.accent, self._glow), 2))
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inside, RADIUS - 1, RADIUS - 1)
        painter.end()

    def _move(self, picture: PoseSequence | None) -> None:
        """Show for a while how the stretch goes."""
        self._preview.stop()
        if picture is not None and picture.loops:
            self._figure.loop(round(STRIDE / _MILLISECOND), rounds=_STRIDES)
        elif picture is not None:
            self._preview.begin(way_in(picture), rounds=_ROUNDS)

    def _be_shy(self, *, shy: bool) -> None:
        """Refuse the keyboard, or take it; either shows the window anew."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=shy)
        self.setWindowFlags(_SHY if shy else _FLAGS)
        self.show()

    def _place(self) -> None:
        """Stand in the corner above the panel, or in the middle of the screen."""
        self.adjustSize()
        place = self.rect()
        if self._firm:
            place.moveCenter(self._room.geometry().center())
        else:
            room = self._room.availableGeometry().adjusted(0, 0, -MARGIN, -MARGIN)
            place.moveBottomRight(room.bottomRight())
        self.move(place.topLeft())

    def _ask_for_attention(self) -> None:
        self.raise_()
        if self._still:
            self._show_glow(1.0)
        else:
            self._pulse.start()
            self._move(self._picture)

    def _show_glow(self, glow: float) -> None:
        self._glow = glow
        self.update()

    def _show_why(self) -> None:
        self._why.show()
        self._place()

    def _connect(self) -> None:
        self._pulse.valueChanged.connect(self._show_glow)
        self._answers.start_asked.connect(self.start_asked)
        self._answers.snooze_asked.connect(self.snooze_asked)
        self._answers.skip_asked.connect(self.skip_asked)
        self._answers.walked_said.connect(self.walked_said)
        self._answers.pause_asked.connect(self.pause_asked)
        self._answers.why_asked.connect(self._show_why)

    def _lay_out(self) -> None:
        letters = QFontInfo(self.font()).pixelSize()
        self._question.set_largest(round(letters * 1.6))
        self._question.setFixedHeight(round(letters * 2.2))
        self._offer.set_largest(round(letters * 1.2))
        self._offer.setFixedHeight(round(letters * 1.8))
        self._why.setObjectName("quiet")
        self._why.setWordWrap(True)
        self._why.setContentsMargins(0, SPACE // 2, 0, 0)
        self._why.hide()
        self._figure.setFixedHeight(_PICTURE)
        self._figure.setMinimumWidth(WIDTH - 4 * SPACE)
        self._figure.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(0)
        column.addWidget(self._figure)
        column.addSpacing(SPACE + SPACE // 2)
        column.addWidget(self._question)
        column.addWidget(self._offer)
        column.addWidget(self._why)
        column.addSpacing(SPACE + SPACE // 2)
        column.addWidget(self._answers)
        self.setMinimumWidth(WIDTH)


def _two_pulses(parent: QWidget) -> QVariantAnimation:
    pulse = QVariantAnimation(parent)
    pulse.setStartValue(0.0)
    pulse.setKeyValueAt(0.5, 1.0)
    pulse.setEndValue(0.0)
    pulse.setEasingCurve(QEasingCurve.Type.InOutSine)
    pulse.setDuration(round(_PULSE / _MILLISECOND))
    pulse.setLoopCount(2)
    return pulse


def _mixed(one: str, other: str, share: float) -> QColor:
    """Return the colour *share* of the way from *one* to *other*."""
    near, far = QColor(one), QColor(other)
    return QColor.fromRgbF(
        near.redF() + (far.redF() - near.redF()) * share,
        near.greenF() + (far.greenF() - near.greenF()) * share,
        near.blueF() + (far.blueF() - near.blueF()) * share,
    )
