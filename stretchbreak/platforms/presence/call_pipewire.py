"""A call: the microphone in use, as PipeWire says.

For desktops without `pactl`, which most have for PipeWire, too.
"""

import json
import shutil
from typing import Any

from stretchbreak.core.settings import Settings
from stretchbreak.platforms.presence import command
from stretchbreak.platforms.ways import PassedOverError
from stretchbreak.runtime.ports.failures import AdapterError


def start() -> "PipeWireRecorders":
    """Find the tool.

    Raises:
        PassedOverError: It is not installed, or is not needed.
    """
    if shutil.which("pactl") is not None:
        raise PassedOverError("pactl is installed, and asked instead")
    tool = shutil.which("pw-dump")
    if tool is None:
        raise PassedOverError("pw-dump is not installed")
    return PipeWireRecorders(tool)


class PipeWireRecorders:
    """Asks PipeWire for its nodes."""

    offers = "microphone in use, as pw-dump says"

    def __init__(self, tool: str) -> None:
        self._tool = tool

    def holds(self, _settings: Settings) -> bool:
        """Return whether anybody records a microphone.

        Raises:
            AdapterError: PipeWire does not answer.
        """
        try:
            nodes = json.loads(command.output(self._tool))
        except ValueError as error:
            raise AdapterError(f"{self._tool} does not speak JSON: {error}") from error
        return any(_records(node.get("info") or {}) for node in nodes)


def _records(info: dict[str, Any]) -> bool:
    """Return whether a node is a running recording, and not of what is played."""
    properties = info.get("props") or {}
    return (
        properties.get("media.class") == "Stream/Input/Audio"
        and info.get("state") == "running"
        and not properties.get("stream.capture.sink")
        and not properties.get("stream.monitor")
    )
