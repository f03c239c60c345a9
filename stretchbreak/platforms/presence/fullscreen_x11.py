"""A full-screen window on X11: the active one, if it says so of itself.

The connection is made for the question alone: it takes a few milliseconds,
and is asked only when a prompt depends on it. Under Wayland the programs that
still speak X are seen in the same way, and no others.
"""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager

from stretchbreak.core.settings import Settings
from stretchbreak.platforms.c_functions import declare
from stretchbreak.platforms.ways import PassedOverError
from stretchbreak.runtime.ports.failures import AdapterError

_ANY_TYPE = 0  # XCB_GET_PROPERTY_TYPE_ANY
_MOST = 64  # words of a property that are read; there are about ten states
_WORD = 32  # bits, the format of a list of windows or atoms


def start() -> "X11FullScreen":
    """Get ready.

    Raises:
        PassedOverError: There is no X server.
    """
    if not os.environ.get("DISPLAY"):
        raise PassedOverError("DISPLAY is not set")
    return X11FullScreen(_Xcb())


class X11FullScreen:
    """Asks the X server about the active window."""

    def __init__(self, xcb: "_Xcb") -> None:
        self._xcb = xcb
        part = ", of programs that speak X" if os.environ.get("WAYLAND_DISPLAY") else ""
        self.offers = f"a full-screen window{part}, from the X server"

    def holds(self, _settings: Settings) -> bool:
        """Return whether the active window fills the screen.

        Raises:
            AdapterError: The X server does not answer.
        """
        xcb = self._xcb
        with xcb.connected() as server:
            active = xcb.words(server, xcb.root(server), b"_NET_ACTIVE_WINDOW")
            if not active or not active[0]:
                return False
            states = xcb.words(server, active[0], b"_NET_WM_STATE")
            return xcb.atom(server, b"_NET_WM_STATE_FULLSCREEN") in states


class _Cookie(ctypes.Structure):
    """`xcb_get_property_cookie_t` and all others: the number of a request."""

    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    """`xcb_screen_iterator_t`; a screen begins with its root window."""

    _fields_ = (
        ("root", ctypes.POINTER(ctypes.c_uint32)),
        ("rem", ctypes.c_int),
        ("index", ctypes.c_int),
    )


class _AtomReply(ctypes.Structure):
    """`xcb_intern_atom_reply_t`."""

    _fields_ = (("head", ctypes.c_uint32 * 2), ("atom", ctypes.c_uint32))


class _PropertyReply(ctypes.Structure):
    """`xcb_get_property_reply_t`, as far as it is read."""

    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("format", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("head", ctypes.c_uint32 * 3),
        ("value_len", ctypes.c_uint32),
    )


class _Xcb:
    """The few calls of libxcb that this takes, by ctypes.

    Raises:
        PassedOverError: The library is not installed.
    """

    def __init__(self) -> None:
        try:
            xcb, libc = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL(None)
        except (OSError, TypeError) as error:  # TypeError: Windows has no CDLL(None)
            raise PassedOverError(f"libxcb cannot be loaded: {error}") from error
        at, u8, u16, u32 = (
            ctypes.c_void_p,
            ctypes.c_uint8,
            ctypes.c_uint16,
            ctypes.c_uint32,
        )
        self._free = declare(libc.free, None, at)
        self._connect = declare(xcb.xcb_connect, at, ctypes.c_char_p, at)
        self._error = declare(xcb.xcb_connection_has_error, ctypes.c_int, at)
        self._disconnect = declare(xcb.xcb_disconnect, None, at)
        self._setup = declare(xcb.xcb_get_setup, at, at)
        self._screens = declare(xcb.xcb_setup_roots_iterator, _Screens, at)
        self._intern = declare(
            xcb.xcb_intern_atom, _Cookie, at, u8, u16, ctypes.c_char_p
        )
        self._intern_reply = declare(
            xcb.xcb_intern_atom_reply, ctypes.POINTER(_AtomReply), at, _Cookie, at
        )
        self._get = declare(
            xcb.xcb_get_property, _Cookie, at, u8, u32, u32, u32, u32, u32
        )
        self._get_reply = declare(
            xcb.xcb_get_property_reply,
            ctypes.POINTER(_PropertyReply),
            at,
            _Cookie,
            at,
        )
        self._value = declare(
            xcb.xcb_get_property_value,
            ctypes.POINTER(u32),
            ctypes.POINTER(_PropertyReply),
        )

    @contextmanager
    def connected(self) -> Iterator[int]:
        """Connect for the length of a `with` block.

        Raises:
            AdapterError: The server cannot be reached.
        """
        server = self._connect(None, None)
        try:
            if self._error(server):
                raise AdapterError("the X server cannot be reached")
            yield server
        finally:
            self._disconnect(server)

    def root(self, server: int) -> int:
        """Return the window behind all others."""
        root: int = self._screens(self._setup(server)).root[0]
        return root

    def atom(self, server: int, name: bytes) -> int:
        """Return the number that stands for *name*.

        Raises:
            AdapterError: The server does not answer.
        """
        cookie = self._intern(server, 0, len(name), name)
        reply = self._intern_reply(server, cookie, None)
        if not reply:
            raise AdapterError("the X server does not answer")
        number: int = reply.contents.atom
        self._free(reply)
        return number

    def words(self, server: int, window: int, name: bytes) -> list[int]:
        """Return the numbers *window* has under *name*; a window may be gone.

        Raises:
            AdapterError: The server does not answer.
        """
        wanted = self.atom(server, name)
        cookie = self._get(server, 0, window, wanted, _ANY_TYPE, 0, _MOST)
        reply = self._get_reply(server, cookie, None)
        if not reply:
            return []
        answer = reply.contents
        count = answer.value_len if answer.format == _WORD else 0
        found: list[int] = self._value(reply)[:count]
        self._free(reply)
        return found
