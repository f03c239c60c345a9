"""Holds that tell of themselves, heard from programs on a private bus."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchbreak.core.holds import By
from tests.platforms.presence.conftest import LONG_MS, Told
from tests.support.bus_thing import BusThing
from tests.support.programs import PrivateBus

SERVER = "org.freedesktop.Notifications"
DUNST = "org.dunstproject.cmd0"
GNOME = "org.gnome.SessionManager"
POWER = "org.freedesktop.PowerManagement"
LOGIND = "org.freedesktop.login1"
XFCE = "org.xfce.Xfconf"


@pytest.fixture
def server(bus: PrivateBus) -> BusThing:
    return BusThing(bus.address, SERVER, "/org/freedesktop/Notifications")


@pytest.mark.parametrize(
    ("interface", "name"), [(SERVER, "Inhibited"), (DUNST, "paused")]
)
def test_do_not_disturb_of_the_notification_server(
    interface: str, name: str, server: BusThing, bus: PrivateBus, qtbot: QtBot
) -> None:
    server.properties[interface, name] = True
    server.come()
    assert bus.running
    told = Told(qtbot)
    told.until("dnd began")

    server.set(interface, name, value=False)
    told.until("dnd began", "dnd ended")
    server.set(interface, name, value=True)
    told.until("dnd began", "dnd ended", "dnd began")

    told.presence.close()


def test_a_server_that_comes_later_and_goes(server: BusThing, told: Told) -> None:
    server.properties[SERVER, "Inhibited"] = True

    server.come()
    told.until("dnd began")
    server.leave()
    told.until("dnd began", "dnd ended")


def test_a_server_that_says_nonsense_holds_nothing(
    server: BusThing, told: Told
) -> None:
    server.come()
    for nonsense in ("yes", 1, ["true"]):
        server.set(SERVER, "Inhibited", nonsense)

    server.set(SERVER, "Inhibited", value=True)
    told.until("dnd began")


def test_two_ways_that_say_the_same_are_one_hold(server: BusThing, told: Told) -> None:
    server.come()
    server.set(SERVER, "Inhibited", value=True)
    told.until("dnd began")
    server.set(DUNST, "paused", value=True)
    server.set(SERVER, "Inhibited", value=False)
    server.set(DUNST, "paused", value=False)

    told.until("dnd began", "dnd ended")


def test_do_not_disturb_of_xfce(bus: PrivateBus, qtbot: QtBot) -> None:
    settings = BusThing(bus.address, XFCE, "/org/xfce/Xfconf")
    answers = {("xfce4-notifyd", "/do-not-disturb"): False}
    settings.methods["GetProperty"] = lambda *key: answers[key]
    settings.come()
    told = Told(qtbot)

    answers["xfce4-notifyd", "/do-not-disturb"] = True
    settings.say(XFCE, "PropertyChanged", "xfce4-notifyd", "/do-not-disturb")

    told.until("dnd began")
    told.presence.close()


@pytest.fixture
def gsettings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tool that says what is in a file; the dconf behind it needs a desktop."""
    value = tmp_path / "value"
    value.write_text("true\n")
    tool = tmp_path / "gsettings"
    tool.write_text(
        f'#!/bin/sh\n[ "$*" = "get org.gnome.desktop.notifications show-banners" ] '
        f"&& echo read >>{tmp_path}/reads && cat {value}\n"
    )
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    return value


@pytest.mark.parametrize(
    "where",
    [
        "/org/gnome/desktop/notifications/show-banners",
        "/org/gnome/desktop/notifications/",
        "/",
    ],
)
def test_do_not_disturb_of_gnome(
    where: str, gsettings: Path, bus: PrivateBus, qtbot: QtBot
) -> None:
    writer = BusThing(bus.address, "ca.desrt.dconf", "/ca/desrt/dconf/Writer/user")
    writer.come()
    told = Told(qtbot)

    gsettings.write_text("false\n")
    writer.say("ca.desrt.dconf.Writer", "Notify", where, [""], "tag")

    told.until("dnd began")
    told.presence.close()


def test_other_settings_are_not_read(
    gsettings: Path, bus: PrivateBus, qtbot: QtBot, tmp_path: Path
) -> None:
    writer = BusThing(bus.address, "ca.desrt.dconf", "/ca/desrt/dconf/Writer/user")
    writer.come()
    told = Told(qtbot)
    reads = tmp_path / "reads"
    qtbot.waitUntil(reads.exists, timeout=LONG_MS)  # the one at the beginning
    gsettings.write_text("false\n")

    writer.say("ca.desrt.dconf.Writer", "Notify", "/org/gnome/shell/", ["x"], "tag")
    writer.say("ca.desrt.dconf.Writer", "Notify", "/org/", ["x"], "tag")

    told.until("dnd began")
    assert reads.read_text().count("read") == 2
    told.presence.close()


def test_what_keeps_the_screen_on_in_gnome(bus: PrivateBus, qtbot: QtBot) -> None:
    manager = BusThing(bus.address, GNOME, "/org/gnome/SessionManager")
    manager.properties[GNOME, "InhibitedActions"] = 1 | 4  # log out, suspend
    manager.come()
    told = Told(qtbot)

    manager.set(GNOME, "InhibitedActions", 1 | 8)
    told.until("inhibitor began")
    assert told.presence.told() == {By.INHIBITOR}
    manager.set(GNOME, "InhibitedActions", 0)
    told.until("inhibitor began", "inhibitor ended")

    told.presence.close()


def test_what_keeps_the_screen_on_by_the_power_manager(
    bus: PrivateBus, told: Told
) -> None:
    path = "/org/freedesktop/PowerManagement/Inhibit"
    manager, inhibited = BusThing(bus.address, POWER, path), [True]
    manager.methods["HasInhibit"] = lambda: inhibited[0]

    manager.come()
    told.until("inhibitor began")
    inhibited[0] = False
    manager.say(f"{POWER}.Inhibit", "HasInhibitChanged", False)  # noqa: FBT003 - its value

    told.until("inhibitor began", "inhibitor ended")


def test_what_keeps_the_computer_awake_by_logind(bus: PrivateBus, qtbot: QtBot) -> None:
    logind = BusThing(bus.address, LOGIND, "/org/freedesktop/login1")
    blocked = (f"{LOGIND}.Manager", "BlockInhibited")
    logind.properties[blocked] = "handle-power-key:shutdown"
    logind.come()
    told = Told(qtbot)

    logind.set(*blocked, "shutdown:idle:handle-power-key")
    told.until("inhibitor began")
    logind.set(*blocked, "shutdown")
    told.until("inhibitor began", "inhibitor ended")

    told.presence.close()


def test_nothing_is_told_after_closing(
    server: BusThing, bus: PrivateBus, qtbot: QtBot
) -> None:
    server.come()
    closed, witness = Told(qtbot), Told(qtbot)
    closed.presence.close()

    assert bus.running
    server.set(SERVER, "Inhibited", value=True)

    witness.until("dnd began")
    assert closed == []
    witness.presence.close()


def test_what_holds_before_anybody_listens_is_told_first(
    server: BusThing, told: Told, qtbot: QtBot
) -> None:
    server.properties[SERVER, "Inhibited"] = True
    server.come()
    told.until("dnd began")
    late = Told(qtbot)
    late.until("dnd began")

    told.presence.tell(late)

    assert late == ["dnd began", "dnd began"]
    late.presence.close()
