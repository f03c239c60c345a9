"""Whether a lock that was only wished for is one.

Some desktops say that the screen was locked; others pass on the wish alone,
and then it may never be said that it is open again. Nobody works at a locked
screen for a minute: who does, has it open.
"""

from datetime import timedelta

LOOK_EVERY = timedelta(seconds=15)
"""Input must come at least so often to be work."""
WORK = timedelta(seconds=60)
"""A password takes less."""


class LockDoubt:
    """Watches for work at a screen that is said to be locked."""

    def __init__(self) -> None:
        self._locked: timedelta | None = None
        self._since: timedelta | None = None

    @property
    def doubts(self) -> bool:
        """Whether the screen may be open although it was said to be locked."""
        return self._locked is not None

    def locked(self, at: timedelta, *, certain: bool) -> None:
        """Take in that the screen was locked at *at*, on the steady clock."""
        self._locked = None if certain else at
        self._since = None

    def unlocked(self) -> None:
        """Take in that it is open."""
        self._locked = self._since = None

    def works(self, now: timedelta, idle_for: timedelta) -> bool:
        """Return whether somebody has worked for a minute; then doubt is over."""
        last = now - idle_for
        if self._locked is None or last <= self._locked:
            return False
        if idle_for > LOOK_EVERY:
            self._since = None
        elif self._since is None:
            self._since = last
        elif last - self._since >= WORK:
            self.unlocked()
            return True
        return False

    def next_look(self, now: timedelta) -> timedelta | None:
        """Return when to look again, on the steady clock."""
        return None if self._since is None else now + LOOK_EVERY
