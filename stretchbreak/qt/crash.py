"""What becomes of our own bugs: they are logged, and the program goes on.

Qt calls our slots, so an error in one has nobody to go to. A reminder that
silently stopped would be worse than one odd turn.
"""

import logging
import sys
from types import TracebackType

_log = logging.getLogger(__name__)


def install() -> None:
    """Log every error that nobody caught, from now on."""
    sys.excepthook = _caught


def _caught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    _log.critical("This is a bug in Stretchbreak", exc_info=(kind, error, trace))
