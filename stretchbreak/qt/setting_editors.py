"""The editor for each type of setting: those of a choice or a switch, and which."""

from datetime import timedelta
from enum import Enum

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton

from stretchbreak.core import appointment, hours
from stretchbreak.core.choices import FigureLook
from stretchbreak.core.setting_spec import Spec
from stretchbreak.qt import setting_wording
from stretchbreak.qt.appointments_editor import AppointmentsEditor
from stretchbreak.qt.face_button import FaceButton
from stretchbreak.qt.hours_editor import HoursEditor
from stretchbreak.qt.joined import Joined
from stretchbreak.qt.names_editor import NamesEditor
from stretchbreak.qt.setting_editor import Editor
from stretchbreak.qt.spin_editors import DurationEditor, NumberEditor
from stretchbreak.qt.switch import Switch
from stretchbreak.qt.tab_order import stop_at_the_chosen


def editor_for(spec: Spec, default: object) -> Editor:
    """Return an editor for a setting such as *default*.

    Raises:
        TypeError: No editor knows that type yet.
    """
    match default:
        case bool():
            return SwitchEditor(spec)
        case int():
            return NumberEditor(spec)
        case timedelta():
            return DurationEditor(spec, default)
        case Enum():
            return ChoiceEditor(spec, type(default))
        case tuple():
            return _list_editor(spec)
        case _:
            raise TypeError(f"no editor for {default!r}")


def _list_editor(spec: Spec) -> Editor:
    """Return the editor for lists of what *spec* checks for."""
    if spec.check is hours.parse:
        return HoursEditor(spec)
    if spec.check is appointment.parse:
        return AppointmentsEditor(spec)
    if spec.check is None:
        return NamesEditor(spec)
    raise TypeError(f"no editor for lists that {spec.check!r} checks")


class ChoiceEditor(Editor):
    """Edits a choice among a few: a row of buttons, one of them down."""

    def __init__(self, spec: Spec, choices: type[Enum]) -> None:
        super().__init__(spec)
        self._choices = tuple(choices)
        self._group = QButtonGroup(self)
        joined = Joined()
        for index, choice in enumerate(self._choices):
            button = _button(choice)
            self.describe(button, f"{spec.label}: {setting_wording.value(choice)}")
            button.setCheckable(True)
            self._group.addButton(button, index)
            joined.add(button, stretch=1)
        self._row.addWidget(joined)
        # Not "clicked", which a screen reader's press is not.
        self._group.idToggled.connect(self._report)
        stop_at_the_chosen(self._group)

    def words(self) -> str:
        """Return the names of the choices."""
        return " ".join(map(setting_wording.value, self._choices))

    def take_keyboard(self) -> None:
        """Let the keys go to the choice shown."""
        self._group.button(self._group.checkedId()).setFocus()

    def value(self) -> Enum:
        """Return the choice shown."""
        return self._choices[self._group.checkedId()]

    def set_value(self, value: Enum) -> None:
        """Show *value*, without reporting it."""
        with QSignalBlocker(self._group):
            self._group.button(self._choices.index(value)).setChecked(True)

    def _report(self, index: int, chosen: bool) -> None:  # noqa: FBT001 - a slot
        if chosen:
            self.changed.emit(self._choices[index])


def _button(choice: Enum) -> QPushButton:
    name = setting_wording.value(choice)
    if isinstance(choice, FigureLook):
        return FaceButton(choice, name)
    return QPushButton(name)


class SwitchEditor(Editor):
    """Edits a yes or no."""

    room = 0

    def __init__(self, spec: Spec) -> None:
        super().__init__(spec)
        self._box = Switch()
        self.describe(self._box, spec.label)
        self._row.addWidget(self._box, alignment=Qt.AlignmentFlag.AlignRight)
        self._box.toggled.connect(self.changed.emit)
        self.setFocusProxy(self._box)

    def value(self) -> bool:
        """Return whether it is on."""
        return self._box.isChecked()

    def set_value(self, value: bool) -> None:  # noqa: FBT001 - the setting's value
        """Show *value*, without reporting it."""
        self._box.show_on(value)
