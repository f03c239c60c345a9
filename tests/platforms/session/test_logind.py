"""Lock, user switch and suspend, heard from a logind of our own."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from stretchbreak.platforms import session
from tests.support.fake_logind import FakeLogind
from tests.support.heard import Heard
from tests.support.programs import PrivateBus

OURS, OTHER = "c1", "c2"

Listen = Callable[[], Heard]


@pytest.fixture
def logind(bus: PrivateBus) -> Iterator[FakeLogind]:
    with FakeLogind(bus.address, OURS, OTHER) as logind:
        yield logind


@pytest.fixture
def listen(bus: PrivateBus) -> Iterator[Listen]:
    """Starts to listen when called, and stops after the test."""
    assert bus.running
    watches: list[session.SessionWatch] = []

    def start() -> Heard:
        heard = Heard()
        watch, tried = session.watch(heard)
        watches.append(watch)
        assert tried[0].chosen, tried[0].why
        return heard

    yield start
    for watch in watches:
        watch.close()


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Heard, list[str]], None]:
    """Waits until exactly this was heard."""

    def wait(heard: Heard, expected: list[str]) -> None:
        qtbot.waitUntil(lambda: len(heard) >= len(expected), timeout=20_000)
        assert heard == expected

    return wait


Until = Callable[[Heard, list[str]], None]


def test_the_wishes_to_lock_and_unlock_are_told(
    logind: FakeLogind, listen: Listen, until: Until
) -> None:
    heard = listen()

    logind.tell("lock", OURS)
    logind.tell("unlock", OURS)

    until(heard, ["perhaps locked", "unlocked"])


@pytest.mark.parametrize("how", ["set", "silently"])
def test_what_the_desktop_has_locked_is_told(
    how: str, logind: FakeLogind, listen: Listen, until: Until
) -> None:
    heard = listen()

    logind.tell(how, OURS, "LockedHint", "true")
    until(heard, ["locked"])
    logind.tell(how, OURS, "LockedHint", "false")
    until(heard, ["locked", "unlocked"])


def test_a_wish_that_is_fulfilled_is_told_as_certain(
    logind: FakeLogind, listen: Listen, until: Until
) -> None:
    heard = listen()

    logind.tell("lock", OURS)
    logind.tell("set", OURS, "LockedHint", "true")
    until(heard, ["perhaps locked", "locked"])
    logind.tell("lock", OURS)
    logind.tell("set", OURS, "LockedHint", "false")
    until(heard, ["perhaps locked", "locked", "unlocked"])
    logind.tell("unlock", OURS)
    logind.tell("sleep", "true")
    until(heard, ["perhaps locked", "locked", "unlocked", "suspended"])


def test_a_wish_that_nothing_followed_is_told_again(
    logind: FakeLogind, listen: Listen, until: Until
) -> None:
    heard = listen()

    logind.tell("lock", OURS)
    logind.tell("lock", OURS)

    until(heard, ["perhaps locked", "perhaps locked"])


def test_other_news_of_the_session_do_not_undo_a_wish(
    logind: FakeLogind, listen: Listen, until: Until
) -> None:
    heard = listen()

    logind.tell("lock", OURS)
    until(heard, ["perhaps locked"])
    logind.tell("set", OURS, "IdleHint", "true")
    logind.tell("sleep", "true")
    until(heard, ["perhaps locked", "suspended"])
    logind.tell("read", "4")  # two properties, at first and for the news
    logind.tell("sleep", "false")

    until(heard, ["perhaps locked", "suspended", "woke"])


def test_sleep_and_waking_are_told(
    logind: FakeLogind, listen: Listen, until: Until
) -> None:
    heard = listen()

    logind.tell("sleep", "true")
    logind.tell("sleep", "false")

    until(heard, ["suspended", "woke"])


def test_another_session_is_none_of_our_business(
    logind: FakeLogind, listen: Listen, until: Until
) -> None:
    heard = listen()

    logind.tell("lock", OTHER)
    logind.tell("set", OTHER, "LockedHint", "true")
    logind.tell("set", OTHER, "Active", "false")
    logind.tell("sleep", "true")
    until(heard, ["suspended"])
    logind.tell("lock", OURS)
    logind.tell("unlock", OTHER)
    logind.tell("sleep", "false")
    until(heard, ["suspended", "perhaps locked", "woke"])


def test_giving_the_screen_to_another_user_locks(
    logind: FakeLogind, listen: Listen, until: Until
) -> None:
    heard = listen()
    logind.tell("read", "2")  # it had the screen at first

    logind.tell("set", OURS, "Active", "false")
    until(heard, ["locked"])
    logind.tell("set", OURS, "Active", "true")
    until(heard, ["locked", "unlocked"])


def test_a_session_that_never_had_the_screen_is_not_locked(
    logind: FakeLogind, listen: Listen, until: Until
) -> None:
    logind.tell("set", OURS, "Active", "false")

    heard = listen()
    logind.tell("read", "2")
    logind.tell("sleep", "true")

    until(heard, ["suspended"])


def test_a_lock_from_before_is_told_at_once(
    logind: FakeLogind, listen: Listen, until: Until
) -> None:
    logind.tell("set", OURS, "LockedHint", "true")

    heard = listen()

    until(heard, ["locked"])


def test_the_environment_names_our_session(
    logind: FakeLogind, listen: Listen, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", OTHER)
    heard = listen()

    logind.tell("lock", OURS)
    logind.tell("unlock", OURS)
    logind.tell("lock", OTHER)

    until(heard, ["perhaps locked"])


def test_a_name_that_is_out_of_date_does_not_mislead(
    logind: FakeLogind, listen: Listen, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", "c77")
    heard = listen()

    logind.tell("lock", OURS)

    until(heard, ["perhaps locked"])


def test_without_a_session_of_ours_sleep_is_still_told(
    bus: PrivateBus, until: Until
) -> None:
    heard = Heard()
    with FakeLogind(bus.address) as logind:
        watch, tried = session.watch(heard)
        logind.tell("sleep", "true")
        until(heard, ["suspended"])
        watch.close()

    assert tried[0].chosen
    assert "No session 'auto' known" in tried[0].why


def test_nothing_is_told_after_closing(
    logind: FakeLogind, listen: Listen, until: Until
) -> None:
    closed = Heard()
    watch, _ = session.watch(closed)
    witness = listen()
    watch.close()

    logind.tell("lock", OURS)
    logind.tell("sleep", "true")

    until(witness, ["perhaps locked", "suspended"])
    assert closed == []


class Rival(Heard):
    """Closes the watch of another as soon as it hears something."""

    def __init__(self) -> None:
        super().__init__()
        self.other: session.SessionWatch | None = None

    def locked(self, *, certain: bool) -> None:
        super().locked(certain=certain)
        assert self.other is not None
        self.other.close()


def test_what_is_on_its_way_when_closing_is_not_told(
    logind: FakeLogind, listen: Listen, until: Until
) -> None:
    """Both hear of the same signal; the second does so after it was closed."""
    one, another = Rival(), Rival()
    another.other, _ = session.watch(one)
    one.other, _ = session.watch(another)
    witness = listen()

    logind.tell("lock", OURS)
    logind.tell("sleep", "true")

    until(witness, ["perhaps locked", "suspended"])
    assert sorted([len(one), len(another)]) == [0, 2]
    another.other.close()
    one.other.close()


def test_a_bus_without_logind_is_said(bus: PrivateBus) -> None:
    assert bus.running
    watch, (logind, *_others) = session.watch(Heard())
    watch.close()

    assert not logind.chosen
    assert logind.why.startswith("logind is not there")


def test_no_bus_at_all_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)

    watch, (logind, screensaver, *_others) = session.watch(Heard())
    watch.close()

    assert (logind.chosen, screensaver.chosen) == (False, False)
    assert logind.why.startswith("no system bus: ")
    assert screensaver.why.startswith("no session bus: ")
