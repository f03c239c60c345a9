"""Tests for stretchbreak.qt.countdown_ring and stretchbreak.qt.ring_face."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from PySide6.QtCore import QPauseAnimation, QRect, QRectF, QSequentialAnimationGroup
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from stretchbreak.core.plan import Phase
from stretchbreak.qt import ring_face, theme
from stretchbreak.qt.countdown_ring import CountdownRing
from stretchbreak.qt.ring_face import Face, Shape, shape
from tests.support.views import SECOND

HOLD = 30 * SECOND
_SIDE = 200


@pytest.fixture
def ring(qtbot: QtBot) -> CountdownRing:
    ring = CountdownRing()
    qtbot.addWidget(ring)
    ring.resize(300, 300)
    return ring


def _count_down(
    ring: CountdownRing,
    *,
    remaining: timedelta = HOLD,
    running: bool = True,
    kind: Phase = Phase.HOLD,
    timer: timedelta | None = None,
) -> None:
    ring.show_countdown(
        remaining=remaining, length=HOLD, running=running, kind=kind, timer=timer
    )


def _clock(ring: CountdownRing) -> QSequentialAnimationGroup:
    (animation,) = ring.findChildren(QSequentialAnimationGroup)
    return animation


def _picture(ring: CountdownRing) -> QImage:
    return ring.grab().toImage()


@pytest.mark.parametrize(
    ("at", "digits"),
    [(0, "30"), (1, "30"), (1000, "29"), (1001, "29"), (29_999, "1"), (30_000, "0")],
)
def test_the_digits_round_up_what_remains(
    ring: CountdownRing, at: int, digits: str
) -> None:
    _count_down(ring)

    _clock(ring).setCurrentTime(at)

    assert ring.digits == digits


def test_the_hold_takes_its_true_time(ring: CountdownRing) -> None:
    _count_down(ring)

    assert _clock(ring).totalDuration() == 30_000


def test_a_stalled_paint_does_not_make_it_late(ring: CountdownRing) -> None:
    _count_down(ring)
    _clock(ring).setCurrentTime(1_000)

    _clock(ring).setCurrentTime(17_500)  # nothing was painted for 16.5 s

    assert ring.remaining == timedelta(seconds=12.5)
    assert ring.digits == "13"


def test_a_faster_timer_runs_the_same_digits_down_sooner(ring: CountdownRing) -> None:
    _count_down(ring, timer=3 * SECOND)

    _clock(ring).setCurrentTime(1_500)

    assert ring.digits == "15"
    assert _clock(ring).totalDuration() == 3_000


def test_above_99_seconds_it_shows_minutes(ring: CountdownRing) -> None:
    _count_down(ring, remaining=245 * SECOND, running=False)

    assert ring.digits == "4:05"


def test_a_stopped_countdown_stands_still(ring: CountdownRing) -> None:
    ring.show()
    _count_down(ring, running=False, kind=Phase.PAUSED)

    assert not ring.moving
    assert ring.remaining == HOLD


def test_no_time_at_all_is_shown_as_over(ring: CountdownRing) -> None:
    _count_down(ring, remaining=timedelta())

    assert ring.digits == "0"


def test_a_second_call_begins_anew(ring: CountdownRing) -> None:
    _count_down(ring)
    _clock(ring).setCurrentTime(9_000)

    _count_down(ring)

    assert ring.digits == "30"


def test_it_rests_while_nobody_can_see_it(ring: CountdownRing) -> None:
    ring.show()
    _count_down(ring)
    moving = [ring.moving]

    for seen in (False, True):
        ring.setVisible(seen)
        moving.append(ring.moving)

    assert moving == [True, False, True]


def test_begun_out_of_sight_it_moves_once_it_is_seen(ring: CountdownRing) -> None:
    _count_down(ring)
    before = ring.moving

    ring.show()

    assert not before
    assert ring.moving


def test_it_tells_each_second_once(ring: CountdownRing) -> None:
    _count_down(ring)
    told = QSignalSpy(ring.second_passed)

    for at in (10, 20, 999, 1_000, 1_010, 1_500, 2_000):
        _clock(ring).setCurrentTime(at)

    assert [told.at(i)[0] for i in range(told.count())] == [29 * SECOND, 28 * SECOND]


def test_it_is_told_to_those_who_cannot_see_it(ring: CountdownRing) -> None:
    _count_down(ring)
    assert ring.accessibleName() == "Hold, 30 seconds left"

    _clock(ring).setCurrentTime(1_000)
    assert ring.accessibleName() == "Hold, 29 seconds left"


def test_the_kinds_that_must_not_be_confused_differ_in_shape() -> None:
    kinds = (Phase.GET_READY, Phase.HOLD, Phase.SWITCH, Phase.REST, Phase.PAUSED)

    assert len({shape(kind) for kind in (*kinds, Phase.HURT)}) == len(Shape)


@pytest.mark.parametrize("kind", Phase)
def test_every_kind_is_painted(ring: CountdownRing, kind: Phase) -> None:
    empty = _picture(ring)

    _count_down(ring, kind=kind, running=False)

    assert _picture(ring) != empty


def test_the_ring_empties(ring: CountdownRing) -> None:
    _count_down(ring)
    full = _picture(ring)

    _clock(ring).setCurrentTime(400)  # the digits still show 30

    assert ring.digits == "30"
    assert _picture(ring) != full


def test_it_looks_ten_times_a_second_at_most(ring: CountdownRing) -> None:
    _count_down(ring)

    assert _clock(ring).duration() >= 100  # ms from one look to the next
    assert all(isinstance(p, QPauseAnimation) for p in _clock(ring).children())


@pytest.mark.parametrize("kind", [Phase.HOLD, Phase.GET_READY, Phase.SWITCH])
@pytest.mark.parametrize("before", [0.999, 0.7, 0.51, 0.26])
def test_only_where_the_ring_ends_is_painted_anew(kind: Phase, before: float) -> None:
    after = before - 0.02

    differs = _painted(kind, before) != _painted(kind, after)

    places = [place.toAlignedRect() for place in _swept(kind, before, after)]
    kept = [_painted(kind, fraction, places) for fraction in (before, after)]
    assert differs
    assert sum(p.width() * p.height() for p in places) < _SIDE * _SIDE / 8
    assert _far_apart(*kept) < 80  # the rim of an arc wanders by a trifle


@pytest.mark.parametrize("before", [0.0, 0.4, 0.97])
def test_only_the_rim_of_the_breath_is_painted_anew(before: float) -> None:
    after = before + 0.03
    to_pixels = QTransform.fromScale(_SIDE, _SIDE)

    places = [
        to_pixels.mapRect(place).toAlignedRect()
        for place in ring_face.breathed(before, after)
    ]

    kept = [_breath(fullness, places) for fullness in (before, after)]
    assert _breath(before) != _breath(after)
    assert _far_apart(*kept) == 0


def test_the_breath_is_seen_and_ends(ring: CountdownRing) -> None:
    _count_down(ring, running=False)
    before = _picture(ring)

    ring.show_breath(0.5)
    half = _picture(ring)
    ring.show_breath(1.0)
    full = _picture(ring)
    ring.show_breath(None)

    assert before != half != full
    assert _picture(ring) == before


@pytest.mark.parametrize("side", [120, 300, 605])
@pytest.mark.parametrize("remaining", [8 * SECOND, 30 * SECOND, 245 * SECOND])
def test_the_digits_are_as_high_as_they_claim(
    ring: CountdownRing, side: int, remaining: timedelta
) -> None:
    ring.resize(side, side)
    _count_down(ring, remaining=remaining, running=False)

    rows = _rows_of(_picture(ring), QColor(theme.current().ink))

    assert len(rows) == pytest.approx(ring.digit_height, abs=4)
    assert ring.digit_height >= side * 0.3


def _swept(kind: Phase, before: float, after: float) -> list[QRectF]:
    to_pixels = QTransform.fromScale(_SIDE, _SIDE)
    return [to_pixels.mapRect(p) for p in ring_face.swept(kind, before, after)]


def _painted(kind: Phase, fraction: float, without: Sequence[QRect] = ()) -> QImage:
    """Return what moves in the ring, with some places left out."""
    face = Face(kind=kind, fraction=fraction, digits="", caption="", height=0.3)
    image = QImage(_SIDE, _SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(_SIDE, _SIDE)
    ring_face.paint_moving(painter, face, theme.LIGHT)
    return _finished(painter, image, without)


def _breath(fullness: float, without: Sequence[QRect] = ()) -> QImage:
    """Return the disc that breathes, with some places left out."""
    image = QImage(_SIDE, _SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(_SIDE, _SIDE)
    ring_face.paint_breath(painter, fullness, theme.LIGHT)
    return _finished(painter, image, without)


def _finished(painter: QPainter, image: QImage, without: Sequence[QRect]) -> QImage:
    painter.resetTransform()
    for place in without:
        painter.fillRect(place, QColor("black"))
    painter.end()
    return image


def _far_apart(one: QImage, other: QImage) -> int:
    """Return how much two pictures differ where they differ most, 0 to 255."""
    pairs = zip(one.bits(), other.bits(), strict=True)
    return max(abs(a - b) for a, b in pairs)


def _rows_of(picture: QImage, ink: QColor) -> range:
    """Return the rows of *picture* from the first to the last with pure *ink*."""
    columns = range(picture.width())
    inked = [
        y
        for y in range(picture.height())
        if any(picture.pixelColor(x, y) == ink for x in columns)
    ]
    return range(inked[0], inked[-1] + 1)
