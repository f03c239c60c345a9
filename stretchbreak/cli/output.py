"""Writing what a verb makes into the file the user names."""

import sys
from pathlib import Path

from stretchbreak.cli.outcome import CommandError

STDOUT = "-"


def write(content: bytes, file: str) -> None:
    """Put *content* into *file*; "-" is the standard output.

    Raises:
        CommandError: It cannot be written.
    """
    try:
        if file == STDOUT:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        else:
            Path(file).write_bytes(content)
    except BrokenPipeError:  # `main` knows what that means
        raise
    except OSError as error:
        where = "standard output" if file == STDOUT else file
        reason = error.strerror or error
        raise CommandError(f"{where}: cannot be written: {reason}") from error
