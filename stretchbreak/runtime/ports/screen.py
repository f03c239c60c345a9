"""What is seen, and what wakes the engine for it."""

from datetime import timedelta
from typing import Protocol

from stretchbreak.core.effects import Notice
from stretchbreak.core.view import View


class Screen(Protocol):
    """Shows what there is to show."""

    def show(self, view: View) -> None:
        """Show *view*. Showing it twice changes nothing."""
        ...

    def open(self) -> None:
        """Bring to the front what the user most likely wants to see."""
        ...

    def raise_session(self) -> None:
        """Bring the running session's window to the front."""
        ...

    def notice(self, what: Notice) -> None:
        """Tell the user *what*, gently."""
        ...

    def tell(self, line: str) -> None:
        """Tell the user what went wrong, in a line of its own words."""
        ...

    def unheard(self, line: str) -> None:
        """Say in the session what cannot be heard and why; empty if all can."""
        ...


class Waker(Protocol):
    """Wakes the engine after a while."""

    def wake_in(self, delay: timedelta | None) -> None:
        """Wake once after *delay*, and not at the time set before; None: never."""
        ...
