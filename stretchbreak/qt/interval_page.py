"""The introduction asks after how much sitting to offer a break."""

from datetime import timedelta

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton

from stretchbreak.core.settings import DEFAULTS, SPECS, Settings
from stretchbreak.qt import wording
from stretchbreak.qt.day_picture import DayPicture
from stretchbreak.qt.intro_page import IntroPage
from stretchbreak.qt.joined import Joined
from stretchbreak.qt.spin_editors import DurationEditor
from stretchbreak.qt.tab_order import stop_at_the_chosen
from stretchbreak.qt.theme import SPACE

PRESETS = tuple(timedelta(minutes=minutes) for minutes in (30, 45, 60, 90))
_WIDTH = 400


class IntervalPage(IntroPage):
    """Offers a few usual intervals, and any other to the minute."""

    def __init__(self) -> None:
        super().__init__(
            "When do you want a break?",
            "You are offered one after so much sitting. Being away from the desk "
            "counts as one too.",
        )
        self._presets = QButtonGroup(self)
        self._exactly = DurationEditor(
            SPECS["sitting_limit"], DEFAULTS["sitting_limit"]
        )
        self._exactly.changed.connect(self._choose)
        self._day = DayPicture()
        middle = Qt.AlignmentFlag.AlignHCenter
        self.column.addStretch(1)
        self.column.addWidget(self._day, alignment=middle)
        self.column.addStretch(1)
        self.column.addWidget(self._make_presets(), alignment=middle)
        self.column.addLayout(self._make_exact())
        self.column.addStretch(1)

    def show_settings(self, settings: Settings) -> None:
        """Show which interval is chosen."""
        self._exactly.set_value(settings.sitting_limit)
        self._tell(settings.sitting_limit)

    def _choose(self, limit: timedelta) -> None:
        self._exactly.set_value(limit)
        self._tell(limit)
        self.changed.emit("sitting_limit", limit)

    def _choose_preset(self, index: int, chosen: bool) -> None:  # noqa: FBT001 - a slot
        if chosen:
            self._choose(PRESETS[index])

    def _tell(self, limit: timedelta) -> None:
        self._presets.setExclusive(False)
        with QSignalBlocker(self._presets):
            for button, preset in zip(self._presets.buttons(), PRESETS, strict=True):
                button.setChecked(preset == limit)
        self._presets.setExclusive(True)
        self._day.show_limit(limit)

    def _make_presets(self) -> Joined:
        presets = Joined()
        for preset in PRESETS:
            button = QPushButton(wording.short(preset))
            button.setAccessibleName(wording.spoken(preset))
            button.setCheckable(True)
            button.setMinimumWidth(_WIDTH // len(PRESETS))
            self._presets.addButton(button, len(self._presets.buttons()))
            presets.add(button)
        stop_at_the_chosen(self._presets)
        self._presets.idToggled.connect(self._choose_preset)
        return presets

    def _make_exact(self) -> QHBoxLayout:
        words = QLabel("Or exactly")
        words.setObjectName("quiet")
        words.setBuddy(self._exactly)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addStretch()
        row.addWidget(words)
        row.addWidget(self._exactly)
        row.addStretch()
        return row
