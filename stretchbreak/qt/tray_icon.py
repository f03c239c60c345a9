"""The icon in the tray: how things stand at a glance, and a menu of wishes.

Each change of the icon or its tooltip is a message to the panel, so both are
set only when they differ from what is shown.

A panel that starts after us does not learn of an icon that was shown without
one; the icon is then made anew.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

from stretchbreak.core.routine import Routine
from stretchbreak.core.view import View
from stretchbreak.qt import icon_painter, tray_wording
from stretchbreak.qt.icon_painter import Face
from stretchbreak.qt.standing import Standing
from stretchbreak.qt.tray_menu import TrayMenu

HOST = "org.kde.StatusNotifierWatcher"
"""The bus name of whoever collects tray icons on Linux."""


class TrayIcon(QObject):
    """Shows the view in the tray.

    Signals:
        availability_changed: A tray appeared or went away; carries whether
            there is one now.

    Attributes:
        wishes: What is clicked or chosen, as signals.
    """

    availability_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._menu = TrayMenu()
        self.wishes = self._menu.wishes
        self._face = Face(Standing.AWAY)
        self._tooltip = "Stretchbreak"
        self._blind = False
        self._icon = self._make()
        self._watch_for_hosts()

    @staticmethod
    def available() -> bool:
        """Return whether this desktop shows tray icons at present."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def set_routines(self, routines: Sequence[Routine]) -> None:
        """Offer *routines* in the menu, by name."""
        self._menu.set_routines(routines)

    def set_lengths(self, lengths: Mapping[str | None, timedelta]) -> None:
        """Say how long each routine takes, by its id; None is the suggested one."""
        self._menu.set_lengths(lengths)

    def set_idle_source(self, name: str) -> None:
        """Say it in the next view where nothing tells when the user is away."""
        self._blind = name == tray_wording.NO_IDLE_SOURCE

    def show_view(self, view: View) -> None:
        """Show *view*. Repeating a call changes nothing."""
        self._menu.show_view(view)
        face = icon_painter.face(view, blind=self._blind)
        if face != self._face:
            self._face = face
            self._icon.setIcon(icon_painter.icon(face))
        tooltip = tray_wording.state(view)
        if self._blind:
            tooltip = f"{tooltip}\n{tray_wording.NO_IDLE}"
        if tooltip != self._tooltip:
            self._tooltip = tooltip
            self._icon.setToolTip(tooltip)

    def notice(self, what: str) -> None:
        """Tell the user *what*, gently."""
        self._icon.showMessage("Stretchbreak", what, icon_painter.icon(self._face))

    def hide(self) -> None:
        """Take the icon away: the program is about to end."""
        self._icon.hide()

    def _make(self) -> QSystemTrayIcon:
        made = QSystemTrayIcon(icon_painter.icon(self._face), self)
        made.setToolTip(self._tooltip)
        made.setContextMenu(self._menu)
        made.activated.connect(self._activated)
        made.show()
        return made

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        menu_opens = QGuiApplication.platformName() == "cocoa"
        if reason is QSystemTrayIcon.ActivationReason.Trigger and not menu_opens:
            self.wishes.open_asked.emit()

    def _watch_for_hosts(self) -> None:
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        mode = QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange
        watcher = QDBusServiceWatcher(HOST, bus, mode, self)
        watcher.serviceRegistered.connect(self._host_came)
        watcher.serviceUnregistered.connect(self._host_went)

    def _host_came(self) -> None:
        self._icon.hide()
        self._icon.deleteLater()
        self._icon = self._make()
        self.availability_changed.emit(True)  # noqa: FBT003 - a signal's value

    def _host_went(self) -> None:
        self.availability_changed.emit(self.available())
