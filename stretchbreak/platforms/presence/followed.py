"""A value somewhere on a bus, followed: read at first and at each change."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtDBus import QDBusMessage

from stretchbreak.platforms.dbus import PROPERTIES, Bus, Place, value_of

Say = Callable[[bool], None]
"""Is told whether a way sees its kind of hold now."""
Means = Callable[[object], bool]
"""Says whether a value, of whatever type, means that."""


class Followed(QObject):
    """Reports whether a value holds prompts back, whenever that may have changed.

    What has changed is asked for rather than taken from the signal, which may
    just as well say only that something did. A program that leaves the bus
    holds nothing any more; one that comes is asked.

    Args:
        bus: Where it is listened to.
        place: Where the value is.
        means: Says what a value means; whoever sent it chose its type.
        say: Is told what the newest value means.
    """

    def __init__(self, bus: Bus, place: Place, means: Means, say: Say) -> None:
        super().__init__()
        self._bus = bus
        self._place = place
        self._means = means
        self._say = say
        self._ask: Callable[[], None] = _nothing
        bus.watch_owner(place.service, self._came, self._went)

    def property_(self, name: str) -> "Followed":
        """Follow the property *name*, and return self."""
        properties = Place(self._place.service, self._place.path, PROPERTIES)
        self._bus.listen(properties, "PropertiesChanged", self, "changed")
        self._ask = lambda: self._bus.read_later(self._place, name, self, "take")
        self._ask()
        return self

    def method(self, name: str, *given: str, signal: str) -> "Followed":
        """Follow what the method *name* returns, anew at *signal*; return self."""
        self._bus.listen(self._place, signal, self, "signalled")
        self._ask = lambda: self._bus.call_later(
            self._place, name, self, "take", *given
        )
        self._ask()
        return self

    @Slot(QDBusMessage)
    def changed(self, signal: QDBusMessage) -> None:
        """Hear that a property of the object is not what it was."""
        if value_of(signal) == self._place.interface:
            self._ask()

    @Slot(QDBusMessage)
    def signalled(self, _signal: QDBusMessage) -> None:
        """Hear that the value is not what it was."""
        self._ask()

    @Slot(QDBusMessage)
    def take(self, answer: QDBusMessage) -> None:
        """Take in the newest value."""
        self._say(self._means(value_of(answer)))

    def _came(self) -> None:
        self._ask()

    def _went(self) -> None:
        self._say(False)  # noqa: FBT003 - the only thing there is to say


def _nothing() -> None:
    pass
