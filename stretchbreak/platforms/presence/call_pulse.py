"""A call: the microphone in use, as PulseAudio or PipeWire's stand-in for it says.

Recording what the computer itself plays is no call, nor is the level meter of
a mixer, nor a recording that is paused.
"""

import json
import shutil
from collections.abc import Iterator
from typing import Any

from stretchbreak.core.settings import Settings
from stretchbreak.platforms.presence import command
from stretchbreak.platforms.ways import PassedOverError
from stretchbreak.runtime.ports.failures import AdapterError

_METER = "peaks"  # how a level meter asks to be resampled
_NO_SERVER = "Connection refused"  # what pactl says where none runs


def start() -> "PulseRecorders":
    """Find the tool.

    Raises:
        PassedOverError: It is not installed.
    """
    tool = shutil.which("pactl")
    if tool is None:
        raise PassedOverError("pactl is not installed")
    return PulseRecorders(tool)


class PulseRecorders:
    """Asks the sound server who records what."""

    offers = "microphone in use, as pactl says"

    def __init__(self, tool: str) -> None:
        self._tool = tool

    def holds(self, _settings: Settings) -> bool:
        """Return whether anybody records a microphone; without a server nobody does.

        Raises:
            AdapterError: The sound server does not answer.
        """
        try:
            return self._records()
        except AdapterError as error:
            if _NO_SERVER in str(error):
                return False
            raise

    def _records(self) -> bool:
        recording = {
            each.get("source")
            for each in self._list("source-outputs")
            if not each.get("corked") and each.get("resample_method") != _METER
        }
        return bool(recording) and any(
            source.get("index") in recording and not _is_monitor(source)
            for source in self._list("sources")
        )

    def _list(self, what: str) -> Iterator[dict[str, Any]]:
        said = command.output(self._tool, "--format=json", "list", what)
        try:
            found = json.loads(said)
        except ValueError as error:
            raise AdapterError(f"{self._tool} does not speak JSON: {error}") from error
        return (each for each in found if isinstance(each, dict))


def _is_monitor(source: dict[str, Any]) -> bool:
    """Return whether *source* is what the computer itself plays."""
    properties = source.get("properties", {})
    return bool(properties.get("device.class") == "monitor")
