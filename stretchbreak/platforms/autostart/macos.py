"""Starting at login on macOS: a property list among the user's launch agents.

    launchd.plist(5); Creating Launch Daemons and Agents, Apple Developer

Never run on macOS itself so far.
"""

import plistlib
from collections.abc import Sequence
from pathlib import Path
from xml.parsers.expat import ExpatError

from stretchbreak.platforms.autostart.names import ID
from stretchbreak.runtime.ports.failures import AdapterError


class LaunchAgent:
    """Our agent in the user's library."""

    def __init__(self, home: Path, program: Sequence[str]) -> None:
        self._file = home / "Library" / "LaunchAgents" / f"{ID}.plist"
        self._program = list(program)

    def on(self) -> bool:
        """Return whether the program starts at login."""
        try:
            agent = plistlib.loads(self._file.read_bytes())
        except FileNotFoundError:
            return False
        except (OSError, ValueError, ExpatError) as error:
            raise AdapterError(f"{self._file}: cannot be read: {error}") from error
        return isinstance(agent, dict) and agent.get("RunAtLoad") is True

    def switch_on(self) -> None:
        """Put our agent there; launchd reads it at the next login."""
        agent = {"Label": ID, "ProgramArguments": self._program, "RunAtLoad": True}
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_bytes(plistlib.dumps(agent))
        except OSError as error:
            raise self._unwritten(error) from error

    def switch_off(self) -> None:
        """Take our agent away."""
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            raise self._unwritten(error) from error

    def _unwritten(self, error: OSError) -> AdapterError:
        reason = error.strerror or error
        return AdapterError(f"{self._file}: cannot be written: {reason}")
