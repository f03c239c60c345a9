"""Lock on macOS, by the notifications it sends to every program.

Of sleep the clocks tell enough: one of them stands still in it.
"""

import ctypes
from typing import Any

from stretchbreak.platforms.c_functions import declare
from stretchbreak.platforms.session.news import News
from stretchbreak.platforms.ways import only_on

_FRAMEWORK = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
_UTF8 = 0x0800_0100  # kCFStringEncodingUTF8
_AT_ONCE = 4  # CFNotificationSuspensionBehaviorDeliverImmediately
_LOCKED, _UNLOCKED = b"com.apple.screenIsLocked", b"com.apple.screenIsUnlocked"

_AT = ctypes.c_void_p
_Callback = ctypes.CFUNCTYPE(None, _AT, _AT, _AT, _AT, _AT)


def start(news: News) -> "MacSource":
    """Listen to macOS.

    Raises:
        PassedOverError: This is not macOS.
    """
    only_on("darwin", "macOS")
    return MacSource(news, ctypes.CDLL(_FRAMEWORK))


class MacSource:
    """Hears the two notifications.

    Args:
        news: What is told.
        core: Core Foundation.
    """

    offers = "lock; sleep is seen by the clocks"

    def __init__(self, news: News, core: Any) -> None:
        centre = declare(core.CFNotificationCenterGetDistributedCenter, _AT)
        text = declare(
            core.CFStringCreateWithCString, _AT, _AT, ctypes.c_char_p, ctypes.c_uint32
        )
        add = declare(
            core.CFNotificationCenterAddObserver,
            *(None, _AT, _AT, _Callback, _AT, _AT, ctypes.c_ssize_t),
        )
        self._remove = declare(
            core.CFNotificationCenterRemoveEveryObserver, None, _AT, _AT
        )
        self._centre = centre()
        # Kept: macOS calls them. Each is known to it by a number of its own.
        self._heard = {
            1: _Callback(lambda *_: news.lock(locked=True)),
            2: _Callback(lambda *_: news.lock(locked=False)),
        }
        for (observer, call), name in zip(
            self._heard.items(), (_LOCKED, _UNLOCKED), strict=True
        ):
            known = text(None, name, _UTF8)
            add(self._centre, observer, call, known, None, _AT_ONCE)

    def close(self) -> None:
        """Stop listening."""
        for observer in self._heard:
            self._remove(self._centre, observer)
