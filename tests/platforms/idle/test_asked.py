"""Idle sources that count for us, on a private bus or with their counters given."""

import math
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from stretchbreak.platforms import idle
from stretchbreak.platforms.idle import gnome, logind, macos, screensaver, windows
from stretchbreak.platforms.ways import PassedOverError
from stretchbreak.runtime.ports.failures import SourceLostError
from stretchbreak.runtime.system_clock import awake
from tests.support.fake_counters import FakeCounters
from tests.support.fake_logind import FakeLogind
from tests.support.programs import PrivateBus

SECOND = timedelta(seconds=1)
LONG_MS = 20_000  # only what never comes takes this long


def test_mutter_is_asked(bus: PrivateBus) -> None:
    with FakeCounters(bus.address) as counters:
        source = gnome.start()
        counters.tell("idle", "4711")
        assert source.idle_for() == timedelta(milliseconds=4711)
        source.close()


def test_mutter_tells_of_the_next_input_when_it_matters(
    bus: PrivateBus, qtbot: QtBot
) -> None:
    returns: list[str] = []
    with FakeCounters(bus.address) as counters:
        source = gnome.start()
        source.on_return(lambda: returns.append("back"))
        counters.tell("idle", "500")
        source.expect_return(expected=True)
        assert counters.tell("watches") == "0", "nobody is away yet"
        counters.tell("idle", "60000")
        source.expect_return(expected=True)
        source.expect_return(expected=True)
        assert counters.tell("watches") == "1"

        counters.tell("input")
        qtbot.waitUntil(lambda: returns == ["back"], timeout=LONG_MS)

        counters.tell("idle", "60000")
        source.expect_return(expected=True)  # the watch was for one input only
        counters.tell("input")
        qtbot.waitUntil(lambda: returns == ["back", "back"], timeout=LONG_MS)
        source.close()


def test_mutter_that_goes_is_an_error(bus: PrivateBus) -> None:
    with FakeCounters(bus.address):
        source = gnome.start()

    with pytest.raises(SourceLostError, match="Mutter"):
        source.idle_for()
    source.expect_return(expected=True)
    source.close()


def test_a_screen_saver_that_counts_is_asked(bus: PrivateBus) -> None:
    with FakeCounters(bus.address) as counters:
        source = screensaver.start()
        counters.tell("idle", "61900")
        assert source.idle_for() == 61 * SECOND
        assert source.watches is None


def test_a_screen_saver_that_does_not_count_is_passed_over(bus: PrivateBus) -> None:
    with FakeCounters(bus.address) as counters:
        counters.tell("refuse")
        with pytest.raises(PassedOverError, match="does not count"):
            screensaver.start()


def test_logind_knows_what_the_desktop_told_it(bus: PrivateBus) -> None:
    with FakeLogind(bus.address, "c1") as login:
        source = logind.start()
        assert source.idle_for() == timedelta()

        ago = awake() - 300 * SECOND
        login.tell("since", "c1", str(ago // timedelta(microseconds=1)))
        login.tell("set", "c1", "IdleHint", "true")

        assert 300 * SECOND <= source.idle_for() < 400 * SECOND


def test_logind_without_a_session_is_passed_over(bus: PrivateBus) -> None:
    with (
        FakeLogind(bus.address),
        pytest.raises(PassedOverError, match="no session of ours"),
    ):
        logind.start()


def test_the_order_of_trial_on_a_desktop_with_all_of_it(
    bus: PrivateBus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    names: list[str] = []

    with FakeCounters(bus.address), FakeLogind(bus.address, "c1"):
        for _loss in range(4):  # each is lost as soon as it was found
            source, _tried = idle.pick(without=names)
            names.append(source.name)
            source.close()

    assert names == ["gnome", "screensaver", "logind", "none"]


@pytest.mark.parametrize(
    ("now", "last", "expected"),
    [(10_000, 4_000, 6), (5_000, 2**32 - 1_000, 6), (7, 7, 0)],
)
def test_windows_counts_in_32_bits(now: int, last: int, expected: int) -> None:
    assert windows.idle_for(lambda: (now, last)) == expected * SECOND


def test_macos_counts_in_seconds() -> None:
    assert macos.idle_for(lambda: 12.5) == 12.5 * SECOND
    assert macos.idle_for(lambda: -0.1) == timedelta()
    for nonsense in (math.inf, math.nan):
        with pytest.raises(SourceLostError):
            macos.idle_for(iter([nonsense]).__next__)


@pytest.mark.parametrize("way", [windows, macos])
def test_other_systems_are_passed_over(way: object) -> None:
    with pytest.raises(PassedOverError, match="this is not"):
        way.start()  # type: ignore[attr-defined] # both have it
