"""Focus on macOS, which a program may read only with full disk access."""

import json
from pathlib import Path

from stretchbreak.core.settings import Settings
from stretchbreak.platforms.ways import PassedOverError, only_on
from stretchbreak.runtime.ports.failures import AdapterError

_ASSERTIONS = Path("Library/DoNotDisturb/DB/Assertions.json")


def start() -> "MacFocus":
    """See whether it can be read.

    Raises:
        PassedOverError: This is not macOS, or the user has not allowed it.
    """
    only_on("darwin", "macOS")
    focus = MacFocus(Path.home() / _ASSERTIONS)
    try:
        focus.holds(Settings())
    except AdapterError as error:
        raise PassedOverError(f"needs full disk access: {error}") from error
    return focus


class MacFocus:
    """Reads the file in which macOS notes each Focus in force."""

    offers = "Focus, from the file macOS keeps it in"

    def __init__(self, file: Path) -> None:
        self._file = file

    def holds(self, _settings: Settings) -> bool:
        """Return whether a Focus is on.

        Raises:
            AdapterError: The file cannot be read, or says something else now.
        """
        try:
            data = json.loads(self._file.read_text(encoding="utf-8"))["data"]
            return any(each.get("storeAssertionRecords") for each in data)
        except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
            raise AdapterError(f"{self._file}: {error}") from error
