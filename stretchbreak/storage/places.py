"""Where things are on disk. Nothing else knows a folder."""

import os
import stat
import sys
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from platformdirs import PlatformDirs

from stretchbreak.runtime.ports.failures import AdapterError

HOME = "STRETCHBREAK_HOME"
"""The environment variable that puts all our folders under one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The user's folders, and the files in them.

    Attributes:
        config: What the user decides.
        data: What must be kept.
        state: What may be lost without harm.
        log: What happened.
        runtime: What lasts no longer than the program; only the user can
            open this folder.
    """

    config: Path
    data: Path
    state: Path
    log: Path
    runtime: Path

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.toml"

    @property
    def history(self) -> Path:
        """The database of what was done."""
        return self.data / "history.sqlite3"

    @property
    def memory(self) -> Path:
        """The file of what the coach keeps over a restart."""
        return self.state / "state.json"

    @property
    def journal(self) -> Path:
        """The file of events."""
        return self.log / "journal.jsonl"


def places(environ: Mapping[str, str]) -> Places:
    """Return this user's places.

    Only the runtime folder is made here, for whether that works decides where
    it is; the others are made when something is written.

    Args:
        environ: The environment variables.
    """
    if home := environ.get(HOME):
        top = Path(home).absolute()
        state, runtime = top / "state", top / "run"
        config, data, log = top / "config", top / "data", top / "log"
    else:
        dirs = PlatformDirs("stretchbreak", appauthor=False)
        config, data = dirs.user_config_path, dirs.user_data_path
        state, log = dirs.user_state_path, dirs.user_log_path
        runtime = _runtime(dirs) or state
    if not _made_private(runtime):
        runtime = state
    return Places(config=config, data=data, state=state, log=log, runtime=runtime)


def make(folder: Path) -> None:
    """Make *folder*, and those above it, for this user alone if they are not there.

    Raises:
        AdapterError: It cannot be made.
    """
    try:
        for each in (*reversed(folder.parents), folder):
            if not each.is_dir():
                each.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise AdapterError(f"{folder}: cannot be made: {reason}") from error


def resources() -> Traversable:
    """Return the folder of stretches, routines, poses, sounds and icons.

    An installed program carries it inside the package; a checkout has it at
    the top, where people who are no programmers find it.
    """
    packaged = files("stretchbreak") / "resources"
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parents[2] / "resources"


def _runtime(dirs: PlatformDirs) -> Path | None:
    """Return the desktop's folder for running programs, or None without one."""
    with warnings.catch_warnings():
        # A session without such a folder is nothing the user must hear of.
        warnings.simplefilter("ignore")
        try:
            return dirs.user_runtime_path
        except OSError:
            return None


def _made_private(folder: Path) -> bool:
    """Make *folder*; return whether only this user can open or replace it."""
    try:
        make(folder)
        if sys.platform == "win32":
            return True  # there a user's own folders are private
        own, above = folder.lstat(), folder.parent.stat()
        if not stat.S_ISDIR(own.st_mode) or own.st_uid != os.getuid():
            return False
        folder.chmod(0o700)
    except (AdapterError, OSError):
        return False
    shared = above.st_mode & stat.S_IWOTH and not above.st_mode & stat.S_ISVTX
    return above.st_uid in {0, os.getuid()} and not shared
