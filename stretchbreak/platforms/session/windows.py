"""Lock, user switch and suspend on Windows, by messages to a window of our own.

The window is never shown. It is there because Windows tells windows alone, and
of its own so that not every message to every other one comes through Python.
"""

import ctypes
from typing import Any

from stretchbreak.platforms.c_functions import declare
from stretchbreak.platforms.session.news import News
from stretchbreak.platforms.ways import PassedOverError, only_on

# From winuser.h and wtsapi32.h.
_POWER, _SESSION = 0x0218, 0x02B1  # WM_POWERBROADCAST, WM_WTSSESSION_CHANGE
_SUSPENDS = {4}  # PBT_APMSUSPEND
_RESUMES = {7, 18}  # PBT_APMRESUMESUSPEND, PBT_APMRESUMEAUTOMATIC
_LOCKS = {2, 4, 7}  # WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOCK
_UNLOCKS = {1, 3, 8}  # WTS_CONSOLE_CONNECT, WTS_REMOTE_CONNECT, WTS_SESSION_UNLOCK
_PROCEDURE = -4  # GWLP_WNDPROC
_THIS_SESSION = 0  # NOTIFY_FOR_THIS_SESSION

_AT, _U32 = ctypes.c_void_p, ctypes.c_uint32
_Procedure = ctypes.CFUNCTYPE(ctypes.c_ssize_t, _AT, _U32, ctypes.c_size_t, _AT)
"""A window procedure; on 64-bit Windows there is one way to call functions."""


def start(news: News) -> "WindowsSource":
    """Make the window and have Windows tell it.

    Raises:
        PassedOverError: This is not Windows, or it refuses.
    """
    only_on("win32", "Windows")
    return WindowsSource(news)


def take(news: News, message: int, what: int) -> None:
    """Pass on to *news* what a *message* of Windows says; most say nothing."""
    if message == _POWER and what in _SUSPENDS | _RESUMES:
        news.sleep(begins=what in _SUSPENDS)
    elif message == _SESSION and what in _LOCKS | _UNLOCKS:
        news.lock(locked=what in _LOCKS)


class WindowsSource:
    """The window, and what it hears."""

    offers = "lock, user switch, suspend"

    def __init__(self, news: News) -> None:
        user, terminal = ctypes.CDLL("user32"), ctypes.CDLL("wtsapi32")
        create = declare(
            user.CreateWindowExW,
            *(_AT, _U32, ctypes.c_wchar_p, ctypes.c_wchar_p, _U32),
            *(ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int),
            *(_AT, _AT, _AT, _AT),
        )
        set_long = declare(user.SetWindowLongPtrW, _AT, _AT, ctypes.c_int, _Procedure)
        register = declare(
            terminal.WTSRegisterSessionNotification, ctypes.c_int, _AT, _U32
        )
        self._unregister = declare(
            terminal.WTSUnRegisterSessionNotification, ctypes.c_int, _AT
        )
        self._destroy = declare(user.DestroyWindow, ctypes.c_int, _AT)
        self._pass_on = declare(
            user.CallWindowProcW,
            *(ctypes.c_ssize_t, _AT, _AT, _U32, ctypes.c_size_t, _AT),
        )
        self._news = news
        self._procedure = _Procedure(self._hear)  # kept: Windows calls it
        self._window = create(0, "STATIC", "", 0, 0, 0, 0, 0, None, None, None, None)
        if not self._window:
            raise PassedOverError("Windows makes no window")
        self._before = set_long(self._window, _PROCEDURE, self._procedure)
        if not register(self._window, _THIS_SESSION):
            self.offers = "suspend, but not lock: Windows refuses"

    def close(self) -> None:
        """Stop listening."""
        self._unregister(self._window)
        self._destroy(self._window)

    def _hear(self, window: Any, message: int, what: int, more: Any) -> int:
        take(self._news, message, what)
        answer: int = self._pass_on(self._before, window, message, what, more)
        return answer
