"""A window with the preview of a day, opened from home."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from stretchbreak.core.day import Lived
from stretchbreak.core.settings import Settings
from stretchbreak.qt import prose
from stretchbreak.qt.day_preview import DayPreview
from stretchbreak.qt.page_area import PageArea
from stretchbreak.qt.theme import SPACE
from stretchbreak.qt.window import Window

_SIZE = QSize(600, 380)


class DayWindow(Window):
    """Shows what a day would look like with the settings in force.

    Args:
        typical_day: Lives through such a day with the settings given.
        names: The names of the routines, by their ids.

    Signals:
        settings_asked: Show the settings, to change the day.
    """

    settings_asked = Signal()

    def __init__(
        self, typical_day: Callable[[Settings], Lived], names: Mapping[str, str]
    ) -> None:
        super().__init__("Stretchbreak: a day", _SIZE)
        self._preview = DayPreview(typical_day, names)
        change = QPushButton("Change the settings")
        change.clicked.connect(self.settings_asked)
        page = QWidget()
        page.setObjectName("window")
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(prose.label("What a day would look like", "heading"))
        column.addWidget(self._preview)
        column.addStretch()
        column.addWidget(change, alignment=Qt.AlignmentFlag.AlignTrailing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(PageArea(page))

    def show_settings(self, settings: Settings) -> None:
        """Show the day with *settings*."""
        self._preview.show_settings(settings)
