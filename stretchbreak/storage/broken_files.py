"""What becomes of a file that cannot be read: it is kept, out of the way."""

from collections.abc import Sequence
from datetime import datetime
from itertools import count
from pathlib import Path


def line(file: Path, message: str) -> str:
    """Return what to tell the user about *file*, on one line."""
    return "".join(c if c.isprintable() else "?" for c in f"{file}: {message}")


def set_aside(
    file: Path, why: str, now: datetime, instead: str, beside: Sequence[str] = ()
) -> str:
    """Rename *file*, so that a new one can be begun; return what to tell the user.

    Args:
        file: What cannot be read.
        why: What is wrong with it.
        now: The local time, for the new name.
        instead: What is done now.
        beside: Endings of the files that belong to it, such as `-wal`.
    """
    aside = _free_name(file, now)
    try:
        for ending in (*beside, ""):
            part = file.with_name(file.name + ending)
            if ending == "" or _exists(part):
                part.rename(aside.with_name(aside.name + ending))
    except OSError as error:
        reason = error.strerror or error
        stays = f"it could not be set aside: {reason}"
        return line(file, f"{why}; {stays}; {instead}")
    return line(file, f"{why}; it is kept as {aside.name}; {instead}")


def _free_name(file: Path, now: datetime) -> Path:
    for number in count(1):
        more = f"-{number}" if number > 1 else ""
        name = f"{file.stem}.broken-{now:%Y%m%d-%H%M%S}{more}{file.suffix}"
        if not _exists(aside := file.with_name(name)):
            return aside
    raise AssertionError  # pragma: no cover - count has no end


def _exists(file: Path) -> bool:
    return file.exists() or file.is_symlink()
