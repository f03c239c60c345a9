"""Tests for stretchbreak.qt.routine_window and its parts, as a user works them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from stretchbreak.core.routine import Catalogue, Routine, Side, Step
from stretchbreak.core.settings import Settings
from stretchbreak.qt.library_list import LibraryList
from stretchbreak.qt.routine_desk import RoutineDesk
from stretchbreak.qt.routine_list import RoutineList
from stretchbreak.qt.routine_steps import RoutineSteps
from stretchbreak.qt.routine_window import RoutineWindow
from stretchbreak.qt.step_editor import StepEditor
from stretchbreak.qt.stretch_chooser import StretchChooser
from stretchbreak.qt.told_line import ToldLine
from stretchbreak.storage.own_files import OwnFiles
from stretchbreak.storage.places import resources
from stretchbreak.storage.routine_files import load
from tests.support.poses import pose

SECOND = timedelta(seconds=1)
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
KNEE, TILT, TWIST = "single-knee-to-chest", "pelvic-tilt", "spinal-twist"
LUNCH = Routine(
    id="lunch",
    name="Lunch",
    about="At noon.",
    warm_up=False,
    steps=(Step(stretch=KNEE), Step(stretch=TILT), Step(stretch=TWIST)),
)


class Running:
    """The running program, as far as routines go."""

    def __init__(self) -> None:
        self.settings = Settings(appointments=("mon-fri 12:00 lunch",))
        self.catalogue = Catalogue({}, {})

    def change_settings(self, settings: Settings) -> str | None:
        self.settings = settings
        return None

    def change_catalogue(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue


@pytest.fixture
def running() -> Running:
    return Running()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    OwnFiles(resources(), tmp_path / "data").keep(LUNCH)
    return tmp_path / "data"


@pytest.fixture
def window(qtbot: QtBot, home: Path, running: Running) -> Iterator[RoutineWindow]:
    desk = RoutineDesk(OwnFiles(resources(), home), running)
    window = RoutineWindow(desk, pose)
    qtbot.addWidget(window)
    window.show()
    yield window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def on_disk(home: Path) -> dict[str, Routine]:
    """Return what the next launch would find."""
    library = load(resources(), home)
    assert library.faults == ()
    return dict(library.routines)


def order(routine: Routine) -> list[str]:
    return [step.stretch for step in routine.steps]


def part(window: QWidget, kind: type[QWidget]) -> QWidget:
    found = window.findChild(kind)
    assert found is not None
    return found


def button(window: QWidget, text: str) -> QPushButton:
    buttons = window.findChildren(QPushButton)
    return next(b for b in buttons if b.text() == text and not b.isHidden())


def press(qtbot: QtBot, window: QWidget, text: str) -> None:
    pressed = button(window, text)
    assert pressed.isEnabled()
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)


def entry(window: QWidget, name: str) -> QLineEdit:
    entries = window.findChildren(QLineEdit)
    return next(each for each in entries if each.accessibleName() == name)


def words(window: QWidget) -> str:
    labels = window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def select(window: RoutineWindow, row: int) -> RoutineSteps:
    steps = part(window, RoutineSteps)
    assert isinstance(steps, RoutineSteps)
    steps.setCurrentRow(row)
    steps.setFocus()
    return steps


def test_the_users_own_come_first_and_the_first_is_shown(window: RoutineWindow) -> None:
    listed = part(window, RoutineList)
    assert isinstance(listed, RoutineList)

    assert [listed.item(row).text() for row in range(3)] == [
        "Your own",
        "Lunch",
        "Built in",
    ]
    assert entry(window, "Name").text() == "Lunch"


@pytest.mark.parametrize("on", ["the step", "a button"])
def test_alt_and_arrow_move_a_step_and_the_file_follows(
    qtbot: QtBot, window: RoutineWindow, home: Path, on: str
) -> None:
    steps = select(window, 1)
    has_keys = steps if on == "the step" else button(window, "Remove")
    has_keys.setFocus()

    qtbot.keyClick(has_keys, Qt.Key.Key_Down, ALT)

    assert order(on_disk(home)["lunch"]) == [KNEE, TWIST, TILT]
    assert select(window, 2).currentRow() == 2


def test_dragging_a_step_moves_it(window: RoutineWindow, home: Path) -> None:
    steps = select(window, 2)

    # What dropping does, once the mouse has said where.
    model, root = steps.model(), steps.rootIndex()
    assert model.moveRows(root, 2, 1, root, 1)

    assert order(on_disk(home)["lunch"]) == [KNEE, TWIST, TILT]
    assert steps.item(1).text() == "2.  Lying spinal twist"
    assert steps.currentRow() == 1


def test_between_two_steps_is_no_gap_to_drop_one_into(window: RoutineWindow) -> None:
    steps = select(window, 0)

    first, second = (steps.visualItemRect(steps.item(row)) for row in (0, 1))
    assert first.bottom() + 1 == second.top()


def test_a_step_is_removed_and_comes_back_with_undo(
    qtbot: QtBot, window: RoutineWindow, home: Path
) -> None:
    qtbot.keyClick(select(window, 1), Qt.Key.Key_Delete)
    assert order(on_disk(home)["lunch"]) == [KNEE, TWIST]

    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert order(on_disk(home)["lunch"]) == [KNEE, TILT, TWIST]

    press(qtbot, window, "Redo")
    assert order(on_disk(home)["lunch"]) == [KNEE, TWIST]


def test_an_unsound_order_is_said_and_not_kept_until_it_is_mended(
    qtbot: QtBot, window: RoutineWindow, home: Path
) -> None:
    steps = select(window, 2)

    qtbot.keyClick(steps, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(steps, Qt.Key.Key_Up, ALT)
    assert "Lying spinal twist must not come first" in words(window)
    assert order(on_disk(home)["lunch"]) == [KNEE, TWIST, TILT]

    qtbot.keyClick(steps, Qt.Key.Key_Down, ALT)
    assert "must not" not in words(window)


def test_hold_and_sides_are_set_and_the_total_follows_at_once(
    qtbot: QtBot, window: RoutineWindow, home: Path
) -> None:
    select(window, 0)
    # Lying down 20, 2 x 30 and 5 between; 10, 8 x 8; 10, 2 x 30 and 5; rests; up 15.
    assert "4 min 19 s in all" in words(window)

    press(qtbot, part(window, StepEditor), "Left")
    qtbot.keyClick(part(window, StepEditor).findChildren(QLineEdit)[1], Qt.Key.Key_Up)

    step = on_disk(home)["lunch"].steps[0]
    assert step == Step(stretch=KNEE, hold=35 * SECOND, sides=(Side.LEFT,))
    assert "3 min 49 s in all" in words(window)

    press(qtbot, window, "As usual")
    assert on_disk(home)["lunch"].steps[0] == Step(stretch=KNEE, sides=(Side.LEFT,))


def test_a_stretch_is_added_behind_the_chosen_step(
    qtbot: QtBot, window: RoutineWindow, home: Path
) -> None:
    select(window, 0)
    press(qtbot, window, "Add a stretch")
    chooser = part(window, StretchChooser)
    listed = part(chooser, LibraryList)
    assert isinstance(listed, LibraryList)

    listed.choose("lying-hamstring")
    qtbot.keyClick(listed, Qt.Key.Key_Return)

    assert order(on_disk(home)["lunch"]) == [KNEE, "lying-hamstring", TILT, TWIST]
    steps = part(window, RoutineSteps)
    assert isinstance(steps, RoutineSteps)
    assert steps.currentRow() == 1


def test_a_new_routine_is_kept_once_it_has_a_step(
    qtbot: QtBot, window: RoutineWindow, home: Path, running: Running
) -> None:
    press(qtbot, window, "New routine")
    name = entry(window, "Name")
    assert name.hasFocus()
    qtbot.keyClicks(name, "Tea & rest")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert "There is no step in it yet" in words(window)
    assert "tea-rest" not in on_disk(home)

    press(qtbot, window, "Add a stretch")
    press(qtbot, part(window, StretchChooser), "Add")

    made = on_disk(home)["tea-rest"]
    assert (made.name, order(made)) == ("Tea & rest", [KNEE])
    assert running.catalogue.routines["tea-rest"] == made


def test_ours_stays_as_it_is_and_a_copy_can_be_changed(
    qtbot: QtBot, window: RoutineWindow, home: Path
) -> None:
    window.choose("full")
    qtbot.keyClick(select(window, 0), Qt.Key.Key_Delete)
    assert on_disk(home)["full"] == load(resources()).routines["full"]
    assert not part(window, StepEditor).isVisible()

    press(qtbot, window, "Duplicate")
    qtbot.keyClick(select(window, 5), Qt.Key.Key_Delete)

    routines = on_disk(home)
    assert routines["full-stretch-2"].name == "Full stretch 2"
    assert len(routines["full-stretch-2"].steps) == 5
    assert len(routines["full"].steps) == 6


def test_a_new_name_is_a_new_id_and_the_appointments_go_along(
    qtbot: QtBot, window: RoutineWindow, home: Path, running: Running
) -> None:
    name = entry(window, "Name")
    name.selectAll()
    qtbot.keyClicks(name, "Noon")
    qtbot.keyClick(name, Qt.Key.Key_Return)

    assert on_disk(home)["noon"] == replace(LUNCH, id="noon", name="Noon")
    assert "lunch" not in on_disk(home)
    assert running.settings.appointments == ("mon-fri 12:00 noon",)

    press(qtbot, window, "Undo")
    assert on_disk(home)["lunch"] == LUNCH
    assert running.settings.appointments == ("mon-fri 12:00 lunch",)


def test_a_deleted_routine_says_what_names_it_and_can_be_put_back(
    qtbot: QtBot, window: RoutineWindow, home: Path, running: Running
) -> None:
    press(qtbot, window, "Delete")
    assert "lunch" not in on_disk(home)
    assert "lunch" not in running.catalogue.routines
    assert "Your appointment mon-fri 12:00 lunch names it" in words(window)

    press(qtbot, part(window, ToldLine), "Undo")
    assert on_disk(home)["lunch"] == LUNCH
    assert entry(window, "Name").text() == "Lunch"


def test_a_sound_routine_is_started_from_here(
    window: RoutineWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.start_asked) as asked:
        press(qtbot, window, "Start")
    assert asked.args == ["lunch"]

    entry(window, "Name").clear()
    entry(window, "Name").editingFinished.emit()

    assert not button(window, "Start").isEnabled()


def choose_file(window: RoutineWindow, file: Path) -> None:
    dialog = part(window, QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_file_is_imported_beside_what_there_is(
    qtbot: QtBot, window: RoutineWindow, home: Path, tmp_path: Path
) -> None:
    press(qtbot, window, "Export")
    choose_file(window, tmp_path / "lunch.toml")
    press(qtbot, window, "Import")
    choose_file(window, tmp_path / "lunch.toml")

    assert on_disk(home)["lunch-2"] == replace(LUNCH, id="lunch-2", name="Lunch 2")
    assert entry(window, "Name").text() == "Lunch 2"


def test_a_wrong_file_is_refused_by_name_key_and_expectation(
    qtbot: QtBot, window: RoutineWindow, home: Path, tmp_path: Path
) -> None:
    before = on_disk(home)
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('name = "W"\nabout = "w"\nwarm_up = 3\nchoose = 2\n')

    press(qtbot, window, "Import")
    choose_file(window, wrong)

    said = f"{wrong}: warm_up: expected true or false, got a whole number; nothing is"
    assert said in words(window)
    assert on_disk(home) == before


def test_every_control_has_a_name(window: RoutineWindow) -> None:
    kinds = (QPushButton, QLineEdit, RoutineList, RoutineSteps)
    controls = [each for kind in kinds for each in window.findChildren(kind)]
    inner = {"qt_spinbox_lineedit"}

    nameless = [
        each
        for each in controls
        if each.objectName() not in inner
        and not (each.accessibleName() or getattr(each, "text", str)())
    ]
    assert nameless == []


def test_a_file_changed_by_hand_is_taken_in_and_not_written_over(
    qtbot: QtBot, window: RoutineWindow, home: Path, running: Running
) -> None:
    qtbot.keyClick(select(window, 1), Qt.Key.Key_Delete)
    by_hand = replace(LUNCH, about="By hand.")
    OwnFiles(resources(), home).keep(by_hand)
    (home / "routines" / "odd.toml").write_text("name = 3")

    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))

    assert entry(window, "What it is for").text() == "By hand."
    assert running.catalogue.routines["lunch"] == by_hand
    assert "odd.toml: name: expected text in quotes" in words(window)
    qtbot.keyClick(select(window, 2), Qt.Key.Key_Delete)
    assert load(resources(), home).routines["lunch"] == replace(
        by_hand, steps=LUNCH.steps[:2]
    )


def test_one_in_the_place_of_ours_keeps_its_id_and_goes_back_to_ours(
    qtbot: QtBot, window: RoutineWindow, home: Path
) -> None:
    OwnFiles(resources(), home).keep(replace(LUNCH, id="full"))
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    window.choose("full")
    name = entry(window, "Name")
    name.selectAll()
    qtbot.keyClicks(name, "All of it")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert on_disk(home)["full"].name == "All of it"

    press(qtbot, window, "Back to ours")

    assert on_disk(home)["full"] == load(resources()).routines["full"]
    assert "the built-in one is back in its place" in words(window)


def test_a_routine_that_chooses_by_itself_can_choose_more_or_get_steps(
    qtbot: QtBot, window: RoutineWindow, home: Path
) -> None:
    window.choose("short")
    press(qtbot, window, "Duplicate")
    boxes = window.findChildren(QSpinBox)
    count = next(b for b in boxes if b.accessibleName() == "How many stretches")
    qtbot.keyClick(count, Qt.Key.Key_Up)
    assert on_disk(home)["short-stretch-2"].choose == 3

    press(qtbot, window, "Add a stretch")
    press(qtbot, part(window, StretchChooser), "Add")

    assert order(on_disk(home)["short-stretch-2"]) == [KNEE]
    press(qtbot, window, "Undo")
    assert on_disk(home)["short-stretch-2"].choose == 3


@pytest.mark.parametrize("leave", ["choose", "hide"])
def test_a_name_half_typed_is_not_lost(
    qtbot: QtBot, window: RoutineWindow, home: Path, leave: str
) -> None:
    name = entry(window, "Name")
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, "Noon")

    window.choose("full") if leave == "choose" else window.hide()

    assert on_disk(home)["noon"].name == "Noon"
