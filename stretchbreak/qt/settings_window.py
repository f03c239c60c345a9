"""The settings window, read off `stretchbreak.core.settings`.

It knows no setting by name: a new one appears here by itself. A change applies
at once; there is nothing to confirm. Every setting is there once; a page, and
a search, shows some of them.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)

from stretchbreak.core.routine import Routine, Source
from stretchbreak.core.setting_spec import Group, Level
from stretchbreak.core.settings import Settings
from stretchbreak.qt.about_card import AboutCard
from stretchbreak.qt.appointments_editor import AppointmentsEditor
from stretchbreak.qt.data_card import DataCard
from stretchbreak.qt.day_preview import DayPreview
from stretchbreak.qt.login_switch import LoginSwitch
from stretchbreak.qt.page_area import PageArea
from stretchbreak.qt.prompt_test import PromptTest
from stretchbreak.qt.settings_footer import SettingsFooter
from stretchbreak.qt.settings_group import SettingsGroup
from stretchbreak.qt.settings_pages import SettingsPages
from stretchbreak.qt.settings_sheet import SettingsSheet
from stretchbreak.qt.sound_test import SoundTest
from stretchbreak.qt.tray_wording import NO_IDLE_SOURCE
from stretchbreak.qt.window import Window
from stretchbreak.runtime.ports.desktop import Autostart
from stretchbreak.runtime.ports.disk import Records

_AS_NEEDED = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
_SIZE = QSize(880, 720)
_NO_SETTINGS = {Group.DATA, Group.ABOUT}
_NO_SOURCE = "Only a locked or sleeping computer tells Stretchbreak that you are away."


class SettingsWindow(Window):
    """Shows every setting and reports changes. Closing it only hides it.

    Args:
        autostart: The desktop's way to start with the login.
        records: What is kept of the user's doings.
        sources: Where what the program says comes from.
        day: Shows what a day would look like with the settings.

    Signals:
        settings_changed: The user changed something; carries all settings.
        voice_asked: The voice shall be heard.
        chime_asked: The chime shall be heard.
        prompt_asked: A reminder shall be shown for trial.
        erase_asked: All records shall be deleted.
        safety_asked: The safety page shall be shown.
        introduction_asked: The introduction shall be shown again.
        routines_asked: The routines shall be shown, to change them.
    """

    settings_changed = Signal(object)
    voice_asked = Signal()
    chime_asked = Signal()
    prompt_asked = Signal()
    erase_asked = Signal()
    safety_asked = Signal()
    introduction_asked = Signal()
    routines_asked = Signal()

    def __init__(
        self,
        autostart: Autostart,
        records: Records,
        sources: Sequence[Source],
        day: DayPreview,
    ) -> None:
        super().__init__("Stretchbreak settings", _SIZE)
        self._settings: Settings | None = None
        self._before: Settings | None = None
        self._groups = {group: SettingsGroup(group) for group in Group}
        self._sound = SoundTest()
        self._sound.voice_asked.connect(self.voice_asked)
        self._sound.chime_asked.connect(self.chime_asked)
        self._file, self._source = _line(), _line()
        self._prompt = PromptTest()
        self._prompt.prompt_asked.connect(self.prompt_asked)
        self._data = DataCard(records)
        self._data.erase_asked.connect(self.erase_asked)
        self._day = day
        self._add_more(LoginSwitch(autostart), AboutCard(sources))
        self._pages = SettingsPages()
        self._sheet = SettingsSheet(self._groups)
        self._area = PageArea(self._sheet)
        self._area.keep_width()
        self._footer = SettingsFooter()
        self._footer.reset_asked.connect(self._reset)
        self._footer.undo_asked.connect(self._take_back)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._area, stretch=1)
        right.addWidget(self._footer)
        layout.addLayout(right, stretch=1)
        for group in self._groups.values():
            group.changed.connect(self._change)
        self._pages.chosen.connect(self._open)
        self._pages.searched.connect(self._find)
        self._pages.choose()
        self._pages.take_keyboard()
        QShortcut(QKeySequence.StandardKey.Find, self, self._pages.search)

    def leave(self) -> None:
        """Leave the search, or else the window."""
        if not self._pages.end_search():
            self.close()

    def show_settings(self, settings: Settings) -> None:
        """Show *settings*. Repeating a call changes nothing."""
        before, self._settings = self._settings, settings
        if settings != before:
            self._footer.clear()
            for group in self._groups.values():
                group.show_settings(settings, before)
            self._day.show_settings(settings)

    def set_routines(self, routines: Sequence[Routine]) -> None:
        """Let appointments be of *routines*."""
        for editor in self.findChildren(AppointmentsEditor):
            editor.set_routines(routines)

    def set_file(self, path: str) -> None:
        """Say in which file the settings are kept."""
        self._file.setText(f"Settings are kept in {path}")

    def set_idle_source(self, name: str) -> None:
        """Say by what the user's presence is noticed."""
        seen = f"Stretchbreak sees pauses of keyboard and mouse through: {name}"
        self._source.setText(_NO_SOURCE if name == NO_IDLE_SOURCE else seen)

    def tell(self, line: str) -> None:
        """Say *line*, which is about something that went wrong."""
        self._footer.say(line)

    def say_erased(self, refused: str | None) -> None:
        """Say that the history is deleted, or why it is not."""
        self._data.say_erased(refused)

    def show_answer(self, line: str) -> None:
        """Say *line*, which is what the answer to a reminder would do."""
        self._prompt.show_answer(line)

    def show_unheard(self, line: str) -> None:
        """Say *line*, which is why something cannot be heard; empty says nothing."""
        self._sound.show_unheard(line)

    def _add_more(self, login: LoginSwitch, about: AboutCard) -> None:
        """Add what is no setting to the groups."""
        about.safety_asked.connect(self.safety_asked)
        about.introduction_asked.connect(self.introduction_asked)
        reminders, sound = self._groups[Group.REMINDERS], self._groups[Group.SOUND]
        data = self._groups[Group.DATA]
        for_login = "start login autostart boot"
        reminders.add(login, for_login, level=Level.BASIC, part="Always there")
        reminders.add(
            self._prompt, "show try test preview reminder prompt now", part="Try it"
        )
        reminders.add(
            self._day, "preview times of reminders", part="What a day would look like"
        )
        routines = QPushButton("Change routines")
        routines.setSizePolicy(_AS_NEEDED)
        routines.clicked.connect(self.routines_asked)
        for_own = "routines own make import export"
        self._groups[Group.ROUTINE].add(routines, for_own, part="Of your own")
        self._groups[Group.SITTING].add(self._source, "presence idle away noticed")
        sound.add(self._sound, "hear try test preview voice chime sound")
        data.add(self._data, "history records folder export save erase delete privacy")
        data.add(self._file, "settings file folder kept")
        self._groups[Group.ABOUT].add(
            about, "version licence license sources safety introduction tour help"
        )

    def _open(self, page: Group | None) -> None:
        self._sheet.show_page(page)
        self._footer.offer_all(page not in _NO_SETTINGS)
        self._area.verticalScrollBar().setValue(0)

    def _find(self, text: str) -> None:
        self._sheet.search(text)
        self._footer.offer_all(True)  # noqa: FBT003 - a setter
        self._area.verticalScrollBar().setValue(0)

    def _change(self, name: str, value: Any) -> None:
        """Take in what an editor shows already, and report it."""
        self._footer.clear()
        self._settings = replace(self._settings or Settings(), **{name: value})
        for group in self._groups.values():
            group.enable(self._settings)
        self._day.show_settings(self._settings)
        self.settings_changed.emit(self._settings)

    def _reset(self) -> None:
        before = self._settings
        self.show_settings(Settings())
        self._before = before
        self._footer.offer_undo()
        self.settings_changed.emit(Settings())

    def _take_back(self) -> None:
        if self._before is not None:
            self.show_settings(self._before)
            self.settings_changed.emit(self._before)


def _line() -> QLabel:
    line = QLabel()
    line.setObjectName("quiet")
    line.setWordWrap(True)
    line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return line
