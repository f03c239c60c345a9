"""The look of every window: colours, distances and the style sheet.

Calm and warm like paper by day, deep blue-grey by night. Orange is missing on
purpose: in this program it only ever means "you feel it here".
"""

from dataclasses import dataclass
from string import Template
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from stretchbreak.core.choices import Appearance

SPACE = 8
"""The unit of all distances, in device-independent pixels."""
RADIUS = 10
"""The corner radius of buttons and cards, in device-independent pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The colours of one theme, as #RRGGBB.

    Text on `window` and `card` has a contrast of at least 4.5 to 1, in `ink`
    and `quiet` alike; so has `on_accent` on `accent`.
    """

    dark: bool
    window: str
    card: str
    line: str
    ink: str
    quiet: str
    accent: str
    accent_pressed: str
    on_accent: str
    ready: str
    hold: str
    switch: str
    rest: str
    warning: str


LIGHT = Theme(
    dark=False,
    window="#F5F2EC",
    card="#EAE5DB",
    line="#CFC8BA",
    ink="#22303A",
    quiet="#55606A",
    accent="#1F6F68",
    accent_pressed="#17544F",
    on_accent="#FFFFFF",
    ready="#7A5B00",
    hold="#1F6F68",
    switch="#5B4A9C",
    rest="#4A6074",
    warning="#9B2C2C",
)
DARK = Theme(
    dark=True,
    window="#14181F",
    card="#1D242E",
    line="#38424F",
    ink="#E9EDF2",
    quiet="#A6B0BC",
    accent="#5CC8B8",
    accent_pressed="#46A697",
    on_accent="#0E1A1A",
    ready="#E3C15F",
    hold="#5CC8B8",
    switch="#B6A4F0",
    rest="#9DB2C6",
    warning="#F09A9A",
)

_SHEET = Template("""
QWidget { color: $ink; }
QWidget#window, QDialog { background: $window; }
QFrame#card { background: $card; border-radius: ${radius}px; }
QLabel#title { font-size: 15pt; font-weight: 600; }
QLabel#quiet { color: $quiet; }
QLabel#warning { color: $warning; }
QPushButton, QToolButton {
    background: transparent; border: 1px solid $line;
    border-radius: ${radius}px; padding: 7px 14px; min-height: 20px; outline: none;
}
QPushButton:hover, QToolButton:hover { background: $card; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 6px 13px; }
QPushButton:disabled, QToolButton:disabled { color: $quiet; }
QPushButton#primary {
    background: $accent; color: $on_accent; border: 1px solid $accent;
    font-weight: 600;
}
QPushButton#primary:hover { background: $accent_pressed; }
QPushButton#primary:focus { border: 2px solid $ink; }
QLabel#figure { font-size: 26pt; font-weight: 300; }
QLabel#advice { font-size: 12pt; }
QLabel#heading { font-size: 12pt; font-weight: 600; }
QPushButton#flat { border: none; color: $quiet; padding: 8px 12px; }
QPushButton#flat:hover { color: $ink; }
QPushButton#flat:focus { border: 2px solid $accent; padding: 6px 10px; }
QToolButton::menu-indicator { image: none; }
QToolButton[popupMode="1"] { padding-right: 40px; }
QToolButton[popupMode="1"]:focus { padding-right: 39px; }
QToolButton::menu-button {
    border: none; border-left: 1px solid $line; width: 26px;
    border-top-right-radius: ${radius}px; border-bottom-right-radius: ${radius}px;
}
QPushButton#way { background: $window; }
QPushButton#way:hover { border-color: $accent; }
QPushButton#hurt { color: $warning; border-color: $warning; }
QPushButton#hurt:focus { border-color: $ink; }
QSpinBox {
    background: $window; border: 1px solid $line; border-radius: 0;
    padding: 7px 4px; min-height: 20px; selection-background-color: $accent;
}
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QSpinBox:disabled { color: $quiet; }
QSpinBox:focus { border: 2px solid $accent; padding: 6px 3px; }
QToolButton#less, QToolButton#more {
    background: $window; padding: 7px 0; min-width: 36px; font-weight: 600;
}
QToolButton#less:hover, QToolButton#more:hover { background: $line; }
QToolButton[edge="left"] { border-right: none; }
QToolButton[edge="right"] { border-left: none; }
QToolButton[edge="left"], QPushButton[edge="left"] {
    border-top-right-radius: 0; border-bottom-right-radius: 0;
}
QToolButton[edge="right"], QPushButton[edge="right"] {
    border-top-left-radius: 0; border-bottom-left-radius: 0;
}
QPushButton[edge="middle"] { border-radius: 0; }
QPushButton[edge="left"], QPushButton[edge="middle"], QPushButton[edge="right"] {
    background: $window; padding: 7px 6px;
}
QPushButton[edge="left"]:focus, QPushButton[edge="middle"]:focus,
QPushButton[edge="right"]:focus {
    padding: 6px 5px;
}
QPushButton[edge="middle"], QPushButton[edge="right"] { margin-left: -1px; }
QPushButton[edge="left"]:checked, QPushButton[edge="middle"]:checked,
QPushButton[edge="right"]:checked {
    background: $accent; color: $on_accent; border-color: $accent;
}
QPushButton#day[edge="left"]:checked, QPushButton#day[edge="middle"]:checked {
    border-right-color: $window;
}
QPushButton[edge="left"]:checked:focus, QPushButton[edge="middle"]:checked:focus,
QPushButton[edge="right"]:checked:focus {
    border-color: $ink;
}
QSpinBox#time { border-radius: ${radius}px; }
QToolButton#small {
    border: none; padding: 4px; min-width: 22px; color: $quiet; font-size: 12pt;
}
QToolButton#small:hover { background: $line; color: $ink; }
QToolButton#small:focus { border: 2px solid $accent; padding: 2px; }
QToolButton#word { border: none; padding: 4px 6px; color: $quiet; }
QToolButton#word:hover { background: $line; color: $ink; }
QToolButton#word:focus { border: 2px solid $accent; padding: 2px 4px; }
QFrame#side { background: $card; }
QPlainTextEdit {
    background: $window; border: 1px solid $line; border-radius: ${radius}px;
    padding: 4px; selection-background-color: $accent;
}
QPlainTextEdit:focus { border: 2px solid $accent; padding: 3px; }
QLabel#part { font-weight: 600; color: $quiet; }
QFrame#inset { border: 1px solid $line; border-radius: ${radius}px; }
QLineEdit#field, QLineEdit#name {
    background: $window; border: 1px solid $line; border-radius: ${radius}px;
    padding: 7px 10px; min-height: 20px; selection-background-color: $accent;
    placeholder-text-color: $quiet;
}
QLineEdit#name { font-size: 15pt; font-weight: 600; }
QLineEdit QToolButton { border: none; padding: 0; min-height: 0; }
QLineEdit#field:focus, QLineEdit#name:focus {
    border: 2px solid $accent; padding: 6px 9px;
}
QComboBox#choice {
    background: $window; border: 1px solid $line; border-radius: ${radius}px;
    padding: 7px 10px; min-height: 20px;
}
QComboBox#choice::drop-down { border: none; width: 24px; }
QComboBox#choice:focus { border: 2px solid $accent; padding: 6px 9px; }
QComboBox#choice QAbstractItemView {
    background: $window; color: $ink; border: 1px solid $line;
    selection-background-color: $card; selection-color: $ink;
}
QPushButton#primary:disabled {
    background: $line; color: $quiet; border-color: $line;
}
QLabel#alarm { font-size: 12pt; font-weight: 600; color: $warning; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator {
    width: 16px; height: 16px; border: 1px solid $quiet; border-radius: 4px;
    background: $window;
}
QCheckBox::indicator:checked {
    width: 8px; height: 8px; border: 5px solid $accent; background: $on_accent;
}
QRadioButton { spacing: 8px; }
QRadioButton { padding: 3px 4px; }
QCheckBox:focus, QRadioButton:focus {
    outline: 2px solid $accent; outline-radius: 6px; outline-offset: 3px;
}
QRadioButton::indicator {
    width: 16px; height: 16px; border: 1px solid $quiet; border-radius: 9px;
    background: $window;
}
QRadioButton::indicator:checked {
    width: 8px; height: 8px; border: 5px solid $accent; background: $on_accent;
}
QScrollArea#page { border: 2px solid transparent; }
QScrollArea#page:focus { border: 2px solid $accent; }
QListWidget#contents {
    background: $card; border: none; padding: 8px; outline: none;
}
QDialog QListWidget#contents { border-radius: ${radius}px; }
QListWidget#contents::item { padding: 0 8px; border-radius: ${radius}px; color: $ink; }
QListWidget#contents::item:disabled { color: $quiet; }
QListWidget#contents::item:hover:enabled { background: $line; }
QListWidget#contents::item:selected, QListWidget#contents::item:selected:hover {
    background: $window; color: $ink;
}
QFrame#side { background: $card; }
QListWidget#steps {
    background: $window; border: 1px solid $line; border-radius: ${radius}px;
    padding: 4px; outline: none;
}
QListWidget#steps:focus { border: 2px solid $accent; padding: 3px; }
QListWidget#steps::item { margin: 2px 0; border-radius: ${radius}px; color: $ink; }
QListWidget#steps::item:hover { background: $card; }
QListWidget#steps::item:selected, QListWidget#steps::item:selected:hover {
    background: $card; color: $ink;
}
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical {
    background: $line; border-radius: 4px; margin: 2px; min-height: 32px;
}
QScrollBar::handle:vertical:disabled { background: transparent; }
QScrollBar::handle:vertical:hover { background: $quiet; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: none; }
QFileDialog QToolButton { border: none; padding: 2px; min-height: 0; }
QMenu { background: $window; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 16px; border-radius: 6px; }
QMenu::item:selected { background: $card; }
QMenu::item:disabled { color: $quiet; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; }
""")


def apply(appearance: Appearance) -> Theme:
    """Dress the application as *appearance* says, and return the theme chosen."""
    theme = DARK if _is_dark(appearance) else LIGHT
    QApplication.setStyle("Fusion")
    QApplication.setPalette(_palette(theme))
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setStyleSheet(_sheet(theme))
    return theme


def current() -> Theme:
    """Return the theme in use, told by the palette that `apply` set."""
    return DARK if QApplication.palette().window().color().value() < 128 else LIGHT  # noqa: PLR2004 - half of Qt's 0 to 255


def _is_dark(appearance: Appearance) -> bool:
    match appearance:
        case Appearance.SYSTEM:
            return QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        case Appearance.LIGHT | Appearance.DARK:
            return appearance is Appearance.DARK
        case unreachable:
            assert_never(unreachable)


def _sheet(theme: Theme) -> str:
    colours = {name: getattr(theme, name) for name in Theme.__slots__}
    return _SHEET.substitute(colours, radius=RADIUS)


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for colour, roles in (
        (theme.window, (role.Window, role.Base)),
        (theme.card, (role.Button, role.AlternateBase, role.ToolTipBase)),
        (theme.ink, (role.WindowText, role.Text, role.ButtonText, role.ToolTipText)),
        (theme.quiet, (role.PlaceholderText,)),
        (theme.accent, (role.Highlight, role.Link)),
        (theme.on_accent, (role.HighlightedText,)),
        (theme.line, (role.Mid,)),
    ):
        for each in roles:
            palette.setColor(each, QColor(colour))
    return palette
