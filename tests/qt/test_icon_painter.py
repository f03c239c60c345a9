"""Tests for stretchbreak.qt.icon_painter."""

from itertools import combinations, pairwise

import pytest
from PySide6.QtGui import QColor, QImage

from stretchbreak.qt.icon_painter import NOTCHES, SIZES, Face, face, icon, pixmap
from stretchbreak.qt.standing import Standing
from tests.support.view_builders import a_view, clock
from tests.support.views import MINUTE

FACES = [Face(each) for each in Standing if each is not Standing.SNOOZED]

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("size", SIZES)
def test_every_state_looks_different_in_shape(size: int) -> None:
    for one, other in combinations(FACES, 2):
        assert _signs(one, size) != _signs(other, size), (one, other)


@pytest.mark.parametrize("size", SIZES)
def test_every_notch_of_the_ring_shows(size: int) -> None:
    rings = [_signs(Face(Standing.COUNTING, n), size) for n in range(NOTCHES + 1)]

    assert all(a != b for a, b in pairwise(rings))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("notches", [0, NOTCHES])
def test_a_ring_that_counts_blindly_has_a_mark_of_its_own(
    size: int, notches: int
) -> None:
    seeing = Face(Standing.COUNTING, notches)
    blind = Face(Standing.COUNTING, notches, blind=True)

    marked = sum(_signs(blind, size)) - sum(_signs(seeing, size))

    # Two by five pixels at least, beside the ring and not on it.
    assert marked >= 10


def test_the_icon_has_every_size() -> None:
    sizes = {size.width() for size in icon(Face(Standing.DUE)).availableSizes()}

    assert sizes == set(SIZES)


@pytest.mark.parametrize("shown", FACES)
def test_white_signs_stand_out_from_the_disc(shown: Face) -> None:
    image = pixmap(shown, 64).toImage()

    assert _contrast(QColor("white"), image.pixelColor(32, 2)) > 4


def test_a_minute_more_rarely_needs_another_face() -> None:
    looks = {face(a_view(progress=minute / 45)) for minute in range(46)}

    assert len(looks) == NOTCHES + 1


def test_a_snooze_fills_the_ring_like_any_wait() -> None:
    view = a_view(snoozed_until=clock(14, 20), next_prompt=MINUTE, progress=0.5)

    assert face(view) == Face(Standing.COUNTING, NOTCHES // 2)


def _signs(shown: Face, size: int) -> list[bool]:
    """Return which pixels are mostly white."""
    image: QImage = pixmap(shown, size).toImage()
    return [
        image.pixelColor(x, y).red() > 160 for y in range(size) for x in range(size)
    ]


def _contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        low = part <= 0.04045
        return part / 12.92 if low else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (
        linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
