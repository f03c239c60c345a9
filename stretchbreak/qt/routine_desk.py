"""Where the user's routines are kept from: the files, and the program that runs.

window ---> RoutineDesk ---> files
                 |---------> the running program
                 +---------> everything else that is shown
"""

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from stretchbreak.core import appointment
from stretchbreak.core.routine import Catalogue, Routine, Stretch, step_fault
from stretchbreak.core.routine_draft import copy_name, id_for
from stretchbreak.core.settings import Settings
from stretchbreak.qt import routine_wording
from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.runtime.ports.routine_store import Kept, RoutineStore


class Listening(Protocol):
    """The running program, as far as routines go."""

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        ...

    def change_settings(self, settings: Settings) -> str | None:
        """Use *settings* from now on; return why they could not be kept."""
        ...

    def change_catalogue(self, catalogue: Catalogue) -> None:
        """Offer what is in *catalogue* from now on."""
        ...


class RoutineDesk(QObject):
    """Keeps routines and stretches, and tells everybody of the new ones.

    Attributes:
        kept: All there is.
        ours: The ids of the routines that come with the program.

    Signals:
        changed: There are others than before; carries what is `Kept`.
    """

    changed = Signal(object)

    def __init__(self, store: RoutineStore, running: Listening) -> None:
        super().__init__()
        self._store = store
        self._running = running
        self.kept: Kept = store.kept
        self.ours = store.ours

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._running.settings

    def look(self) -> None:
        """Look whether the user changed a file meanwhile, and take that in."""
        before, now = self.kept, self._store.load()
        if (
            before.catalogue.routines != now.catalogue.routines
            or before.catalogue.stretches != now.catalogue.stretches
            or before.faults != now.faults
        ):
            self._take(now)

    def owns(self, what: Routine | Stretch) -> bool:
        """Return whether *what* is the user's own."""
        if isinstance(what, Stretch):
            return what.id in self.kept.own_stretches
        return what.id in self.kept.own_routines

    def keep(self, routine: Routine) -> Routine:
        """Keep *routine* and return it with the id that it has from now on.

        The id follows the name, for it is what commands and appointments use; the
        user's appointments go along. One that is changed in place keeps it.

        Raises:
            AdapterError: It cannot be kept.
        """
        before = self.kept.catalogue.routines.get(routine.id)
        if before is None:
            routine = replace(routine, id=self._store.free_id(routine.name))
        elif before.name != routine.name:
            return self._renamed(before, routine)
        self._store.keep(routine)
        self._tell()
        return routine

    def keep_stretch(self, stretch: Stretch) -> Stretch:
        """Keep *stretch* and return it with its id, which never changes.

        Raises:
            AdapterError: It cannot be kept, or a routine would no longer fit it.
        """
        for routine in self.users(stretch):
            steps = (step for step in routine.steps if step.stretch == stretch.id)
            if any(step_fault(step, stretch) is not None for step in steps):
                raise AdapterError(routine_wording.would_not_fit(stretch, routine))
        if not stretch.id:
            id_ = self._store.free_stretch_id(stretch.name)
            stretch = replace(stretch, id=id_, pose="" if stretch.image else id_)
        self._store.keep(stretch)
        self._tell()
        return stretch

    def copy(self, routine: Routine) -> Routine:
        """Keep a copy of *routine* that is the user's own, and return it.

        Raises:
            AdapterError: It cannot be kept.
        """
        names = {each.name for each in self.kept.catalogue.routines.values()}
        name = copy_name(routine.name, names.__contains__)
        return self.keep(replace(routine, id="", name=name))

    def put_back(self, what: Routine | Stretch) -> None:
        """Keep *what* again as it was, after it was removed.

        Raises:
            AdapterError: It cannot be kept.
        """
        self._store.keep(what)
        self._tell()

    def remove(self, what: Routine | Stretch) -> None:
        """Remove what is the user's own.

        Raises:
            AdapterError: It cannot be removed.
        """
        self._store.remove(what)
        self._tell()

    def read_in(self, file: Path) -> Routine | Stretch:
        """Take in what *file* is, beside all that there is, and return it.

        Raises:
            AdapterError: It is neither a routine nor a stretch, or cannot be kept.
        """
        what = self._store.read_in(file)
        self.put_back(what)
        return what

    def write_out(self, routine: Routine, file: Path) -> None:
        """Write *routine* to *file*.

        Raises:
            AdapterError: It cannot be written.
        """
        self._store.write_out(routine, file)

    def users(self, stretch: Stretch) -> list[Routine]:
        """Return the routines that *stretch* is in."""
        routines = self.kept.catalogue.routines.values()
        return [r for r in routines if any(s.stretch == stretch.id for s in r.steps)]

    def appointments(self, routine: Routine) -> list[str]:
        """Return the appointments that are with *routine*."""
        texts = self.settings.appointments
        return [text for text in texts if appointment.parse(text).routine == routine.id]

    def _renamed(self, before: Routine, routine: Routine) -> Routine:
        """Keep *routine* by the id that its new name asks for."""
        if before.id in self.ours or id_for(routine.name, _never) == before.id:
            new = routine
        else:
            new = replace(routine, id=self._store.free_id(routine.name))
        self._store.keep(new)
        if new.id != before.id:
            self._tell()  # both are there, while the appointments change over
            self._move_appointments(before.id, new.id)
            self._store.remove(before)
        self._tell()
        return new

    def _move_appointments(self, old: str, new: str) -> None:
        settings = self.settings
        texts = appointment.renamed(settings.appointments, old, new)
        if texts != settings.appointments:
            self._running.change_settings(replace(settings, appointments=texts))

    def _tell(self) -> None:
        self._take(self._store.load())

    def _take(self, kept: Kept) -> None:
        self.kept = kept
        self._running.change_catalogue(self.kept.catalogue)
        self.changed.emit(self.kept)


def _never(_id: str) -> bool:
    return False
