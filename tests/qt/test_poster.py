"""Tests for stretchbreak.qt.poster, its rows and its page."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from stretchbreak.core import choice
from stretchbreak.core.choices import FigureLook
from stretchbreak.core.history import History
from stretchbreak.core.plan import Plan, make
from stretchbreak.core.routine import Routine, Step, Stretch
from stretchbreak.core.settings import Settings
from stretchbreak.qt.page import HEIGHT, WIDTH, Page, Paragraph
from stretchbreak.qt.poster import MARGIN, paint
from stretchbreak.qt.poster_layout import layout
from stretchbreak.qt.poster_row import rows
from stretchbreak.storage.places import resources
from stretchbreak.storage.pose_files import PoseFiles
from stretchbreak.storage.routine_files import load
from tests.support.pixels import difference

pytestmark = pytest.mark.usefixtures("qapp")

LIBRARY = load(resources())
POSES = PoseFiles(resources() / "poses")
DOTS_AN_INCH = 72
INCHES_A_METRE = 39.37
WHITE = 0xFFFFFFFF
LONG = replace(
    LIBRARY.stretches["figure-four"],
    name="A stretch whose name takes up more than one line of the sheet",
    cues=("Reach through with both hands and hold the bottom thigh in them gently",)
    * 3,
)


def blank() -> QImage:
    image = QImage(round(WIDTH), round(HEIGHT), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(DOTS_AN_INCH * INCHES_A_METRE))
    image.setDotsPerMeterY(round(DOTS_AN_INCH * INCHES_A_METRE))
    image.fill(Qt.GlobalColor.white)
    return image


def printed(routine: Routine, plan: Plan) -> QImage:
    image = blank()
    painter = QPainter(image)
    try:
        paint(painter, routine, rows(plan, POSES.get, FigureLook.MIA), plan)
    finally:
        painter.end()
    return image


def of(stretches: Sequence[Stretch]) -> QImage:
    """Return the sheet of a routine of *stretches*."""
    steps = [(Step(stretch=stretch.id), stretch) for stretch in stretches]
    plan = make("full", steps, Settings(), LIBRARY.stretches["walk"])
    return printed(LIBRARY.routines["full"], plan)


def assert_nothing_in_the_margins(image: QImage) -> None:
    page = QRectF(0, 0, WIDTH, HEIGHT)
    inside = page.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN).toAlignedRect()
    inside.adjust(-2, -2, 2, 2)  # the edges of lines are soft
    outside = {
        image.pixel(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if not inside.contains(x, y)
    }
    assert outside == {WHITE}


@pytest.mark.parametrize("name", LIBRARY.routines)
def test_every_routine_stays_within_the_margins(name: str) -> None:
    settings, routine = Settings(), LIBRARY.routines[name]
    offer = choice.offer(routine, LIBRARY, settings, History())

    image = printed(routine, choice.planned(offer, LIBRARY, settings))

    assert difference(image, blank()) > 2
    assert_nothing_in_the_margins(image)


@pytest.mark.parametrize("count", [1, 3, 6, 11])
def test_from_one_step_to_a_dozen_all_is_on_the_page(count: int) -> None:
    held = list(LIBRARY.stretches.values())

    assert_nothing_in_the_margins(of(held[:count]))


@pytest.mark.parametrize("count", [1, 3, 5])
def test_long_words_become_smaller(count: int) -> None:
    assert_nothing_in_the_margins(of([LONG] * count))


@pytest.mark.parametrize("stretches", [[LONG] * 12, [LIBRARY.stretches["walk"]] * 40])
def test_what_does_not_fit_is_refused(stretches: list[Stretch]) -> None:
    with pytest.raises(ValueError, match="steps do not fit on one page"):
        of(stretches)


def test_a_step_without_a_picture_is_told_in_words() -> None:
    nameless = replace(LIBRARY.stretches["pelvic-tilt"], pose="none")

    assert difference(of([nameless]), of([LIBRARY.stretches["pelvic-tilt"]])) > 1


@pytest.mark.parametrize("height", [30, 50, 80, 120, 150, 250])
@pytest.mark.parametrize("proportion", [0.4, 1.5, 3.0])
def test_the_parts_of_a_row_do_not_overlap(height: float, proportion: float) -> None:
    box = QRectF(40, 100, 510, height)

    row = layout(box, proportion)

    places = [row.first, row.second, row.words, *([row.cues] if row.cues else [])]
    assert all(box.contains(place) for place in places)
    for index, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[index + 1 :])
        assert min(place.width(), place.height()) > 0


def test_a_text_ends_where_its_height_says() -> None:
    image = blank()
    painter = QPainter(image)
    page = Page(painter)
    text = Paragraph(text="word " * 40, size=10, color="#000000", above=5, listed=True)

    end = page.write([text, text], 50, 60, 200)

    assert end == pytest.approx(60 + page.height([text, text], 200))
    assert page.height([text], 200) > page.height([text], 400)
    painter.end()
