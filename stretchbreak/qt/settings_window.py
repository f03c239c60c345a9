"""The settings window, read off `stretchbreak.core.settings`.

It knows no setting by name: a new one appears here by itself. A change applies
at once; there is nothing to confirm.
"""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.core.settings import Group, Settings
from stretchbreak.qt.enter_key import pressed_by_enter
from stretchbreak.qt.settings_group import SettingsGroup
from stretchbreak.qt.sound_test import SoundTest
from stretchbreak.qt.theme import SPACE
from stretchbreak.qt.tray_wording import NO_IDLE_SOURCE

_NOTHING = "nothing but lock and sleep"


class SettingsWindow(QWidget):
    """Shows every setting and reports changes. Closing it only hides it.

    Signals:
        settings_changed: The user changed something; carries all settings.
        voice_asked: The voice shall be heard.
        chime_asked: The chime shall be heard.
    """

    settings_changed = Signal(object)
    voice_asked = Signal()
    chime_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self._path = self._idle_source = ""
        self._groups: list[SettingsGroup] = []
        self._sound = SoundTest()
        self._sound.voice_asked.connect(self.voice_asked)
        self._sound.chime_asked.connect(self.chime_asked)
        self.setObjectName("window")
        self.setWindowTitle("Stretchbreak settings")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.resize(600, 680)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_pages(), stretch=1)
        layout.addLayout(self._make_footer())
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)

    def show_settings(self, settings: Settings) -> None:
        """Show *settings*. Repeating a call changes nothing."""
        self._settings = settings
        for group in self._groups:
            group.show_settings(settings)

    def show_unheard(self, line: str) -> None:
        """Say *line*, which is why something cannot be heard; empty says nothing."""
        self._sound.show_unheard(line)

    def set_file(self, path: str) -> None:
        """Say in which file the settings are kept."""
        self._path = path
        self._say_how()

    def set_idle_source(self, name: str) -> None:
        """Say by what the user's presence is noticed."""
        self._idle_source = name
        self._say_how()

    def _make_pages(self) -> QScrollArea:
        page = QWidget()
        page.setObjectName("window")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        for group in Group:
            heading = QLabel(group.value)
            heading.setObjectName("heading")
            card = SettingsGroup(group)
            card.changed.connect(self._change)
            if group is Group.SOUND:
                card.add_below(self._sound)
            self._groups.append(card)
            layout.addWidget(heading)
            layout.addWidget(card)
            layout.addSpacing(SPACE)
        layout.addStretch()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(page)
        return area

    def _make_footer(self) -> QHBoxLayout:
        self._file = QLabel()
        self._file.setObjectName("quiet")
        self._file.setWordWrap(True)
        self._file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        defaults = QPushButton("Back to defaults")
        defaults.clicked.connect(self._reset)
        footer = QHBoxLayout()
        footer.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        footer.setSpacing(2 * SPACE)
        footer.addWidget(self._file, stretch=1)
        footer.addWidget(defaults)
        return footer

    def _say_how(self) -> None:
        by = _NOTHING if self._idle_source == NO_IDLE_SOURCE else self._idle_source
        noticed = f"Presence is noticed by: {by}"
        lines = [f"Kept in {self._path}"] + [noticed] * bool(self._idle_source)
        self._file.setText("\n".join(lines))

    def _change(self, name: str, value: Any) -> None:
        self._settings = replace(self._settings, **{name: value})
        self.settings_changed.emit(self._settings)

    def _reset(self) -> None:
        self.show_settings(Settings())
        self.settings_changed.emit(self._settings)
