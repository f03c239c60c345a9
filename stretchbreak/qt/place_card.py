"""A large button with a picture: one of the places to stretch at."""

from datetime import timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt import theme
from stretchbreak.qt.figure_view import FigureView
from stretchbreak.qt.intro_page import label
from stretchbreak.qt.theme import RADIUS, SPACE
from stretchbreak.qt.ways import way_in

_HEIGHT = 180
_TICK = 24
_MILLISECOND = timedelta(milliseconds=1)


class PlaceCard(QPushButton):
    """Stays down when chosen; a tick says so too.

    Args:
        name: What is chosen with it, as the user would say it.
        about: What that means, in a few words.
        picture: What is seen on it.
    """

    def __init__(self, name: str, about: str, picture: PoseSequence | None) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(_HEIGHT)
        self._picture = picture
        self._figure = figure = FigureView()
        figure.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        figure.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        at = picture.telling_moment if picture is not None else 0.0
        figure.show_pose(picture, at=at, mirrored=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[2 * SPACE] * 4)
        row.setSpacing(3 * SPACE)
        row.addWidget(figure, stretch=3)
        column = QVBoxLayout()
        column.setSpacing(SPACE // 2)
        column.addStretch()
        for text, look in ((name, "heading"), (about, "quiet")):
            words = label(text, look)
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(words)
        column.addStretch()
        row.addLayout(column, stretch=2)
        self._tick = _Tick(self)
        self._tick.hide()
        self.toggled.connect(self._tick.setVisible)
        self.clicked.connect(self._go_in)

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Let the picture move when it is chosen, or stand still when *reduced*."""
        self._figure.set_motion_reduced(reduced)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the tick in the corner where reading ends."""
        super().resizeEvent(event)
        leftwards = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        margin = SPACE + SPACE // 2
        right = self.width() - _TICK - margin
        self._tick.move(margin if leftwards else right, margin)

    def _go_in(self) -> None:
        """Show once how the stretch is gone into."""
        if self._picture is not None:
            way = round(way_in(self._picture) / _MILLISECOND)
            self._figure.show_pose(self._picture, at=0.0, mirrored=False)
            self._figure.move_to(self._picture.telling_moment, way)

    def sizeHint(self) -> QSize:
        """Return room enough for the picture; the card takes what more there is."""
        return QSize(2 * _HEIGHT, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card; the chosen one has a bold edge and a tick."""
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        edge = colours.ink if self.hasFocus() else colours.accent
        if not chosen and not self.hasFocus():
            edge = colours.quiet if self.underMouse() else colours.line
        painter.setPen(QPen(QColor(edge), 3 if chosen or self.hasFocus() else 1))
        painter.setBrush(QColor(colours.window))
        inside = self.rect().adjusted(2, 2, -2, -2)
        painter.drawRoundedRect(inside, RADIUS, RADIUS)
        painter.end()


class _Tick(QWidget):
    """A tick in a disc."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(_TICK, _TICK)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(QRectF(self.rect()))
        round_cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        line = QPen(
            QColor(colours.on_accent), 2.4, Qt.PenStyle.SolidLine, round_cap, join
        )
        painter.setPen(line)
        corners = ((0.28, 0.53), (0.44, 0.68), (0.73, 0.35))
        painter.drawPolyline([QPointF(x * _TICK, y * _TICK) for x, y in corners])
        painter.end()
