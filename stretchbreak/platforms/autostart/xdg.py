"""Starting at login on Linux: a desktop entry among those of the session.

Desktop Application Autostart Specification 0.5, freedesktop.org
Desktop Entry Specification 1.5, freedesktop.org: quoting in Exec
"""

from collections.abc import Mapping, Sequence
from configparser import Error, RawConfigParser
from pathlib import Path

from stretchbreak.platforms.autostart.names import ID, NAME
from stretchbreak.runtime.ports.failures import AdapterError

_GROUP = "Desktop Entry"
_ESCAPED = '"`$\\'


class DesktopEntry:
    """Our entry in the user's autostart folder."""

    def __init__(self, environ: Mapping[str, str], program: Sequence[str]) -> None:
        """Look in the folder that *environ* names; nothing is written yet.

        Args:
            environ: The environment variables.
            program: The command to start, and its arguments.
        """
        config = environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
        self._file = Path(config) / "autostart" / f"{ID}.desktop"
        self._program = tuple(program)

    def on(self) -> bool:
        """Return whether the program starts at login.

        Some desktops switch an entry off by a line in it instead of deleting it.
        """
        entry = RawConfigParser(strict=False, interpolation=None)
        try:
            entry.read_string(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return False
        except (OSError, UnicodeDecodeError, Error) as error:
            why = str(error).splitlines()[0]
            raise AdapterError(f"{self._file}: cannot be read: {why}") from error
        hidden = entry.get(_GROUP, "Hidden", fallback="false") == "true"
        disabled = "X-GNOME-Autostart-enabled"
        return not hidden and entry.get(_GROUP, disabled, fallback="true") == "true"

    def switch_on(self) -> None:
        """Put our entry there, in place of whatever is."""
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file.write_text(self._entry(), encoding="utf-8")
        except OSError as error:
            raise self._unwritten(error) from error

    def switch_off(self) -> None:
        """Take our entry away."""
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            raise self._unwritten(error) from error

    def _entry(self) -> str:
        command = " ".join(_quoted(word) for word in self._program)
        return (
            f"[{_GROUP}]\n"
            "Type=Application\n"
            f"Name={NAME}\n"
            "Comment=Break reminder and stretch coach\n"
            f"Exec={command}\n"
            "Terminal=false\n"
        )

    def _unwritten(self, error: OSError) -> AdapterError:
        reason = error.strerror or error
        return AdapterError(f"{self._file}: cannot be written: {reason}")


def _quoted(word: str) -> str:
    """Quote *word* for Exec; the backslashes once more for a string value."""
    quoted = "".join(f"\\{char}" if char in _ESCAPED else char for char in word)
    return '"' + quoted.replace("\\", "\\\\").replace("%", "%%") + '"'
