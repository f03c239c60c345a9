"""Hears every wish of the user, in order."""

from stretchbreak.qt.wishes import Wishes

NAMES = tuple(name for name in vars(Wishes) if name.endswith(("_asked", "_said")))


class WishLog:
    """Notes which signals of *wishes* came, and with what.

    Attributes:
        wishes: The names of the signals, each with its values.
    """

    def __init__(self, wishes: Wishes) -> None:
        self.wishes: list[tuple[object, ...]] = []
        for name in NAMES:
            getattr(wishes, name).connect(
                lambda *values, wish=name: self.wishes.append((wish, *values))
            )
