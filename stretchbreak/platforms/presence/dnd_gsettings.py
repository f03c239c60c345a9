"""Do Not Disturb, from the settings of GNOME and its relatives.

dconf, where these settings are kept, tells the bus when one has changed; the
value is then read by the desktop's own tool.
"""

import os
import shutil
from dataclasses import dataclass

from PySide6.QtCore import QObject, QProcess, Slot
from PySide6.QtDBus import QDBusMessage

from stretchbreak.platforms.dbus import Place, session_bus, value_of
from stretchbreak.platforms.presence.followed import Say
from stretchbreak.platforms.ways import PassedOverError

_WRITER = Place("", "/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer")


@dataclass(frozen=True, slots=True)
class _Key:
    """Where a desktop keeps it.

    Attributes:
        schema: Whose key it is.
        name: The key.
        on: What `gsettings get` says during Do Not Disturb.
    """

    schema: str
    name: str
    on: str

    @property
    def folder(self) -> str:
        """The folder in dconf that changes when the key does."""
        return f"/{self.schema.replace('.', '/')}/"


_GNOME = _Key("org.gnome.desktop.notifications", "show-banners", "false")
_KEYS = {
    "GNOME": _GNOME,
    "Budgie": _GNOME,
    "Unity": _GNOME,
    "X-Cinnamon": _Key(
        "org.cinnamon.desktop.notifications", "display-notifications", "false"
    ),
    "MATE": _Key("org.mate.NotificationDaemon", "do-not-disturb", "true"),
}


def start(say: Say) -> "GSettings":
    """Follow the desktop's key.

    Raises:
        PassedOverError: This desktop has none, or it cannot be read.
    """
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "")
    keys = [_KEYS[name] for name in desktop.split(":") if name in _KEYS]
    if not keys:
        raise PassedOverError(f"no key is known for this desktop: {desktop or 'none'}")
    tool = shutil.which("gsettings")
    if tool is None:
        raise PassedOverError("gsettings is not installed")
    return GSettings(keys[0], tool, say)


class GSettings(QObject):
    """Hears that settings changed, and reads the one that matters."""

    def __init__(self, key: _Key, tool: str, say: Say) -> None:
        super().__init__()
        self.offers = f"Do Not Disturb: {key.schema} {key.name}"
        self._key = key
        self._say = say
        self._again = False
        self._bus = session_bus()
        self._reader = QProcess(self)
        self._reader.setProgram(tool)
        self._reader.setArguments(["get", key.schema, key.name])
        self._reader.finished.connect(self._take)
        self._bus.listen(_WRITER, "Notify", self, "changed")
        self._read()

    def close(self) -> None:
        """Stop listening."""
        self._bus.close()
        self._reader.finished.disconnect(self._take)
        self._reader.kill()
        self._reader.waitForFinished()

    @Slot(QDBusMessage)
    def changed(self, signal: QDBusMessage) -> None:
        """Hear which part of the settings changed: a key, or a folder of keys."""
        where, folder = value_of(signal), self._key.folder
        if isinstance(where, str) and (
            where.startswith(folder) or folder.startswith(where)
        ):
            self._read()

    def _read(self) -> None:
        self._again = self._reader.state() is not QProcess.ProcessState.NotRunning
        if not self._again:
            self._reader.start()

    def _take(self) -> None:
        said = bytes(self._reader.readAllStandardOutput().data()).decode().strip()
        if said:
            self._say(said == self._key.on)
        if self._again:
            self._read()
