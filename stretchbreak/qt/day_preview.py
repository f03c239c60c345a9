"""What a working day would look like with some settings."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stretchbreak.core.day import Did, Lived
from stretchbreak.core.settings import Settings
from stretchbreak.qt.button_rows import keep_two_lines, words
from stretchbreak.qt.day_legend import DayLegend
from stretchbreak.qt.day_line import DayLine
from stretchbreak.qt.theme import SPACE

_ABOUT = (
    "A working day with these settings, for somebody who is at the desk all the "
    "time, has lunch, and takes each break that is offered."
)
_MOST = 12
"""So many times of reminders are told one by one."""


class DayPreview(QWidget):
    """Shows the day, by the real rules. While hidden it reckons nothing.

    Args:
        typical_day: Lives through such a day with the settings given.
        names: The names of the routines, by their ids.
    """

    def __init__(
        self,
        typical_day: Callable[[Settings], Lived],
        names: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._typical_day = typical_day
        self._names = names
        self._settings: Settings | None = None
        self._shown: Settings | None = None
        self._line = DayLine("A working day")
        self._legend = DayLegend()
        self._times, self._words = words(""), words("")
        about = words("quiet")
        about.setText(_ABOUT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        for each in (about, self._line, self._legend, self._times, self._words):
            layout.addWidget(each)
        keep_two_lines(self._words)
        self._line.pointed_at.connect(self._words.setText)

    def show_settings(self, settings: Settings) -> None:
        """Show the day with *settings*; while hidden, only once it is shown."""
        self._settings = settings
        if self.isVisible():
            self._reckon()

    def showEvent(self, event: QShowEvent) -> None:
        """Reckon what was put off."""
        super().showEvent(event)
        self._reckon()

    def _reckon(self) -> None:
        if self._settings is None or self._settings == self._shown:
            return
        self._shown = self._settings
        lived = self._typical_day(self._settings)
        self._line.show_day(lived, self._names, now=False)
        self._legend.show_kinds(self._line.kinds)
        self._times.setText(_times(lived))


def _times(lived: Lived) -> str:
    """Return when reminders would come, in words."""
    shown = [mark.at for mark in lived.marks if mark.did is Did.SHOWN]
    if not shown:
        return "No reminder would come."
    clock = [f"{lived.at.later(at).local:%H:%M}" for at in shown]
    if len(clock) > _MOST:
        return f"Reminders: {len(clock)} times, from {clock[0]} to {clock[-1]}"
    return f"Reminders at {', '.join(clock)}"
