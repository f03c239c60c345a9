"""An idle source that only answers: it is asked again every few seconds."""

from collections.abc import Callable
from datetime import timedelta


class AskedIdleSource:
    """Whatever can say how long nobody has touched anything.

    Args:
        name: What `doctor` and `status` call it.
        ask: Returns the time since the last input, or raises SourceLostError.
    """

    watches: timedelta | None = None

    def __init__(self, name: str, ask: Callable[[], timedelta]) -> None:
        self.name = name
        self._ask = ask

    def idle_for(self) -> timedelta:
        """Return the time since the last input.

        Raises:
            SourceLostError: The desktop stopped answering.
        """
        return self._ask()

    def on_return(self, call: Callable[[], None]) -> None:
        """Never call *call*: it must be asked."""

    def expect_return(self, *, expected: bool) -> None:
        """Do nothing: it must be asked."""

    def close(self) -> None:
        """Do nothing: nothing is kept open."""
