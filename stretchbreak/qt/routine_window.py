"""The routine editor: all routines on the left, the chosen one beside it.

What is changed is kept at once, as in the settings, unless it is unsound; then it
says what is missing, and the file stays as it was.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
)

from stretchbreak.core import choice, routine_draft
from stretchbreak.core.history import History
from stretchbreak.core.library import in_order
from stretchbreak.core.plan import Plan
from stretchbreak.core.routine import Routine, Stretch
from stretchbreak.core.routine_draft import Draft, Fault
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt import routine_wording
from stretchbreak.qt.page_area import PageArea
from stretchbreak.qt.routine_desk import RoutineDesk
from stretchbreak.qt.routine_drafts import RoutineDrafts
from stretchbreak.qt.routine_exchange import RoutineExchange
from stretchbreak.qt.routine_list import RoutineList
from stretchbreak.qt.routine_page import RoutinePage, Shown
from stretchbreak.qt.stretch_chooser import StretchChooser
from stretchbreak.qt.stretch_form import StretchForm
from stretchbreak.qt.theme import SPACE
from stretchbreak.qt.told_line import ToldLine
from stretchbreak.qt.window import Window

_SIZE = QSize(940, 760)


class RoutineWindow(Window):
    """Shows and changes routines. Closing it only hides it.

    Signals:
        start_asked: A session now; carries the id of the routine.

    Args:
        desk: Keeps what is changed.
        picture: Finds the picture of a stretch by its pose's id.
    """

    start_asked = Signal(object)

    def __init__(
        self, desk: RoutineDesk, picture: Callable[[str], PoseSequence | None]
    ) -> None:
        super().__init__("Routines", _SIZE)
        self._desk = desk
        self._picture = picture
        self._drafts = RoutineDrafts()
        self._faults: tuple[str, ...] = ()
        self._id = ""
        self._keeping = False
        self._list = RoutineList()
        self._page = RoutinePage(picture)
        self._told = ToldLine()
        self._exchange = RoutineExchange(desk, self._told, self)
        self._lay_out()
        self._connect()
        self._show_list()
        self.choose(self._first())
        self._list.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Keep what is typed when the user goes, and look anew when they come back."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange:
            return
        self._page.take_words()
        if self.isActiveWindow():
            self._desk.look()
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed last."""
        super().hideEvent(event)
        self._page.take_words()

    def choose(self, id_: str) -> None:
        """Show the routine of that id; empty is one that is not kept yet."""
        self._page.take_words()
        if not id_ or id_ in self._known():
            self._id = id_  # else it is the shown one, which was just renamed
        self._list.mark(self._id)
        self._show()

    def refresh(self) -> None:
        """Show everything as it is now."""
        if self._keeping:
            return  # its id is not known yet
        self._drafts.forget_others(self._known())
        if self._id and self._id not in self._known():
            self._id = self._first()
        self._show_list()
        self._list.mark(self._id)
        self._show()
        self._tell_of_faults()

    def add_stretch(self, stretch: Stretch) -> None:
        """Add *stretch* behind the chosen step of the routine that is shown."""
        routine = self._draft().routine
        place = self._page.chosen + 1 if routine.steps else 0
        self._edit(routine_draft.added(routine, stretch.id, place))
        self._page.choose(place)

    def _tell_of_faults(self) -> None:
        """Say which files are left out, once for each time that changes."""
        faults, before = self._desk.kept.faults, self._faults
        self._faults = faults
        if faults and faults != before:
            self._told.tell("\n".join(faults), warning=True)

    def _draft(self) -> Draft:
        """Return what the shown routine has become, or what it is."""
        return self._drafts.of(self._id, self._known())

    def _edit(self, routine: Routine) -> None:
        self._become(self._draft().edited(routine))

    def _become(self, draft: Draft) -> None:
        """Let the shown routine be that of *draft*; keep it if it is sound."""
        routine = replace(draft.routine, id=self._id)
        self._drafts.put(self._id, draft)
        if routine_draft.fault(routine, self._desk.kept.catalogue) is None:
            self._told.hide()
            self._told.attempt(lambda: self._keep(routine))
        self._show()

    def _keep(self, routine: Routine) -> None:
        self._keeping = True
        try:
            kept = self._desk.keep(routine)
        finally:
            self._keeping = False
        self._drafts.keep(self._id, kept)
        self._id = kept.id
        self._show_list()
        self._list.mark(kept.id)

    def _begin_new(self) -> None:
        self._drafts.drop("")
        self._list.setCurrentRow(-1)
        self.choose("")
        self._page.take_keyboard()

    def _copy(self) -> None:
        self._told.attempt(lambda: self._choose_new(self._desk.copy(self._kept())))

    def _choose_new(self, routine: Routine) -> None:
        self.choose(routine.id)
        self._page.take_keyboard()

    def _delete(self) -> None:
        if not self._id:
            self._drafts.drop("")
            self.choose(self._first())
            return
        routine = self._kept()
        said = routine_wording.removed(
            routine,
            self._desk.appointments(routine),
            ours=routine.id in self._desk.ours,
        )

        def delete() -> None:
            self._desk.remove(routine)
            self._told.tell(said, undo=lambda: self._told.attempt(put_back))

        def put_back() -> None:
            self._desk.put_back(routine)
            self.choose(routine.id)

        self._told.attempt(delete)

    def _ask_where_to(self) -> None:
        self._exchange.ask_where_to(self._kept)

    def _open_chooser(self) -> None:
        stretches = in_order(self._desk.kept.catalogue)
        to = self._draft().routine.name
        chooser = StretchChooser(stretches, self._picture, to, self)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.chosen.connect(self.add_stretch)
        chooser.new_asked.connect(self._open_form)
        chooser.open()

    def _open_form(self) -> None:
        form = StretchForm(self._desk, None, self)
        form.kept.connect(self.add_stretch)
        form.open()

    def _known(self) -> Mapping[str, Routine]:
        """Return all routines that are kept, by id."""
        return self._desk.kept.catalogue.routines

    def _kept(self) -> Routine:
        return self._known()[self._id]

    def _own(self) -> list[Routine]:
        return [each for each in self._known().values() if self._desk.owns(each)]

    def _ours(self) -> list[Routine]:
        return [each for each in self._known().values() if not self._desk.owns(each)]

    def _first(self) -> str:
        """Return the id of the first routine in the list."""
        return next(iter(self._own() + self._ours())).id

    def _plan(self, routine: Routine) -> Plan | None:
        if not routine.steps and not routine.choose:
            return None
        catalogue, settings = self._desk.kept.catalogue, self._desk.settings
        return choice.plan_of(routine, catalogue, settings, History())

    def _detail(self, routine: Routine) -> str:
        plan = self._plan(routine)
        return routine_wording.about_steps(routine, plan) if plan else ""

    def _show_list(self) -> None:
        self._list.show_routines(self._own(), self._ours(), self._detail)

    def _show(self) -> None:
        draft = self._draft()
        routine = replace(draft.routine, id=self._id)
        own = not self._id or self._desk.owns(routine)
        catalogue = self._desk.kept.catalogue
        wrong = routine_draft.fault(routine, catalogue)
        known = wrong is not Fault.UNKNOWN_STRETCH
        why = routine_wording.fault(wrong, catalogue.stretches) if wrong else ""
        self._page.show_routine(
            Shown(
                routine=routine,
                own=own,
                plan=self._plan(routine) if known else None,
                fault=why and routine_wording.not_kept(why, new=not self._id),
                begun=not self._id and not draft.before,
                catalogue=catalogue,
                settings=self._desk.settings,
            )
        )
        self._page.whole.show_what_can_be(
            own=own,
            kept=bool(self._id),
            sound=wrong is None,
            replaces=self._id in self._desk.ours,
            undo=bool(draft.before),
            redo=bool(draft.after),
        )

    def _connect(self) -> None:
        self._desk.changed.connect(lambda _kept: self.refresh())
        self._list.chosen.connect(self.choose)
        self._page.edited.connect(self._edit)
        self._page.add_asked.connect(self._open_chooser)
        self._exchange.imported.connect(self.choose)
        whole = self._page.whole
        whole.start_asked.connect(lambda: self.start_asked.emit(self._id))
        whole.copy_asked.connect(self._copy)
        whole.export_asked.connect(self._ask_where_to)
        whole.delete_asked.connect(self._delete)
        whole.undo_asked.connect(lambda: self._become(self._draft().undone()))
        whole.redo_asked.connect(lambda: self._become(self._draft().redone()))
        for keys, signal in (
            (QKeySequence.StandardKey.Undo, whole.undo_asked),
            (QKeySequence.StandardKey.Redo, whole.redo_asked),
        ):
            QShortcut(keys, self).activated.connect(signal)

    def _lay_out(self) -> None:
        new, import_ = QPushButton("New routine"), QPushButton("Import")
        new.clicked.connect(self._begin_new)
        import_.clicked.connect(self._exchange.ask_for_file)
        side = QFrame()
        side.setObjectName("side")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(self._list, stretch=1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(SPACE, 0, SPACE, 0)
        buttons.setSpacing(SPACE)
        buttons.addWidget(new, stretch=1)
        buttons.addWidget(import_)
        column.addLayout(buttons)
        right = QVBoxLayout()
        right.setSpacing(0)
        told = QVBoxLayout()
        told.setContentsMargins(3 * SPACE, 0, 3 * SPACE, 2 * SPACE)
        told.addWidget(self._told)
        self._page.setObjectName("window")
        right.addWidget(PageArea(self._page), stretch=1)
        right.addLayout(told)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(side)
        layout.addLayout(right, stretch=1)
