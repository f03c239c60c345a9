"""The library: every stretch to look at and read about, and what else to know."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.core.library import Topic
from stretchbreak.core.routine import Stretch
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt import prose
from stretchbreak.qt.library_list import LibraryList
from stretchbreak.qt.stretch_page import StretchPage
from stretchbreak.qt.theme import SPACE
from stretchbreak.qt.topic_page import TopicPage
from stretchbreak.qt.window import Window

_WIDER = 1.3
"""Where pictures stand beside words, they take so much of a line."""
_SIZE = QSize(880, 720)


class LibraryWindow(Window):
    """A list on the left and the chosen page beside it. Closing only hides it.

    Signals:
        fine_said: A stretch that hurt shall be chosen again; carries its id.
        routines_asked: The routines shall be shown.
        form_asked: A stretch of the user's own shall be changed or, where it
            carries None, made; carries the `Stretch`.

    Args:
        stretches: All stretches, shelf by shelf.
        topics: The pages beside them.
        picture: Finds the picture of a stretch by its pose's id.
        own: The ids of the stretches that can be changed.
    """

    fine_said = Signal(str)
    routines_asked = Signal()
    form_asked = Signal(object)

    def __init__(
        self,
        stretches: Sequence[Stretch],
        topics: Sequence[Topic],
        picture: Callable[[str], PoseSequence | None],
        own: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__("Stretches", _SIZE)
        self._stretches = stretches
        self._topics = topics
        self._own = own
        self._picture = picture
        self._painful: frozenset[str] = frozenset()
        self._reduced = False
        self._shown: Stretch | None = None
        self._page: StretchPage | TopicPage | None = None
        self._area = _area()
        self._list = LibraryList(stretches, topics, picture)
        self._list.chosen.connect(self._open)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_side())
        layout.addWidget(self._area, stretch=1)
        self._list.choose()
        self._list.setFocus()

    def show_stretches(self, stretches: Sequence[Stretch], own: frozenset[str]) -> None:
        """Show *stretches* from now on; the page stays, if it is still there.

        Args:
            stretches: All stretches, shelf by shelf.
            own: The ids of those that can be changed.
        """
        self._stretches = stretches
        self._own = own
        before = self._list.chosen_page()
        self._list.show_pages(stretches, self._topics)
        after = self._list.chosen_page()
        if after is None:
            self._list.choose()
        elif after != before:
            self._open(after)

    def show_painful(self, painful: frozenset[str]) -> None:
        """Say of these stretches, by their ids, that they are not chosen."""
        self._painful = painful
        self._mark()

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Let pictures move, or stand still."""
        if reduced is not self._reduced:
            self._reduced = reduced
            self._calm()

    def _make_side(self) -> QWidget:
        side = QFrame()
        side.setObjectName("side")
        make = QPushButton("Add a stretch of your own")
        make.clicked.connect(lambda: self.form_asked.emit(None))
        routines = QPushButton("Routines")
        routines.clicked.connect(self.routines_asked)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._list, stretch=1)
        buttons = QVBoxLayout()
        buttons.setContentsMargins(SPACE, 0, SPACE, 0)
        buttons.setSpacing(SPACE)
        buttons.addWidget(make)
        buttons.addWidget(routines)
        layout.addLayout(buttons)
        return side

    def _open(self, what: Stretch | Topic) -> None:
        if isinstance(what, Stretch):
            self._shown = what
            own = what.id in self._own
            self._page = StretchPage(what, self._picture(what.pose), own=own)
            self._page.change_asked.connect(lambda: self.form_asked.emit(what))
            self._page.fine_said.connect(self.fine_said)
        else:
            self._shown = None
            self._page = TopicPage(what, self._stretches)
            self._page.stretch_asked.connect(self._list.choose)
        self._mark()
        self._calm()
        self._lay_out(self._page)

    def _lay_out(self, page: QWidget) -> None:
        """Show *page* from its top, in place of the one before."""
        room = QWidget()
        room.setObjectName("window")
        layout = QHBoxLayout(room)
        layout.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        layout.addWidget(_middle(page), alignment=Qt.AlignmentFlag.AlignTop)
        before = self._area.takeWidget()
        if before is not None:
            before.deleteLater()  # it may be one of its links that leads away
        self._area.setWidget(room)
        self._area.verticalScrollBar().setValue(0)

    def _mark(self) -> None:
        if isinstance(self._page, StretchPage) and self._shown is not None:
            self._page.set_painful(self._shown.id in self._painful)

    def _calm(self) -> None:
        if isinstance(self._page, StretchPage):
            self._page.set_motion_reduced(self._reduced)


def _middle(page: QWidget) -> QWidget:
    """Return the middle of the window, at whose left edge every page begins."""
    middle = QWidget()
    middle.setMaximumWidth(round(_WIDER * prose.line_width(middle)))
    layout = QHBoxLayout(middle)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(page, stretch=1)
    layout.addStretch()
    return middle


def _area() -> QScrollArea:
    area = QScrollArea()
    area.setObjectName("page")
    area.setAccessibleName("Page")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    return area
