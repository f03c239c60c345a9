"""Turning a picture to its other side, about its upright middle.

The body's other side is the mirror image. A picture that jumped there would be
taken for another: head and feet change places. So it turns like a page, seen edge
on halfway.
"""

import math

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QObject,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QPainter

_LASTING_MS = 700
_EASED = QEasingCurve(QEasingCurve.Type.InOutSine)


class FigureTurn(QObject):
    """How far the turn has come.

    Signals:
        moved: The next frame is due, or the turn is over.
    """

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = QVariantAnimation(self)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.setDuration(_LASTING_MS)
        self._clock.setEasingCurve(_EASED)
        self._clock.valueChanged.connect(self.moved)
        self._clock.finished.connect(self.moved)

    @property
    def turning(self) -> bool:
        """Whether the picture is on its way to the other side."""
        return self._clock.state() == QAbstractAnimation.State.Running

    @property
    def past_the_edge(self) -> bool:
        """Whether it is the other side already that is seen."""
        return float(self._clock.currentValue()) > 1 / 2

    def start(self) -> None:
        """Begin to turn."""
        self._clock.stop()
        self._clock.start()

    def stop(self) -> None:
        """Be on the other side at once."""
        self._clock.stop()

    def narrow(self, painter: QPainter, middle: float) -> None:
        """Let *painter* paint the picture as narrow as it looks now.

        Args:
            painter: The painter.
            middle: Where the axis of the turn is, from the left.
        """
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = abs(math.cos(math.pi * float(self._clock.currentValue())))
        painter.translate(middle, 0)
        painter.scale(width, 1)
        painter.translate(-middle, 0)
