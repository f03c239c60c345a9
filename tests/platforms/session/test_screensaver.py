"""Locking, heard from screen savers of our own."""

from collections.abc import Iterator

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVirtualObject
from pytestqt.qtbot import QtBot

from stretchbreak.platforms import session
from tests.support.heard import Heard
from tests.support.programs import PrivateBus

LONG_MS = 20_000  # only what never comes takes this long
SAVERS = {
    "org.freedesktop.ScreenSaver": "/org/freedesktop/ScreenSaver",
    "org.gnome.ScreenSaver": "/org/gnome/ScreenSaver",
}


class Saver(QDBusVirtualObject):
    """A screen saver, with a connection of its own."""

    def __init__(self, bus: PrivateBus, name: str, *, active: bool = False) -> None:
        super().__init__()
        self._name = name
        self._active = active
        self._bus = QDBusConnection.connectToBus(bus.address, f"{name} {bus.address}")
        assert self._bus.registerService(name)
        assert self._bus.registerVirtualObject(SAVERS[name], self)

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        assert message.member() == "GetActive"
        return connection.send(message.createReply(self._active))

    def say(self, active: object) -> None:
        signal = QDBusMessage.createSignal(
            SAVERS[self._name], self._name, "ActiveChanged"
        )
        signal.setArguments([active])
        assert self._bus.send(signal)

    def leave(self) -> None:
        self._bus.unregisterObject(SAVERS[self._name])
        assert self._bus.unregisterService(self._name)


@pytest.fixture(params=SAVERS)
def saver(request: pytest.FixtureRequest, bus: PrivateBus) -> Iterator[Saver]:
    saver = Saver(bus, request.param)
    yield saver
    saver.leave()


def test_the_screen_saver_locks_and_unlocks(saver: Saver, qtbot: QtBot) -> None:
    heard = Heard()
    watch, _ = session.watch(heard)

    saver.say(active=True)
    saver.say(active=True)
    saver.say(active=False)

    qtbot.waitUntil(lambda: len(heard) > 1, timeout=LONG_MS)
    watch.close()
    assert heard == ["locked", "unlocked"]


def test_one_that_speaks_another_language_is_not_understood(
    saver: Saver, qtbot: QtBot
) -> None:
    heard = Heard()
    watch, _ = session.watch(heard)

    for nonsense in ("true", 1, ["true"], [True], [], {"active": True}):
        saver.say(nonsense)
    assert heard == []
    saver.say(active=True)

    qtbot.waitUntil(lambda: bool(heard), timeout=LONG_MS)
    watch.close()
    assert heard == ["locked"]


def test_a_screen_that_is_covered_already_is_told(
    bus: PrivateBus, qtbot: QtBot
) -> None:
    saver = Saver(bus, "org.gnome.ScreenSaver", active=True)
    heard = Heard()

    watch, (_, tried, *_others) = session.watch(heard)

    qtbot.waitUntil(lambda: heard == ["locked"], timeout=LONG_MS)
    watch.close()
    saver.leave()
    assert tried.why == "lock: org.gnome.ScreenSaver"


def test_one_that_comes_later_is_heard(bus: PrivateBus, qtbot: QtBot) -> None:
    heard = Heard()
    watch, (_, tried, *_others) = session.watch(heard)

    saver = Saver(bus, "org.freedesktop.ScreenSaver")
    saver.say(active=True)

    qtbot.waitUntil(lambda: heard == ["locked"], timeout=LONG_MS)
    watch.close()
    saver.leave()
    assert tried.why == "lock: no screen saver yet"
