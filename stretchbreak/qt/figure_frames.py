"""Keeps the frames of a moving picture, so that going the way again costs little.

A stretch is shown going in and coming back several times over, and walking goes
round and round: always through the same instants. To work one out takes longer
than to paint it.
"""

from dataclasses import dataclass
from itertools import takewhile

from PySide6.QtCore import QRect, QRectF

from stretchbreak.core.settings import FigureLook
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.figure.scene import scene
from stretchbreak.figure.shapes import Role
from stretchbreak.qt.figure_colors import figure_palette
from stretchbreak.qt.figure_painter import Fill, box_of, fills, fit
from stretchbreak.qt.figure_paths import FigurePaths
from stretchbreak.qt.packed_fills import PackedFills

_ROOM = 16_000_000
"""How many bytes are kept at most; a way of 60 frames takes about ten million."""

_STANDING = frozenset((Role.MAT, Role.WOOD, Role.CUSHION))
"""What never moves."""

_ARROW = frozenset((Role.ARROW, Role.HALO))
"""What an arrow is made of; arrows are painted last."""

_DIGITS = 6
"""To so many digits, instants are one: a way and the same way back differ by less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where and how a picture is shown.

    Attributes:
        sequence: What is shown.
        mirrored: Whether it is the mirror image.
        look: Who shows it.
        dark: Whether what is behind it is dark.
        target: Where it is shown.
    """

    sequence: PoseSequence
    mirrored: bool
    look: FigureLook
    dark: bool
    target: QRectF


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture at one instant.

    Attributes:
        ground: What to fill first, in order; it is the same in every frame.
        fills: What to fill then, in order.
        box: The pixels of all in it that moves.
        arrows: How many of `fills`, the last ones, are arrows into the stretch.
    """

    ground: tuple[Fill, ...]
    fills: tuple[Fill, ...]
    box: QRect
    arrows: int

    def shown(self, *, arrows: bool) -> tuple[Fill, ...]:
        """Return what to fill after the ground, with arrows or without."""
        return self.fills if arrows else self.fills[: len(self.fills) - self.arrows]


class FigureFrames:
    """Works frames out, and keeps those of the stage shown last."""

    def __init__(self) -> None:
        self._stage: Stage | None = None
        self._kept: dict[float, tuple[PackedFills, QRect, int]] = {}
        self._latest: tuple[float, Frame] | None = None
        self._paths = FigurePaths()
        self._room = _ROOM

    def frame(self, stage: Stage, at: float) -> Frame:
        """Return the picture of *stage* at one instant, 0..1."""
        if stage != self._stage:
            self.forget()
            self._stage = stage
        instant = round(at, _DIGITS)
        if self._latest is None or self._latest[0] != instant:
            self._latest = (instant, self._found(stage, instant, at))
        return self._latest[1]

    def _found(self, stage: Stage, instant: float, at: float) -> Frame:
        kept = self._kept.get(instant)
        if kept is not None and self._latest is not None:
            packed, box, arrows = kept
            return Frame(self._latest[1].ground, tuple(packed.fills()), box, arrows)
        frame = frame_of(stage, at, paths=self._paths)
        packed = PackedFills(frame.fills)
        if packed.size <= self._room:
            self._room -= packed.size
            self._kept[instant] = (packed, frame.box, frame.arrows)
        return frame

    def forget(self) -> None:
        """Give the memory back."""
        self._stage = None
        self._latest = None
        self._paths.forget()
        self._kept.clear()
        self._room = _ROOM


def frame_of(
    stage: Stage, at: float, breath: float = 0.0, paths: FigurePaths | None = None
) -> Frame:
    """Return the picture of *stage* at one instant.

    Args:
        stage: Where and how it is shown.
        at: The instant, 0..1.
        breath: How full the lungs are, 0..1.
        paths: Where the paths of the picture before are kept.
    """
    shown = scene(
        stage.sequence,
        at=at,
        breath=breath,
        mirrored=stage.mirrored,
        look=stage.look,
    )
    palette = figure_palette(stage.look, dark=stage.dark)
    found = fills(shown.shapes, fit(shown.bounds, stage.target), palette, paths)
    first = next(
        i for i, shape in enumerate(shown.shapes) if shape.ink.role is not Role.MAT
    )
    moving = (
        path
        for shape, fill in zip(shown.shapes, found, strict=True)
        if shape.ink.role not in _STANDING
        for path in fill.paths
    )
    roles = (shape.ink.role for shape in reversed(shown.shapes))
    arrows = sum(1 for _role in takewhile(_ARROW.__contains__, roles))
    box = box_of(moving)
    return Frame(tuple(found[:first]), tuple(found[first:]), box, arrows)
