"""The X11 idle source on a real X server, with real input."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop
from pytestqt.qtbot import QtBot

from stretchbreak.platforms.idle import x11
from stretchbreak.platforms.ways import PassedOverError
from stretchbreak.runtime.ports.failures import SourceLostError
from tests.support.desktop import VirtualDesktop
from tests.support.programs import wait_until

SECOND = timedelta(seconds=1)
LONG_MS = 20_000  # only what never comes takes this long


@pytest.fixture
def desktop(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,  # noqa: ARG001 - an event loop is needed
) -> Iterator[VirtualDesktop]:
    with VirtualDesktop(tmp_path) as desktop:
        monkeypatch.setenv("DISPLAY", desktop.env["DISPLAY"])
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        yield desktop


@pytest.fixture
def source(desktop: VirtualDesktop) -> Iterator[x11.X11IdleSource]:  # noqa: ARG001 - by its environment
    source = x11.start()
    yield source
    source.close()


@pytest.fixture
def onlooker(desktop: VirtualDesktop) -> Iterator[x11.X11IdleSource]:  # noqa: ARG001 - by its environment
    """Tells the idle time where the source itself must not be asked."""
    onlooker = x11.start()
    yield onlooker
    onlooker.close()


@pytest.mark.parametrize("input_", [("mousemove_relative", "3", "3"), ("key", "a")])
def test_idle_time_grows_until_there_is_input(
    desktop: VirtualDesktop, source: x11.X11IdleSource, input_: tuple[str, ...]
) -> None:
    wait_until(lambda: source.idle_for() > SECOND, "the idle time does not grow")
    before = source.idle_for()

    desktop.xdotool(*input_)

    assert source.idle_for() < before


def test_the_return_of_input_is_told_without_asking(
    desktop: VirtualDesktop,
    source: x11.X11IdleSource,
    onlooker: x11.X11IdleSource,
    qtbot: QtBot,
) -> None:
    returns: list[str] = []
    source.on_return(lambda: returns.append("back"))
    source.expect_return(expected=True)

    for times in (1, 2):
        qtbot.waitUntil(lambda: onlooker.idle_for() > x11.WATCHES, timeout=LONG_MS)
        assert len(returns) == times - 1, "told before there was input"
        desktop.xdotool("mousemove_relative", "3", "3")
        qtbot.waitUntil(lambda: len(returns) == times, timeout=LONG_MS)  # noqa: B023 - called at once


def test_a_return_that_comes_with_an_answer_is_told_too(
    desktop: VirtualDesktop, source: x11.X11IdleSource, qtbot: QtBot
) -> None:
    returns: list[str] = []
    source.on_return(lambda: returns.append("back"))
    source.expect_return(expected=True)
    wait_until(lambda: source.idle_for() > x11.WATCHES, "the idle time does not grow")

    desktop.xdotool("mousemove_relative", "3", "3")
    source.idle_for()  # reads from the connection what the notifier waits for

    assert returns == [], "called from within a question"
    qtbot.waitUntil(lambda: returns == ["back"], timeout=LONG_MS)


def test_a_return_that_nobody_expects_is_not_told(
    desktop: VirtualDesktop,
    source: x11.X11IdleSource,
    onlooker: x11.X11IdleSource,
    qtbot: QtBot,
) -> None:
    told, seen = list[str](), list[str]()
    source.on_return(lambda: told.append("back"))
    onlooker.on_return(lambda: seen.append("back"))
    onlooker.expect_return(expected=True)
    source.expect_return(expected=True)
    source.expect_return(expected=False)
    wait_until(lambda: source.idle_for() > x11.WATCHES, "the idle time does not grow")

    desktop.xdotool("mousemove_relative", "3", "3")
    qtbot.waitUntil(lambda: seen == ["back"], timeout=LONG_MS)
    source.idle_for()
    _everything_pending()

    assert told == []


def test_nothing_is_called_after_closing(
    desktop: VirtualDesktop, source: x11.X11IdleSource
) -> None:
    returns: list[str] = []
    source.on_return(lambda: returns.append("back"))
    source.expect_return(expected=True)
    wait_until(lambda: source.idle_for() > x11.WATCHES, "the idle time does not grow")
    desktop.xdotool("mousemove_relative", "3", "3")

    source.idle_for()  # from here on the call is on its way
    source.close()
    _everything_pending()

    assert returns == []
    with pytest.raises(SourceLostError):
        source.idle_for()


def test_a_server_that_goes_away_is_an_error_and_no_work(
    desktop: VirtualDesktop, source: x11.X11IdleSource
) -> None:
    source.on_return(lambda: None)
    _everything_pending()

    desktop.kill_server()

    assert not all(_everything_pending()), "the dead connection keeps the loop busy"
    with pytest.raises(SourceLostError):
        source.idle_for()


def test_without_a_display_x11_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)

    with pytest.raises(PassedOverError, match="DISPLAY is not set"):
        x11.start()


def test_without_a_server_x11_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":54321")

    with pytest.raises(PassedOverError, match="cannot be reached"):
        x11.start()


@pytest.mark.usefixtures("desktop")  # XWayland is an X server, too
def test_under_wayland_x11_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")

    with pytest.raises(PassedOverError, match="under Wayland"):
        x11.start()


def _everything_pending() -> list[bool]:
    """Let the event loop go round often; say each time whether it had work."""
    dispatcher = QAbstractEventDispatcher.instance()
    all_events = QEventLoop.ProcessEventsFlag.AllEvents
    return [dispatcher.processEvents(all_events) for _ in range(50)]
