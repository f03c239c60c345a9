"""The few calls of libxcb and libxcb-sync that idle time takes, by ctypes.

Both libraries are needed by Qt's own X11 plugin, so they are there wherever
a window can be shown. The connection is our own: Qt's would bring every
event of every window through Python.

The structures follow `xcb/xproto.h` and `xcb/sync.h`; their fields keep the
order and the width they have there.
"""

import ctypes
from collections.abc import Iterator
from datetime import timedelta

from stretchbreak.platforms.c_functions import declare
from stretchbreak.platforms.ways import PassedOverError
from stretchbreak.runtime.ports.failures import SourceLostError

_MILLISECOND = timedelta(milliseconds=1)

# xcb_sync_ca_t: which of an alarm's attributes follow, in this order.
_ALARM_ATTRIBUTES = 1 | 2 | 4 | 8 | 16 | 32  # counter, type, value, test, delta, events
_ABSOLUTE = 0  # XCB_SYNC_VALUETYPE_ABSOLUTE
_FALLING = 1  # XCB_SYNC_TESTTYPE_NEGATIVE_TRANSITION
_ALARM_NOTIFY = 1  # XCB_SYNC_ALARM_NOTIFY, counted from the extension's first event
_STATE_OFFSET = 28  # of `state` in xcb_sync_alarm_notify_event_t; events have 32 bytes
_ALARM_DESTROYED = 2  # XCB_SYNC_ALARMSTATE_DESTROYED
_SENT_BY_A_CLIENT = 0x80  # the top bit of an event's type; the rest is the type

# The name of a system counter begins right after its 14 bytes on the wire.
# xcb_sync_systemcounter_name() looks for it after sizeof(xcb_sync_systemcounter_t),
# which the compiler rounds up to 16: it cuts off the first two letters.
_NAME_OFFSET = 14


class _Int64(ctypes.Structure):
    """`xcb_sync_int64_t`."""

    _fields_ = (("hi", ctypes.c_int32), ("lo", ctypes.c_uint32))

    def value(self) -> int:
        high: int = self.hi
        low: int = self.lo
        return (high << 32) | low


class _Cookie(ctypes.Structure):
    """`xcb_void_cookie_t` and all other cookies: the number of a request."""

    _fields_ = (("sequence", ctypes.c_uint),)


class _ExtensionReply(ctypes.Structure):
    """`xcb_query_extension_reply_t`."""

    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("pad0", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32),
        ("present", ctypes.c_uint8),
        ("major_opcode", ctypes.c_uint8),
        ("first_event", ctypes.c_uint8),
        ("first_error", ctypes.c_uint8),
    )


class _SystemCounter(ctypes.Structure):
    """`xcb_sync_systemcounter_t`; the name follows it, see `_NAME_OFFSET`."""

    _fields_ = (
        ("counter", ctypes.c_uint32),
        ("resolution", _Int64),
        ("name_len", ctypes.c_uint16),
    )


class _SystemCounterIterator(ctypes.Structure):
    """`xcb_sync_systemcounter_iterator_t`."""

    _fields_ = (
        ("data", ctypes.POINTER(_SystemCounter)),
        ("rem", ctypes.c_int),
        ("index", ctypes.c_int),
    )


class _CounterReply(ctypes.Structure):
    """`xcb_sync_query_counter_reply_t`."""

    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("pad0", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32),
        ("counter_value", _Int64),
    )


class _Calls:
    """The C functions, with their types.

    Whatever `poll_for_event`, `request_check` and the `..._reply` functions
    return is ours to `free`.

    Raises:
        PassedOverError: The libraries are not installed.
    """

    def __init__(self) -> None:
        try:
            xcb = ctypes.CDLL("libxcb.so.1")
            sync = ctypes.CDLL("libxcb-sync.so.1")
            libc = ctypes.CDLL(None)
        except (OSError, TypeError) as error:  # TypeError: Windows has no CDLL(None)
            raise PassedOverError(f"libxcb cannot be loaded: {error}") from error
        at, u8, u32 = ctypes.c_void_p, ctypes.c_uint8, ctypes.c_uint32
        self.free = declare(libc.free, None, at)
        self.connect = declare(xcb.xcb_connect, at, ctypes.c_char_p, at)
        self.has_error = declare(xcb.xcb_connection_has_error, ctypes.c_int, at)
        self.descriptor = declare(xcb.xcb_get_file_descriptor, ctypes.c_int, at)
        self.disconnect = declare(xcb.xcb_disconnect, None, at)
        self.generate_id = declare(xcb.xcb_generate_id, u32, at)
        self.poll_for_event = declare(xcb.xcb_poll_for_event, at, at)
        self.request_check = declare(xcb.xcb_request_check, at, at, _Cookie)
        self.extension = declare(
            xcb.xcb_get_extension_data, ctypes.POINTER(_ExtensionReply), at, at
        )
        self.sync_id = ctypes.addressof(ctypes.c_byte.in_dll(sync, "xcb_sync_id"))
        self.initialize = declare(sync.xcb_sync_initialize, _Cookie, at, u8, u8)
        self.initialize_reply = declare(
            sync.xcb_sync_initialize_reply, at, at, _Cookie, at
        )
        self.list_counters = declare(sync.xcb_sync_list_system_counters, _Cookie, at)
        self.list_counters_reply = declare(
            sync.xcb_sync_list_system_counters_reply, at, at, _Cookie, at
        )
        self.counters = declare(
            sync.xcb_sync_list_system_counters_counters_iterator,
            _SystemCounterIterator,
            at,
        )
        self.next_counter = declare(
            sync.xcb_sync_systemcounter_next,
            None,
            ctypes.POINTER(_SystemCounterIterator),
        )
        self.query = declare(sync.xcb_sync_query_counter, _Cookie, at, u32)
        self.query_reply = declare(
            sync.xcb_sync_query_counter_reply,
            ctypes.POINTER(_CounterReply),
            at,
            _Cookie,
            at,
        )
        self.create_alarm = declare(
            sync.xcb_sync_create_alarm_checked, _Cookie, at, u32, u32, at
        )
        self.destroy_alarm = declare(
            sync.xcb_sync_destroy_alarm_checked, _Cookie, at, u32
        )


class IdleCounter:
    """The X server's counter of milliseconds since the last input.

    Raises:
        PassedOverError: There is no server, or it has no such counter.
    """

    def __init__(self) -> None:
        self._calls = _Calls()
        self._connection: int | None = self._calls.connect(None, None)
        self._alarm: int | None = None
        if self.lost:
            self.close()
            raise PassedOverError("the X server cannot be reached")
        try:
            self._first_event = self._sync_first_event()
            self._counter = self._find(b"IDLETIME")
        except PassedOverError:
            self.close()
            raise

    @property
    def lost(self) -> bool:
        """Whether the server has gone, or the connection is closed."""
        return self._connection is None or bool(self._calls.has_error(self._connection))

    @property
    def descriptor(self) -> int:
        """The file descriptor that becomes readable when the server speaks."""
        number: int = self._calls.descriptor(self._connection)
        return number

    def read(self) -> timedelta:
        """Ask the server for the time since the last input.

        Raises:
            SourceLostError: The server has gone.
        """
        if self.lost:
            raise SourceLostError("the X server has gone")
        calls = self._calls
        cookie = calls.query(self._connection, self._counter)
        reply = calls.query_reply(self._connection, cookie, None)
        if not reply:
            raise SourceLostError("the X server does not tell the idle time any more")
        value: int = reply.contents.counter_value.value()
        calls.free(reply)
        return value * _MILLISECOND

    def announce_return(self, after: timedelta) -> None:
        """Have the server say when input returns that was away for *after*.

        It stays in force until `hush`. What the server says comes with `returns`.

        Raises:
            PassedOverError: The server refuses.
        """
        calls = self._calls
        alarm = calls.generate_id(self._connection)
        values = (ctypes.c_uint32 * 8)(
            *(self._counter, _ABSOLUTE),
            *(0, after // _MILLISECOND),  # high and low half of the value
            _FALLING,
            *(0, 0),  # high and low half of the delta: the value stays as it is
            True,  # noqa: FBT003 - xcb's own field `events`
        )
        cookie = calls.create_alarm(self._connection, alarm, _ALARM_ATTRIBUTES, values)
        error = calls.request_check(self._connection, cookie)
        if error:
            calls.free(error)
            raise PassedOverError("the X server sets no alarm on its IDLETIME counter")
        self._alarm = alarm

    def hush(self) -> None:
        """Have the server say nothing any more, so that it does not wake us."""
        if self._alarm is None or self.lost:
            return
        calls = self._calls
        cookie = calls.destroy_alarm(self._connection, self._alarm)
        error = calls.request_check(self._connection, cookie)
        if error:  # it is gone already, which is what was wanted
            calls.free(error)
        self._alarm = None

    def returns(self) -> int:
        """Take in what has arrived, and say how often input returned.

        The server also speaks when an alarm is destroyed; that is no return.
        """
        told = self._first_event + _ALARM_NOTIFY
        return sum(
            kind == told and state != _ALARM_DESTROYED for kind, state in self._events()
        )

    def close(self) -> None:
        """Let go of the connection. Closing twice is harmless."""
        if self._connection is not None:
            self._calls.disconnect(self._connection)
            self._connection = None

    def _events(self) -> Iterator[tuple[int, int]]:
        """Yield each event that has arrived: its kind, errors as 0, and its state."""
        while not self.lost:
            event = self._calls.poll_for_event(self._connection)
            if not event:
                return
            kind = ctypes.c_uint8.from_address(event).value
            state = ctypes.c_uint8.from_address(event + _STATE_OFFSET).value
            self._calls.free(event)
            yield kind & ~_SENT_BY_A_CLIENT, state

    def _sync_first_event(self) -> int:
        calls = self._calls
        reply = calls.extension(self._connection, calls.sync_id)  # not ours to free
        if not reply or not reply.contents.present:
            raise PassedOverError("the X server has no SYNC extension")
        cookie = calls.initialize(self._connection, 3, 1)
        calls.free(calls.initialize_reply(self._connection, cookie, None))
        first: int = reply.contents.first_event
        return first

    def _find(self, wanted: bytes) -> int:
        calls = self._calls
        cookie = calls.list_counters(self._connection)
        reply = calls.list_counters_reply(self._connection, cookie, None)
        if not reply:
            raise PassedOverError("the X server does not list its counters")
        try:
            found = dict(self._names(reply))
        finally:
            calls.free(reply)
        if wanted not in found:
            raise PassedOverError(f"the X server has no {wanted.decode()} counter")
        return found[wanted]

    def _names(self, reply: int) -> Iterator[tuple[bytes, int]]:
        rest = self._calls.counters(reply)
        while rest.rem:
            counter = rest.data.contents
            name = ctypes.addressof(counter) + _NAME_OFFSET
            yield ctypes.string_at(name, counter.name_len), counter.counter
            self._calls.next_counter(ctypes.byref(rest))
