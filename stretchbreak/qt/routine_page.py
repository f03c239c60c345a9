"""One routine to look at, and to change if it is the user's own."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.core import routine_draft
from stretchbreak.core.plan import Plan
from stretchbreak.core.routine import Catalogue, Routine, Step
from stretchbreak.core.setting_spec import Group, Level, Spec
from stretchbreak.core.settings import Settings
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt import prose, routine_wording, wording
from stretchbreak.qt.routine_actions import RoutineActions
from stretchbreak.qt.routine_steps import RoutineSteps, StepRow
from stretchbreak.qt.spin_editors import NumberEditor
from stretchbreak.qt.step_editor import StepEditor
from stretchbreak.qt.switch import Switch
from stretchbreak.qt.theme import SPACE

_MOST_CHOSEN = 6
"""More than there are to choose from make no sense."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the page shows.

    Attributes:
        routine: As it is by now.
        own: Whether it is the user's own.
        plan: What a session of it would be; None where it has no steps.
        fault: Why it is not kept, in words; empty if it is.
        begun: It was only just begun, so that it is not kept yet is no fault.
        catalogue: What it is made of.
        settings: What its steps leave out.
    """

    routine: Routine
    own: bool
    plan: Plan | None
    fault: str
    begun: bool
    catalogue: Catalogue
    settings: Settings


class RoutinePage(QWidget):
    """Shows a routine and reports what it shall become.

    Signals:
        edited: It shall be another; carries the `Routine`.
        add_asked: A stretch shall be added.

    Attributes:
        whole: What else can be wished for, of the routine as a whole.
    """

    edited = Signal(object)
    add_asked = Signal()

    def __init__(self, picture: Callable[[str], PoseSequence | None]) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._chosen = 0
        self.whole = RoutineActions()
        self._name, self._about = QLineEdit(), QLineEdit()
        self._about_row = QWidget()
        self._title, self._words = prose.label("", "title"), prose.label("", "quiet")
        self._warm_up, self._warm_up_row = Switch(), QWidget()
        self._ours = prose.label(routine_wording.OURS, "quiet")
        self._count = NumberEditor(_spec("How many stretches"))
        self._chosen_for_you = QWidget()
        self._heading = prose.label("Steps", "heading")
        self._add = QPushButton("Add a stretch")
        self._steps = RoutineSteps(picture)
        self._editor = StepEditor()
        self._total = prose.label("", "heading")
        self._fault = prose.label("", "warning")
        self._kept = prose.label("Kept at once", "quiet")
        self._kept.setWordWrap(False)
        self._lay_out()
        self._connect()

    def show_routine(self, shown: Shown) -> None:
        """Show *shown*. Repeating a call changes nothing."""
        before, self._shown = self._shown, shown
        routine = shown.routine
        if before is None or before.routine.id != routine.id:
            self._chosen = 0 if shown.own else -1
        self._show_words(routine, own=shown.own)
        self._warm_up.show_on(routine.warm_up)
        self._warm_up_row.setVisible(shown.own)
        self._count.set_value(max(routine.choose, 1))
        self._chosen_for_you.setVisible(bool(routine.choose))
        self._count.setEnabled(shown.own)
        self._add.setVisible(shown.own)
        self._ours.setVisible(not shown.own)
        self._show_steps(shown)
        self._total.setText(routine_wording.total(shown.plan) if shown.plan else "")
        self._fault.setObjectName("quiet" if shown.begun else "warning")
        self._fault.style().polish(self._fault)
        self._fault.setText(shown.fault)
        self._fault.setVisible(bool(shown.fault))
        self._kept.setVisible(shown.own and not shown.fault)

    def choose(self, step: int) -> None:
        """Let the step at that place be the chosen one."""
        self._chosen = step
        if self._shown is not None:
            self._show_steps(self._shown)

    @property
    def chosen(self) -> int:
        """Where the chosen step is."""
        return self._chosen

    def take_keyboard(self) -> None:
        """Let a new routine be named at once."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.selectAll()

    def take_words(self) -> None:
        """Take what was typed, for typing is over."""
        if self._shown is not None and self._shown.own:
            named = routine_draft.renamed(self._shown.routine, self._name.text())
            self._edit(replace(named, about=self._about.text().strip()))

    def _show_words(self, routine: Routine, *, own: bool) -> None:
        for edit, label, text in (
            (self._name, self._title, routine.name),
            (self._about, self._words, routine.about),
        ):
            if edit.text().strip() != text:
                edit.setText(text)
            label.setText(text)
            label.setVisible(not own)
        self._name.setVisible(own)
        self._about_row.setVisible(own)

    def _show_steps(self, shown: Shown) -> None:
        steps = shown.routine.steps
        first = 0 if shown.own else -1  # what cannot be changed need not be chosen
        self._chosen = max(first, min(self._chosen, len(steps) - 1))
        self._steps.set_editable(shown.own)
        self._steps.show_steps(_rows(shown), self._chosen if steps else -1)
        self._steps.setVisible(not shown.routine.choose)
        self._heading.setVisible(not shown.routine.choose)
        self._editor.setVisible(shown.own and bool(steps))
        if shown.own and steps:
            step = steps[self._chosen]
            self._editor.show_step(
                step,
                shown.catalogue.stretches[step.stretch],
                shown.settings,
                place=self._chosen,
                count=len(steps),
            )

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.choose(row)

    def _move(self, which: int, to: int) -> None:
        if self._shown is not None:
            self._chosen = to
            self._edit(routine_draft.moved(self._shown.routine, which, to))

    def _move_chosen(self, by: int) -> None:
        if self._shown is not None and self._shown.own:
            self._steps.move_chosen(by)

    def _remove(self, which: int) -> None:
        if self._shown is not None:
            self._edit(routine_draft.removed(self._shown.routine, which))

    def _change(self, step: object) -> None:
        if self._shown is not None and isinstance(step, Step):
            routine = self._shown.routine
            self._edit(routine_draft.changed(routine, self._chosen, step))

    def _warm(self, warm_up: bool) -> None:  # noqa: FBT001 - a slot
        if self._shown is not None:
            self._edit(replace(self._shown.routine, warm_up=warm_up))

    def _choose_many(self, count: int) -> None:
        if self._shown is not None:
            self._edit(replace(self._shown.routine, choose=count))

    def _edit(self, routine: Routine) -> None:
        if self._shown is not None and routine != self._shown.routine:
            self.edited.emit(routine)

    def _connect(self) -> None:
        self._name.editingFinished.connect(self.take_words)
        self._about.editingFinished.connect(self.take_words)
        self._warm_up.toggled.connect(self._warm)
        self._count.changed.connect(self._choose_many)
        self._add.clicked.connect(self.add_asked)
        self._steps.chosen.connect(self._choose)
        self._steps.moved.connect(self._move)
        self._steps.removed.connect(self._remove)
        self._editor.changed.connect(self._change)
        self._editor.up_asked.connect(lambda: self._move_chosen(-1))
        self._editor.down_asked.connect(lambda: self._move_chosen(1))
        self._editor.remove_asked.connect(lambda: self._remove(self._chosen))
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._move_chosen(by))

    def _lay_out(self) -> None:
        self._name.setObjectName("name")
        self._name.setAccessibleName("Name")
        self._name.setPlaceholderText("Name")
        self._name.setMaxLength(60)
        self._about.setObjectName("field")
        self._about.setAccessibleName("What it is for")
        self._about.setMaxLength(200)
        said = QHBoxLayout(self._about_row)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(SPACE)
        said.addWidget(QLabel("What it is for"))
        said.addWidget(self._about, stretch=1)
        self._warm_up.setAccessibleName("Warm up first")
        labelled(self._warm_up_row, "Warm up first", self._warm_up)
        labelled(self._chosen_for_you, _CHOSEN, self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        for widget in (self._name, self._title, self._about_row, self._words):
            layout.addWidget(widget)
        layout.addWidget(self._ours)
        layout.addWidget(self.whole)
        layout.addWidget(self._warm_up_row)
        layout.addWidget(self._chosen_for_you)
        heading = QHBoxLayout()
        heading.addWidget(self._heading)
        heading.addStretch()
        heading.addWidget(self._add)
        layout.addLayout(heading)
        room = QWidget()  # it stays where the list is hidden
        inside = QVBoxLayout(room)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._steps)
        layout.addWidget(room, stretch=1)
        layout.addWidget(self._editor)
        layout.addWidget(self._fault)
        foot = QHBoxLayout()
        foot.addWidget(self._total, stretch=1)
        foot.addWidget(self._kept)
        layout.addLayout(foot)


_CHOSEN = "Chosen anew each time: those that you have not done for longest"


def labelled(row: QWidget, text: str, editor: QWidget) -> None:
    """Lay out *row* as *text* and the *editor* of what it says."""
    label = QLabel(text)
    label.setBuddy(editor)
    label.setWordWrap(True)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2 * SPACE)
    layout.addWidget(label, stretch=1)
    layout.addWidget(editor)


def _rows(shown: Shown) -> list[StepRow]:
    plan, steps = shown.plan, shown.routine.steps
    if plan is None:
        return []
    before = len(plan.steps) - len(steps)  # the warm-up, where there is one
    return [
        StepRow(
            plan.steps[before + place],
            step.sides[0],
            wording.dose(plan, before + place),
        )
        for place, step in enumerate(steps)
    ]


def _spec(label: str) -> Spec:
    return Spec(Group.ROUTINE, label, Level.BASIC, low=1, high=_MOST_CHOSEN)
