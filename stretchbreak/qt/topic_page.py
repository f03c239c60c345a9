"""A page of the library that is not about one stretch."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchbreak.core.library import Part, Topic, reaching
from stretchbreak.core.routine import Stretch
from stretchbreak.qt import prose
from stretchbreak.qt.theme import SPACE


class TopicPage(QWidget):
    """A topic, well set, with links to the stretches for the muscles it names.

    Signals:
        stretch_asked: A stretch shall be shown; carries its id.
    """

    stretch_asked = Signal(str)

    def __init__(self, topic: Topic, stretches: Sequence[Stretch]) -> None:
        super().__init__()
        self.setMaximumWidth(prose.line_width(self))
        layout = prose.column(self)
        layout.addWidget(prose.label(topic.title, "title"))
        layout.addWidget(prose.label(topic.about, "quiet"))
        for part in topic.parts:
            self._add(layout, part, stretches)
        prose.sources(layout, topic.sources)
        layout.addSpacing(SPACE)

    def _add(
        self, layout: QVBoxLayout, part: Part, stretches: Sequence[Stretch]
    ) -> None:
        if part.heading:
            prose.heading(layout, part.heading)
        else:
            layout.addSpacing(SPACE)
        prose.paragraphs(layout, part.text)
        if part.points:
            prose.points(layout, part.points)
        fitting = reaching(part.muscle, stretches) if part.muscle else []
        if fitting:
            links = ", ".join(prose.link(each.id, each.name) for each in fitting)
            line = prose.Linked(f"Stretches for it: {links}")
            line.setObjectName("quiet")
            line.linkActivated.connect(self.stretch_asked)
            layout.addWidget(line)
