"""Tests for stretchbreak.qt.library_window and the pages in it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPauseAnimation, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from stretchbreak.core.library import Part, Topic
from stretchbreak.core.routine import Source
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt import painful_line
from stretchbreak.qt.figure_view import FigureView
from stretchbreak.qt.library_list import LibraryList
from stretchbreak.qt.library_window import LibraryWindow
from stretchbreak.qt.moving_picture import MovingPicture
from stretchbreak.qt.muscle_map import MuscleMap
from stretchbreak.qt.step_list import StepList
from tests.support.poses import pose
from tests.support.views import KNEE, TILT, WALK

SOURCES = (
    Source(title="How to <bow>", publisher="Bowers", url="https://example.org/bow"),
    Source(title="On paper", publisher="Printers"),
)
BOTH_STEPS = replace(
    KNEE, how_to=("Lie down.", "Draw it in."), moments=(0.0, 1.0), sources=SOURCES
)
MUSCLES = Topic(
    id="muscles",
    title="Why the legs?",
    about="They pull.",
    parts=(
        Part(text=("They & the pelvis.",)),
        Part(heading="Buttocks", muscle="glutes", points=("Large", "Small")),
    ),
    sources=SOURCES,
)


def picture(name: str) -> PoseSequence | None:
    """Return the pose of what has one; the walk is without a picture."""
    return None if name == WALK.pose else pose(name)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[LibraryWindow]:
    window = LibraryWindow((BOTH_STEPS, TILT, WALK), (MUSCLES,), picture)
    qtbot.addWidget(window)
    window.show()
    yield window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _contents(window: LibraryWindow) -> LibraryList:
    contents = window.findChild(LibraryList)
    assert contents is not None
    return contents


def _page(window: LibraryWindow) -> QWidget:
    area = window.findChild(QScrollArea, "page")
    assert area is not None
    page = area.widget()
    assert page is not None
    return page


def _title(window: LibraryWindow) -> str:
    title = _page(window).findChild(QLabel, "title")
    assert title is not None
    return title.text()


def _words(window: LibraryWindow) -> str:
    labels = _page(window).findChildren(QLabel)
    seen = [label for label in labels if label.isVisible()]
    return "\n".join(label.accessibleName() or label.text() for label in seen)


def _button(window: LibraryWindow, text: str) -> QPushButton:
    buttons = _page(window).findChildren(QPushButton)
    return next(button for button in buttons if button.text() == text)


def _pictures(window: LibraryWindow) -> list[FigureView]:
    return _page(window).findChildren(FigureView)


def _moves(window: LibraryWindow) -> bool:
    """Return whether a picture moves, once it is ready to."""
    moving = _page(window).findChild(MovingPicture)
    assert moving is not None
    for pause in moving.findChildren(QPauseAnimation):
        if pause.state() is QPauseAnimation.State.Running:
            pause.setCurrentTime(pause.duration())
    return not all(figure.still for figure in _pictures(window))


def _seen(figure: FigureView) -> QImage:
    return figure.grab().toImage()


def test_it_opens_at_the_first_stretch(window: LibraryWindow) -> None:
    assert _title(window) == KNEE.name
    assert _contents(window).hasFocus()


def test_the_arrow_keys_go_from_page_to_page_and_pass_headings(
    qtbot: QtBot, window: LibraryWindow
) -> None:
    titles = []
    for _press in range(5):
        titles.append(_title(window))
        qtbot.keyClick(_contents(window), Qt.Key.Key_Down)

    last = MUSCLES.title
    assert titles == [KNEE.name, TILT.name, WALK.name, last, last]


def test_a_stretch_is_told_whole(window: LibraryWindow) -> None:
    told = _words(window)

    for each in (
        *BOTH_STEPS.how_to,
        *BOTH_STEPS.benefits,
        *BOTH_STEPS.mistakes,
        *BOTH_STEPS.cautions,
        BOTH_STEPS.easier,
        "On the mat, left, then right",
        "Ask a professional first if",
        "Glutes",
    ):
        assert each in told


def test_each_step_has_its_moment_of_the_picture(window: LibraryWindow) -> None:
    steps = _page(window).findChild(StepList)
    assert steps is not None

    first, second = steps.findChildren(FigureView)

    assert (first.at, second.at) == (0.0, 1.0)
    assert first.accessibleName() == "Picture of step 1"


def test_the_other_side_is_shown_in_all_pictures(
    qtbot: QtBot, window: LibraryWindow
) -> None:
    window.set_motion_reduced(True)
    of_muscles = _page(window).findChild(MuscleMap)
    sided = [each for each in _pictures(window) if each.parent() != of_muscles]
    left = [_seen(figure) for figure in sided]

    qtbot.mouseClick(_button(window, "Right side"), Qt.MouseButton.LeftButton)
    right = [_seen(figure) for figure in sided]
    qtbot.mouseClick(_button(window, "Left side"), Qt.MouseButton.LeftButton)
    again = [_seen(figure) for figure in sided]

    assert all(one != other for one, other in zip(left, right, strict=True))
    assert again == left


def test_a_stretch_without_sides_has_none_to_choose(window: LibraryWindow) -> None:
    _contents(window).choose(TILT.id)

    texts = {button.text() for button in _page(window).findChildren(QPushButton)}
    assert "Left side" not in texts
    assert "Show it again" in texts


def test_a_stretch_without_sides_is_shown_as_in_a_session(
    qtbot: QtBot, window: LibraryWindow
) -> None:
    window.set_motion_reduced(True)
    _contents(window).choose(TILT.id)
    moving = _page(window).findChild(MovingPicture)
    assert moving is not None
    (shown,) = moving.findChildren(FigureView)
    QCoreApplication.processEvents()
    as_drawn = FigureView()
    qtbot.addWidget(as_drawn)
    as_drawn.resize(shown.size())
    as_drawn.show_pose(pose(TILT.pose), at=1.0, mirrored=False)

    assert _seen(shown) == _seen(as_drawn)


def test_the_picture_moves_unless_less_movement_is_wanted(
    window: LibraryWindow,
) -> None:
    assert _moves(window)

    window.set_motion_reduced(True)
    assert all(figure.still for figure in _pictures(window))
    assert not _button(window, "Show it again").isVisible()

    _contents(window).choose(TILT.id)
    assert all(figure.still for figure in _pictures(window))
    window.set_motion_reduced(False)
    assert _moves(window)


def test_the_muscles_are_shown_on_a_body_from_both_sides(
    window: LibraryWindow,
) -> None:
    names = [figure.accessibleName() for figure in _pictures(window)]

    assert "From the front: glutes" in names
    assert "From behind: glutes" in names


def test_muscles_of_no_known_place_are_only_named(qtbot: QtBot) -> None:
    odd = replace(TILT, targets=("patience",))
    window = LibraryWindow((odd,), (), picture)
    qtbot.addWidget(window)

    assert window.findChild(MuscleMap) is None
    labels = window.findChildren(QLabel)
    assert "Patience" in [label.accessibleName() for label in labels]


def test_a_stretch_without_a_picture_is_told_in_words(window: LibraryWindow) -> None:
    _contents(window).choose(WALK.id)

    assert _page(window).findChild(MovingPicture) is None
    assert WALK.how_to[0] in _words(window)


def test_what_is_marked_as_painful_says_so_and_can_be_chosen_again(
    qtbot: QtBot, window: LibraryWindow
) -> None:
    assert painful_line.WORDS not in _words(window)
    window.show_painful(frozenset({TILT.id}))
    assert painful_line.WORDS not in _words(window)
    _contents(window).choose(TILT.id)
    assert painful_line.WORDS in _words(window)

    again = _button(window, "Choose it again")
    again.setFocus()
    with qtbot.waitSignal(window.fine_said) as said:
        qtbot.keyClick(again, Qt.Key.Key_Return)
    window.show_painful(frozenset())

    assert said.args == [TILT.id]
    assert painful_line.WORDS not in _words(window)


def test_a_topic_leads_to_the_stretches_for_its_muscles(
    window: LibraryWindow,
) -> None:
    _contents(window).choose(MUSCLES.id)
    labels = _page(window).findChildren(QLabel)
    (links,) = (label for label in labels if label.text().startswith("Stretches for"))
    assert TILT.name in links.text()

    links.linkActivated.emit(TILT.id)

    assert _title(window) == TILT.name


def test_a_topic_is_told_whole_and_as_it_is_written(window: LibraryWindow) -> None:
    _contents(window).choose(MUSCLES.id)

    told = _words(window)
    for each in ("They pull.", "They & the pelvis.", "Buttocks", "Large", "Small"):
        assert each in told


def test_sources_are_named_and_can_be_followed(window: LibraryWindow) -> None:
    texts = [label.text() for label in _page(window).findChildren(QLabel, "quiet")]

    assert '<a href="https://example.org/bow">How to &lt;bow&gt;</a><br>Bowers' in texts
    assert "On paper<br>Printers" in texts


def test_lines_grow_no_longer_than_reads_well(window: LibraryWindow) -> None:
    window.resize(1600, 900)
    _contents(window).choose(MUSCLES.id)
    QCoreApplication.processEvents()

    told = "the pelvis carries the spine, and the thighs hold on to the pelvis"
    for label in _page(window).findChildren(QLabel):
        letter = label.fontMetrics().horizontalAdvance(told) / len(told)
        assert label.width() < 80 * letter


def test_nothing_is_cut_off_in_a_small_window(window: LibraryWindow) -> None:
    window.resize(760, 520)
    for row in range(_contents(window).count()):
        _contents(window).setCurrentRow(row)
        QCoreApplication.processEvents()

        page = _page(window)
        area = window.findChild(QScrollArea, "page")
        assert area is not None
        assert page.width() <= area.viewport().width()
        for label in page.findChildren(QLabel):
            assert label.height() >= label.heightForWidth(label.width())


def test_a_page_begins_at_its_top(window: LibraryWindow) -> None:
    area = window.findChild(QScrollArea, "page")
    assert area is not None
    QCoreApplication.processEvents()
    area.verticalScrollBar().setValue(200)
    assert area.verticalScrollBar().value() > 0

    _contents(window).choose(TILT.id)

    assert area.verticalScrollBar().value() == 0


def test_tab_goes_from_the_list_to_the_page_and_its_buttons(
    qtbot: QtBot, window: LibraryWindow
) -> None:
    been = []
    for _press in range(6):
        been.append(window.focusWidget())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)

    area = window.findChild(QScrollArea, "page")
    side = _button(window, "Left side")
    below = {b.text(): b for b in window.findChildren(QPushButton)}
    own = [below["Add a stretch of your own"], below["Routines"]]
    again = _button(window, "Show it again")
    assert been == [_contents(window), *own, area, side, again]


def test_escape_closes_it(qtbot: QtBot, window: LibraryWindow) -> None:
    qtbot.keyClick(_contents(window), Qt.Key.Key_Escape)

    assert not window.isVisible()


def test_a_library_without_anything_in_it_opens_all_the_same(qtbot: QtBot) -> None:
    window = LibraryWindow((), (), picture)
    qtbot.addWidget(window)

    window.show()

    assert window.isVisible()
