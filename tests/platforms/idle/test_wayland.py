"""The Wayland idle source, with a server that is moved by hand.

What real servers do with it, packaging/desktops.sh shows.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stretchbreak.platforms.idle import wayland
from stretchbreak.platforms.idle.wayland import BEFORE, COARSE, DECIDED, FINE
from stretchbreak.platforms.wayland import Connection
from stretchbreak.platforms.ways import PassedOverError
from stretchbreak.runtime.ports.failures import SourceLostError
from tests.support.fake_compositor import FakeCompositor

SECOND = timedelta(seconds=1)
NOTHING = timedelta()
LONG_MS = 20_000  # only what never comes takes this long


class Clock:
    """Stands still until a test says that time passes."""

    def __init__(self) -> None:
        self.now = 1000 * SECOND

    def __call__(self) -> timedelta:
        return self.now


class Bench:
    """A server, and the source that asks it."""

    def __init__(self, server: FakeCompositor) -> None:
        self.server = server
        self.clock = Clock()
        self.source = wayland.WaylandIdleSource(Connection(), self.clock)
        self.returns: list[str] = []

    def says(self, *words: str) -> timedelta:
        """Have the server say something; return what the source makes of it."""
        self.server.tell(*words)
        return self.source.idle_for()

    def passes(self, duration: timedelta) -> timedelta:
        self.clock.now += duration
        return self.source.idle_for()

    def asked(self) -> list[str]:
        """What the server was asked for, once it has read it all."""
        self.source._server.round_trip()
        return self.server.tell("asked").split()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Path:  # noqa: ARG001 - an event loop is needed
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    return tmp_path / "wayland-7"


@pytest.fixture(params=[1, 2], ids=["version 1", "version 2"])
def bench(request: pytest.FixtureRequest, place: Path) -> Iterator[Bench]:
    with FakeCompositor(place, request.param) as server:
        bench = Bench(server)
        yield bench
        bench.source.close()


def test_somebody_who_is_there_has_just_touched_something(bench: Bench) -> None:
    assert bench.passes(100 * SECOND) == NOTHING


def test_idle_time_grows_from_when_the_server_says_so(bench: Bench) -> None:
    assert bench.says("idle", "5000") == COARSE
    assert bench.passes(100 * SECOND) == COARSE + 100 * SECOND
    assert bench.says("input") == NOTHING


def test_the_newer_request_tells_input_from_a_video(bench: Bench) -> None:
    version = bench.source._server.version("ext_idle_notifier_v1")

    assert bench.asked() == [f"{version}:5000"]


def test_while_the_return_matters_there_is_a_fine_notification(bench: Bench) -> None:
    before = bench.asked()
    for _time in range(3):  # numbers of objects are used again
        bench.source.expect_return(expected=True)
        assert len(bench.asked()) == 2
        bench.source.expect_return(expected=True)
        assert len(bench.asked()) == 2
        bench.source.expect_return(expected=False)
        assert bench.asked() == before


def test_what_is_not_known_yet_is_no_input(bench: Bench) -> None:
    bench.source.expect_return(expected=True)

    assert bench.source.idle_for() == BEFORE
    assert bench.passes(SECOND) == BEFORE + SECOND


def test_nothing_said_in_time_means_that_somebody_is_there(bench: Bench) -> None:
    bench.source.expect_return(expected=True)

    assert bench.passes(DECIDED) == NOTHING


def test_the_fine_notification_decides(bench: Bench) -> None:
    bench.source.expect_return(expected=True)
    bench.passes(FINE)

    assert bench.says("idle", "1000") == FINE
    assert bench.passes(3 * SECOND) == FINE + 3 * SECOND
    assert bench.says("input") == NOTHING


def test_whoever_was_away_for_long_stays_so_when_it_begins_to_matter(
    bench: Bench,
) -> None:
    bench.says("idle", "5000")
    bench.passes(300 * SECOND)

    bench.source.expect_return(expected=True)

    assert bench.source.idle_for() == COARSE + 300 * SECOND


def test_the_return_of_input_is_told_without_asking(bench: Bench, qtbot: QtBot) -> None:
    bench.source.on_return(lambda: bench.returns.append("back"))
    bench.source.expect_return(expected=True)
    bench.asked()  # it has arrived there
    for times in (1, 2):
        bench.says("idle", "5000")
        bench.server.tell("input")
        qtbot.waitUntil(lambda: len(bench.returns) == times, timeout=LONG_MS)  # noqa: B023 - called at once


def test_a_return_that_comes_with_an_answer_is_told_too(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.source.on_return(lambda: bench.returns.append("back"))
    bench.source.expect_return(expected=True)
    bench.asked()
    bench.says("idle", "5000")

    bench.says("input")

    assert bench.returns == [], "called from within a question"
    qtbot.waitUntil(lambda: bench.returns == ["back"], timeout=LONG_MS)


def test_a_return_that_nobody_expects_is_not_told(bench: Bench, qtbot: QtBot) -> None:
    bench.source.on_return(lambda: bench.returns.append("back"))
    bench.says("idle", "5000")
    bench.says("input")
    bench.source.expect_return(expected=True)
    bench.asked()
    bench.says("idle", "1000")
    bench.says("input")

    qtbot.waitUntil(lambda: bool(bench.returns), timeout=LONG_MS)
    assert bench.returns == ["back"]


def test_a_server_that_goes_is_an_error(bench: Bench) -> None:
    bench.source.on_return(lambda: None)
    bench.server.kill()

    with pytest.raises(SourceLostError):
        bench.source.idle_for()
    bench.source.expect_return(expected=True)  # asks nobody


def test_a_server_without_it_is_passed_over(place: Path) -> None:
    with (
        FakeCompositor(place, 0),
        pytest.raises(PassedOverError, match="does not offer ext_idle_notifier_v1"),
    ):
        wayland.start()


@pytest.mark.usefixtures("place")
def test_without_a_server_it_is_passed_over() -> None:
    with pytest.raises(PassedOverError, match="no Wayland server"):
        wayland.start()


def test_no_wayland_at_all_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    with pytest.raises(PassedOverError, match="WAYLAND_DISPLAY is not set"):
        wayland.start()


def test_a_seat_named_by_its_whole_path_is_found(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", str(place))
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")

    with FakeCompositor(place, 2):
        source = wayland.start()

    source.close()
