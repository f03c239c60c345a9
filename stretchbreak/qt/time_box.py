"""A box for a time of day: "09:00". It counts in minutes since midnight."""

import re
from datetime import timedelta

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QWidget

from stretchbreak.core import clock_time
from stretchbreak.qt.duration_box import MINUTE, QuietSpinBox
from stretchbreak.qt.theme import SPACE

_DAY = 24 * 60
_STEP = 15
_WRITTEN = re.compile(r"(\d{1,2}?)\D*(\d{2})?", re.ASCII)
"""`9`, `9:30`, `09.30`, `0930`; the minutes may be left out."""


class TimeBox(QuietSpinBox):
    """Shows a time of day and lets it be typed or stepped.

    Args:
        name: What it is read out as.
        ends: Whether it is when something ends: midnight is then 24:00.
    """

    def __init__(
        self, name: str, *, ends: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        first = 1 if ends else 0
        self.setRange(first, first + _DAY - 1)
        self.setWrapping(True)
        self.setObjectName("time")
        self.setAccessibleName(name)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("00:00") + 5 * SPACE)

    @property
    def time(self) -> timedelta:
        """The time of day shown, since midnight."""
        return self.value() * MINUTE

    def show_time(self, time: timedelta) -> None:
        """Show *time*, without reporting it."""
        blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.setValue(self._within(time // MINUTE))
        self.blockSignals(blocked)

    def stepBy(self, steps: int) -> None:
        """Step by a quarter of an hour, to the next full one."""
        quarters = self.value() / _STEP
        whole = quarters // 1 if steps > 0 else -(-quarters // 1)
        self.setValue(self._within(int(whole + steps) * _STEP))

    def textFromValue(self, value: int) -> str:
        """Return *value* minutes as a time of day."""
        return clock_time.text(value * MINUTE)

    def valueFromText(self, text: str) -> int:
        """Return *text* in minutes; what cannot be read changes nothing."""
        match = _WRITTEN.fullmatch(text.strip())
        if match is None:
            return self.value()
        try:
            time = clock_time.parse(f"{match[1]}:{match[2] or '00'}")
        except ValueError:
            return self.value()
        return self._within(time // MINUTE)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let anything be typed; the value is read when typing is over."""
        return QValidator.State.Acceptable, text, position

    def _within(self, minutes: int) -> int:
        """Return the same time of day within the range."""
        first = self.minimum()
        return (minutes - first) % _DAY + first
