"""A stretch of the user's own: made in the form, and seen everywhere."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from stretchbreak.core import own_stretch
from stretchbreak.core.plan import Phase
from stretchbreak.core.routine import (
    Catalogue,
    Kind,
    Place,
    Routine,
    Side,
    Step,
    Stretch,
)
from stretchbreak.core.settings import Settings
from stretchbreak.qt.figure_view import FigureView
from stretchbreak.qt.fitted_text import FittedText
from stretchbreak.qt.library_window import LibraryWindow
from stretchbreak.qt.lines_box import LinesBox
from stretchbreak.qt.prompt_window import PromptWindow
from stretchbreak.qt.routine_desk import RoutineDesk
from stretchbreak.qt.session_window import SessionWindow
from stretchbreak.qt.stretch_form import UNSAVED, StretchForm
from stretchbreak.storage.own_files import OwnFiles
from stretchbreak.storage.places import resources
from stretchbreak.storage.routine_files import load
from tests.support.views import a_plan, a_prompt, a_session

RED = QColor("#C01020")
BOW = replace(
    own_stretch.instructed(own_stretch.new(), ["Sit tall.", "Bow."]),
    id="bow",
    name="Bow",
    pose="bow",
)


class Running:
    """The running program, as far as stretches go."""

    settings = Settings()

    def change_settings(self, _settings: Settings) -> str | None:
        return None

    def change_catalogue(self, _catalogue: Catalogue) -> None:
        """It has nothing to offer from it."""


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> RoutineDesk:  # noqa: ARG001 - an application
    return RoutineDesk(OwnFiles(resources(), tmp_path / "data"), Running())


@pytest.fixture
def photo(tmp_path: Path) -> str:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(RED)
    image.save(str(tmp_path / "photo.png"))
    return str(tmp_path / "photo.png")


@pytest.fixture
def form(qtbot: QtBot, desk: RoutineDesk) -> Iterator[StretchForm]:
    yield (form := opened(qtbot, desk, None))
    form.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def opened(qtbot: QtBot, desk: RoutineDesk, stretch: Stretch | None) -> StretchForm:
    form = StretchForm(desk, stretch)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(form)
    form.open()
    return form


def press(qtbot: QtBot, window: QWidget, text: str) -> None:
    buttons = window.findChildren(QPushButton)
    pressed = next(b for b in buttons if b.text() == text and not b.isHidden())
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)


def words(window: QWidget) -> str:
    labels = window.findChildren(QLabel)
    return "\n".join(each.text() for each in labels if each.isVisible())


def type_in(qtbot: QtBot, form: StretchForm, name: str, *lines: str) -> None:
    entry = form.findChild(QLineEdit, "name")
    assert entry is not None
    entry.clear()
    qtbot.keyClicks(entry, name)
    form.findChildren(LinesBox)[0].setPlainText("\n".join(lines))


def on_disk(tmp_path: Path) -> dict[str, Stretch]:
    library = load(resources(), tmp_path / "data")
    assert library.faults == ()
    return dict(library.stretches)


def shows_red(widget: QWidget) -> bool:
    image = widget.grab().toImage()
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    return middle == RED


def test_what_is_put_in_is_kept(
    qtbot: QtBot, form: StretchForm, tmp_path: Path
) -> None:
    type_in(qtbot, form, "My bow", "Sit tall.", "Bow a little.")
    press(qtbot, form, "On a chair")
    press(qtbot, form, "Repeated")

    with qtbot.waitSignal(form.kept):
        press(qtbot, form, "Save")

    bow = on_disk(tmp_path)["my-bow"]
    assert (bow.name, bow.place, bow.kind) == ("My bow", Place.CHAIR, Kind.REPS)
    assert bow.reps == own_stretch.REPS
    assert (bow.set_up, bow.cue) == ("Sit tall.", "Bow a little.")
    assert bow.cautions == own_stretch.CAUTIONS


def test_what_is_missing_is_said_and_nothing_is_kept(
    qtbot: QtBot, form: StretchForm, tmp_path: Path
) -> None:
    press(qtbot, form, "Save")
    assert own_stretch.Lack.NAME.value in words(form)

    type_in(qtbot, form, "My bow")
    press(qtbot, form, "Save")
    assert own_stretch.Lack.INSTRUCTIONS.value in words(form)
    assert "my-bow" not in on_disk(tmp_path)


def test_a_picture_is_copied_and_what_is_none_is_refused(
    qtbot: QtBot, form: StretchForm, tmp_path: Path, photo: str
) -> None:
    type_in(qtbot, form, "My bow", "Bow.")
    for file in (photo, str(resources() / "routines" / "full.toml")):
        press(qtbot, form, "Choose a picture")
        dialog = form.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(file)
        dialog.close()
    assert "full.toml: expected a picture; nothing is changed." in words(form)

    press(qtbot, form, "Save")

    image = Path(on_disk(tmp_path)["my-bow"].image)
    assert image.parent == tmp_path / "data" / "pictures"
    assert image.read_bytes() == Path(photo).read_bytes()


def test_it_is_changed_and_deleted_unless_a_routine_needs_it(
    qtbot: QtBot, desk: RoutineDesk, tmp_path: Path
) -> None:
    bow = desk.keep_stretch(replace(BOW, id=""))
    step = Step(stretch="bow", sides=(Side.LEFT,))
    mine = desk.keep(
        Routine(id="", name="Mine", about="My own.", warm_up=False, steps=(step,))
    )

    form = opened(qtbot, desk, bow)
    type_in(qtbot, form, "Deep bow", "Bow.")
    press(qtbot, form, "Delete")
    assert "Bow is a step of Mine. Remove it there first." in words(form)
    press(qtbot, form, "Save")
    assert on_disk(tmp_path)["bow"].name == "Deep bow"

    desk.remove(mine)
    form = opened(qtbot, desk, desk.kept.catalogue.stretches["bow"])
    press(qtbot, form, "Delete")
    press(qtbot, form, "Delete for good")
    assert "bow" not in on_disk(tmp_path)


@pytest.mark.parametrize("pictured", [True, False])
def test_it_is_seen_in_the_session_the_prompt_and_the_library(
    qtbot: QtBot, photo: str, *, pictured: bool
) -> None:
    bow = replace(BOW, image=photo if pictured else "")
    plan = a_plan(bow, warm_up=None)
    session, prompt = SessionWindow(), PromptWindow()
    library = LibraryWindow([bow], (), lambda _pose: None, frozenset({"bow"}))
    for window in (session, prompt, library):
        qtbot.addWidget(window)

    view = a_session(Phase.HOLD, plan=plan, step=0, running=False)
    session.show_session(view, timer=timedelta(seconds=9), picture=None)
    prompt.show_prompt(a_prompt(offer=plan), None, bow.image)
    library.show()

    figures = [window.findChild(FigureView) for window in (session, prompt, library)]
    seen = [figure is not None and shows_red(figure) for figure in figures]
    assert seen == [pictured] * 3
    assert "Sit tall." in "".join(
        label.accessibleName() or label.text() for label in library.findChildren(QLabel)
    )


def test_where_there_is_no_picture_the_session_says_how_it_is_done(
    qtbot: QtBot,
) -> None:
    session = SessionWindow()
    qtbot.addWidget(session)
    plan = a_plan(BOW, warm_up=None)

    view = a_session(Phase.HOLD, plan=plan, step=0, running=False)
    session.show_session(view, timer=timedelta(seconds=9), picture=None)

    figure = session.findChild(FigureView)
    assert figure is not None
    said = figure.findChild(FittedText)
    assert said is not None
    assert (said.text, said.fits) == ("Sit tall.\nBow.", True)


def test_a_picture_that_is_gone_leaves_its_place_empty(
    qtbot: QtBot, tmp_path: Path
) -> None:
    figure = FigureView()
    qtbot.addWidget(figure)
    figure.show_image(str(tmp_path / "gone.png"))

    assert not shows_red(figure)


def test_the_library_lets_ones_own_be_changed(qtbot: QtBot) -> None:
    library = LibraryWindow([BOW], (), lambda _pose: None, frozenset({"bow"}))
    qtbot.addWidget(library)
    library.show()

    with qtbot.waitSignal(library.form_asked) as asked:
        press(qtbot, library, "Change this stretch")
    assert asked.args == [BOW]

    renamed = replace(BOW, name="Deep bow")
    library.show_stretches([renamed], frozenset({"bow"}))
    assert "Deep bow" in words(library)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_is_not_saved_is_not_lost_at_the_first_escape(
    qtbot: QtBot, form: StretchForm
) -> None:
    type_in(qtbot, form, "My bow", "Bow.")

    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert UNSAVED in words(form)

    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_a_form_left_as_it_was_closes_at_once(qtbot: QtBot, form: StretchForm) -> None:
    qtbot.keyClick(form, Qt.Key.Key_Escape)

    assert not form.isVisible()
