"""All that belongs to one group of settings, on a card under its heading."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from stretchbreak.core.setting_spec import Group, Level
from stretchbreak.core.settings import SPECS, Settings
from stretchbreak.qt.setting_row import SettingRow
from stretchbreak.qt.theme import SPACE


@dataclass(frozen=True, slots=True)
class Entry:
    """Something on the card that a page or a search may show.

    Attributes:
        words: What a search may find it by.
        part: The heading it stands under; empty for none.
    """

    widget: QWidget
    group: Group
    level: Level
    words: str
    part: str = ""


Wanted = Callable[[Entry], bool]
"""Says what shall be shown."""


class SettingsGroup(QWidget):
    """Shows the settings of one group, or those of them that are wanted.

    Signals:
        changed: The user set something; carries its name and its value.
    """

    changed = Signal(str, object)

    def __init__(self, group: Group) -> None:
        super().__init__()
        self._group = group
        self._rows: dict[str, SettingRow] = {}
        self._entries: list[Entry] = []
        self._parts: dict[str, QLabel] = {}
        self._heading = QLabel(group.value)
        self._heading.setObjectName("heading")
        card = QFrame()
        card.setObjectName("card")
        self._card = QVBoxLayout(card)
        self._card.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        self._card.setSpacing(2 * SPACE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 2 * SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._heading)
        layout.addWidget(card)
        for name, spec in SPECS.items():
            if spec.group is group:
                self._add_row(name)

    def add(
        self,
        widget: QWidget,
        words: str,
        *,
        level: Level = Level.ADVANCED,
        part: str = "",
    ) -> None:
        """Show *widget* below the settings, under the heading *part*.

        A search finds it by *words*.
        """
        self._put(Entry(widget, self._group, level, f"{words} {part}", part))

    def show_settings(self, settings: Settings, before: Settings | None) -> None:
        """Show what differs between *before* and *settings*, without reporting it.

        What does not differ stays as it is, half typed or not.
        """
        for name, row in self._rows.items():
            value = getattr(settings, name)
            if before is None or value != getattr(before, name):
                row.show_value(value)
        self.enable(settings)

    def enable(self, settings: Settings) -> None:
        """Let only that be changed which means something with *settings*."""
        for name, row in self._rows.items():
            needs = SPECS[name].needs
            row.set_possible(not needs or getattr(settings, needs))

    def show_wanted(self, wanted: Wanted, *, headed: bool, parts: bool) -> bool:
        """Show what is *wanted*, and return whether that is anything.

        Args:
            wanted: Says it.
            headed: Whether the group's name stands above the card.
            parts: Whether the headings within the card are shown.
        """
        shown = [each for each in self._entries if wanted(each)]
        for each in self._entries:
            each.widget.setVisible(each in shown)
        self._heading.setVisible(headed)
        for part, label in self._parts.items():
            label.setVisible(parts and any(each.part == part for each in shown))
        self.setVisible(bool(shown))
        return bool(shown)

    def _add_row(self, name: str) -> None:
        spec, row = SPECS[name], SettingRow(name)
        row.changed.connect(self.changed)
        self._rows[name] = row
        self._put(Entry(row, spec.group, spec.level, row.words(), spec.part))

    def _put(self, entry: Entry) -> None:
        if entry.part and entry.part not in self._parts:
            label = QLabel(entry.part)
            label.setObjectName("part")
            label.setContentsMargins(0, SPACE if self._entries else 0, 0, 0)
            self._parts[entry.part] = label
            self._card.addWidget(label)
        self._entries.append(entry)
        self._card.addWidget(entry.widget)
