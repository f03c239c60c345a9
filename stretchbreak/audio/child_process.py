"""The way to the child that makes the sound: starts it, orders, and listens."""

import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from msgspec import structs
from PySide6.QtCore import QObject

from stretchbreak.audio import messages
from stretchbreak.audio.messages import Order, Play, Prepare, Ready, Trouble
from stretchbreak.audio.running_child import RunningChild, TryOut, as_sound, prepare
from stretchbreak.core.cues import Cue
from stretchbreak.core.settings import Settings
from stretchbreak.runtime.ports.sound import Timed
from stretchbreak.runtime.system_clock import steady

COMMAND = (sys.executable, "-m", "stretchbreak", "sound")
"""How the child is started."""
SILENT = timedelta(seconds=15)
"""A child that has not answered for this long will not."""
LAST_WAIT_MS = 500
"""How long the end of the program waits for the child's."""

STOPPED = "The sound has stopped working. Sessions go on without it."
NO_ANSWER = "The sound does not answer. Sessions go on without it."
NO_VOICE = "No voice: the speech service does not answer."

_log = logging.getLogger(__name__)


class ChildProcess(QObject):
    """Makes a session heard, by a process of its own.

    It is the port `runtime.ports.sound.Sound`. A child that dies is started once more;
    after that, and where it cannot be started or never answers, the user is
    told once.
    """

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        """Note how the child is started; nothing is started yet.

        Args:
            command: The program and its arguments.
            parent: The owner, as Qt understands it.
        """
        super().__init__(parent)
        self._command = tuple(command)
        self._calls: list[Callable[[str], None]] = []
        self._child: RunningChild | None = None
        self._how: Prepare | None = None
        self._score: Play | None = None
        self._asked: timedelta | None = None
        self._lives = 0
        self._known = ""

    def on_news(self, call: Callable[[str], None]) -> None:
        """Call *call* with what cannot be heard and why; empty if all can."""
        self._calls.append(call)

    def begin(self, settings: Settings) -> None:
        """Start the child, or tell it how to sound from now on."""
        self._how = prepare(settings)
        if self._child is None:
            self._known = ""
            for child in self.findChildren(RunningChild):
                child.leave(at_once=True)  # it may be at its last words still
            self._score = None
            self._lives = 2
            self._start()
        else:
            self._order(self._how)

    def play(self, cues: Sequence[Timed]) -> None:
        """Be silent, and then let *cues* be heard instead of what was to come."""
        now = steady()
        self._score = Play(tuple(as_sound(timed, now) for timed in cues))
        self._order(self._score)

    def check(self) -> None:
        """Give up a child that does not answer, or at least its voice."""
        if self._asked is None or steady() - self._asked <= SILENT:
            return
        self.end(at_once=True)
        if self._how is None or not (self._how.voice and self._how.chimes):
            self._tell(NO_ANSWER)
            return
        # Most likely it waits for the speech service. Chimes need none.
        self._how = structs.replace(self._how, voice=False)
        self._known = NO_VOICE
        self._start()

    def end(self, *, at_once: bool) -> None:
        """End the child, *at_once* or after the last words."""
        child, self._child = self._child, None
        self._asked = None
        if child is not None:
            child.died.disconnect(self._died)
            child.leave(at_once=at_once)

    def try_out(self, settings: Settings, cue: Cue) -> None:
        """Let *cue* be heard now, by a child of its own, and what was tried no more."""
        for before in self.findChildren(TryOut):
            before.leave(at_once=True)
        wanted = replace(settings, voice=bool(cue.say), chimes=cue.chime is not None)
        child = TryOut(self, cue)
        child.said.connect(self._take)
        child.died.connect(self._try_out_died)
        child.start(self._command[0], list(self._command[1:]))
        child.write(messages.line(prepare(wanted)))

    def close(self) -> None:
        """End whatever still runs."""
        self.end(at_once=True)
        for child in self.findChildren(RunningChild):
            child.kill()
            child.waitForFinished(LAST_WAIT_MS)

    def _start(self) -> None:
        self._lives -= 1
        self._child = RunningChild(self)
        self._child.said.connect(self._take)
        self._child.died.connect(self._died)
        self._asked = steady()
        self._child.start(self._command[0], list(self._command[1:]))
        for order in (self._how, self._score):
            if order is not None:
                self._order(order)

    def _order(self, order: Order) -> None:
        if self._child is not None:
            self._child.write(messages.line(order))

    def _take(self, news: messages.News) -> None:
        match news:
            case Ready(missing=missing):
                self._asked = None
                self._tell(" ".join(filter(None, (self._known, *missing))))
            case Trouble(why):
                _log.warning("The sound complains: %s", why)
            case _:
                pass

    def _died(self, why: str) -> None:
        """See to it that a child that died is heard again, or that it is said."""
        _log.warning("The sound ended by itself: %s", why)
        self.end(at_once=True)
        if self._lives > 0:
            self._start()
        else:
            self._tell(STOPPED)

    def _try_out_died(self, why: str) -> None:
        _log.warning("The sound could not be tried: %s", why)
        self._tell(STOPPED)

    def _tell(self, line: str) -> None:
        for call in tuple(self._calls):
            call(line)
