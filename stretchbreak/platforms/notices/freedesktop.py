"""Notifications with buttons, by org.freedesktop.Notifications.

Some servers tell only the connection that asked of the answer, so asking and
listening share one. It is opened at the first question, and read whenever
something arrives; what arrives while a call waits is taken in afterwards.
"""

import html
import logging
import os
from collections import deque
from collections.abc import Callable
from typing import Any

from jeepney import (
    DBusAddress,
    DBusErrorResponse,
    HeaderFields,
    MatchRule,
    Message,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg
from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal

from stretchbreak.platforms.dbus import session_address
from stretchbreak.platforms.ways import PassedOverError
from stretchbreak.runtime.ports.notifier import CLOSED, LOST, Question

_SERVER = "org.freedesktop.Notifications"
_PLACE = DBusAddress("/org/freedesktop/Notifications", _SERVER, _SERVER)
_APPLICATION = "Stretchbreak"
_DESKTOP_ENTRY = "io.github.stretchbreak.Stretchbreak"
_NORMAL, _CRITICAL = 1, 2  # urgency
_NEVER = 0  # when it expires
_DISMISSED = 2  # why it was closed: by the user
_PATIENCE_S = 2.0
"""How long to wait for a server; one that must be started takes half a second."""

_log = logging.getLogger(__name__)
_FAILURES = (OSError, ValueError, RuntimeError, DBusErrorResponse, PassedOverError)
"""TimeoutError is an OSError, and so is a connection that has gone."""


class FreedesktopNotifier(QObject):
    """Whatever notification server there is.

    Signals:
        arrived: Something was read while a call waited.
    """

    arrived = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._connection: DBusConnection | None = None
        self._listening: QSocketNotifier | None = None
        self._heard: deque[Message] = deque()
        self._shown: int | None = None
        self._answered: Callable[[str], None] = _nobody
        self.arrived.connect(self._take_heard, Qt.ConnectionType.QueuedConnection)

    def ask(self, question: Question, answered: Callable[[str], None]) -> bool:
        """Put *question* in place of the one before.

        Args:
            question: What is asked.
            answered: Called with the answer, through the event loop.

        Returns:
            Whether it is shown, with its buttons; if not, nothing is.
        """
        self.withdraw()
        try:
            self._connect()
            (abilities,) = self._call("GetCapabilities")
            if "actions" not in abilities:
                return False
            markup = "body-markup" in abilities
            (self._shown,) = self._call("Notify", *_notify(question, markup=markup))
        except _FAILURES as error:
            _log.warning("No notification is shown: %s", error)
            self._disconnect()
            return False
        self._answered = answered
        return True

    def withdraw(self) -> None:
        """Take the question away, if it is still there."""
        shown, self._shown = self._shown, None
        if shown is None or self._connection is None:
            return
        close = new_method_call(_PLACE, "CloseNotification", "u", (shown,))
        try:
            self._connection.send(close)
        except OSError as gone:
            _log.debug("The session bus has gone, and the question with it: %s", gone)

    def close(self) -> None:
        """Let go of the bus. Nothing is called afterwards."""
        self.withdraw()
        self._disconnect()

    def _call(
        self, method: str, signature: str = "", body: tuple[object, ...] = ()
    ) -> tuple[Any, ...]:
        assert self._connection is not None  # noqa: S101 - see ask
        call = new_method_call(_PLACE, method, signature or None, body)
        reply = self._connection.send_and_get_reply(call, timeout=_PATIENCE_S)
        self.arrived.emit()
        values: tuple[Any, ...] = unwrap_msg(reply)
        return values

    def _connect(self) -> None:
        if self._connection is not None:
            return
        self._connection = open_dbus_connection(session_address())
        owner = MatchRule(
            type="signal", interface=message_bus.interface, member="NameOwnerChanged"
        )
        owner.add_arg_condition(0, _SERVER)
        for rule in (MatchRule(type="signal", interface=_SERVER), owner):
            self._connection.filter(rule, queue=self._heard)
            self._connection.send_and_get_reply(
                message_bus.AddMatch(rule), timeout=_PATIENCE_S
            )
        self._listening = QSocketNotifier(
            self._connection.sock.fileno(), QSocketNotifier.Type.Read, self
        )
        self._listening.activated.connect(self._read)

    def _disconnect(self) -> None:
        if self._listening is not None:
            self._listening.setEnabled(False)
            self._listening.deleteLater()
            self._listening = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._shown = None
        self._heard.clear()

    def _read(self) -> None:
        """Read what has arrived, without waiting for more."""
        try:
            while self._connection is not None:
                self._connection.recv_messages(timeout=0)
        except TimeoutError:
            self._take_heard()
        except OSError as error:
            _log.warning("The session bus has gone: %s", error)
            self._lose()
            self._disconnect()

    def _take_heard(self) -> None:
        while self._heard:
            message = self._heard.popleft()
            member = message.header.fields.get(HeaderFields.member)
            self._take(str(member), message.body)

    def _take(self, signal: str, said: tuple[object, ...]) -> None:
        match signal, said:
            case "NameOwnerChanged", (_, str(before), _) if before:
                self._lose()
            case "ActivationToken", (int(shown), str(token)) if shown == self._shown:
                # By this Wayland lets the window that follows come to the front.
                os.environ["XDG_ACTIVATION_TOKEN"] = token
            case "ActionInvoked", (int(shown), str(key)) if shown == self._shown:
                self._shown = None
                self._answered(key)
            case "NotificationClosed", (int(shown), int(why)) if shown == self._shown:
                self._shown = None
                if why == _DISMISSED:
                    self._answered(CLOSED)
            case _:  # it concerns somebody else's
                pass

    def _lose(self) -> None:
        """The server that showed the question has gone, and the question with it."""
        if self._shown is not None:
            self._shown = None
            self._answered(LOST)


def _notify(question: Question, *, markup: bool) -> tuple[str, tuple[object, ...]]:
    """Return the signature and the arguments of Notify."""
    body = html.escape(question.body, quote=False) if markup else question.body
    hints = {
        "urgency": ("y", _CRITICAL if question.urgent else _NORMAL),
        "desktop-entry": ("s", _DESKTOP_ENTRY),
    }
    buttons = [word for pair in question.answers for word in pair]
    new, icon = 0, _DESKTOP_ENTRY
    arguments = (_APPLICATION, new, icon, question.title, body, buttons, hints, _NEVER)
    return "susssasa{sv}i", arguments


def _nobody(_answer: str) -> None:
    pass
