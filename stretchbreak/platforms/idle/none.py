"""No idle time: what is left where the desktop tells nothing.

Claiming constant input errs on the side of reminding. Lock, suspend and the
program not running still count as absences.
"""

from collections.abc import Callable
from datetime import timedelta


class NoIdleSource:
    """Takes the person to be at the keyboard all the time."""

    name = "none"
    watches: timedelta | None = None

    def idle_for(self) -> timedelta:
        """Return zero."""
        return timedelta()

    def on_return(self, call: Callable[[], None]) -> None:
        """Never call *call*: nobody is ever seen to leave."""

    def expect_return(self, *, expected: bool) -> None:
        """Do nothing: nobody is ever seen to come back."""

    def close(self) -> None:
        """Do nothing: nothing was opened."""
