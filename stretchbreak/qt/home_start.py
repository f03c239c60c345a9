"""Breaks to begin at once, each with how long it takes."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from stretchbreak.core.routine import Routine
from stretchbreak.core.view import View
from stretchbreak.qt.start_menu import StartMenu, with_length
from stretchbreak.qt.theme import SPACE
from stretchbreak.qt.wishes import Wishes

_SUGGESTED = "The break that fits now: stretches, or a walk after the day's stretches"
_AT_HAND = ("full", "desk", "walk", "stand")
"""The routines with a button of their own; the menu has all of them."""
_COLUMNS = 2


class HomeStart(QWidget):
    """The suggested break, those at hand, and the menu of all."""

    def __init__(self, wishes: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self._lengths: Mapping[str | None, timedelta] = {}
        self._in_session = False
        self._start = QPushButton()
        self._start.setObjectName("primary")
        self._start.clicked.connect(lambda: wishes.start_asked.emit(None))
        self._menu = StartMenu(self)
        self._menu.start_asked.connect(wishes.start_asked)
        self._choose = QPushButton("Other breaks")
        self._choose.setAccessibleDescription("All routines, by name")
        self._choose.setMenu(self._menu)
        self._names: dict[QPushButton, tuple[str, str]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE)
        for column, each in enumerate((self._start, self._choose)):
            each.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._grid.addWidget(each, 0, column)
            self._grid.setColumnStretch(column, 1)
        self._say()

    def set_routines(self, routines: Sequence[Routine]) -> None:
        """Offer *routines* by name."""
        self._menu.set_routines(routines)
        for old in self._names:
            old.hide()
            old.deleteLater()
        by_id = {routine.id: routine for routine in routines}
        at_hand = [by_id[each] for each in _AT_HAND if each in by_id]
        self._names = {self._made(r): (r.id, r.name) for r in at_hand}
        before: QWidget = self._choose
        for index, each in enumerate(self._names):
            self._grid.addWidget(each, 1 + index // _COLUMNS, index % _COLUMNS)
            QWidget.setTabOrder(before, each)
            before = each
        self._say()

    def set_lengths(self, lengths: Mapping[str | None, timedelta]) -> None:
        """Say how long each routine takes, by its id; None is the suggested one."""
        self._lengths = lengths
        self._menu.set_lengths(lengths)
        self._say()

    def show_view(self, view: View) -> None:
        """Offer what *view* lets begin."""
        self._in_session = view.session is not None
        self._choose.setVisible(not self._in_session)
        self._grid.setColumnStretch(1, 0 if self._in_session else 1)
        for each in self._names:
            each.setVisible(not self._in_session)
        self._menu.show_view(view)
        self._say()

    def _made(self, routine: Routine) -> QPushButton:
        made = QPushButton(self)
        made.setToolTip(routine.about)
        made.setAccessibleDescription(routine.about)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.clicked.connect(
            lambda _checked=False, wanted=routine.id: self._wishes.start_asked.emit(
                wanted
            )
        )
        return made

    def _say(self) -> None:
        start = with_length("Start a break", self._lengths.get(None))
        self._start.setText("Show the session" if self._in_session else start)
        for say in (self._start.setToolTip, self._start.setAccessibleDescription):
            say("" if self._in_session else _SUGGESTED)
        for each, (identity, name) in self._names.items():
            each.setText(with_length(name, self._lengths.get(identity)))
