"""What a screen reader gets to know of the windows on a desktop, by AT-SPI.

It finds windows by their titles, reads all that is seen in them, and presses.
"""

from collections.abc import Iterator
from types import TracebackType
from typing import Any, NamedTuple, Self

from jeepney import DBusAddress, Properties, new_method_call
from jeepney.io.blocking import open_dbus_connection

from tests.support.programs import wait_until

_BUS = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ACTION = "org.a11y.atspi.Action"
_SHOWING = 25
"""The number of this state in AT-SPI's list of states."""


class Place(NamedTuple):
    """Where something is asked: the program, and the path in it."""

    program: str
    path: str


class Thing(NamedTuple):
    """Something that is seen.

    Attributes:
        role: What it is, such as "push button".
        name: What it is called; empty if it has no name.
        place: Where it is.
    """

    role: str
    name: str
    place: Place


_REGISTRY = Place("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")


class ScreenReader:
    """Reads what programs tell on the session bus at *address*."""

    def __init__(self, address: str) -> None:
        with open_dbus_connection(address) as session:
            asked = new_method_call(_BUS, "GetAddress")
            own = session.send_and_get_reply(asked).body[0]
        self._bus = open_dbus_connection(own)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bus.close()

    def window(self, title: str) -> list[Thing]:
        """Wait for the window called *title*, and return all that is seen in it."""
        found: list[Thing] = []

        def look() -> bool:
            programs = self._children(_REGISTRY)
            tops = (top for each in programs for top in self._children(each))
            found[:] = [top for top in map(self._thing, tops) if top.name == title]
            return bool(found)

        wait_until(look, f"a screen reader finds no window {title!r}")
        return list(self._seen(found[0].place))

    def press(self, things: list[Thing], name: str) -> None:
        """Do with the last of *things* called *name* what it is there for.

        Its label, and what holds it, are called the same and come before it.
        """
        place = [each.place for each in things if each.name == name][-1]
        self._ask(place, _ACTION, "DoAction", "i", (0,))

    def _seen(self, place: Place) -> Iterator[Thing]:
        """Yield what is at *place* and in it, as far as it is seen."""
        low, _high = self._ask(place, _ACCESSIBLE, "GetState")
        if low >> _SHOWING & 1:
            yield self._thing(place)
            for child in self._children(place):
                yield from self._seen(child)

    def _children(self, place: Place) -> list[Place]:
        return [Place(*each) for each in self._ask(place, _ACCESSIBLE, "GetChildren")]

    def _thing(self, place: Place) -> Thing:
        address = DBusAddress(place.path, place.program, _ACCESSIBLE)
        name = self._bus.send_and_get_reply(Properties(address).get("Name")).body[0][1]
        return Thing(self._ask(place, _ACCESSIBLE, "GetRoleName"), name, place)

    def _ask(self, place: Place, interface: str, method: str, *given: Any) -> Any:
        address = DBusAddress(place.path, place.program, interface)
        asked = new_method_call(address, method, *given)
        return self._bus.send_and_get_reply(asked).body[0]
