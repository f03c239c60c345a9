"""A spin box for durations: "45 min", "1 h 30 min", "90 s".

It reads what people type in the notation of `stretchbreak.core.durations`;
a bare number is in the unit the box counts in.
"""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget

from stretchbreak.core import durations

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
_FEW = 10
"""From so many units on, a step is five units."""


def words(duration: timedelta) -> str:
    """Return *duration* exactly, to the second: "1 h 30 min", "90 s"."""
    seconds = round(duration / SECOND)
    if seconds < 120 and seconds % 60:  # noqa: PLR2004 - as people say it
        return f"{seconds} s"
    parts = ((seconds // 3600, "h"), (seconds // 60 % 60, "min"), (seconds % 60, "s"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 s"


class QuietSpinBox(QSpinBox):
    """A spin box that the wheel does not change by accident.

    The style sheet hides its arrows; Qt's own way to do so leaves no room for
    the text as soon as a style sheet sets a border.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)  # no value is reported half typed
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page around it."""
        event.ignore()


class DurationBox(QuietSpinBox):
    """Shows a duration and lets it be typed or stepped.

    It counts in whole seconds; `unit` is what steps and bare numbers mean.

    Signals:
        refused: What was typed is not used as it is; carries why, or nothing
            where it is, or is being typed.
    """

    refused = Signal(str)

    def __init__(
        self,
        low: timedelta,
        high: timedelta,
        unit: timedelta,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._unit = unit
        self._finest = unit if not low % unit else SECOND
        self.setRange(low // SECOND, high // SECOND)
        self._typed = ""
        self.lineEdit().textEdited.connect(self._note)
        self.editingFinished.connect(self._judge)

    @property
    def duration(self) -> timedelta:
        """The duration shown."""
        return self.value() * SECOND

    def stepBy(self, steps: int) -> None:
        """Step by a unit, or by five on the far side of ten."""
        for _step in range(abs(steps)):
            self.setValue(self._next(up=steps > 0) // SECOND)

    def textFromValue(self, value: int) -> str:
        """Return *value* seconds in words."""
        return words(value * SECOND)

    def valueFromText(self, text: str) -> int:
        """Return *text* in seconds; what cannot be read changes nothing."""
        try:
            duration = self._read(text)
        except ValueError:
            return self.value()
        seconds = round(duration / self._finest) * self._finest // SECOND
        return min(max(seconds, self.minimum()), self.maximum())

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let anything be typed; the value is read when typing is over."""
        return QValidator.State.Acceptable, text, position

    def _note(self, text: str) -> None:
        self._typed = text
        self.refused.emit("")

    def _judge(self) -> None:
        """Say what was wrong with what was typed, now that typing is over."""
        typed, self._typed = self._typed, ""
        if typed:
            self.refused.emit(self._fault(typed))

    def _fault(self, typed: str) -> str:
        try:
            seconds = self._read(typed) // SECOND
        except ValueError:
            return f"{typed!r} is no length of time, such as 45 min or 1 h 30 min."
        if seconds < self.minimum():
            return f"It is at least {words(self.minimum() * SECOND)}."
        if seconds > self.maximum():
            return f"It is at most {words(self.maximum() * SECOND)}."
        return ""

    def _next(self, *, up: bool) -> timedelta:
        few = _FEW * self._unit
        coarse = self.duration >= few if up else self.duration > few
        step = 5 * self._unit if coarse else self._unit
        return (
            self.duration // step + 1 if up else -(-self.duration // step) - 1
        ) * step

    def _read(self, text: str) -> timedelta:
        plain = text.lower().replace("min", "m").replace(" ", "")
        if plain.isdecimal() and self._unit == SECOND:
            plain += "s"
        return durations.parse(plain)
