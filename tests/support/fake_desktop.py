"""What keeps a screen awake on a private bus, and says what it was asked.

It is a program of its own, since the code under test waits for the bus:

    ready            it can be asked
    asked METHOD     it was asked not to blank the screen
    released NUMBER  that was taken back
    left             whoever asked has left the bus

With `mute` it never answers.
"""

import sys

from jeepney import HeaderFields, MatchRule, MessageType, message_bus, new_method_return
from jeepney.io.blocking import open_dbus_connection

from tests.support.programs import Puppet

COOKIE = 7
HANDLE = "/org/freedesktop/portal/desktop/request/7"


class FakeDesktop(Puppet):
    """The program, started on a bus under *name*."""

    def __init__(self, address: str, name: str, *, mute: bool = False) -> None:
        super().__init__(__name__, address, name, *(["mute"] if mute else []))


def _main(address: str, name: str, *mute: str) -> None:
    bus = open_dbus_connection(address)
    bus.send_and_get_reply(message_bus.RequestName(name))
    gone = MatchRule(
        type="signal", member="NameOwnerChanged", sender="org.freedesktop.DBus"
    )
    bus.send_and_get_reply(message_bus.AddMatch(gone))
    _say("ready")
    asker = None
    while True:
        message = bus.receive()
        fields = message.header.fields
        member = fields.get(HeaderFields.member)
        if member == "NameOwnerChanged":
            left, _before, now = message.body
            if left == asker and not now:
                _say("left")
        elif message.header.message_type is MessageType.method_call:
            if member == "Inhibit":
                asker = fields[HeaderFields.sender]
                if not mute:
                    kind = "o" if "portal" in name else "u"
                    answer = HANDLE if kind == "o" else COOKIE
                    bus.send(new_method_return(message, kind, (answer,)))
                _say(f"asked {member}")  # the answer is on its way already
            else:
                what = message.body[0] if message.body else fields[HeaderFields.path]
                _say(f"released {what}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _main(*sys.argv[1:])
