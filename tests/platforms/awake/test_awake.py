"""The screen kept awake, asked of desktops of our own on a private bus."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from select import select

import pytest

from stretchbreak.platforms.awake import Awake, hold
from stretchbreak.platforms.awake.inhibition import Inhibition
from stretchbreak.platforms.awake.macos import NO_DISPLAY_SLEEP, Assertion
from stretchbreak.platforms.awake.windows import (
    CONTINUOUS,
    DISPLAY_REQUIRED,
    SYSTEM_REQUIRED,
    DisplayRequest,
)
from stretchbreak.platforms.ways import PassedOverError
from tests.support.fake_desktop import COOKIE, HANDLE, FakeDesktop
from tests.support.programs import PrivateBus, wait_until

DESKTOPS = {
    "org.freedesktop.ScreenSaver": f"released {COOKIE}",
    "org.gnome.SessionManager": f"released {COOKIE}",
    "org.freedesktop.portal.Desktop": f"released {HANDLE}",
}
Start = Callable[..., FakeDesktop]


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateBus]:
    with PrivateBus() as bus:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        monkeypatch.delenv("DISPLAY", raising=False)
        yield bus


@pytest.fixture
def desktop(bus: PrivateBus) -> Iterator[Start]:
    """Return what starts a desktop on the bus."""
    with ExitStack() as stack:
        yield lambda name, *, mute=False: stack.enter_context(
            FakeDesktop(bus.address, name, mute=mute)
        )


def wait_for_the_answer(awake: Awake) -> None:
    """Wait until the desktop's answer has come through the bus."""
    (inhibition,) = awake._holds
    assert isinstance(inhibition, Inhibition)
    sock = inhibition._connection.sock
    wait_until(lambda: bool(select([sock], [], [], 0)[0]), "no answer came")


@pytest.mark.parametrize(("name", "released"), DESKTOPS.items())
def test_a_desktop_is_asked_and_told_when_it_is_over(
    desktop: Start, name: str, released: str
) -> None:
    there = desktop(name)
    awake = Awake()

    awake.keep(awake=True)
    assert there.line() == "asked Inhibit"
    wait_for_the_answer(awake)
    awake.keep(awake=False)

    assert [there.line(), there.line()] == [released, "left"]


def test_being_told_again_changes_nothing(desktop: Start) -> None:
    there = desktop("org.freedesktop.ScreenSaver")
    awake = Awake()
    for wanted in (False, True, True):
        awake.keep(awake=wanted)
    assert there.line() == "asked Inhibit"
    wait_for_the_answer(awake)
    for wanted in (True, False, False):
        awake.keep(awake=wanted)

    assert [there.line(), there.line()] == [f"released {COOKIE}", "left"]


def test_only_the_first_desktop_that_is_there_is_asked(desktop: Start) -> None:
    there = [desktop(name) for name in DESKTOPS]

    holds, tried = hold()

    assert there[0].line() == "asked Inhibit"
    assert [way.way for way in tried if way.chosen] == ["screensaver"]
    for each in holds:
        each.close()


def test_a_desktop_that_never_answers_holds_nothing_up(desktop: Start) -> None:
    there = desktop("org.freedesktop.ScreenSaver", mute=True)
    awake = Awake()

    awake.keep(awake=True)
    awake.keep(awake=False)

    assert [there.line(), there.line()] == ["asked Inhibit", "left"]


def test_a_crash_takes_it_back(desktop: Start) -> None:
    there = desktop("org.freedesktop.ScreenSaver")
    code = (
        "from stretchbreak.platforms.awake import Awake;"
        "Awake().keep(awake=True); print('kept', flush=True); input()"
    )
    with subprocess.Popen(  # noqa: S603 - ours
        [sys.executable, "-c", code],
        env=os.environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"kept\n"
        program.kill()

    assert [there.line(), there.line()] == ["asked Inhibit", "left"]


def test_without_a_bus_every_way_says_why_it_is_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    holds, tried = hold()

    assert holds == ()
    assert not any(way.chosen for way in tried)
    assert all(way.why for way in tried)


def test_on_an_empty_bus_nobody_is_asked(bus: PrivateBus) -> None:
    assert bus.address

    holds, tried = hold()

    assert holds == ()
    assert any("nobody on the session bus" in way.why for way in tried)


# Windows and macOS, with the calls they would take


def test_windows_is_told_that_the_display_is_needed_and_no_longer() -> None:
    told: list[int] = []

    def set_state(flags: int) -> int:
        told.append(flags)
        return CONTINUOUS

    DisplayRequest(set_state).close()

    assert told == [CONTINUOUS | DISPLAY_REQUIRED | SYSTEM_REQUIRED, CONTINUOUS]


def test_windows_may_refuse() -> None:
    with pytest.raises(PassedOverError, match="does not keep the display on"):
        DisplayRequest(lambda _flags: 0)


class FakePower:
    """IOKit's two calls."""

    def __init__(self, number: int | None) -> None:
        self._number = number
        self.calls: list[tuple[object, ...]] = []

    def create(self, kind: str, reason: str) -> int | None:
        self.calls.append((kind, reason))
        return self._number

    def release(self, assertion: int) -> None:
        self.calls.append((assertion,))


def test_macos_is_told_once_and_let_go_once() -> None:
    power = FakePower(5)
    assertion = Assertion(power)
    assertion.close()
    assertion.close()

    assert power.calls == [(NO_DISPLAY_SLEEP, "A stretch session is running"), (5,)]


def test_macos_may_refuse() -> None:
    with pytest.raises(PassedOverError, match="does not keep the display on"):
        Assertion(FakePower(None))
