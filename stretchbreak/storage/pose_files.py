"""The pictures' poses, read from their files when they are first wanted."""

import logging
import tomllib
from importlib.resources.abc import Traversable
from pathlib import Path

from stretchbreak.figure.pose import PoseSequence, pose_from

_log = logging.getLogger(__name__)


class PoseFiles:
    """The poses in a folder; one that is wrong is as good as missing."""

    def __init__(self, folder: Path | Traversable) -> None:
        self._folder = folder
        self._read: dict[str, PoseSequence | None] = {}

    def get(self, pose: str) -> PoseSequence | None:
        """Return the pose named *pose*, or None where there is none."""
        if pose not in self._read:
            self._read[pose] = self._load(pose)
        return self._read[pose]

    def _load(self, pose: str) -> PoseSequence | None:
        file = self._folder / f"{pose}.toml"
        try:
            return pose_from(tomllib.loads(file.read_text(encoding="utf-8")))
        except (OSError, ValueError) as error:
            _log.warning("%s: %s; it is shown without a picture", file, error)
            return None
