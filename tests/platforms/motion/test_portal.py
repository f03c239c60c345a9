"""The wish for less movement, heard from a portal of our own."""

from collections.abc import Iterator

import pytest
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusVariant,
    QDBusVirtualObject,
)
from pytestqt.qtbot import QtBot

from stretchbreak.platforms import motion
from tests.support.programs import PrivateBus

LONG_MS = 20_000  # only what never comes takes this long
NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SETTINGS = "org.freedesktop.portal.Settings"
KEY = ["org.freedesktop.appearance", "reduced-motion"]


class Portal(QDBusVirtualObject):
    """A desktop portal, with a connection of its own."""

    def __init__(self, bus: PrivateBus) -> None:
        super().__init__()
        self._bus = QDBusConnection.connectToBus(bus.address, f"portal {bus.address}")
        assert self._bus.registerService(NAME)
        assert self._bus.registerVirtualObject(PATH, self)

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        assert message.member() == "Read"
        assert message.arguments() == KEY
        return connection.send(message.createReply(QDBusVariant(QDBusVariant(1))))

    def say(self, *setting: object) -> None:
        signal = QDBusMessage.createSignal(PATH, SETTINGS, "SettingChanged")
        signal.setArguments(setting)
        assert self._bus.send(signal)

    def leave(self) -> None:
        self._bus.unregisterObject(PATH)
        assert self._bus.unregisterService(NAME)


@pytest.fixture
def portal(bus: PrivateBus) -> Iterator[Portal]:
    portal = Portal(bus)
    yield portal
    portal.leave()


def test_the_portal_tells_how_it_stands_and_what_changes(
    portal: Portal, qtbot: QtBot
) -> None:
    heard: list[bool] = []
    watch, _ = motion.watch(heard.append)
    assert watch is not None
    qtbot.waitUntil(lambda: heard == [True], timeout=LONG_MS)

    portal.say(KEY[0], "color-scheme", QDBusVariant(1))
    portal.say(*KEY, QDBusVariant("one"))
    portal.say(*KEY, QDBusVariant(0))

    qtbot.waitUntil(lambda: len(heard) > 1, timeout=LONG_MS)
    watch.close()
    assert heard == [True, False]


def test_without_a_bus_nothing_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)

    watch, tried = motion.watch(lambda _reduced: None)

    assert watch is None
    assert [way.chosen for way in tried] == [False]
