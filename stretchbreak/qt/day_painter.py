"""Paints a day's line: reminders on top, the seat, what held them, the hours."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from stretchbreak.core.moment import add, elapsed
from stretchbreak.qt import theme
from stretchbreak.qt.day_parts import Kind, Part
from stretchbreak.qt.theme import Theme

_PINS, _SEAT, _BELOW, _GAP = 11.0, 24.0, 4.0, 3.0
_PIN = 4.5
_MARGIN = 4.0
_LEAST = 3.0
"""No part is drawn narrower, in device-independent pixels."""
_STEPS = (1, 2, 3, 4, 6)
"""Hours from one label to the next; the first that leaves them apart is taken."""


class Place:
    """Where on the widget a time is.

    Args:
        widget: What is painted on; where it reads from right to left, so does
            the day.
        times: The first and the last time; None before there is a day.
    """

    def __init__(
        self, widget: QWidget, times: tuple[datetime, datetime] | None
    ) -> None:
        self.label = widget.fontMetrics().horizontalAdvance("00:00") + 4
        side = self.label / 2 + 2
        self.inner = QRectF(widget.rect()).adjusted(side, _MARGIN, -side, -_MARGIN)
        self.times = times
        self._mirrored = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def x(self, at: datetime) -> float:
        """Return where *at* is."""
        if self.times is None:
            return self.inner.left()
        first, last = self.times
        share = elapsed(first, at) / elapsed(first, last)
        share = min(max(share, 0.0), 1.0)
        across = 1 - share if self._mirrored else share
        return self.inner.left() + across * self.inner.width()

    def of(self, part: Part) -> QRectF:
        """Return what *part* covers."""
        ends = sorted((self.x(part.first), self.x(part.last)))
        top, height = self._lane(part.kind)
        if part.kind is Kind.REMINDER:
            return QRectF(ends[0] - _PIN, top, 2 * _PIN, height)
        return QRectF(ends[0], top, max(ends[1] - ends[0], _LEAST), height)

    def seat(self) -> QRectF:
        """Return the lane of sitting, absences and sessions."""
        top, height = self._lane(Kind.SITTING)
        return QRectF(self.inner.left(), top, self.inner.width(), height)

    def _lane(self, kind: Kind) -> tuple[float, float]:
        top = self.inner.top()
        match kind:
            case Kind.REMINDER:
                return top, _PINS
            case Kind.HELD | Kind.PAUSED | Kind.CLOSED:
                return top + _PINS + _SEAT + _GAP, _BELOW
            case _:
                return top + _PINS, _SEAT


def height(metrics: QFontMetrics) -> int:
    """Return the height that a line needs."""
    lanes = _PINS + _SEAT + _BELOW + 2 * _GAP
    return round(lanes + metrics.height() + 2 * _MARGIN)


def colour(kind: Kind, colours: Theme) -> QColor:
    """Return the colour of *kind*."""
    names = {
        Kind.SITTING: colours.rest,
        Kind.AWAY: colours.window,
        Kind.SESSION: colours.accent,
        Kind.HELD: colours.ready,
        Kind.PAUSED: colours.switch,
        Kind.CLOSED: colours.line,
        Kind.REMINDER: colours.ink,
    }
    return QColor(names[kind])


def draw(
    painter: QPainter,
    place: Place,
    shown: Sequence[Part],
    chosen: Part | None,
    now: datetime | None,
) -> None:
    """Draw *shown* at its *place*, one part of it *chosen*, up to *now*."""
    colours = theme.current()
    seat = place.seat()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.window))
    painter.drawRoundedRect(seat, 4, 4)
    for part in shown:
        painter.setBrush(colour(part.kind, colours))
        if part.kind is Kind.REMINDER:
            painter.drawPolygon(_pin(place.of(part)))
        elif part.kind is not Kind.AWAY:
            painter.drawRoundedRect(_drawn(place.of(part), part.kind), 2, 2)
    if now is not None:
        painter.setPen(QPen(QColor(colours.ink), 1.5))
        x = place.x(now)
        painter.drawLine(QPointF(x, seat.top() - 3), QPointF(x, seat.bottom() + 3))
    _draw_hours(painter, place, colours)
    if chosen is not None:
        painter.setPen(QPen(QColor(colours.ink), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        grown = place.of(chosen).adjusted(-2, -1, 2, 1)
        painter.drawRoundedRect(grown, 3, 3)


def _drawn(covered: QRectF, kind: Kind) -> QRectF:
    """Return what is painted of it: a session stands taller than sitting."""
    inset = 4.0 if kind is Kind.SITTING else 0.0
    return covered.adjusted(0, inset, 0, -inset)


def _pin(covered: QRectF) -> QPolygonF:
    x, bottom = covered.center().x(), covered.bottom() - 2
    top = bottom - 1.6 * _PIN
    corners = ((x - _PIN, top), (x + _PIN, top), (x, bottom))
    return QPolygonF([QPointF(*corner) for corner in corners])


def _draw_hours(painter: QPainter, place: Place, colours: Theme) -> None:
    metrics = painter.fontMetrics()
    bottom = place.inner.bottom()
    painter.setPen(QColor(colours.quiet))
    top, wide = bottom - metrics.height(), place.label
    for at in _hours(place, wide * 1.3):
        label = QRectF(place.x(at) - wide / 2, top, wide, metrics.height())
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, f"{at:%H:%M}")


def _hours(place: Place, apart: float) -> Iterator[datetime]:
    """Yield the full hours to be labelled, at least so far *apart* in pixels."""
    if place.times is None:
        return
    first, last = place.times
    whole = elapsed(first, last) // timedelta(hours=1)
    room = place.inner.width() / max(whole, 1)
    step = next((step for step in _STEPS if step * room >= apart), _STEPS[-1])
    for hour in range(0, whole + 1, step):
        yield add(first, timedelta(hours=hour))
