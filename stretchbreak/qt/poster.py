"""A routine on one sheet of paper: every step, how long, and when to stop.

It is made to be printed, in colour or black and white, and to be read beside
the mat: pictures first, few words, nothing said by colour alone.
"""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from stretchbreak.core.choices import FigureLook
from stretchbreak.core.plan import Plan
from stretchbreak.core.routine import Routine
from stretchbreak.qt import theme
from stretchbreak.qt.page import HEIGHT, WIDTH, Page, Paragraph
from stretchbreak.qt.poster_row import Poses, Row, draw, fits, rows
from stretchbreak.qt.safety_window import CAUTION, EMERGENCY
from stretchbreak.qt.session_wording import ADVICE
from stretchbreak.qt.wording import short

PRINCIPLES = (
    "Breathe out as you move in. Do not bounce, and never hold your breath. "
    "Form comes before depth."
)
WARNINGS = (
    ("Stop if it hurts", (ADVICE,)),
    ("Ask a professional first", CAUTION),
    ("Get medical help now", EMERGENCY),
)
FOOT = "Stretchbreak is no medical advice and promises no relief."

MARGIN = 42.0
"""Of the page, in points, as all lengths here."""
_THEME = theme.LIGHT
_DPI = 1200
"""Letters are placed to the dot, so the dots must be small."""
_INNER = WIDTH - 2 * MARGIN
_GAP = 16.0
_TITLE, _TEXT, _HEADING, _WARNING = 24.0, 10.0, 9.5, 8.0
_COLUMN = (_INNER - _GAP * (len(WARNINGS) - 1)) / len(WARNINGS)
_LAST = Paragraph(text=FOOT, size=_WARNING, color=_THEME.quiet)
_TALLEST = 300.0
"""Of the rows: a single one need not fill the page."""
_SCALES = [
    *((percent / 100, False) for percent in range(120, 90, -5)),
    *((percent / 100, True) for percent in range(120, 55, -5)),
]
"""Of the rows' letters, and whether they may take more than a line each: the first
at which all fit is taken."""


def pdf(routine: Routine, plan: Plan, poses: Poses, look: FigureLook) -> bytes:
    """Return the sheet of *routine* as a PDF file of one page.

    Args:
        routine: What is printed.
        plan: It, with its steps chosen and timed.
        poses: Gives the picture of a pose, by its id.
        look: Who shows the stretches.

    Raises:
        ValueError: Its steps do not fit on one page.
    """
    file = QBuffer()
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(file)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    writer.setResolution(_DPI)
    writer.setTitle(routine.name)
    writer.setCreator("Stretchbreak")
    painter = QPainter(writer)
    try:
        paint(painter, routine, rows(plan, poses, look), plan)
    finally:
        painter.end()
    return bytes(file.data().data())


def paint(
    painter: QPainter, routine: Routine, steps: Sequence[Row], plan: Plan
) -> None:
    """Paint the sheet, as in `pdf`, on a device of A4's size."""
    page = Page(painter)
    top = _head(page, routine, plan) + _GAP
    foot = HEIGHT - MARGIN - _foot_height(page)
    _list(page, steps, QRectF(MARGIN, top, _INNER, foot - _GAP - top))
    _foot(page, foot)


def _head(page: Page, routine: Routine, plan: Plan) -> float:
    """Write name, length and principles; return where they end."""
    name, total = (
        Paragraph(text=text, size=_TITLE, color=_THEME.ink, bold=True)
        for text in (routine.name, short(plan.total))
    )
    wide = page.width(total) + 1
    page.write([total], WIDTH - MARGIN - wide, MARGIN, wide)
    top = page.write([name], MARGIN, MARGIN, _INNER - wide - _GAP)
    about = [
        Paragraph(text=text, size=_TEXT, color=_THEME.quiet, above=3)
        for text in (routine.about, PRINCIPLES if plan.stretches else "")
        if text
    ]
    return page.write(about, MARGIN, top, _INNER)


def _foot_height(page: Page) -> float:
    columns = max(page.height(column, _COLUMN) for column in _warnings())
    return columns + _GAP + page.height([_LAST], _INNER)


def _foot(page: Page, top: float) -> None:
    """Write the warnings from *top* to the bottom of the page."""
    _rule(page, top)
    top += _GAP / 2
    for index, column in enumerate(_warnings()):
        page.write(column, MARGIN + index * (_COLUMN + _GAP), top, _COLUMN)
    bottom = HEIGHT - MARGIN - page.height([_LAST], _INNER)
    page.write([_LAST], MARGIN, bottom, _INNER)


def _warnings() -> list[list[Paragraph]]:
    return [_warning(title, signs) for title, signs in WARNINGS]


def _warning(title: str, signs: Sequence[str]) -> list[Paragraph]:
    listed = len(signs) > 1
    return [
        Paragraph(text=title, size=_HEADING, color=_THEME.ink, bold=True),
        *(
            Paragraph(
                text=sign, size=_WARNING, color=_THEME.ink, above=2, listed=listed
            )
            for sign in signs
        ),
    ]


def _list(page: Page, steps: Sequence[Row], box: QRectF) -> None:
    """Draw the rows *steps* into *box*, a line between them."""
    high = min(_TALLEST, box.height() / len(steps))
    places = [
        QRectF(box.left(), box.top() + index * high, box.width(), high)
        for index in range(len(steps))
    ]
    placed = list(zip(steps, places, strict=True))
    for scale, wrapped in _SCALES:
        if all(fits(page, row, place, scale, wrapped=wrapped) for row, place in placed):
            break
    else:
        raise ValueError(f"its {len(steps)} steps do not fit on one page")
    for row, place in placed:
        _rule(page, place.top())
        draw(page, row, place, scale)


def _rule(page: Page, y: float) -> None:
    """Draw a line across the page at *y*."""
    page.line([QPointF(MARGIN, y), QPointF(WIDTH - MARGIN, y)], _THEME.line, 0.6)
