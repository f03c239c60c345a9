"""A program to speak to: the real engine and socket, and a fake outside.

Its user has been sitting since nine, for as many minutes as its argument says;
there the clock stands. Do Not Disturb has been on from the beginning.
"""

import os
import sys

from PySide6.QtCore import QCoreApplication

from stretchbreak.core.holds import By
from stretchbreak.platforms.single_instance import Instance
from stretchbreak.runtime.engine import LOOK_EVERY
from stretchbreak.runtime.remote import answer
from stretchbreak.storage.places import places
from tests.support.fakes import MINUTE, Bench


class EndingBench(Bench):
    """A bench whose end is the end of the process."""

    def _quit(self) -> None:
        QCoreApplication.quit()


def main() -> None:
    app = QCoreApplication([])
    claimed = Instance.claim(places(os.environ).runtime)
    assert isinstance(claimed, Instance)
    bench = EndingBench()
    bench.engine.hold_began(By.DND)
    bench.passes(LOOK_EVERY + int(sys.argv[1]) * MINUTE)
    claimed.on_message(lambda line: answer(line, bench.engine))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    app.exec()
    claimed.close()


main()
