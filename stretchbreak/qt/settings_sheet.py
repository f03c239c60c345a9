"""All settings below one another, of which a page or a search shows some."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from stretchbreak.core.setting_spec import Group, Level
from stretchbreak.qt.settings_group import Entry, SettingsGroup, Wanted
from stretchbreak.qt.settings_pages import BASICS
from stretchbreak.qt.theme import SPACE

NOTHING_FOUND = "Nothing here is called that. Another word may help."


class SettingsSheet(QWidget):
    """Shows the groups, or what of them is wanted, under a title."""

    def __init__(self, groups: Mapping[Group, SettingsGroup]) -> None:
        super().__init__()
        self.setObjectName("window")
        self._groups = groups
        self._title = QLabel()
        self._title.setObjectName("title")
        self._nothing = QLabel(NOTHING_FOUND)
        self._nothing.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self._title)
        column.addWidget(self._nothing)
        for group in groups.values():
            column.addWidget(group)
        column.addStretch()

    def show_page(self, page: Group | None) -> None:
        """Show the page of a group, or the basics."""
        self._title.setText(page.value if page else BASICS)
        if page is None:
            self._show(lambda entry: entry.level is Level.BASIC)
        else:
            self._show(lambda entry: entry.group is page, alone=True)

    def search(self, text: str) -> None:
        """Show what *text* is said of, each under its group."""
        words = text.casefold().split()

        def wanted(entry: Entry) -> bool:
            known = f"{entry.words} {entry.group.value}".casefold()
            return all(word in known for word in words)

        self._title.setText(f"Found: {text}")
        self._show(wanted)

    def _show(self, wanted: Wanted, *, alone: bool = False) -> None:
        """Show what is *wanted*: one group *alone*, or some of several."""
        shown = [
            group.show_wanted(wanted, headed=not alone, parts=alone)
            for group in self._groups.values()
        ]
        self._nothing.setVisible(not any(shown))
