"""What Windows and macOS say, as far as that can be tried without them."""

from collections.abc import Callable
from typing import Any

import pytest

from stretchbreak.platforms.session import macos, windows
from stretchbreak.platforms.session.news import News
from stretchbreak.platforms.ways import PassedOverError
from tests.support.heard import Heard

POWER, SESSION = 0x218, 0x2B1
Call = Callable[..., None]


@pytest.mark.parametrize(
    ("message", "what", "expected"),
    [
        (POWER, 4, ["suspended"]),
        (POWER, 7, ["woke"]),
        (POWER, 18, ["woke"]),
        (POWER, 10, []),  # the battery
        (SESSION, 7, ["locked"]),
        (SESSION, 2, ["locked"]),  # another user has the screen
        (SESSION, 8, []),  # it was not locked
        (SESSION, 5, []),  # somebody logged on
        (0x0F, 7, []),  # paint
    ],
)
def test_windows_says_it_in_messages(
    message: int, what: int, expected: list[str]
) -> None:
    heard = Heard()

    windows.take(News(heard), message, what)

    assert heard == expected


def test_windows_unlocks_what_it_locked() -> None:
    heard = Heard()
    news = News(heard)

    for what in (7, 8, 2, 1):
        windows.take(news, SESSION, what)

    assert heard == ["locked", "unlocked"] * 2


class FakeCore:
    """Core Foundation: remembers who listens to what."""

    def __init__(self) -> None:
        self.calls: dict[bytes, Call] = {}
        self.observers: dict[int, bytes] = {}

        def centre() -> int:
            return 77

        def text(_allocator: None, name: bytes, _encoding: int) -> bytes:
            return name

        def add(_centre: int, who: int, call: Any, name: bytes, *_more: Any) -> None:
            self.calls[name] = call
            self.observers[who] = name

        def remove(_centre: int, who: int) -> None:
            del self.calls[self.observers.pop(who)]

        self.CFNotificationCenterGetDistributedCenter = centre
        self.CFStringCreateWithCString = text
        self.CFNotificationCenterAddObserver = add
        self.CFNotificationCenterRemoveEveryObserver = remove


def test_macos_says_it_in_notifications() -> None:
    heard, core = Heard(), FakeCore()
    source = macos.MacSource(News(heard), core)

    for name in (b"com.apple.screenIsLocked", b"com.apple.screenIsUnlocked"):
        core.calls[name](None, None, None, None, None)
    assert heard == ["locked", "unlocked"]

    source.close()
    assert core.calls == {}


@pytest.mark.parametrize("way", [windows, macos])
def test_other_systems_are_passed_over(way: Any) -> None:
    with pytest.raises(PassedOverError, match="this is not"):
        way.start(News(Heard()))
