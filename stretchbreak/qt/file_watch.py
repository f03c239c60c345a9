"""Notices that a file was changed, by whomever, once it has been left alone."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QPauseAnimation, Signal

_QUIET_MS = 300
"""An editor may write a file in pieces; so long without another is the end."""


class FileWatch(QObject):
    """Watches one file and the folder it is in; costs nothing while all is quiet.

    Args:
        file: Which; it need not be there yet, nor its folder.

    Signals:
        changed: The file was written, made, replaced or deleted.
    """

    changed = Signal()

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self._stamp = self._read_stamp()
        self._watcher = QFileSystemWatcher()
        self._watcher.fileChanged.connect(self._stir)
        self._watcher.directoryChanged.connect(self._stir)
        self._quiet = QPauseAnimation(_QUIET_MS, self)
        self._quiet.finished.connect(self.look)
        self._follow()

    def look(self) -> None:
        """Say so if the file is another one than when it was last looked at."""
        self._follow()
        stamp, self._stamp = self._stamp, self._read_stamp()
        if stamp != self._stamp:
            self.changed.emit()

    def close(self) -> None:
        """Watch no longer."""
        self._quiet.stop()
        paths = [*self._watcher.files(), *self._watcher.directories()]
        if paths:
            self._watcher.removePaths(paths)

    def _stir(self) -> None:
        """Wait until nobody writes any more."""
        self._quiet.stop()
        self._quiet.start()

    def _follow(self) -> None:
        """Watch what is there: a file that was replaced must be watched anew."""
        known = {*self._watcher.files(), *self._watcher.directories()}
        wanted = [each for each in (self._file, self._file.parent) if each.exists()]
        new = [str(each) for each in wanted if str(each) not in known]
        if new:
            self._watcher.addPaths(new)

    def _read_stamp(self) -> tuple[int, int, int] | None:
        """Return what tells this file from another, or None if there is none."""
        try:
            stat = self._file.stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_size, stat.st_ino
