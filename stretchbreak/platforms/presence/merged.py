"""What several ways, which may see the same, have to tell."""

from stretchbreak.core.holds import By
from stretchbreak.platforms.presence.followed import Say
from stretchbreak.runtime.ports.desktop import HoldListener


class Merged:
    """Several ways to be told of one kind: it holds while any of them says so."""

    def __init__(self) -> None:
        self._listener: HoldListener | None = None
        self._saying: set[tuple[str, By]] = set()

    @property
    def on(self) -> frozenset[By]:
        """The kinds that hold now."""
        return frozenset(by for _way, by in self._saying)

    def tell(self, listener: HoldListener) -> None:
        """Pass on to *listener* what begins and ends, and what has begun."""
        self._listener = listener
        for by in self.on:
            listener.hold_began(by)

    def sayer(self, way: str, by: By) -> Say:
        """Return what *way* calls when it sees *by* begin or end."""

        def say(on: bool) -> None:  # noqa: FBT001 - the only thing there is to say
            before = by in self.on
            if on:
                self._saying.add((way, by))
            else:
                self._saying.discard((way, by))
            if before is not (by in self.on):
                self._pass_on(by, began=on)

        return say

    def close(self) -> None:
        """Pass on nothing more."""
        self._listener = None

    def _pass_on(self, by: By, *, began: bool) -> None:
        if self._listener is None:
            return
        if began:
            self._listener.hold_began(by)
        else:
            self._listener.hold_ended(by)
