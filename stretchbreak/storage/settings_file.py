"""The settings file: TOML that the program and its user both write.

What differs from the defaults is in it. The user may edit it at any time, so
saving changes in it only what was changed in the program: keys that this
version does not know stay, and so do values that it could not use.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import tomli_w

from stretchbreak.core.setting_values import expected, read, write
from stretchbreak.core.settings import DEFAULTS, Settings
from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.storage import atomic, toml_file
from stretchbreak.storage.broken_files import line, set_aside
from stretchbreak.storage.toml_file import WrongFileError


class SettingsFile:
    """Loads and saves the settings; remembers what the program last knew."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: Settings | None = None

    def load(self, now: datetime) -> tuple[Settings, tuple[str, ...]]:
        """Return the settings, and a line for the user about all that is wrong.

        A wrong value is replaced by its default. A file that is no TOML is
        set aside, and the defaults are used.

        Args:
            now: The local time, for the name of a file set aside.
        """
        settings, lines = self._load(now)
        self._known = settings
        return settings, lines

    def save(self, settings: Settings) -> None:
        """Put what changed since the last load or save into the file.

        Raises:
            AdapterError: It cannot be written, or can no longer be read. It is
                as it was.
        """
        try:
            written = self._read()
        except WrongFileError as wrong:
            raise AdapterError(f"{self.path}: {wrong}; nothing is saved") from wrong
        known = self._known if written is not None else None
        changed = _changed(written or {}, settings, known)
        try:
            content = tomli_w.dumps(changed).encode()
        except (ValueError, RecursionError) as error:
            # TOML knows no bounds, neither for numbers nor for nesting.
            reason = "there is something in it too large to be written again"
            raise AdapterError(f"{self.path}: {reason}; nothing is saved") from error
        atomic.write(self.path, content)
        self._known = settings

    def _load(self, now: datetime) -> tuple[Settings, tuple[str, ...]]:
        try:
            written = self._read() or {}
        except WrongFileError as wrong:
            instead = "the default settings are used"
            if isinstance(wrong.__cause__, OSError):
                return Settings(), (line(self.path, f"{wrong}; {instead}"),)
            return Settings(), (set_aside(self.path, str(wrong), now, instead),)
        values: dict[str, Any] = {}
        lines = tuple(self._take(written, values))
        return replace(Settings(), **values), lines

    def _take(self, written: dict[str, Any], values: dict[str, Any]) -> Iterator[str]:
        """Add to *values* what *written* says; yield a line for what is wrong."""
        for name in (known for known in DEFAULTS if known in written):
            try:
                values[name] = read(name, written[name])
            except (ValueError, RecursionError):
                default = write(DEFAULTS[name])
                message = f"{name}: expected {expected(name)}; {default} is used"
                yield line(self.path, message)

    def _read(self) -> dict[str, Any] | None:
        """Return what the file says, or None where there is none.

        Raises:
            WrongFileError: It cannot be read.
        """
        try:
            return toml_file.read(self.path, dict[str, Any])
        except WrongFileError:
            if not self.path.exists():
                return None
            raise


def _changed(
    written: dict[str, Any], settings: Settings, known: Settings | None
) -> dict[str, Any]:
    """Return *written* with what differs between *known* and *settings*."""
    changed = dict(written)
    for name, default in DEFAULTS.items():
        value = getattr(settings, name)
        if known is not None and value == getattr(known, name):
            continue
        if value == default:
            changed.pop(name, None)
        else:
            changed[name] = write(value)
    return changed
