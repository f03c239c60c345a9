"""Does things at their moments; the child's one owner of a timer.

Its moments are those of the machine's steady clock, which the program reads
too. After a sleep of the computer that nobody told of, the timer fires late;
then whoever is called is told by how much.
"""

import math
from collections.abc import Callable, Iterable
from datetime import timedelta

from PySide6.QtCore import QObject, Qt, QTimer

from stretchbreak.runtime.system_clock import steady

Deed = Callable[[timedelta], None]
"""What is done; it is told how late it is."""

_MILLISECOND = timedelta(milliseconds=1)


class Schedule(QObject):
    """A list of deeds, each with its moment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._list: list[tuple[timedelta, Deed]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)

    def put(self, deeds: Iterable[tuple[timedelta, Deed]]) -> None:
        """Do *deeds* instead of whatever was on the list."""
        self._list = sorted(deeds, key=lambda each: each[0])
        self._look()

    def add(self, at: timedelta, deed: Deed) -> None:
        """Do *deed* as well."""
        self.put([*self._list, (at, deed)])

    def __len__(self) -> int:
        """Return how much is left to do."""
        return len(self._list)

    def _look(self) -> None:
        while self._list and self._list[0][0] <= steady():
            at, deed = self._list.pop(0)
            deed(steady() - at)
        self._timer.stop()
        if self._list:
            wait = max(self._list[0][0] - steady(), timedelta())
            self._timer.start(math.ceil(wait / _MILLISECOND))
