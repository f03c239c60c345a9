"""One step on the printed sheet: its number, two pictures, and what to do."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from stretchbreak.core.choices import FigureLook
from stretchbreak.core.plan import Plan
from stretchbreak.core.routine import Kind, Side, Stretch
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.figure.scene import Scene, scene
from stretchbreak.qt import theme
from stretchbreak.qt.figure_colors import FigurePalette, figure_palette
from stretchbreak.qt.page import Page, Paragraph
from stretchbreak.qt.poster_layout import NUMBER, Layout, layout
from stretchbreak.qt.wording import dose

Poses = Callable[[str], PoseSequence | None]

_THEME = theme.LIGHT
_NAME, _DOSE, _CUE, _MUSCLES = 12.5, 10.0, 9.5, 8.0
"""The sizes of letters, in points."""
_START, _HOLD = 0.0, 1.0
_STEPS_OF_A_WALK = (0.25, 0.75)
_ARROW, _BARB = 6.0, 3.0
"""Half the arrow's length, and how long its barbs are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One step.

    Attributes:
        number: Its place in the routine, from 1.
        stretch: What is done.
        dose: How long and how often, in words.
        pictures: Its start and its hold, or two steps of a walk; none where
            there is no picture.
        proportion: Width to height of the broadest picture on the sheet.
        palette: The colours of the pictures.
    """

    number: int
    stretch: Stretch
    dose: str
    pictures: tuple[Scene, ...]
    proportion: float
    palette: FigurePalette


def rows(plan: Plan, poses: Poses, look: FigureLook) -> list[Row]:
    """Return a row for every step of *plan*, shown by *look*."""
    pictures = [
        _pictures(poses(stretch.pose), look, mirrored=_is_left(plan, index))
        for index, stretch in enumerate(plan.steps)
    ]
    bounds = [picture.bounds for both in pictures for picture in both]
    broadest = max((box.width / box.height for box in bounds), default=1.0)
    return [
        Row(
            number=index + 1,
            stretch=stretch,
            dose=dose(plan, index),
            pictures=pictures[index],
            proportion=broadest,
            palette=figure_palette(look, dark=_THEME.dark),
        )
        for index, stretch in enumerate(plan.steps)
    ]


def fits(page: Page, row: Row, box: QRectF, scale: float, *, wrapped: bool) -> bool:
    """Return whether the words of *row* have room in *box*, at that scale.

    They may take more than a line each only if *wrapped*.
    """
    return all(
        page.height(texts, place.width()) <= place.height()
        and (wrapped or all(page.width(text) <= place.width() for text in texts))
        for texts, place in _columns(row, layout(box, row.proportion), scale)
    )


def draw(page: Page, row: Row, box: QRectF, scale: float) -> None:
    """Draw *row* into *box*, its letters at *scale*."""
    places = layout(box, row.proportion)
    middle = places.first.center().y()
    number = Paragraph(
        text=str(row.number), size=_NAME * scale, color=_THEME.quiet, bold=True
    )
    high = page.height([number], NUMBER)
    page.write([number], box.left(), middle - high / 2, NUMBER)
    for picture, place in zip(
        row.pictures, (places.first, places.second), strict=False
    ):
        page.figure(picture, place, row.palette)
    if row.pictures and row.stretch.kind is not Kind.MOVE:
        _draw_arrow(page, (places.first.center() + places.second.center()) / 2)
    for texts, place in _columns(row, places, scale):
        spare = place.height() - page.height(texts, place.width())
        top = place.top() + (0 if places.cues else spare / 2)
        page.write(texts, place.left(), top, place.width())


def _columns(
    row: Row, places: Layout, scale: float
) -> list[tuple[list[Paragraph], QRectF]]:
    """Return what is said of *row*, its letters at *scale*, and where."""
    stretch, ink, quiet = row.stretch, _THEME.ink, _THEME.quiet
    head = [
        Paragraph(text=stretch.name, size=_NAME * scale, color=ink, bold=True),
        Paragraph(text=row.dose, size=_DOSE * scale, color=ink),
    ]
    cues = [
        Paragraph(text=cue, size=_CUE * scale, color=ink, above=2 * scale, listed=True)
        for cue in stretch.cues
    ]
    if stretch.targets:
        muscles = f"Muscles: {', '.join(stretch.targets)}"
        head.append(
            Paragraph(text=muscles, size=_MUSCLES * scale, color=quiet, above=scale)
        )
    if places.cues is None:
        return [([*head, *cues], places.words)]
    return [(head, places.words), (cues, places.cues)]


def _is_left(plan: Plan, index: int) -> bool:
    """Return whether the step at *index* is done on the left side alone."""
    sides = {segment.side for segment in plan.segments if segment.step == index}
    return sides - {None} == {Side.LEFT}


def _pictures(
    sequence: PoseSequence | None, look: FigureLook, *, mirrored: bool
) -> tuple[Scene, ...]:
    if sequence is None:
        return ()
    moments = _STEPS_OF_A_WALK if sequence.loops else (_START, _HOLD)
    return tuple(scene(sequence, at=at, look=look, mirrored=mirrored) for at in moments)


def _draw_arrow(page: Page, middle: QPointF) -> None:
    tip = middle + QPointF(_ARROW, 0)
    page.line([middle - QPointF(_ARROW, 0), tip], _THEME.quiet, 1)
    barbs = (QPointF(-_BARB, -_BARB), QPointF(0, 0), QPointF(-_BARB, _BARB))
    page.line([tip + barb for barb in barbs], _THEME.quiet, 1)
