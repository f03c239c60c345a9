"""All there is to know about one stretch."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from stretchbreak.core.library import shelf
from stretchbreak.core.routine import Stretch
from stretchbreak.figure.body_map import MUSCLES
from stretchbreak.figure.pose import PoseSequence
from stretchbreak.qt import prose
from stretchbreak.qt.figure_view import FigureView
from stretchbreak.qt.moving_picture import MovingPicture
from stretchbreak.qt.muscle_map import MuscleMap
from stretchbreak.qt.painful_line import PainfulLine
from stretchbreak.qt.step_list import StepList
from stretchbreak.qt.theme import SPACE

_HEIGHT = 270
"""Of a picture of the user's own; as high as a moving one."""


class StretchPage(QWidget):
    """A stretch's picture, its steps, and what its source says of it.

    Signals:
        fine_said: A stretch that hurt shall be chosen again; carries its id.
        change_asked: The stretch, which is the user's own, shall be changed.
    """

    fine_said = Signal(str)
    change_asked = Signal()

    def __init__(
        self, stretch: Stretch, sequence: PoseSequence | None, *, own: bool = False
    ) -> None:
        super().__init__()
        self._stretch = stretch
        self._picture: MovingPicture | None = None
        layout = prose.column(self)
        layout.addWidget(prose.label(stretch.name, "title"))
        layout.addWidget(prose.label(_where(stretch), "quiet"))
        if own:
            change = QPushButton("Change this stretch")
            change.clicked.connect(self.change_asked)
            layout.addWidget(change, alignment=Qt.AlignmentFlag.AlignLeft)
        self._painful = PainfulLine()
        self._painful.fine_said.connect(lambda: self.fine_said.emit(stretch.id))
        self._painful.hide()
        layout.addWidget(self._painful)
        self._steps = StepList(stretch, sequence)
        if sequence is not None:
            self._picture = MovingPicture(stretch.name, sequence, sided=stretch.sided)
            self._picture.side_chosen.connect(self._steps.show_side)
            layout.addWidget(self._picture)
        elif stretch.image:
            layout.addWidget(_own_picture(stretch))
        prose.heading(layout, "How to do it")
        layout.addWidget(self._steps)
        self._add_words(layout)
        layout.addSpacing(SPACE)

    def set_painful(self, painful: bool) -> None:  # noqa: FBT001 - a setter
        """Say that it is marked as painful, or no longer."""
        self._painful.setVisible(painful)

    def set_motion_reduced(self, reduced: bool) -> None:  # noqa: FBT001 - a setter
        """Let the picture move, or stand still."""
        if self._picture is not None:
            self._picture.set_motion_reduced(reduced)

    def _add_words(self, layout: QVBoxLayout) -> None:
        stretch = self._stretch
        for heading, points in (
            ("What it does", stretch.benefits),
            ("Common mistakes", stretch.mistakes),
            ("Ask a professional first if", stretch.cautions),
        ):
            if points:
                prose.heading(layout, heading)
                prose.points(layout, points)
        if stretch.easier:
            prose.heading(layout, "An easier way")
            prose.paragraphs(layout, [stretch.easier])
        if stretch.targets:
            prose.heading(layout, "Muscles it is for")
            prose.paragraphs(layout, [", ".join(stretch.targets).capitalize()])
            if not MUSCLES.keys().isdisjoint(stretch.targets):
                layout.addWidget(MuscleMap(stretch.targets))
        prose.sources(layout, stretch.sources)


def _own_picture(stretch: Stretch) -> FigureView:
    picture = FigureView()
    picture.setFixedHeight(_HEIGHT)
    picture.setAccessibleName(f"Your picture: {stretch.name}")
    picture.show_image(stretch.image)
    return picture


def _where(stretch: Stretch) -> str:
    sides = "left, then right" if stretch.sided else ""
    return ", ".join(filter(None, (shelf(stretch).value, sides)))
