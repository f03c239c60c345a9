"""Tests for stretchbreak.qt.login_switch."""

import pytest
from pytestqt.qtbot import QtBot

from stretchbreak.qt.fault_line import FaultLine
from stretchbreak.qt.login_switch import LoginSwitch
from stretchbreak.qt.switch import Switch
from tests.support.fakes import FakeAutostart


@pytest.fixture
def login() -> FakeAutostart:
    return FakeAutostart()


@pytest.fixture
def switch(login: FakeAutostart, qtbot: QtBot) -> LoginSwitch:
    switch = LoginSwitch(login)
    qtbot.addWidget(switch)
    switch.show()
    return switch


def test_it_switches_the_desktops_own_entry(
    switch: LoginSwitch, login: FakeAutostart
) -> None:
    for wanted in (True, False):
        knob(switch).click()
        assert login.on() is wanted

    assert fault(switch) == ""


def test_it_shows_what_the_desktop_says_whenever_it_is_shown(
    switch: LoginSwitch, login: FakeAutostart
) -> None:
    assert not knob(switch).isChecked()
    switch.hide()

    login.switched_on = True
    switch.show()

    assert knob(switch).isChecked()


def test_failing_is_said_and_changes_nothing(
    switch: LoginSwitch, login: FakeAutostart
) -> None:
    login.fails = "autostart: cannot be written: read-only file system"

    knob(switch).click()

    assert not login.switched_on
    assert fault(switch) == login.fails


def knob(switch: LoginSwitch) -> Switch:
    found = switch.findChild(Switch)
    assert found is not None
    return found


def fault(switch: LoginSwitch) -> str:
    line = switch.findChild(FaultLine)
    assert line is not None
    return "" if line.isHidden() else line.text()
