"""The menu of pauses: how long reminders stay away."""

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from stretchbreak.core.pause import DAY_BEGINS, For, PauseEnd, Until, UntilResumed

CHOICES: tuple[tuple[str, PauseEnd], ...] = (
    ("30 minutes", For(timedelta(minutes=30))),
    ("1 hour", For(timedelta(hours=1))),
    ("2 hours", For(timedelta(hours=2))),
    ("Until tomorrow", Until(DAY_BEGINS)),
    ("Until I resume", UntilResumed()),
)


class PauseMenu(QMenu):
    """Offers pauses.

    Signals:
        pause_asked: No reminders until then; carries a `PauseEnd`.
    """

    pause_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Pause reminders", parent)
        for text, end in CHOICES:
            action = self.addAction(text)
            action.triggered.connect(
                lambda _checked=False, wanted=end: self.pause_asked.emit(wanted)
            )
