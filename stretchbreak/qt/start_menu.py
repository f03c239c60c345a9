"""The menu of breaks to begin: the suggested one, then every routine by name."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from stretchbreak.core.routine import Routine
from stretchbreak.core.view import View
from stretchbreak.qt import tray_wording, wording


def plain(text: str) -> str:
    """Return *text* for a menu, in which & would mark a key."""
    return text.replace("&", "&&")


class StartMenu(QMenu):
    """Offers sessions to begin.

    Signals:
        start_asked: A session now; carries the id of a routine, or None for
            the suggested one.
    """

    start_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Start a break", parent)
        self._suggested = self.addAction("Suggested break")
        self._suggested.triggered.connect(lambda: self.start_asked.emit(None))
        self.addSeparator()
        self._routines: tuple[Routine, ...] = ()
        self._length: timedelta | None = None

    def set_routines(self, routines: Sequence[Routine]) -> None:
        """Offer *routines*, in this order, by their names."""
        if tuple(routines) == self._routines:
            return
        self._routines = tuple(routines)
        for old in self.actions()[2:]:
            self.removeAction(old)
        for routine in routines:
            action = self.addAction(plain(routine.name))
            action.setToolTip(routine.about)
            action.triggered.connect(
                lambda _checked=False, wanted=routine.id: self.start_asked.emit(wanted)
            )

    def set_lengths(self, lengths: Mapping[str | None, timedelta]) -> None:
        """Say how long each routine takes, by its id; None is the suggested one."""
        self._length = lengths.get(None)
        for routine, action in zip(self._routines, self.actions()[2:], strict=True):
            action.setText(with_length(routine.name, lengths.get(routine.id)))

    def show_view(self, view: View) -> None:
        """Say what the suggestion is in *view*."""
        said = tray_wording.suggestion(view)
        known = view.prompt is not None
        self._suggested.setText(said if known else with_length(said, self._length))


def with_length(name: str, length: timedelta | None) -> str:
    """Return the *name* of a break with its *length*, where that is known."""
    said = plain(name)
    return said if length is None else f"{said} ({wording.short(length)})"
