"""Starting at login on Windows: a value under the user's Run key.

    Run and RunOnce Registry Keys, Microsoft Learn

Never run on Windows itself so far.
"""

import subprocess
import sys
from collections.abc import Sequence
from typing import Protocol

from stretchbreak.platforms.autostart.names import NAME
from stretchbreak.runtime.ports.failures import AdapterError

KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


class Registry(Protocol):
    """The values of one key of the user's registry."""

    def get(self, name: str) -> str | None:
        """Return a value, None if there is none."""
        ...

    def set(self, name: str, value: str) -> None:
        """Set a value."""
        ...

    def delete(self, name: str) -> None:
        """Delete a value; FileNotFoundError if there is none."""
        ...


class RunKey:
    """Our value under the Run key."""

    def __init__(self, registry: Registry, program: Sequence[str]) -> None:
        self._registry = registry
        self._command = subprocess.list2cmdline(program)

    def on(self) -> bool:
        """Return whether the program starts at login."""
        try:
            return self._registry.get(NAME) is not None
        except OSError as error:
            raise _failed("read", error) from error

    def switch_on(self) -> None:
        """Set our value."""
        try:
            self._registry.set(NAME, self._command)
        except OSError as error:
            raise _failed("written", error) from error

    def switch_off(self) -> None:
        """Delete our value."""
        try:
            self._registry.delete(NAME)
        except FileNotFoundError:
            return
        except OSError as error:
            raise _failed("written", error) from error


def _failed(done: str, error: OSError) -> AdapterError:
    return AdapterError(f"HKEY_CURRENT_USER\\{KEY}: cannot be {done}: {error}")


if sys.platform == "win32":
    import winreg

    class _UserKey:
        """The Run key of this user."""

        def get(self, name: str) -> str | None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, KEY) as key:
                try:
                    value, _kind = winreg.QueryValueEx(key, name)
                except FileNotFoundError:
                    return None
                return str(value)

        def set(self, name: str, value: str) -> None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, KEY) as key:
                winreg.SetValueEx(key, name, 0, winreg.REG_SZ, value)

        def delete(self, name: str) -> None:
            with winreg.OpenKey(
                winreg.HKEY_CURRENT_USER, KEY, access=winreg.KEY_SET_VALUE
            ) as key:
                winreg.DeleteValue(key, name)

    def run_key(program: Sequence[str]) -> RunKey:
        """Return the way of this user, to start *program*."""
        return RunKey(_UserKey(), program)
