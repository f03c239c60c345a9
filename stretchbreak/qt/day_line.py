"""A day drawn as a line: sitting, absences and sessions, and the reminders above.

Whatever can be seen can be pointed at, with the mouse or with the arrow keys,
and is then said in words.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from stretchbreak.core.day import Lived
from stretchbreak.core.moment import elapsed
from stretchbreak.qt import day_painter, theme
from stretchbreak.qt.day_parts import Kind, Part, parts, span, summary

_LEAST = 240


class DayLine(QWidget):
    """Shows a day.

    Signals:
        pointed_at: Something else is pointed at; carries its words, or those
            for the whole day.
    """

    pointed_at = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._lived: Lived | None = None
        self._parts: tuple[Part, ...] = ()
        self._place = day_painter.Place(self, None)
        self._chosen: int | None = None
        self._now = True
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_day(
        self, lived: Lived, names: Mapping[str, str], *, now: bool = True
    ) -> None:
        """Show *lived*. Repeating a call changes nothing.

        Args:
            lived: A day so far.
            names: The names of the routines, by their ids.
            now: Whether its end is the present moment, which is then marked.
        """
        if (lived, now) == (self._lived, self._now):
            return
        self._lived, self._now = lived, now
        self._parts = parts(lived, names)
        if self._chosen is not None and self._chosen >= len(self._parts):
            self._chosen = None
        self._say()
        self.update()

    @property
    def words(self) -> str:
        """What is pointed at, or the whole day, in words."""
        if self._chosen is None:
            return summary(self._parts)
        return self._parts[self._chosen].words

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of part that there are."""
        return frozenset(part.kind for part in self._parts)

    def sizeHint(self) -> QSize:
        """Return the height that the lanes and the hours need."""
        return QSize(2 * _LEAST, day_painter.height(self.fontMetrics()))

    def minimumSizeHint(self) -> QSize:
        """Return the least that can still be read."""
        return QSize(_LEAST, day_painter.height(self.fontMetrics()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is under the mouse."""
        self._choose(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing any more."""
        super().leaveEvent(event)
        self._choose(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing any more."""
        super().focusOutEvent(event)
        self._choose(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the parts with the arrow keys; Home and End go to the ends."""
        last = len(self._parts) - 1
        forth = Qt.Key.Key_Right if not self._mirrored else Qt.Key.Key_Left
        back = Qt.Key.Key_Left if not self._mirrored else Qt.Key.Key_Right
        chosen = self._chosen
        to = {
            forth: 0 if chosen is None else min(chosen + 1, last),
            back: last if chosen is None else max(chosen - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() not in to or not self._parts:
            super().keyPressEvent(event)
            return
        self._choose(to[Qt.Key(event.key())])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the day."""
        if self._lived is None:
            return
        times = span(self._lived, self._parts)
        self._place = day_painter.Place(self, times)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = self._lived.at.local if self._now else None
        chosen = None if self._chosen is None else self._parts[self._chosen]
        day_painter.draw(painter, self._place, self._parts, chosen, now)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.current().accent), 2))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, 6, 6)
        painter.end()

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _at(self, where: QPointF) -> int | None:
        """Return which part is at *where*; of several the shortest."""
        hit = [
            (elapsed(part.first, part.last), index)
            for index, part in enumerate(self._parts)
            if self._place.of(part).contains(where)
        ]
        return min(hit)[1] if hit else None

    def _choose(self, chosen: int | None) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self._say()
            self.update()

    def _say(self) -> None:
        self.setAccessibleName(f"{self._title}: {self.words}")
        self.setAccessibleDescription("\n".join(part.words for part in self._parts))
        self.pointed_at.emit(self.words)
