"""A page of settings: the basic ones, and the advanced ones behind a button."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from stretchbreak.core.settings import DEFAULTS, SPECS, Group, Level, Settings, Spec
from stretchbreak.qt import setting_editors
from stretchbreak.qt.setting_editors import Editor
from stretchbreak.qt.theme import SPACE


class SettingsGroup(QFrame):
    """Shows the settings of one group, each with an editor.

    Signals:
        changed: The user set something; carries its name and its value.
    """

    changed = Signal(str, object)

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.setObjectName("card")
        self._editors: dict[str, Editor] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(2 * SPACE)
        specs = {n: spec for n, spec in SPECS.items() if spec.group is group}
        basic = {n: s for n, s in specs.items() if s.level is Level.BASIC}
        advanced = {n: s for n, s in specs.items() if s.level is Level.ADVANCED}
        self._add_rows(layout, basic)
        self._below = QVBoxLayout()
        layout.addLayout(self._below)
        if advanced:
            self._add_advanced(layout, advanced)

    def show_settings(self, settings: Settings) -> None:
        """Show *settings*, without reporting them."""
        for name, editor in self._editors.items():
            editor.set_value(getattr(settings, name))

    def add_below(self, widget: QWidget) -> None:
        """Show *widget* below the basic settings."""
        self._below.addWidget(widget)

    def _add_advanced(self, layout: QVBoxLayout, specs: Mapping[str, Spec]) -> None:
        more = QWidget()
        rows = QVBoxLayout(more)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * SPACE)
        self._add_rows(rows, specs)
        more.hide()
        toggle = QPushButton("Show more")
        toggle.setObjectName("flat")
        toggle.setCheckable(True)
        toggle.toggled.connect(more.setVisible)
        toggle.toggled.connect(
            lambda shown: toggle.setText("Show less" if shown else "Show more")
        )
        layout.addWidget(more)
        layout.addWidget(toggle, alignment=Qt.AlignmentFlag.AlignHCenter)

    def _add_rows(self, layout: QVBoxLayout, specs: Mapping[str, Spec]) -> None:
        for name, spec in specs.items():
            editor = setting_editors.editor_for(spec, DEFAULTS[name])
            editor.setObjectName(name)
            editor.changed.connect(
                lambda value, changed=name: self.changed.emit(changed, value)
            )
            self._editors[name] = editor
            layout.addLayout(_row(spec, editor))


def _row(spec: Spec, editor: Editor) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addStretch()
    label = QLabel(spec.label)
    label.setBuddy(editor)
    label.setWordWrap(True)
    words.addWidget(label)
    hint = QLabel(_hint(spec))
    hint.setObjectName("quiet")
    hint.setWordWrap(True)
    if hint.text():
        words.addWidget(hint)
    words.addStretch()
    row = QHBoxLayout()
    row.setSpacing(2 * SPACE)
    row.addLayout(words, stretch=1)
    row.addWidget(editor, alignment=Qt.AlignmentFlag.AlignTop)
    return row


def _hint(spec: Spec) -> str:
    limits = setting_editors.limits(spec)
    return f"{spec.hint} {limits}." if spec.hint and limits else spec.hint or limits
