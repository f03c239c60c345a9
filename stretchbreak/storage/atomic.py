"""Writing a file so that it is always whole: the old one or the new one."""

import os
import tempfile
from pathlib import Path

from stretchbreak.runtime.ports.failures import AdapterError
from stretchbreak.storage.places import make


def write(file: Path, content: bytes) -> None:
    """Put *content* into *file*, which only this user can then read.

    A link is followed, since some people keep their settings elsewhere.

    Raises:
        AdapterError: It cannot be written; the old file is as it was.
    """
    real = Path(os.path.realpath(file))
    make(real.parent)
    try:
        _replace(real, content)
    except OSError as error:
        reason = error.strerror or error
        raise AdapterError(f"{file}: cannot be written: {reason}") from error


def _replace(file: Path, content: bytes) -> None:
    number, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    written = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        written.replace(file)
    except BaseException:
        written.unlink(missing_ok=True)
        raise
