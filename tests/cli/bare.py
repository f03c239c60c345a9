"""The program as it is started where there is no display."""

import os
import subprocess
import sys
from typing import Any

DISPLAYS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"}


def bare(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line *words* without a display."""
    plain: dict[str, Any] = {k: v for k, v in os.environ.items() if k not in DISPLAYS}
    return subprocess.run(  # noqa: S603 - ours
        [sys.executable, "-m", "stretchbreak", *words],
        env=plain | environment,
        capture_output=True,
        check=False,
    )
