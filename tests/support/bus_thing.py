"""Something on a private bus that answers as it is told to."""

from collections.abc import Callable

from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusVariant,
    QDBusVirtualObject,
)

Answer = Callable[..., object]
"""What a method returns for its arguments."""
PROPERTIES = "org.freedesktop.DBus.Properties"


class BusThing(QDBusVirtualObject):
    """One object of one program.

    Attributes:
        properties: Its properties, by their interface and name.
        methods: What its methods return for the arguments given.
    """

    def __init__(self, address: str, service: str, path: str) -> None:
        super().__init__()
        self.properties: dict[tuple[str, str], object] = {}
        self.methods: dict[str, Answer] = {}
        self._service, self._path = service, path
        self._bus = QDBusConnection.connectToBus(
            address, f"{service} {path} {id(self)} {address}"
        )
        assert self._bus.registerVirtualObject(path, self)

    def come(self) -> None:
        """Take the name on the bus."""
        assert self._bus.registerService(self._service)

    def leave(self) -> None:
        """Give the name back, as a program that ends does."""
        assert self._bus.unregisterService(self._service)

    def say(self, interface: str, signal: str, *arguments: object) -> None:
        message = QDBusMessage.createSignal(self._path, interface, signal)
        message.setArguments(arguments)
        assert self._bus.send(message)

    def set(self, interface: str, name: str, value: object) -> None:
        """Change a property, and say so."""
        self.properties[interface, name] = value
        self.say(PROPERTIES, "PropertiesChanged", interface, {name: value}, [""])

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        member, given = message.member(), message.arguments()
        if member == "Get" and tuple(given) in self.properties:
            answer = message.createReply(QDBusVariant(self.properties[tuple(given)]))
        elif member in self.methods:
            value = self.methods[member](*given)
            nothing = value is None
            answer = message.createReply() if nothing else message.createReply(value)
        else:
            answer = message.createErrorReply("org.example.No", f"no {member} {given}")
        return connection.send(answer)
