"""What must not happen with D-Bus, whatever the other side does."""

import os
import sys
from pathlib import Path

from tests.support.programs import PrivateBus, Program

PROJECT = Path(__file__).parents[2]

# QtDBus deadlocks against Python when a connection with listeners is left and
# another one made. It is a program of its own, since it could not be ended.
AGAIN_AND_AGAIN = """
import gc
from PySide6.QtCore import QCoreApplication
from stretchbreak.platforms import session
from tests.support.heard import Heard

app = QCoreApplication([])
for _ in range(100):
    watch, tried = session.watch(Heard())
    app.processEvents()
    watch.close()
    del watch
    gc.collect()
    app.processEvents()
print(tried[1].chosen, flush=True)
"""

# The last line is reached with a dead connection that is still listened to.
THE_BUS_GOES = """
from PySide6.QtCore import QCoreApplication
from stretchbreak.platforms import session
from tests.support.heard import Heard

app = QCoreApplication([])
watch, tried = session.watch(Heard())
app.processEvents()
print("listening", flush=True)
input()
app.processEvents()
watch.close()
watch, tried = session.watch(Heard())
print(tried[1].why, flush=True)
"""


def test_one_can_listen_again_and_again() -> None:
    with PrivateBus() as bus, _on(bus, AGAIN_AND_AGAIN) as program:
        assert program.line() == "True"
        assert program.wait() == 0


def test_a_bus_that_goes_away_takes_nobody_with_it() -> None:
    with PrivateBus() as bus, _on(bus, THE_BUS_GOES) as program:
        assert program.line() == "listening"
        bus.kill()
        program.say("it is gone")

        assert program.line().startswith("no session bus: ")
        assert program.wait() == 0


def _on(bus: PrivateBus, code: str) -> Program:
    env = os.environ | {
        "DBUS_SESSION_BUS_ADDRESS": bus.address,
        "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere",
        "PYTHONPATH": str(PROJECT),
    }
    return Program(sys.executable, "-c", code, env=env, talks=True)
