"""Keeps the frames of a moving picture, so that going the way again costs little.

A stretch is shown going in and coming back several times over, and walking goes
round and round: always through the same instants. To work one out takes longer
than to paint it.
"""

from dataclasses import dataclass
from itertools import takewhile

from PySide6.QtCore import QRect, QRectF

from stretchbreak.core.choices import FigureLook
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.figure.scene import scene
from stretchbreak.figure.shapes import Role
from stretchbreak.qt.figure_colors import figure_palette
from stretchbreak.qt.figure_painter import Fill, box_of, fills, fit
from stretchbreak.qt.figure_paths import FigurePaths
from stretchbreak.qt.packed_fills import PackedFills

_ROOM = 12_000_000
"""About how many bytes the frames of a stage take at most; 90 take 8 million."""

_STAGES = 3
"""So many stages are kept: what is shown, what was before, and what will be next."""

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
    """Works frames out, and keeps those of the stages asked for last."""

    def __init__(self) -> None:
        self._reels: list[Reel] = []

    def frame(self, stage: Stage, at: float) -> Frame:
        """Return the picture of *stage* at one instant, 0..1."""
        return self._reel(stage).frame(at)

    def has(self, stage: Stage, at: float) -> bool:
        """Return whether that picture is there, so that it costs little."""
        return self._reel(stage).has(at)

    def lacks(self, stage: Stage, at: float) -> bool:
        """Return whether that picture can still be worked out, to be kept."""
        return self._reel(stage).lacks(at)

    def work_out(self, stage: Stage, at: float) -> None:
        """Work that picture out, to be shown later."""
        self._reel(stage).work_out(at)

    def forget(self) -> None:
        """Give the memory back."""
        self._reels.clear()

    def _reel(self, stage: Stage) -> "Reel":
        reel = next((reel for reel in self._reels if reel.stage == stage), None)
        if reel is None:
            reel = Reel(stage)
        elif reel is self._reels[0]:
            return reel
        else:
            self._reels.remove(reel)
        self._reels.insert(0, reel)
        del self._reels[_STAGES:]
        return reel


class Reel:
    """The frames of one stage, as far as they have been worked out."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._ground: tuple[Fill, ...] = ()
        self._kept: dict[float, tuple[PackedFills, QRect, int]] = {}
        self._latest: tuple[float, Frame] | None = None
        self._paths = FigurePaths()
        self._room = _ROOM

    def frame(self, at: float) -> Frame:
        """Return the picture at one instant, 0..1."""
        instant = round(at, _DIGITS)
        if self._latest is None or self._latest[0] != instant:
            frame = self._unpacked(instant) or self.work_out(at)
            self._latest = (instant, frame)
        return self._latest[1]

    def has(self, at: float) -> bool:
        """Return whether a picture is kept, or is the latest."""
        instant = round(at, _DIGITS)
        is_latest = self._latest is not None and self._latest[0] == instant
        return is_latest or instant in self._kept

    def lacks(self, at: float) -> bool:
        """Return whether a picture must be worked out, and there is room for it."""
        return self._room > 0 and round(at, _DIGITS) not in self._kept

    def work_out(self, at: float) -> Frame:
        """Work a picture out, and keep it while there is room."""
        frame = frame_of(self.stage, at, paths=self._paths)
        self._ground = frame.ground
        if self.lacks(at):
            packed = PackedFills(frame.fills, self._paths.has_again)
            self._room -= packed.size
            self._kept[round(at, _DIGITS)] = (packed, frame.box, frame.arrows)
        return frame

    def _unpacked(self, instant: float) -> Frame | None:
        if instant not in self._kept:
            return None
        packed, box, arrows = self._kept[instant]
        return Frame(self._ground, tuple(packed.fills()), box, arrows)


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
