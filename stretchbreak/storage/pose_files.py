"""The pictures' poses, read from their files when they are first wanted."""

import logging
import tomllib
from importlib.resources.abc import Traversable
from pathlib import Path

from stretchbreak.figure.pose import PoseSequence, pose_from
from stretchbreak.storage.toml_file import WrongFileError

_log = logging.getLogger(__name__)


class PoseFiles:
    """The poses in a folder; one that is wrong is as good as missing."""

    def __init__(self, folder: Path | Traversable) -> None:
        self._folder = folder
        self._read: dict[str, PoseSequence | None] = {}

    def get(self, pose: str) -> PoseSequence | None:
        """Return the pose named *pose*, or None where there is none."""
        if not pose:  # a stretch with a picture of the user's own
            return None
        if pose not in self._read:
            self._read[pose] = self._load(pose)
        return self._read[pose]

    def _load(self, pose: str) -> PoseSequence | None:
        try:
            return read(self._folder, pose)
        except WrongFileError as wrong:
            _log.warning("%s; it is shown without a picture", wrong)
            return None


def read(folder: Path | Traversable, pose: str) -> PoseSequence:
    """Return the pose named *pose*.

    Raises:
        WrongFileError: There is none, or it is no pose; the message has the
            file's name too.
    """
    file = folder / f"{pose}.toml"
    try:
        return pose_from(tomllib.loads(file.read_text(encoding="utf-8")))
    except OSError as error:
        raise WrongFileError(f"{file}: {error.strerror or error}") from error
    except ValueError as error:
        raise WrongFileError(f"{file}: {error}") from error
