"""The icon on trays that come late, go and come again, on a real desktop."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchbreak.qt.tray_icon import HOST
from tests.support.bus_thing import BusThing
from tests.support.desktop import VirtualDesktop
from tests.support.person import Person
from tests.support.programs import wait_until
from tests.support.running_app import App

LONG_MS = 20_000  # only what never comes takes this long


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[VirtualDesktop]:
    with VirtualDesktop(tmp_path, manager=True, bus=True) as desktop:
        yield desktop


@pytest.fixture
def app(desktop: VirtualDesktop, tmp_path: Path) -> App:
    return App(desktop, tmp_path / "stretchbreak")


@pytest.mark.desktop
def test_an_xembed_tray_shows_it_late_and_again(
    desktop: VirtualDesktop, app: App
) -> None:
    person = Person(desktop)
    tray = desktop.run_tray()
    empty = person.sees_in_the_tray()
    tray.kill()
    running = app.launch()

    tray = desktop.run_tray()
    wait_until(lambda: person.sees_in_the_tray() != empty, "the icon does not come")
    with_icon = person.sees_in_the_tray()

    tray.kill()
    desktop.run_tray()
    wait_until(
        lambda: person.sees_in_the_tray() == with_icon, "the icon does not come again"
    )

    assert app.does("quit") == 0
    assert running.wait() == 0
    wait_until(lambda: person.sees_in_the_tray() == empty, "the icon stays")


@pytest.mark.desktop
def test_a_status_notifier_tray_gets_it_late_and_again(
    desktop: VirtualDesktop, app: App, qtbot: QtBot
) -> None:
    registered: list[str] = []
    watcher = BusThing(
        desktop.env["DBUS_SESSION_BUS_ADDRESS"], HOST, "/StatusNotifierWatcher"
    )
    watcher.properties[HOST, "IsStatusNotifierHostRegistered"] = True
    watcher.methods["RegisterStatusNotifierItem"] = registered.append
    app.launch()

    for times in (1, 2):
        count = len(registered)
        watcher.come()
        qtbot.waitUntil(lambda: len(registered) > count, timeout=LONG_MS)  # noqa: B023 - called at once
        assert len(registered) >= times
        watcher.leave()
