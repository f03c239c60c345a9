"""What several sources, which repeat one another, have to tell."""

from stretchbreak.runtime.ports.desktop import SessionListener


class News:
    """Passes on to the listener what is new, until it is closed.

    Of locking, the last report holds, whoever makes it. One that says
    "unlocked" too early costs nothing, since unlocking is not input; waiting
    for all of them to say so would keep reminders off for good if one forgets.
    """

    def __init__(self, listener: SessionListener) -> None:
        self._listener = listener
        self._locked = self._certain = False
        self._closed = False

    def lock(self, *, locked: bool) -> None:
        """Take in that the screen was locked, or is open again."""
        news = locked != self._locked or (locked and not self._certain)
        if self._closed or not news:
            return
        self._locked = self._certain = locked
        if locked:
            self._listener.locked(certain=True)
        else:
            self._listener.unlocked()

    def wish_lock(self) -> None:
        """Take in that somebody wishes the screen to be locked.

        Each wish is news unless it was fulfilled: the listener may have found
        out by itself that the one before was not.
        """
        if not self._closed and not self._certain:
            self._locked = True
            self._listener.locked(certain=False)

    def sleep(self, *, begins: bool) -> None:
        """Take in that the computer goes to sleep, or has woken."""
        if self._closed:
            return
        if begins:
            self._listener.suspended()
        else:
            self._listener.woke()

    def close(self) -> None:
        """Pass on nothing more, not even what is on its way already."""
        self._closed = True
