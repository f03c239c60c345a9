"""The idle source in use: asked, waited for, and replaced once it is lost."""

import logging
from collections.abc import Callable
from datetime import timedelta

from stretchbreak.runtime.ports.desktop import IdleSource
from stretchbreak.runtime.ports.failures import SourceLostError

_log = logging.getLogger(__name__)


class InputWatch:
    """Knows how long ago the last input was, from one idle source after another.

    Args:
        source: The idle source to begin with.
        other: Finds another when that is lost, none of those named.
    """

    def __init__(
        self, source: IdleSource, other: Callable[[frozenset[str]], IdleSource]
    ) -> None:
        self._source = source
        self._other = other
        self._returned: Callable[[], None] = _nothing

    @property
    def name(self) -> str:
        """The name of the idle source in use."""
        return self._source.name

    def begin(self, returned: Callable[[], None]) -> None:
        """Call *returned* when input returns that is expected."""
        self._returned = returned
        self._source.on_return(returned)

    def idle_for(self) -> timedelta:
        """Return the time since the last input, from whatever source still says it."""
        lost: frozenset[str] = frozenset()
        while True:
            try:
                return self._source.idle_for()
            except SourceLostError as error:
                _log.warning("Idle source %s is lost: %s", self.name, error)
                lost |= {self.name}
                self._source.close()
                self._source = self._other(lost)
                self._source.on_return(self._returned)

    def expect(self, every: timedelta | None) -> timedelta | None:
        """Say whether the very next input matters, and return when to look for it.

        Args:
            every: So often a source is asked that cannot tell of input by itself;
                None if input does not matter now.

        Returns:
            How long until the source must be asked; None if it need not be.
        """
        self._source.expect_return(expected=every is not None)
        watches = self._source.watches
        if every is None or watches is None:
            return every
        ahead = watches - self.idle_for()
        return ahead if ahead > timedelta() else None

    def close(self) -> None:
        """Let go of the desktop. Nothing is called afterwards."""
        self._source.close()


def _nothing() -> None:
    """Nobody is told of input before the program has begun."""
