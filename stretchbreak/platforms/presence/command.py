"""A tool of the desktop, asked for what it knows."""

import os
import subprocess
from datetime import timedelta

from stretchbreak.runtime.ports.failures import AdapterError

_PATIENCE = timedelta(seconds=2)


def output(*command: str) -> str:
    """Return what *command*, begun with a full path, writes.

    Raises:
        AdapterError: It fails, or takes longer than two seconds.
    """
    try:
        done = subprocess.run(  # noqa: S603 - the paths come from shutil.which
            command,
            env=os.environ | {"LC_ALL": "C"},
            check=True,
            capture_output=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE.total_seconds(),
        )
    except subprocess.CalledProcessError as error:
        why = " ".join(error.stderr.split())
        raise AdapterError(f"{command[0]}: {why or error}") from error
    except (OSError, subprocess.SubprocessError) as error:
        raise AdapterError(f"{command[0]}: {error}") from error
    return done.stdout
