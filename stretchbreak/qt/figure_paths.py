"""Outlines as Qt's paths, and those that two pictures in a row have in common."""

from collections.abc import Callable, Iterable
from math import cos, degrees, sin
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from stretchbreak.figure.shapes import Outline

_DEGREES = -degrees(1)
"""A radian; Qt's angles run the other way round."""


class Fit(NamedTuple):
    """How body heights become pixels.

    Attributes:
        scale: Pixels a body height.
        left: The picture's x = 0, in pixels.
        top: The picture's y = 0, in pixels.
    """

    scale: float
    left: float
    top: float


_AS_IT_IS = Fit(1.0, 0.0, 0.0)


class FigurePaths:
    """Makes the paths of one picture after the other.

    A third of the outlines of a moving body are those of the picture before. They
    are known by being the very same object (`figure.outline` keeps them): to compare
    their values would take as long as to make the path.
    """

    def __init__(self) -> None:
        self._fit = _AS_IT_IS
        self._kept: dict[int, tuple[Outline, float, QPainterPath]] = {}
        self._again: set[int] = set()

    def of_next(self, fit: Fit) -> Callable[[Outline, float], QPainterPath]:
        """Return what makes the paths of the next picture, enlarged by *fit*.

        It takes an outline and by how much it is flattened.
        """
        before = self._kept if fit == self._fit else {}
        self._fit, self._kept, self._again = fit, {}, set()
        now, again = self._kept, self._again

        def path(outline: Outline, flattened: float) -> QPainterPath:
            known = before.get(id(outline)) or now.get(id(outline))
            if known is None or known[1] != flattened:
                made = path_of((outline,), fit, flattened)
                known = (outline, flattened, made)
            elif id(outline) in before:
                again.add(id(known[2]))
            now[id(outline)] = known
            return known[2]

        return path

    def has_again(self, path: QPainterPath) -> bool:
        """Return whether *path*, of the latest picture, is of the one before, too."""
        return id(path) in self._again

    def forget(self) -> None:
        """Give the memory back."""
        self._kept, self._again = {}, set()


def path_of(
    outlines: Iterable[Outline], fit: Fit = _AS_IT_IS, flattened: float = 1.0
) -> QPainterPath:
    """Return the area inside any of *outlines*, enlarged by *fit*.

    They are enlarged here and not by the painter: Qt's raster engine takes five
    times as long for paths that it has to enlarge a thousandfold.
    """
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    arc_to, line_to = path.arcTo, path.lineTo
    wide, left, top = fit
    high = wide * flattened
    for outline in outlines:
        x, y, radius, start, _ = outline[0]
        path.moveTo(
            left + wide * (x + radius * cos(start)),
            top + high * (y + radius * sin(start)),
        )
        for x, y, radius, start, sweep in outline:
            if radius:
                arc_to(
                    left + wide * (x - radius),
                    top + high * (y - radius),
                    2 * wide * radius,
                    2 * high * radius,
                    start * _DEGREES,
                    sweep * _DEGREES,
                )
            else:
                line_to(left + wide * x, top + high * y)
    return path
